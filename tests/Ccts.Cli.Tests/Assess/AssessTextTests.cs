using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Assess;

/// <summary>
/// What everybody sees first, kept as files that a person read. CLI_ACCEPT with the folder of these files writes them anew; read the
/// difference before keeping it.
/// </summary>
public sealed class AssessTextTests
{
    [Theory]
    [InlineData("kotputli-80", 80, "kotputli-2025-26.json")]
    [InlineData("kotputli-120", 120, "kotputli-2025-26.json")]
    [InlineData("kotputli-piped", null, "kotputli-2025-26.json")]
    [InlineData("kotputli-lakh", 80, "kotputli-2025-26.json", "--lakh")]
    [InlineData("kotputli-all", 80, "kotputli-2025-26.json", "--all")]
    [InlineData("kundanganj-80", 80, "kundanganj-2025-26.json")]
    [InlineData("hirakud-80", 80, "hirakud-2025-26-draft.json")]
    public async Task The_account_is_the_reviewed_one(string name, int? width, string sample, params string[] options)
    {
        var text = await Account(width, sample, options);
        var golden = Path.Combine(CctsTool.RepositoryRoot, "tests", "Ccts.Cli.Tests", "Assess", "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("CLI_ACCEPT") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), text, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken), text);
    }

    [Theory]
    [InlineData("kotputli-2025-26.json")]
    [InlineData("kotputli-2026-27.json")]
    [InlineData("maihar-2025-26.json")]
    [InlineData("muddapur-2025-26.json")]
    [InlineData("hirakud-2025-26-draft.json")]
    public async Task At_80_columns_the_account_fits_a_screen_and_the_answer_stands_at_its_head(string sample)
    {
        var lines = (await Account(80, sample)).Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
        Assert.InRange(lines.Length, 20, 52);
        Assert.Contains(lines.Take(8), line => line.EndsWith("certificates to be surrendered", StringComparison.Ordinal) || line.EndsWith("certificates to be issued", StringComparison.Ordinal));
    }

    private static async Task<string> Account(int? width, string sample, params string[] options)
    {
        // From standard input: where the repository lies must not move a word to another line.
        var report = await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, sample), TestContext.Current.CancellationToken);
        var run = await CctsTool.RunWith("COLUMNS", width?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", report, ["assess", "-", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.ReplaceLineEndings("\n");
    }
}
