using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages.Charts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Sources;

namespace Ccts.Compliance.Pages;

/// <summary>A group's plants as one HTML page: emissions, each plant's position, what could be settled inside, what is left for the market.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped.</remarks>
public static class GroupPage
{
    private static readonly string[] Colours = ["s1", "s2", "s3", "s4"];

    /// <summary>Writes the page.</summary>
    /// <param name="group">The group.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="receiptDigests">The digest of the receipt that proves each plant's assessment, by <see cref="GroupAccount.KeyOf"/>; or null.</param>
    /// <param name="titleOf">What a value of the ruleset is called, or null for its path.</param>
    public static string Write(GroupAccount group, PageLanguage language = PageLanguage.English, IReadOnlyDictionary<string, string>? receiptDigests = null, Func<string, string?>? titleOf = null)
    {
        var words = new PageWords(language == PageLanguage.Hindi);
        var title = words.Say("{0}: plants side by side, {1}", words.Value(Require.NotNull(group).Name), string.Join(", ", group.Plants.Select(p => p.Assessment.Year.ToString()).Distinct(StringComparer.Ordinal)));
        var notes = group.Plants.Where(p => p.Assessment.Illustrative is not null).Select(p => $"{p.Assessment.Entity.Name}: {p.Assessment.Illustrative}").ToList();
        var illustrative = notes.Count == 0 ? null : string.Join(" ", notes);
        return SignedPage.Write(words.Code, title, page =>
        {
            var known = group.Plants.Where(p => p.IsCounted).ToList();
            PageHead.Write(page, words, title, null, illustrative, words.Net(group.NetTonnes, group.Plants.Any(p => p.Assessment.Withheld is not null)));
            if (known.Count < group.Plants.Count)
            {
                page.Element("p", words.Say("Not counted, for want of a figure that binds: {0} of {1} plants.", IndianFigures.Whole(group.Plants.Count - known.Count), IndianFigures.Whole(group.Plants.Count)), ("class", "notice"));
            }

            foreach (var plant in group.Plants)
            {
                PageHead.Meaning(page, words, plant.Assessment, plant.Assessment.Entity.Name);
            }

            page.Element("p", words["Provisional until the year is verified; nothing here is a filing."]);
            page.Element("h2", words["Emissions by plant"]);
            var plants = group.Plants.Where(p => p.Assessment.Emissions.Total.Tonnes > 0m).ToList();
            if (plants.Count > 0)
            {
                SourceBar.Write(page, words["Emissions by plant"], [.. plants.Select((p, i) => (p.Assessment.Entity.Name, p.Assessment.Emissions.Total.Tonnes, Colours[i % Colours.Length]))]);
            }

            Plants(page, words, group);
            if (known.Exists(p => p.Position.NetLow < p.Position.NetHigh))
            {
                page.Element("h2", words["Open points of law"]);
            }

            RangeChart.Write(page, words, group.NetLow, group.NetTonnes, group.NetHigh);
            if (known.Count > 1 && known.Exists(p => p.Position.NetLow < p.Position.NetHigh))
            {
                page.Element("p", words["The ends add the worst and the best of each plant by itself. The law is read one way for all of them, so the group lies between these ends and need not reach them."]);
            }

            Netting(page, words, group);
            Law(page, words, group, titleOf ?? (_ => null));
            Proofs(page, words, group, receiptDigests);
            PageHead.Signature(page, words);
            page.Element("footer", () =>
            {
                foreach (var by in group.Plants.Select(p => words.By(p.Assessment)).Distinct(StringComparer.Ordinal))
                {
                    page.Element("p", by);
                }
            });
        });
    }

    private static void Plants(HtmlWriter page, PageWords words, GroupAccount group)
    {
        page.Element("h2", words["Plants"]);
        var drawn = group.Plants.Where(p => p.Assessment.Emissions.Total.Tonnes > 0m).ToList();
        PageTable.Stacked(page, words["Plants"], [words["Plant"], "tCO2e", words["Achieved intensity"], words["Target"], words["Net"], words["Lowest"], words["Highest"]],
        [
            .. group.Plants.Select(Row),
            (null, [words["Together"], Tonnes(words, group.Tonnes), "", "", PositionPart.Whole(group.NetTonnes), PositionPart.Whole(group.NetLow), PositionPart.Whole(group.NetHigh)], true),
        ], 1, 2, 3, 4, 5, 6);

        (string? Colour, IReadOnlyList<string> Cells, bool IsTotal) Row(GroupPlant plant)
        {
            var (a, p) = (plant.Assessment, plant.Position);
            return (drawn.IndexOf(plant) is var at and >= 0 ? Colours[at % Colours.Length] : null, [a.Entity.Name, Tonnes(words, a.ReportedTotal()?.Tonnes), a.Intensity.Achieved.ToString(), words.Target(a), a.HasNoObligation() ? words["none"] : p.Net is null ? words["not known"] : !plant.IsCounted ? words["not counted"] : PositionPart.Whole(p.Net), plant.IsCounted ? PositionPart.Whole(p.NetLow) : "", plant.IsCounted ? PositionPart.Whole(p.NetHigh) : ""], false);
        }
    }

    private static string Tonnes(PageWords words, decimal? tonnes) => tonnes is { } known ? IndianFigures.Number(known, "N0") : words["not known"];

    private static void Netting(HtmlWriter page, PageWords words, GroupAccount group)
    {
        page.Element("h2", words["Inside the group first"]);
        page.Element("p", words["Arithmetic only: whether certificates may change hands outside an exchange is for CERC's regulations to say (Reg 9(1)). A target stays with its plant; a group has none."]);
        if (group.Net.Transfers.Count == 0)
        {
            page.Element("p", words["Nothing."]);
        }
        else
        {
            PageTable.Stacked(page, words["Inside the group first"], [words["From"], words["To"], words["Certificates"], words["Amount"]],
                group.Net.Transfers.Select(t => ((string?)null, (IReadOnlyList<string>)[NameOf(group, t.From), NameOf(group, t.To), PositionPart.Whole(t.Tonnes), t.Amount is { } amount ? MoneyPart.Money(amount) : ""], false)), 2, 3);
        }

        page.Element("h2", words["For the market"]);
        if (group.Net.ForMarket.Count == 0)
        {
            page.Element("p", words["Nothing."]);
            return;
        }

        PageTable.Stacked(page, words["For the market"], [words["Plant"], words["Certificates"]],
            group.Net.ForMarket.Select(m => ((string?)null, (IReadOnlyList<string>)[NameOf(group, m.Entity), PositionPart.Whole(m.Tonnes)], false)), 1);
    }

    // Due days are one list for all plants of a year; each legal value that they depend on is listed once.
    private static void Law(HtmlWriter page, PageWords words, GroupAccount group, Func<string, string?> titleOf)
    {
        LawParts.Deadlines(page, words, group.Plants[0].Assessment);
        var assumptions = group.Plants.SelectMany(p => p.Assessment.Assumptions).GroupBy(v => v.Path, StringComparer.Ordinal).Select(g => g.First()).ToList();
        LawParts.Assumptions(page, words, group.Plants[0].Assessment with { Assumptions = assumptions }, titleOf);
    }

    private static void Proofs(HtmlWriter page, PageWords words, GroupAccount group, IReadOnlyDictionary<string, string>? digests)
    {
        foreach (var plant in digests is null ? [] : group.Plants)
        {
            if (digests!.TryGetValue(GroupAccount.KeyOf(plant), out var digest))
            {
                PageHead.Proof(page, words, digest, plant.Assessment.Entity.Name);
            }
        }
    }

    private static string NameOf(GroupAccount group, string key) => group.Plants.First(p => GroupAccount.KeyOf(p) == key).Assessment.Entity.Name;
}
