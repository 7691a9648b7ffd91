using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Pages.Charts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>The legal parts of a page: open points and their effect, due days, unsettled values.</summary>
internal static class LawParts
{
    private const string Targets = "targets/";

    // The law is known where a schedule prints a dash: there is no target.
    private const string DashPrinted = "the schedule prints a dash";

    private const string MonthsOfOutput = " months of output";

    internal static void OpenPoints(HtmlWriter page, PageWords words, Assessment assessment, Func<string, string?> titleOf, bool withRange = true)
    {
        if (assessment.Certificates.Quantity is null)
        {
            return;
        }

        page.Element("h2", words["Open points of law"]);
        if (withRange && assessment.Range is { } range && range.Lowest != range.Highest)
        {
            page.Element("p", words.Range(range));
            RangeChart.Write(page, words, RangeChart.Signed(range.Lowest), RangeChart.Signed(assessment.Certificates), RangeChart.Signed(range.Highest));
        }

        if (assessment.OtherReadings.Count == 0)
        {
            page.Element("p", words["No other reading changes the figure."]);
            return;
        }

        PageTable.Stacked(page, words["Open points of law"], [words["Point"], words["Read here as"], words["Read otherwise"], words["Result"]],
            assessment.OtherReadings.Select(r => ((string?)null, (IReadOnlyList<string>)[Title(words, titleOf, r.Path), Plain(words, r.Used), Plain(words, r.Reading), words.Sentence(r.Certificates)], false)));
    }

    internal static void Deadlines(HtmlWriter page, PageWords words, Assessment assessment)
    {
        page.Element("h2", words["What is due"]);
        PageTable.Lines(page, words["What is due"], [words["Day"], words["What"], words["Basis"]], () =>
        {
            foreach (var due in DueCalendar.Of(assessment).OrderBy(d => d.Due is null).ThenBy(d => d.Due))
            {
                page.Element("tr", () => page
                    .Element("td", due.Due is { } day ? LocalDatePattern.Iso.Format(day) : words["by its rule"], ("class", "date"))
                    .Element("th", () => Event(page, words, due.Deadline.Event, due.Due is null ? due.Deadline.Rule : ""), ("scope", "row"))
                    .Element("td", due.Deadline.Standing.Source.ToString(), ("lang", words.IsHindi ? "en" : null))).Line();
            }
        });
    }

    /// <summary>Due days, in the page's language where the product has the words; a rule for which it has none is kept as written.</summary>
    internal static void Event(HtmlWriter page, PageWords words, string what, string rule)
    {
        page.Text(words.Value(what));
        var said = words.Value(rule);
        page.Text(rule.Length > 0 ? ": " : "");
        _ = words.IsHindi && rule.Length > 0 && said == rule ? page.Element("span", rule, ("lang", "en")) : page.Text(said);
    }

    internal static void Assumptions(HtmlWriter page, PageWords words, Assessment assessment, Func<string, string?> titleOf)
    {
        if (assessment.Assumptions.Count == 0)
        {
            return;
        }

        page.Element("h2", words["What it leans on that is not settled law"]);
        PageTable.Lines(page, words["What it leans on that is not settled law"], [words["Point"], words["Value"], words["Basis"]], () =>
        {
            foreach (var value in assessment.Assumptions)
            {
                PageTable.Row(page, [Title(words, titleOf, value.Path), value is { IsKnown: false, Reason: DashPrinted } ? words["none"] : Plain(words, value.Text), $"{value.Standing.Source}; {words.Value(value.Standing.Force == Force.None ? "not law" : LawWords.Of(value.Standing.Force).Replace('-', ' '))}; {words.Value(LawWords.Of(value.Standing.Evidence))}"], false);
            }
        });
    }

    private static string Title(PageWords words, Func<string, string?> titleOf, string path) =>
        titleOf(path) ?? (path.StartsWith(Targets, StringComparison.Ordinal) ? words.Say("Target of {0}", path.Substring(Targets.Length)) : path);

    // Turns the code's "TowardZero" into "toward zero".
    private static string Plain(PageWords words, string value) => value.EndsWith(MonthsOfOutput, StringComparison.Ordinal) ? words.Say("{0} months of output", value.Substring(0, value.Length - MonthsOfOutput.Length)) : words.Value(
        value.Length > 1 && char.IsUpper(value[0]) && value.Skip(1).All(char.IsLetter) && value.Any(char.IsLower) ? KebabWords.Of(value).Replace('-', ' ') : value);
}
