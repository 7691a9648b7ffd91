using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Authoring.Publishing.Wording;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>Pages that stand alone, that everybody can read, and that are the same from the same data.</summary>
public sealed class KitPageTests
{
    public static IEnumerable<TheoryDataRow<string>> Files => DraftOnTrial.Shipped.Select(p => new TheoryDataRow<string>(p.FileName));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_page_asks_for_nothing_outside_itself(string file)
    {
        using var page = Open(file);
        foreach (var attribute in page.All.SelectMany(e => e.Attributes).Where(a => a.Name is "href" or "src" or "srcset" or "action" or "data" or "xlink:href"))
        {
            Assert.True(attribute.Value == "#content" || DraftOnTrial.Shipped.Any(p => p.FileName == attribute.Value), attribute.Value);
        }

        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent)));
        Assert.Contains($"style-src 'sha256-{digest}'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_page_can_be_read_by_everybody(string file)
    {
        using var page = Open(file);
        Assert.Equal(file.EndsWith(".hi.html", StringComparison.Ordinal) ? "hi" : "en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.NotEmpty(page.Title!);
        Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")!.TextContent));
        Assert.All(page.QuerySelectorAll("th"), h => Assert.Contains(h.GetAttribute("scope"), new[] { "col", "row" }));
        Assert.All(page.QuerySelectorAll("tbody tr"), r => Assert.Single(r.QuerySelectorAll("th[scope=row]")));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.All(t.QuerySelectorAll("tbody tr"), r => Assert.Equal(t.QuerySelectorAll("thead th").Length, r.Children.Length)));
        Assert.All(page.QuerySelectorAll("svg"), s => Assert.True(s.GetAttribute("role") == "img" && s.GetAttribute("aria-label")!.Length > 0));
        var ids = page.All.Select(e => e.Id).Where(i => !string.IsNullOrEmpty(i)).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());

        var levels = page.QuerySelectorAll("h1,h2,h3").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), p => Assert.True(p.Second <= p.First + 1, "a heading is left out"));
    }

    [Fact]
    public void Hindi_pages_say_that_nobody_has_reviewed_them_and_English_ones_speak_English()
    {
        foreach (var page in DraftOnTrial.Shipped)
        {
            using var document = DraftOnTrial.Parse(page);
            var isHindi = document.DocumentElement.GetAttribute("lang") == "hi";
            Assert.Equal(isHindi, document.Body!.TextContent.Contains(FramePhrases.HindiUnreviewed.Hindi, StringComparison.Ordinal));
            Assert.Contains(document.QuerySelectorAll("h2"), h => h.TextContent.Any(c => c is >= '\u0900' and <= '\u097F') == isHindi);
        }
    }

    [Fact]
    public void Hindi_pages_show_Hindi_titles_and_mark_those_that_are_English_only()
    {
        const string Hindi = "प्रमाणपत्र का न्यूनतम मूल्य";
        var pages = DraftOnTrial.Pages(f =>
        {
            f.Replace("parameters.json", "{ \"en\": \"Forbearance price of a certificate\", \"hi\": \"प्रमाणपत्र का अधिकतम (फ़ोरबियरेंस) मूल्य\", \"hiReviewed\": false }", "\"Forbearance price of a certificate\"");
            f.Replace("rules.json", "\"isNot\": \"power-exchange\"", "\"isNot\": \"other\"");
        });
        using var english = DraftOnTrial.Parse(pages.Single(p => p.FileName == "index.html"));
        using var hindi = DraftOnTrial.Parse(pages.Single(p => p.FileName == "index.hi.html"));
        var titles = hindi.QuerySelectorAll("#unknowns tbody th");

        Assert.Contains(titles, t => t.TextContent == Hindi + " (market.price.floor)" && t.GetAttribute("lang") == "hi");
        Assert.Contains(titles, t => t.TextContent == "Forbearance price of a certificate [English] (market.price.forbearance)" && t.GetAttribute("lang") == "en");
        Assert.Contains(hindi.QuerySelectorAll("#changes h3"), h => h.TextContent.StartsWith("प्रमाणपत्रों का व्यापार पावर एक्सचेंजों पर होता है", StringComparison.Ordinal) && h.QuerySelector("span")!.GetAttribute("lang") == "hi");
        Assert.Equal("भारत सीसीटीएस: अनुपालन वर्ष 2026-27", hindi.QuerySelector("dd")!.TextContent);

        Assert.Contains(english.QuerySelectorAll("#unknowns tbody th"), t => t.TextContent == "Floor price of a certificate (market.price.floor)" && t.GetAttribute("lang") == "en");
        Assert.DoesNotContain("[English]", english.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Hindi, english.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_phrase_has_its_Hindi_with_the_same_places_and_numbers()
    {
        var phrases = typeof(Phrase).Assembly.GetTypes().Where(t => t.Name.EndsWith("Phrases", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(f => f.FieldType == typeof(Phrase)).Select(f => (f.Name, Phrase: (Phrase)f.GetValue(null)!)))
            .ToList();

        Assert.True(phrases.Count > 120, $"{phrases.Count} phrases");
        Assert.All(phrases, p =>
        {
            Assert.True(p.Name is nameof(Ccts.Rules.Authoring.Publishing.Sections.PaperPhrases.Tonnes) || p.Phrase.Hindi.Any(c => c is >= '\u0900' and <= '\u097F'), p.Name);
            Assert.Equal(Marks(p.Phrase.English), Marks(p.Phrase.Hindi));
        });
    }

    [Fact]
    public void Units_that_are_words_are_in_the_language_of_the_page()
    {
        using var hindi = Open("index.hi.html");
        using var english = Open("index.html");
        static string[] Was(IDocument page) => [.. page.QuerySelector("#changes table")!.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("certificates.output-months.other-reading", StringComparison.Ordinal)).Select(r => r.Children[1].TextContent)];

        Assert.Equal(["7 months", "3 months"], Was(english));
        Assert.Equal(["7 महीने", "3 महीने"], Was(hindi));
        Assert.Equal(ParameterUnit.CountedWords.Order(StringComparer.Ordinal), UnitPhrases.ByUnit.Keys.Order(StringComparer.Ordinal));
        Assert.All(UnitPhrases.ByUnit, u => Assert.True(u.Value.English == u.Key && u.Value.Hindi.All(c => c is ' ' or (>= '\u0900' and <= '\u097F')), u.Key));
        Assert.All(["unknown", "0.710 tCO2/MWh", "months", "2026-04-01 date"], v => Assert.Equal(v, UnitPhrases.Of(Language.Hindi, v)));
    }

    [Fact]
    public void The_paper_says_what_changes_and_what_it_comes_to()
    {
        using var page = Open("index.html");
        var text = Regex.Replace(page.Body!.TextContent, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

        Assert.Contains("Compared with in-ccts/2025-26, revision 2.", text, StringComparison.Ordinal);
        var kotputli = page.QuerySelectorAll("#effect table").First(t => t.TextContent.Contains("Largest", StringComparison.Ordinal) || t.QuerySelector("caption")!.TextContent.Contains("change most", StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("CMTOE085RJ", StringComparison.Ordinal));
        Assert.Equal(["Kotputli Cement Works", "CMTOE085RJ", "Cement", "19,797 to surrender", "71,490 to surrender", "−51,693"], kotputli.Children.Select(c => c.TextContent));
        Assert.Contains(page.QuerySelectorAll("#unknowns tbody tr"), r => r.TextContent.Contains("certificates.validity", StringComparison.Ordinal) && r.TextContent.Contains("BEE", StringComparison.Ordinal));
        Assert.Equal(3, page.QuerySelectorAll("svg").Length);
        Assert.DoesNotContain("NaN", page.Body.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void Own_entities_are_used_where_they_are_given()
    {
        var draft = DraftOnTrial.Draft();
        var (after, before) = (RulesetReader.Read(draft), RulesetReader.Read(DraftOnTrial.Base));
        var study = new ImpactStudy(before, after);
        study.Add(new ImpactEntity("CMTOE085RJ", false, Output.Parse("100 t"), Co2e.FromTonnes(10m)));
        study.Add(new ImpactEntity("CMTOE999RJ", false, Output.Parse("100 t"), Co2e.FromTonnes(10m)));
        var page = ConsultationKit.Make(after, draft, before, DraftOnTrial.Base, study.Report())[0].Html;

        Assert.Contains("on 2 entities that the publisher gave", page, StringComparison.Ordinal);
        Assert.Contains("Not a sector of either ruleset", page, StringComparison.Ordinal);
        Assert.Equal("other-ruleset", Assert.Throws<CctsDataException>(() => ConsultationKit.Make(before, DraftOnTrial.Base, after, draft, study.Report())).Problems.Single().Code);
    }

    /// <summary>Entities bring their emissions, so that no changed factor shows in the effect: the page says so, and says how a factor changed as of any value.</summary>
    [Fact]
    public void A_changed_factor_is_a_value_and_is_said_not_to_be_in_the_figures()
    {
        var pages = DraftOnTrial.Pages(f =>
        {
            f.Replace("factors.json", "\"value\": \"98.30\"", "\"value\": \"79.50\"");
            f.Replace("factors.json", "\"value\": \"97.50\", \"biogenic\": false", "\"value\": \"97.50\", \"biogenic\": true");
        });
        using var page = DraftOnTrial.Parse(pages[0]);
        var values = page.QuerySelector("#changes table")!.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent).ToList()).ToList();

        Assert.Equal(["Anthracite (fuels.anthracite)", "98.3 tCO2/TJ", "79.5 tCO2/TJ", "−19.13 %", "BEE-DPCM Annexure IV (in-force, verbatim)"], values.Single(v => v[0].StartsWith("Anthracite", StringComparison.Ordinal)));
        Assert.Contains(values, v => v[0] == "Petroleum Coke (fuels.petroleum-coke)" && v[1] == "97.5 tCO2/TJ" && v[2] == "97.5 tCO2/TJ, biogenic" && v[3].Length == 0);
        Assert.Contains("Changed and not in these figures", page.QuerySelector("#effect")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("#effect li"), l => l.TextContent.StartsWith("Emission factors: ", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("#changes tr"), r => r.TextContent.Contains("anthracite, value", StringComparison.Ordinal));
    }

    /// <summary>A sum before and a sum now are of the same plants: those that lost their target would make the draft look mild.</summary>
    [Fact]
    public void Short_and_long_are_of_the_entities_known_before_and_now()
    {
        using var page = DraftOnTrial.Parse(DraftOnTrial.Pages(f => f["targets.csv"] = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(f["targets.csv"]).Split('\n').Where(l => !l.StartsWith("CMTOE087GJ", StringComparison.Ordinal)))))[0]);
        using var whole = Open("index.html");
        static string[] Figures(IDocument p, string what) => [.. p.QuerySelectorAll("#glance li").Where(l => l.TextContent.EndsWith(what, StringComparison.Ordinal)).Select(l => l.QuerySelector("strong")!.TextContent)];

        // 1,400,465 t x (0.7994 - 0.7935) tCO2e/t = 8,263 t short before, of the plant without a row now.
        var (all, without) = (Tonnes(Figures(whole, "short, before and now")[0]), Tonnes(Figures(page, "short, before and now")[0]));
        Assert.Equal(8263m, all.Was - without.Was);
        Assert.True(without.Is < all.Is);
        // One of the five has a dash in the year before.
        Assert.Equal(["1"], Figures(whole, "only before or only now"));
        Assert.Equal(["2"], Figures(page, "only before or only now"));
        Assert.Equal(["0"], Figures(page, "entities change side"));
        Assert.Equal(["0"], [.. page.QuerySelectorAll("#effect table").Single(t => t.QuerySelector("th")!.TextContent == "Sector").QuerySelectorAll("tbody tr").Select(r => r.Children[6].TextContent)]);
    }

    private static (decimal Was, decimal Is) Tonnes(string figures) =>
        figures.Split(" → ") is [var was, var now] ? (decimal.Parse(was.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), decimal.Parse(now.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)) : default;

    [Fact]
    public void The_same_data_give_the_same_bytes_and_a_ruleset_against_itself_still_makes_pages()
    {
        Assert.Equal(DraftOnTrial.Shipped.Select(p => p.Html), DraftOnTrial.Pages().Select(p => p.Html));
        Assert.DoesNotContain(DraftOnTrial.Shipped, p => p.Html.Contains('\r', StringComparison.Ordinal));

        var draft = DraftOnTrial.Draft();
        var same = ConsultationKit.Make(RulesetReader.Read(draft), draft, RulesetReader.Read(draft), draft);
        Assert.Contains("No target in force differs.", same[0].Html, StringComparison.Ordinal);

        var baseline = RulesetFiles.FromMemory("b", Rules.TestRuleset.Shipped("in-ccts/2023-24"));
        Assert.Equal("baseline-year", Assert.Throws<CctsDataException>(() => ConsultationKit.Make(RulesetReader.Read(draft), draft, RulesetReader.Read(baseline), baseline)).Problems.Single().Code);
    }

    [Fact]
    public void A_draft_without_rows_and_one_with_thousands_are_pages_too()
    {
        var none = DraftOnTrial.Pages(f => f["targets.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f["targets.csv"]).Split('\n')[0] + "\n"));
        Assert.Contains("The ruleset has no row in force.", none[1].Html, StringComparison.Ordinal);

        var many = DraftOnTrial.Pages(f =>
        {
            var rows = new StringBuilder(Encoding.UTF8.GetString(f["targets.csv"]));
            for (var i = 0; i < 3000; i++)
            {
                rows.Append(CultureInfo.InvariantCulture, $"CMTOE{i % 1000:000}{(char)('A' + (i / 1000))}Z,Made-up works {i},Cement,,,2023-24,{1000 + i},0.9,{0.8m + (i % 90 / 1000m)},tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,made up\n");
            }

            f["targets.csv"] = Encoding.UTF8.GetBytes(rows.ToString());
        });
        Assert.Contains("further rows are not shown here", many[0].Html, StringComparison.Ordinal);
        Assert.Equal(3005, Ccts.Rules.Authoring.Publishing.Gazette.GazetteReader.Read(many[1].Html).Rows.Count);
    }

    [Theory]
    [InlineData("1234567", "12,34,567")]
    [InlineData("-100000", "−1,00,000")]
    [InlineData("999", "999")]
    [InlineData("1000.50", "1,000.5")]
    [InlineData("123456789012", "1,23,45,67,89,012")]
    public void Numbers_are_grouped_as_India_prints_them(string number, string printed) =>
        Assert.Equal(printed, IndianNumber.Of(decimal.Parse(number, CultureInfo.InvariantCulture)));

    private static IDocument Open(string file) => DraftOnTrial.Parse(DraftOnTrial.Shipped.Single(p => p.FileName == file));

    private static List<string> Marks(string text) => [.. Regex.Matches(text, @"\{\d\}|\d+|CO2e", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value).OrderBy(v => v, StringComparer.Ordinal)];
}
