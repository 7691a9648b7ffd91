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
    public void Only_what_a_terminal_would_obey_is_shown_otherwise(string text, string shown) => Assert.Equal(shown, Printable.Of(text));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_is_drawn_is_printable(bool piped)
    {
        var written = new StringWriter();
        var console = Terminal.Create(written, piped);
        var table = Terminal.Table("one");
        table.AddRow(Markup.Escape(Evil));
        console.Write(table);
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
