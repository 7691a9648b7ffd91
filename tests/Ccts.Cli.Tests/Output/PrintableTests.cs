using System;
using System.IO;
using Ccts.Cli.Output;
using Spectre.Console;

namespace Ccts.Cli.Tests.Output;

/// <summary>A file cannot speak to the terminal: neither in tables, lines and problems, nor with colours on.</summary>
public class PrintableTests
{
    private const string Evil = "a\u001b[31mb\u0007c\u009bd\u202ee\rf";
    private const string Shown = "a\uFFFD[31mb\uFFFDc\uFFFDd\uFFFDe\uFFFDf";

    [Theory]
    [InlineData("plain ₹ é 4 °C\tx\ny", "plain ₹ é 4 °C\tx\ny")]
    [InlineData("हिन्दी क्\u200Dष", "हिन्दी क्\u200Dष")]
    [InlineData(Evil, Shown)]
    [InlineData("", "")]
    [InlineData("x\u200by\u2028z\u2060", "x\uFFFDy\uFFFDz\uFFFD")]
    public void Only_what_a_terminal_would_obey_is_shown_otherwise(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    /// <summary>A terminal obeys JSON too; a program reads the same text.</summary>
    [Theory]
    [InlineData("plain ₹ é 4 °C <&+'> हिन्दी क्\u200Dष", false)]
    [InlineData("a\u202eb\u200bc\u0007d\u2028e\ufefff\u009bg", true)]
    [InlineData("line\nend \"quoted\" \\", true)]
    public void Json_escapes_what_is_not_shown_and_nothing_else(string text, bool isEscaped)
    {
        var json = new System.Text.Json.Nodes.JsonObject { ["text"] = text };
        using var written = new MemoryStream();
        JsonOutput.Write(json, written);
        var line = System.Text.Encoding.UTF8.GetString(written.ToArray());
        Assert.Equal(text, (string?)System.Text.Json.Nodes.JsonNode.Parse(line)!["text"]);
        Assert.Equal(!isEscaped, line.Contains(text, StringComparison.Ordinal));
        Assert.Equal(line.Replace("\n", "", StringComparison.Ordinal), Printable.Of(line).Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_is_drawn_is_printable(bool piped)
    {
        var written = new StringWriter();
        var console = Terminal.Create(written, piped);
        var table = new TextTable("one");
        table.AddRow(Evil);
        table.Print(console);
        console.WriteLine(Evil);
        console.Line(Markup.Escape(Evil));
        console.MarkupLine("[red]" + Markup.Escape(Evil) + "[/]");

        var text = written.ToString();
        Assert.Equal(5, text.Split("\uFFFD[31mb").Length);
        Assert.DoesNotContain("\u001b[31mb", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", text, StringComparison.Ordinal);
    }
}
