using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Publishing.Gazette;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>A printed schedule that is not whole is refused as such, and one with other rows than the data is no print of them.</summary>
public sealed class GazetteReaderTests
{
    // One draft row without figures, as a page of the kit has it; the cells are all that is read.
    private const string Page = """
        <strong data-read="year">2026-27</strong><span data-read="sector">Steel &amp; iron</span><span data-read="unit">tCO2e/t</span>
        <td data-read="number">1</td><th data-read="registration">draft-1</th><td data-read="entity">One</td><td data-read="sub-sector"></td>
        <td data-read="state">OD</td><td data-read="baseline-year">2023-24</td><td data-read="baseline-output">?</td><td data-read="baseline-gei">?</td>
        <td data-read="target-gei">–</td><td data-read="note">1</td>
        <th data-read="note-number">1</th><td data-read="instrument">DRAFT</td><td data-read="clause"></td><td data-read="force">draft</td>
        <td data-read="evidence">secondary</td><td data-read="remark"></td>
        """;

    [Fact]
    public void A_whole_page_is_read() => Assert.Equal("Steel & iron", Assert.Single(GazetteReader.Read(Page).DraftRows).Entity.Sector);

    [Theory]
    [InlineData(">draft<", ">drift<", "\"drift\" cannot be read as force")]
    [InlineData(">secondary<", ">hearsay<", "\"hearsay\" cannot be read as evidence")]
    [InlineData("data-read=\"state\"", "class=\"state\"", "as state")]
    [InlineData("data-read=\"state\"", "data-read=\"entity\"", "as a second entity")]
    [InlineData("data-read=\"note\">1<", "data-read=\"note\">2<", "\"2\" cannot be read as note")]
    [InlineData(">tCO2e/t<", ">tCO2e/<", "as unit")]
    [InlineData(">2023-24<", ">2023-25<", "\"2023-25\" cannot be read as year")]
    [InlineData("&amp;", "&amp", "cut off")]
    [InlineData("&amp;", "&copy;", "not made by the consultation kit")]
    public void A_cell_that_cannot_be_read_is_told(string right, string wrong, string told)
    {
        Assert.Contains(right, Page, StringComparison.Ordinal);
        Unreadable(Page.Replace(right, wrong, StringComparison.Ordinal), told);
    }

    [Fact]
    public void A_page_that_is_cut_off_anywhere_in_a_cell_is_told()
    {
        var remark = Page.LastIndexOf("data-read=\"remark", StringComparison.Ordinal);
        foreach (var cut in new[] { "data-read=\"rem", "data-read=\"remark\"", "data-read=\"remark\">", "data-read=\"remark\">words" })
        {
            Unreadable(Page[..remark] + cut);
        }
    }

    [Fact]
    public void A_cell_that_is_missing_in_a_row_before_another_is_told()
    {
        var page = DraftOnTrial.Shipped.Single(p => p.FileName == "gazette.html").Html;
        var state = page.IndexOf(" data-read=\"state\"", StringComparison.Ordinal);
        Unreadable(page.Remove(state, " data-read=\"state\"".Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_row_that_is_missing_or_stands_twice_is_found(bool isDraft)
    {
        var draft = RulesetReader.Read(DraftOnTrial.Draft());
        var page = DraftOnTrial.Shipped.Single(p => p.FileName == "gazette.html").Html;
        var part = page.IndexOf("<section class=\"draft\"", StringComparison.Ordinal);
        var end = isDraft ? page.IndexOf("</tbody>", part, StringComparison.Ordinal) : page.LastIndexOf("</tbody>", part, StringComparison.Ordinal);
        var start = page.LastIndexOf("<tr>", end, StringComparison.Ordinal);

        Different(draft, page.Remove(start, end - start));
        Different(draft, page.Insert(end, page[start..end]));
    }

    [Fact]
    public void A_schedule_without_rows_is_still_of_its_year()
    {
        void Empty(System.Collections.Generic.Dictionary<string, byte[]> files)
        {
            files["targets.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["targets.csv"]).Split('\n')[0] + "\n");
            files.Remove("targets.on-request.csv");
            foreach (var figures in files.Keys.Where(k => k.StartsWith("tests/", StringComparison.Ordinal)).ToList())
            {
                files.Remove(figures);
            }
        }

        var page = DraftOnTrial.Pages(Empty).Single(p => p.FileName == "gazette.html").Html;

        Different(RulesetReader.Read(DraftOnTrial.Draft(Empty)), page.Replace("data-read=\"year\">2026-27<", "data-read=\"year\">2025-26<", StringComparison.Ordinal));
    }

    private static void Unreadable(string html, string told = "")
    {
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => GazetteReader.Read(html)).Problems);
        Assert.Equal("gazette-unreadable", problem.Code);
        Assert.Contains(told, problem.Message, StringComparison.Ordinal);
    }

    private static void Different(Ruleset ruleset, string html) =>
        Assert.Contains("gazette-round-trip", Assert.Throws<CctsDataException>(() => GazetteCheck.Check(ruleset, html)).Problems.Select(p => p.Code));
}
