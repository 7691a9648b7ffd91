using System;
using System.IO;
using Ccts.Cli.Output;

namespace Ccts.Cli.Tests.Output;

/// <summary>No word of a table is cut, however narrow the terminal is: a key that is cut cannot be searched for.</summary>
public sealed class TextTableTests
{
    private const string Key = "retire/2026-11-23/order-000017";

    [Theory]
    [InlineData(160, true)]
    [InlineData(60, true)]
    [InlineData(50, false)]
    [InlineData(20, false)]
    public void No_word_is_cut(int width, bool hasColumns)
    {
        var written = new StringWriter();
        var console = Terminal.Create(written, piped: true);
        console.Profile.Width = width;
        var table = new TextTable("key", "state", "what is wrong");
        table.AddRow(Key, "unknown", "The registry does not say what became of it.");
        table.AddRow("k-2", "confirmed", "");

        table.Print(console);

        var text = written.ToString();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(hasColumns, text.Contains('─', StringComparison.Ordinal));
        Assert.Contains(Key, text, StringComparison.Ordinal);
        Assert.Contains("confirmed", text, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(line.Length <= Math.Max(width, 45), line));
        Assert.All("The registry does not say what became of it.".Split(' '), word => Assert.Contains(word, text, StringComparison.Ordinal));
    }
}
