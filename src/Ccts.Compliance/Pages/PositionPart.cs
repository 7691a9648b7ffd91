using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments.Position;

namespace Ccts.Compliance.Pages;

/// <summary>The parts of a position, line by line, with its range.</summary>
internal static class PositionPart
{
    internal static void Write(HtmlWriter page, PageWords words, YearPosition position, EntityAccount? account = null) =>
        PageTable.Write(page, words["Position"], [words["Certificates"], words["As read here"], words["Lowest"], words["Highest"]], () =>
        {
            Row(words["Earned or owed for the year"], position.Projected, position.Low, position.High, false);
            Row(words["Held"], position.Held, null, null, false);
            if (position.Settled.Issued != 0)
            {
                Row(words["Issued already"], -position.Settled.Issued, null, null, false);
            }

            if (position.Settled.Surrendered != 0)
            {
                Row(words["Surrendered already"], position.Settled.Surrendered, null, null, false);
            }

            foreach (var year in account?.EarlierYears.Where(y => y.Net is not (null or 0) || y.NetLow < y.NetHigh) ?? [])
            {
                Row(words.Say("Open for {0}", year.Year.ToString()), year.Net, year.NetLow, year.NetHigh, false);
            }

            Row(words["Net"], account is null ? position.Net : account.Net, account is null ? position.NetLow : account.NetLow, account is null ? position.NetHigh : account.NetHigh, true);

            void Row(string title, long? used, long? low, long? high, bool isTotal) => PageTable.Row(page, [title, Whole(used), Whole(low), Whole(high)], isTotal, 1, 2, 3);
        }, 1, 2, 3);

    /// <summary>What was settled beyond what the reports say, and how it is counted.</summary>
    internal static void TooMany(HtmlWriter page, PageWords words, YearPosition position, bool namesYear = false)
    {
        var year = namesYear ? position.Year + ": " : "";
        if (position.IssuedTooMany > 0)
        {
            page.Element("p", year + words.Say("{0} were issued too many. No text read says whether they are given back, cancelled or bought back; they are counted as owed.", Whole(position.IssuedTooMany)), ("class", "notice"));
        }

        if (position.SurrenderedTooMany > 0)
        {
            page.Element("p", year + words.Say("{0} were surrendered too many. No text read says whether they come back; they are counted as still there.", Whole(position.SurrenderedTooMany)), ("class", "notice"));
        }
    }

    internal static string Whole(long? tonnes) => tonnes is { } known ? IndianFigures.Number(known, "N0") : "";
}
