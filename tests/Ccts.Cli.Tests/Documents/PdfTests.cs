using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Documents;

/// <summary>A page becomes a PDF by the print of a browser that is installed; without one the tool says so and what to do instead.</summary>
public sealed class PdfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-pdf").FullName;

    private string Pdf => Path.Combine(_folder, "form.pdf");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("form a REPORT", "Form A")]
    [InlineData("form e2 REPORT", "E2")]
    [InlineData("form ghg REPORT", "Kotputli")]
    [InlineData("assess REPORT", "Kotputli")]
    [InlineData("position REPORT --hindi", "lang=\"hi\"")]
    [InlineData("account REPORT", "Kotputli")]
    [InlineData("group REPORT OTHER", "Maihar")]
    [InlineData("year due YEAR --on 2026-08-01 --hindi", "lang=\"hi\"")]
    [InlineData("plan show PLAN", "Kotputli")]
    [InlineData("verification report RECORD REPORT", "Kotputli")]
    [InlineData("extract brsr REPORT", "Kotputli")]
    [InlineData("extract cbam REPORT --cn 25232900", "25232900")]
    [InlineData("audit REPORT --quarter 2 --on 2025-10-10", "Kotputli")]
    public async Task A_command_gives_its_page_to_the_browser_and_keeps_what_that_prints(string command, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program that stands for a browser is a script of a Unix shell");
        // It prints the page as it is. One command prints by a true browser, which takes seconds.
        var browser = Path.Combine(_folder, "browser");
        await File.WriteAllTextAsync(browser, """
            #!/bin/sh
            for a; do case "$a" in --print-to-pdf=*) made=${a#*=};; file://*) page=${a#file://};; esac; done
            { printf '%%PDF'; cat "$page"; } > "$made"
            """, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var run = await Print(command, browser);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        var printed = await File.ReadAllTextAsync(Pdf, TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF<!doctype html", printed, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(says, printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_printed_by_an_installed_browser()
    {
        var browser = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "there is no browser on this machine");
        var run = await Print("position REPORT --hindi", browser!);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync(Pdf, TestContext.Current.CancellationToken))[..4]);
    }

    [Fact]
    public async Task A_browser_that_is_not_there_or_prints_nothing_is_named()
    {
        var absent = await Print("form a REPORT", Path.Combine(_folder, "no-browser"));
        Assert.Equal(2, absent.ExitCode);
        Assert.Contains("no-browser", absent.Error, StringComparison.Ordinal);

        // A program that takes the arguments and prints nothing.
        var idle = await Print("form a REPORT", "dotnet");
        Assert.Equal(2, idle.ExitCode);
        Assert.Contains("--html writes the page", idle.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Pdf));
    }

    private async Task<ToolRun> Print(string command, string browser)
    {
        var year = Path.Combine(_folder, "year.jsonl");
        if (command.Contains("YEAR", StringComparison.Ordinal))
        {
            Assert.Equal(0, (await CctsTool.Run(null, "year", "open", year, "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
        }

        string Of(string word) => word switch
        {
            "REPORT" => Sample("kotputli-2025-26.json"), "OTHER" => Sample("maihar-2025-26.json"), "PLAN" => Sample("plans/kotputli-v1.json"), "RECORD" => Sample("verification/kotputli-2025-26.json"), "YEAR" => year, _ => word,
        };
        return await CctsTool.Run(null, [.. command.Split(' ').Select(Of), "--pdf", Pdf, "--browser", browser]);
    }

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, name);
}
