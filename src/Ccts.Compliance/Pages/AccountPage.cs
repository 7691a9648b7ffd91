using System;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Sdk.Ledger.History;

namespace Ccts.Compliance.Pages;

/// <summary>A yearly account as one HTML page: the position, how the entity did and on which way it is, what it holds and carries over, what that is worth, the entries.</summary>
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
        var (assessment, words) = (Require.NotNull(account).Assessment, new PageWords(language));
        return SignedPage.Write(words.Code, words.AccountTitle(assessment), page =>
        {
            PageHead.Write(page, words, words.AccountTitle(assessment), assessment.Entity, assessment.Illustrative, words.Net(assessment, account.Position.Net));
            PageHead.Figures(page, PageHead.Of(words, assessment));
            Performance(page, words, account.Performance);
            IntensityChart.Part(page, words, assessment.Intensity, account.Trajectory);
            page.Element("h2", words.Position);
            RangeChart.Write(page, words, account.Position.NetLow, account.Position.Net, account.Position.NetHigh);
            PositionPart.Write(page, words, account.Position);
            if (account.Balance is { } balance)
            {
                Balance(page, words, balance, assessment.Year.ToString());
            }

            MoneyPart.Values(page, words, account.Values, account.Scenarios);
            MoneyPart.Entries(page, words, account.Entries);
            SourcesPart.Write(page, words, assessment);
            LawParts.OpenPoints(page, words, assessment, titleOf ?? (_ => null), withRange: false);
            LawParts.Deadlines(page, words, assessment);
            LawParts.LeanedOn(page, words, assessment, titleOf ?? (_ => null));
            PageHead.Proof(page, words, receiptDigest);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", words.By(assessment)));
        });
    }

    private static void Performance(HtmlWriter page, PageWords words, Performance performance)
    {
        page.Element("h2", words.Performance);
        PageTable.Write(page, words.Performance, [words.Point, words.Value], () =>
        {
            PageTable.Row(page, [words.RequiredCut, Share(performance.RequiredCut, words)], false, 1);
            PageTable.Row(page, [words.AchievedCut, Share(performance.AchievedCut, words)], false, 1);
            PageTable.Row(page, [performance.AgainstTarget < 0m ? words.Missed : words.AgainstTarget, Share(performance.AgainstTarget is { } against ? Math.Abs(against) : null, words)], false, 1);
        }, 1);
        page.Element("p", $"{words.Rating}: {(performance.Rating is { } rating ? $"{rating.Level} ({words.ClaimedBy(rating.Source)})" : words.NoRating)}{(words.IsHindi ? "।" : ".")}");
    }

    private static void Balance(HtmlWriter page, PageWords words, YearlyKind balance, string year)
    {
        var title = words.Balance(year);
        page.Element("h2", title);
        PageTable.Write(page, title, [title, words.Certificates], () =>
        {
            foreach (var line in BalanceLines.Of(balance).Where(l => l.Tonnes != 0 || l.Name is "opening" or "carriedOver"))
            {
                PageTable.Row(page, [words.IsHindi ? line.Hindi : line.English, PositionPart.Whole(line.Tonnes)], line.Name == "carriedOver", 1);
            }
        }, 1);
    }

    private static string Share(decimal? share, PageWords words) => share is { } value ? PageWords.Number(value * 100m) + " %" : words.NotKnown;
}
