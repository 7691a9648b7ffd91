using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using AngleSharp.Dom;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Authoring.Publishing.Gazette;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>What is printed is the data: read back by the kit's own reader, and by a browser's rules.</summary>
public sealed class GazetteTests
{
    private static readonly Ruleset Shipped = RulesetReader.Read(DraftOnTrial.Draft());

    private static string Page => DraftOnTrial.Shipped.Single(p => p.FileName == "gazette.html").Html;

    [Fact]
    public void The_printed_table_reads_back_as_the_data()
    {
        var rows = Shipped.Schedule.Select(r => r.Entity).Where(e => e.Standing.Force == Sdk.Law.Force.InForce).ToList();
        Assert.Equal(rows, GazetteReader.Read(Page).Rows);
        Assert.Equal(rows, GazetteReader.Read(DraftOnTrial.Shipped.Single(p => p.FileName == "gazette.hi.html").Html).Rows);
        Assert.Equal(Shipped.Year, GazetteReader.Read(Page).Year);
    }

    [Fact]
    public void What_a_browser_shows_is_what_the_file_of_targets_says()
    {
        using var page = DraftOnTrial.Parse(new KitPage("gazette.html", Page));
        var shown = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent).ToList()).ToList();
        var written = Encoding.UTF8.GetString(DraftOnTrial.Draft().Find("targets.csv")!.Bytes).Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).ToList();

        Assert.Equal(written.Select(w => (w[0], w[1], w[3], w[4], w[5], w[6], w[7], w[8])), shown.Select(s => (s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8])));
    }

    [Fact]
    public void Any_printed_digit_or_name_that_is_another_is_found()
    {
        GazetteCheck.Check(Shipped, Page);
        var cells = PrintedCells.Read(Page);
        foreach (var (name, text) in cells.Where(c => c.Text.Length > 0 && c.Name is not ("number" or "note-number" or "note")).Distinct())
        {
            var wrong = name is "force" ? (text == "draft" ? "superseded" : "draft") : name is "evidence" ? "verbatim" : char.IsDigit(text[^1]) ? text[..^1] + (char)('0' + ((text[^1] - '0' + 1) % 10)) : text + "x";
            var printed = text.Replace("&", "&amp;", StringComparison.Ordinal);
            var misprinted = Page.Replace($"data-read=\"{name}\">{printed}<", $"data-read=\"{name}\">{wrong}<", StringComparison.Ordinal).Replace($"data-read=\"{name}\" lang=\"en\">{printed}<", $"data-read=\"{name}\" lang=\"en\">{wrong}<", StringComparison.Ordinal);
            Assert.NotEqual(Page, misprinted);
            Assert.Throws<CctsDataException>(() => GazetteCheck.Check(Shipped, misprinted));
        }

        Assert.Throws<CctsDataException>(() => GazetteCheck.Check(Shipped, Page[..(Page.Length / 2)]));
        Assert.Throws<CctsDataException>(() => GazetteCheck.Check(Shipped, ""));
    }

    [Theory]
    [InlineData("two  blanks")]
    [InlineData("turned \u202E round")]
    [InlineData("a\u200Bzero\u2066width")]
    [InlineData("no-break at the end\u0085")]
    public void Text_that_cannot_be_printed_exactly_is_not_published(string name)
    {
        var refused = Assert.Throws<CctsDataException>(() => DraftOnTrial.Pages(f => f.Replace("targets.csv", "Kotputli Cement Works", name)));
        Assert.Contains(refused.Problems, p => p.Code == "gazette-round-trip" && p.Place.Pointer == "targets/CMTOE085RJ");
    }

    /// <summary>Each would be printed, and read back, exactly; on paper nobody sees that it is another name.</summary>
    [Theory]
    [InlineData("Kot\u200Bputli Cement Works", "U+200B")]
    [InlineData("Kotputli Cem\u00ADent Works", "U+00AD")]
    [InlineData("Kotputli\u00A0Cement Works", "U+00A0")]
    [InlineData("Kotputli Cement Works \uE000", "U+E000")]
    [InlineData("Kotputli\u200D Cement Works", "U+200D")]
    [InlineData("Kotputli \uDB80\uDC00 Cement Works", "U+F0000")]
    public void A_name_with_a_character_that_nobody_sees_is_not_published(string name, string point)
    {
        var refused = Assert.Throws<CctsDataException>(() => DraftOnTrial.Pages(f => f.Replace("targets.csv", "Kotputli Cement Works", name)));
        Assert.Contains(refused.Problems, p => p.Code == "unseen-character" && p.Place.Pointer == "targets/CMTOE085RJ" && p.Message.Contains(point, StringComparison.Ordinal));
    }

    [Fact]
    public void Joiners_between_letters_of_Indian_scripts_are_published() =>
        Assert.NotEmpty(DraftOnTrial.Pages(f => f.Replace("targets.csv", "Kotputli Cement Works", "\u0915\u094D\u200D\u0937 Works")));

    [Fact]
    public void Names_of_any_printable_characters_and_a_dash_for_a_target_come_back()
    {
        var random = new Random(11);
        const string Letters = "<>&\"'abc;#39quot&amp;सीमेंट–—-=@,/%{}[]()😀é  ";
        var pages = DraftOnTrial.Pages(f =>
        {
            var rows = new StringBuilder(Encoding.UTF8.GetString(f["targets.csv"]));
            for (var i = 0; i < 200; i++)
            {
                var name = string.Join(' ', new string([.. Enumerable.Range(0, 12).Select(_ => Letters[random.Next(Letters.Length)]).Where(c => !char.IsSurrogate(c))]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                var target = i % 7 == 0 ? "-" : (random.Next(1, 99_999) / 100_000m).ToString(CultureInfo.InvariantCulture);
                rows.Append(CultureInfo.InvariantCulture, $"CMTOE{i:000}ZZ,\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}x\",Cement,,,2023-24,{random.Next(1, 9999999)},0.9,{target},tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n");
            }

            f["targets.csv"] = Encoding.UTF8.GetBytes(rows.ToString());
        });
        Assert.Equal(205, GazetteReader.Read(pages[1].Html).Rows.Count);
    }

    [Fact]
    public void Another_page_is_refused() =>
        Assert.Equal("gazette-unreadable", Assert.Throws<CctsDataException>(() => GazetteReader.Read("<p>hello</p>")).Problems.Single().Code);
}
