using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using AngleSharp.Dom;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Publishing.Gazette;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>Draft rows go to print plainly marked, whether the ruleset is law with a draft beside it or a draft itself.</summary>
public sealed class DraftScheduleTests
{
    private const string Row = "draft-2026-06-amns-hazira";

    // Made-up rows: their figures are only told apart, never held against the law.
    private const string MadeUpRows = """
        draft-2026-06-made-up-one,Made-up Steel One,Iron & steel,,OD,2023-24,1000000,2.5000,2.4000,tCO2e/t,GEI-DRAFT-STEEL,,draft,secondary,made up
        draft-2026-06-made-up-two,Made-up Steel Two,Iron & steel,,OD,2023-24,500000,2.1,-,tCO2e/t,GEI-DRAFT-STEEL,,draft,secondary,made up

        """;

    [Theory]
    [InlineData("gazette.html")]
    [InlineData("gazette.hi.html")]
    public void A_draft_row_beside_the_law_is_printed_apart_and_marked_on_every_sheet(string file)
    {
        using var page = DraftOnTrial.Parse(DraftOnTrial.Shipped.Single(p => p.FileName == file));
        var marked = page.QuerySelector("section.draft")!;
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(Row, StringComparison.Ordinal));
        var isHindi = file.Contains(".hi.", StringComparison.Ordinal);

        Assert.True(marked.Contains(row));
        Assert.Equal(["1", Row, "AMNS Hazira", "", "GJ", "2023-24", "?", "2.2701", "?"], row.Children.Take(9).Select(c => c.TextContent));
        Assert.All(marked.QuerySelectorAll("h2, .notice, caption"), e => Assert.Contains(isHindi ? "प्रारूप" : "DRAFT", e.TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(isHindi ? "प्रारूप लक्ष्य" : "DRAFT target", marked.QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(marked.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("CMTOE085RJ", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_superseded_or_was_never_law_is_counted_and_not_printed()
    {
        using var page = DraftOnTrial.Parse(DraftOnTrial.Shipped.Single(p => p.FileName == "gazette.html"));
        var rows = RulesetReader.Read(DraftOnTrial.Draft()).Schedule.Select(r => r.Entity).ToList();
        var (superseded, never) = (rows.Where(e => e.Standing.Force == Force.Superseded).ToList(), rows.Where(e => e.Standing.Force == Force.None).ToList());

        Assert.NotEmpty(superseded);
        Assert.All(superseded.Concat(never), e => Assert.DoesNotContain(e.Key, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Contains($"superseded rows ({superseded.Count}) and rows that were never law ({never.Count})", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ruleset_that_is_a_draft_prints_its_own_rows_and_works_out_what_they_do()
    {
        var pages = DraftOnTrial.Pages(WithMadeUpRows);
        using var gazette = DraftOnTrial.Parse(pages.Single(p => p.FileName == "gazette.html"));
        using var paper = DraftOnTrial.Parse(pages.Single(p => p.FileName == "index.html"));

        Assert.StartsWith("Draft schedule", gazette.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2.2701", "2.5000", "2.1000"], gazette.QuerySelectorAll("section.draft [data-read=baseline-gei]").Select(c => c.TextContent));
        Assert.Equal(["?", "2.4000", "–"], gazette.QuerySelectorAll("section.draft [data-read=target-gei]").Select(c => c.TextContent));
        // 1,000,000 t x (2.5000 - 2.4000) tCO2e/t
        Assert.Contains(paper.QuerySelectorAll("#effect tbody tr"), r => r.Children.Select(c => c.TextContent).SequenceEqual(["Iron & steel", "2", "0", "1,00,000", "0", "0", "0", "0 → 1", "2 → 0"]));
        Assert.Contains(paper.QuerySelectorAll("#targets tbody tr"), r => r.Children.Select(c => c.TextContent).SequenceEqual(["Made-up Steel One", "draft-2026-06-made-up-one", "Iron & steel", "2.5 tCO2e/t", "2.4 tCO2e/t", "4 %"]));
    }

    /// <summary>The digits of a figure of the law are those of the file, also where no other row of the sector has more.</summary>
    [Fact]
    public void The_only_row_of_a_sector_prints_with_the_digits_with_which_it_was_typed()
    {
        var pages = DraftOnTrial.Pages(f => f["targets.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f["targets.csv"]) + "ALMOE901OD,Made-up Smelter,Aluminium,,OD,2023-24,100000.50,13.0000,12.9000,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n"));
        using var gazette = DraftOnTrial.Parse(pages.Single(p => p.FileName == "gazette.html"));
        var row = gazette.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("ALMOE901OD", StringComparison.Ordinal));

        Assert.Equal(["100000.50", "13.0000", "12.9000"], new[] { "baseline-output", "baseline-gei", "target-gei" }.Select(n => row.QuerySelector($"[data-read={n}]")!.TextContent));
    }

    /// <summary>A draft row that stands in both rulesets just so is no target that one of them adds.</summary>
    [Fact]
    public void A_draft_row_that_was_there_before_is_not_counted_as_added()
    {
        var (law, draft) = (RulesetReader.Read(DraftOnTrial.Draft()), RulesetReader.Read(DraftOnTrial.Draft(WithMadeUpRows)));
        Assert.Contains(law.Schedule, r => r.Entity.Key == Row && r.Status == TargetStatus.NotRead);

        var steel = Assert.Single(RulesetDiff.Between(law, draft).Targets, t => t.Sector == "Iron & steel");
        Assert.Equal((2, 0, 0), (steel.Added, steel.Removed, steel.Changed));
        var back = Assert.Single(RulesetDiff.Between(draft, law).Targets, t => t.Sector == "Iron & steel");
        Assert.Equal((0, 2, 0), (back.Added, back.Removed, back.Changed));
    }

    [Fact]
    public void Printed_draft_rows_read_back_and_any_misprint_is_found()
    {
        var files = DraftOnTrial.Draft(WithMadeUpRows);
        var draft = RulesetReader.Read(files);
        var page = DraftOnTrial.Pages(WithMadeUpRows).Single(p => p.FileName == "gazette.html").Html;

        Assert.Equal(draft.Schedule.Where(r => r.Entity.Standing.Force == Force.Draft), GazetteReader.Read(page).DraftRows);
        Assert.Equal([TargetStatus.NotRead, TargetStatus.Set, TargetStatus.None], GazetteReader.Read(page).DraftRows.Select(r => r.Status));
        foreach (var (right, wrong) in new[] { ("\">2.4000<", "\">2.4001<"), ("\">2.4000<", "\">–<"), ("\">–<", "\">?<"), ("\">?<", "\">1<"), ("Made-up Steel One<", "Made-up Steel 1<") })
        {
            Assert.Contains(right, page, StringComparison.Ordinal);
            Assert.Throws<CctsDataException>(() => GazetteCheck.Check(draft, page.Replace(right, wrong, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_row_in_force_never_leaves_a_figure_open()
    {
        var page = DraftOnTrial.Shipped.Single(p => p.FileName == "gazette.html").Html;
        var refused = Assert.Throws<CctsDataException>(() => GazetteReader.Read(page.Replace(">0.7891<", ">?<", StringComparison.Ordinal)));
        Assert.Contains("figure in force", refused.Problems.Single().Message, StringComparison.Ordinal);
    }

    private static void WithMadeUpRows(Dictionary<string, byte[]> files)
    {
        files.Replace("ruleset.json", "\"kind\": \"compliance-year\",\n  \"force\": \"in-force\"", "\"kind\": \"compliance-year\",\n  \"force\": \"draft\"");
        files["targets.on-request.csv"] = [.. files["targets.on-request.csv"], .. Encoding.UTF8.GetBytes(MadeUpRows)];
    }
}
