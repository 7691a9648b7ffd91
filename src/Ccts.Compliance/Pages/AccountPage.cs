using System;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages.Charts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Sources;

namespace Ccts.Compliance.Pages;

/// <summary>A yearly account as one HTML page: position, performance, trajectory, certificates held and carried over, their value, and the entries.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped.</remarks>
public static class AccountPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="account">The account.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="receiptDigest">The digest of the receipt that proves the assessment, or null.</param>
    /// <param name="titleOf">What a value of the ruleset is called, or null for its path.</param>
    public static string Write(EntityAccount account, PageLanguage language = PageLanguage.English, string? receiptDigest = null, Func<string, string?>? titleOf = null)
    {
        var (assessment, words) = (Require.NotNull(account).Assessment, new PageWords(language == PageLanguage.Hindi));
        return SignedPage.Write(words.Code, words.Say("{0}, account of the year {1}", assessment.Entity.Name, assessment.Year.ToString()), page =>
        {
            PageHead.Write(page, words, words.Say("{0}, account of the year {1}", assessment.Entity.Name, assessment.Year.ToString()), assessment.Entity, assessment.Illustrative, words.Answer(assessment, account.Net));
            PageHead.Doubts(page, words, assessment);
            PositionPart.TooMany(page, words, account.Position);
            EarlierYears(page, words, account);
            PageHead.Figures(page, PageHead.Of(words, assessment));
            Performance(page, words, account.Performance, words[assessment.HasNoObligation() ? "none" : "not known"]);
            IntensityChart.Part(page, words, assessment, account.Trajectory);
            page.Element("h2", words["Position"]);
            RangeChart.Write(page, words, account.NetLow, account.Net, account.NetHigh);
            PositionPart.Write(page, words, account.Position, account);
            foreach (var balance in account.Balances)
            {
                Balance(page, words, balance);
            }

            MoneyPart.Values(page, words, account.Values, account.Scenarios);
            MoneyPart.Entries(page, words, account.Entries);
            SourcesPart.Write(page, words, assessment);
            LawParts.OpenPoints(page, words, assessment, titleOf ?? (_ => null), withRange: false);
            LawParts.Deadlines(page, words, assessment);
            LawParts.Assumptions(page, words, assessment, titleOf ?? (_ => null));
            PageHead.Proof(page, words, receiptDigest);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", words.By(assessment)));
        });
    }

    private static void Performance(HtmlWriter page, PageWords words, Performance performance, string without)
    {
        page.Element("h2", words["Performance"]);
        PageTable.Write(page, words["Performance"], [words["Point"], words["Value"]], () =>
        {
            PageTable.Row(page, [words["Cut asked for, against the baseline"], Share(performance.RequiredCut, without)], false, 1);
            PageTable.Row(page, [words["Cut achieved"], Share(performance.AchievedCut, words["not known"])], false, 1);
            PageTable.Row(page, [performance.AgainstTarget < 0m ? words["Missed the target by"] : words["Better than the target by"], Share(performance.AgainstTarget is { } against ? Math.Abs(against) : null, without)], false, 1);
        }, 1);
        page.Element("p", $"{words["Rating"]}: {(performance.Rating is { } rating ? $"{rating.Level} ({words.Say("claimed by {0}, not law", rating.Source)})" : words["no scale published: no law has one, and the one source that names a rating prints none"])}{words.Stop}");
    }

    private static void EarlierYears(HtmlWriter page, PageWords words, EntityAccount account)
    {
        foreach (var year in account.EarlierYears)
        {
            var (name, owed, earned) = (year.Year.ToString(), year.Owed ?? 0, year.Earned ?? 0);
            foreach (var meaning in year.Meaning)
            {
                page.Element("p", $"{name}: {meaning}", ("class", "notice"), ("lang", words.IsHindi ? "en" : null));
            }

            if ((year.Owed is null ? words.Say("{0}: what is owed is not known, and it is not counted here.", name)
                : !year.IsSettledKnown && owed > 0 ? words.Say("{0}: {1} owed; without a ledger nobody can say what of them was surrendered, and they are not counted here.", name, IndianFigures.Whole(owed))
                : !year.IsSettledKnown && earned > 0 ? words.Say("{0}: {1} earned; without a ledger nobody can say what of them was issued and is held, and they are not counted here.", name, IndianFigures.Whole(earned))
                : year.Position.StillToSurrender is { } left and > 0 ? words.Say("{0}: {1} owed, {2} surrendered; {3} are still owed and counted here.", name, IndianFigures.Whole(owed), IndianFigures.Whole(year.Surrendered ?? 0), IndianFigures.Whole(left))
                : year.Position.StillToIssue is { } due and > 0 ? words.Say("{0}: {1} earned, {2} issued by the ledger; {3} are still to be issued and counted here.", name, IndianFigures.Whole(earned), IndianFigures.Whole(year.Issued ?? 0), IndianFigures.Whole(due))
                : null) is { } said)
            {
                page.Element("p", said, ("class", "notice"));
            }

            PositionPart.TooMany(page, words, year.Position, namesYear: true);
        }
    }

    private static void Balance(HtmlWriter page, PageWords words, YearBalance balance)
    {
        var title = words.Say("Certificates in the financial year {0}", balance.Year.ToString());
        page.Element("h2", title);
        PageTable.Write(page, title, [words["What"], words["Certificates"]], () =>
        {
            foreach (var line in BalanceLines.Shown(balance.Certificates))
            {
                PageTable.Row(page, [words.IsHindi ? line.Hindi : line.English, PositionPart.Whole(line.Tonnes)], line.Name == "carriedOver", 1);
            }
        }, 1);
    }

    private static string Share(decimal? share, string without) => share is { } value ? IndianFigures.Number(value * 100m) + " %" : without;
}
