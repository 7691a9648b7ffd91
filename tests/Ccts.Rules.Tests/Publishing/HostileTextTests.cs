using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using AngleSharp.Dom;

namespace Ccts.Rules.Tests.Publishing;

/// <summary>Whatever a ruleset says, it stays text: the pages' elements are the same as with harmless words.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Allowed =
    [
        "html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "section", "nav", "p", "h1", "h2", "h3", "span", "strong", "code", "blockquote", "ul", "li", "dl", "dt", "dd", "div", "table", "caption", "thead", "tbody", "tr", "th", "td",
        "figure", "figcaption", "svg", "rect", "line", "text",
    ];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</title></style></table></svg><svg onload=alert(1)>")]
    [InlineData("<!-- --><![CDATA[ &lt;b&gt; &#x3c;b> javascript:alert(1)")]
    [InlineData("{0} {1} %s ${7*7} ]]>")]
    public void Markup_in_a_ruleset_is_shown_and_never_obeyed(string hostile)
    {
        var (harmless, attacked) = (DraftOnTrial.Pages(f => Say(f, Harmless(hostile))), DraftOnTrial.Pages(f => Say(f, hostile)));
        foreach (var (before, after) in harmless.Zip(attacked))
        {
            using var document = DraftOnTrial.Parse(after);
            using var expected = DraftOnTrial.Parse(before);
            Assert.Equal(expected.All.Select(Shape), document.All.Select(Shape));
            Assert.All(document.All, e => Assert.Contains(e.LocalName, Allowed));
            Assert.DoesNotContain(document.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name == "style" || a.Name == "src");
            Assert.Contains(hostile, document.Body!.TextContent, StringComparison.Ordinal);
        }

        using var paper = DraftOnTrial.Parse(attacked[0]);
        Assert.True(Occurrences(paper.Body!.TextContent, hostile) >= 12, "the text should stand in many places");
    }

    [Fact]
    public void Marks_that_turn_the_writing_round_are_shown_as_replaced()
    {
        var page = DraftOnTrial.Pages(f => f.Replace("ruleset.json", "India CCTS: compliance year 2026-27", "Law \\u202Ewal\\u2066 \\u200F\\u0007"))[0];

        Assert.Contains("Law \uFFFDwal\uFFFD \uFFFD\uFFFD", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Html, c => c is '\u202E' or '\u2066' or '\u200F' or '\u0007');
    }

    // The words go into every place of a ruleset that a person may fill: titles, names, reasons, messages, sectors, notes, cases.
    private static void Say(Dictionary<string, byte[]> files, string text)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(text)[1..^1];
        var csv = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        var message = json.Replace("{", "(", StringComparison.Ordinal).Replace("}", ")", StringComparison.Ordinal);
        files.Replace("ruleset.json", "India CCTS: compliance year 2026-27", json);
        files.Replace("ruleset.json", "Energy Conservation (Amendment) Act 2022 (Act 19 of 2022)", json);
        files.Replace("parameters.json", "\"clause\": \"para 12\"", $"\"clause\": \"{json}\"");
        files.Replace("parameters.json", "Paragraph 12 leaves validity to the detailed procedure; no text read sets one.", json);
        files.Replace("parameters.json", "\"settledBy\": \"CERC\"", $"\"settledBy\": \"{json}\"");
        files.Replace("parameters.json", "\"value\": \"0.20\"", "\"value\": \"0.30\"");
        files.Replace("rules.json", "Certificates are traded on power exchanges", message);
        files.Replace("rules.json", "\"isNot\": \"power-exchange\"", "\"isNot\": \"other\"");
        files.Replace("rules.json", "\"instrument\": \"CERC-2026\", \"clause\": \"Reg 9(1)\"", $"\"instrument\": \"CERC-2026\", \"clause\": \"{json}\"");
        files.Replace("targets.csv", "Kotputli Cement Works", csv);
        files.Replace("targets.csv", ",Cement,grinding,", $",Cement,{csv},");
        files.Replace("targets.csv", "GEI-2025,First Schedule", "GEI-2025," + csv);
        files.Replace("targets.csv", ",Cement,", $",{csv},");
        files.Replace("sectors.csv", "Cement,tCO2e/t", csv + ",tCO2e/t");
        files.Replace("tests/retire.json", "\"name\": \"", $"\"name\": \"{message} ");
    }

    // With the same numbers, since lint compares those of English and Hindi.
    private static string Harmless(string hostile) => "harmless " + string.Join(' ', new string([.. hostile.Select(c => char.IsDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)) + " words";

    private static string Shape(IElement element) => element.LocalName + " " + string.Join(" ", element.Attributes.Select(a => a.Name)) + " " + element.ParentElement?.LocalName;

    private static int Occurrences(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
