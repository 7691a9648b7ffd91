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
    [InlineData("form a REPORT")]
    [InlineData("form e2 REPORT")]
    [InlineData("form ghg REPORT")]
    [InlineData("assess REPORT")]
    [InlineData("position REPORT --hindi")]
    [InlineData("account REPORT")]
    [InlineData("group REPORT OTHER")]
    [InlineData("year due YEAR --on 2026-08-01 --hindi")]
    [InlineData("plan show PLAN")]
    [InlineData("verification report RECORD REPORT")]
    [InlineData("extract brsr REPORT")]
    [InlineData("extract cbam REPORT --cn 25232900")]
    [InlineData("audit REPORT --quarter 2 --on 2025-10-10")]
    public async Task A_page_is_printed_by_an_installed_browser(string command)
    {
        var browser = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "there is no browser on this machine");
        var year = Path.Combine(_folder, "year.jsonl");
        Assert.Equal(0, (await CctsTool.Run(null, "year", "open", year, "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
        string Of(string word) => word switch
        {
            "REPORT" => Sample("kotputli-2025-26.json"), "OTHER" => Sample("maihar-2025-26.json"), "PLAN" => Sample("plans/kotputli-v1.json"), "RECORD" => Sample("verification/kotputli-2025-26.json"), "YEAR" => year, _ => word,
        };
        var run = await CctsTool.Run(null, [.. command.Split(' ').Select(Of), "--pdf", Pdf, "--browser", browser!]);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        Assert.Equal("%PDF"u8.ToArray(), (await File.ReadAllBytesAsync(Pdf, TestContext.Current.CancellationToken))[..4]);
    }

    [Fact]
    public async Task A_browser_that_is_not_there_or_prints_nothing_is_named()
    {
        var absent = await Print(Path.Combine(_folder, "no-browser"));
        Assert.Equal(2, absent.ExitCode);
        Assert.Contains("no-browser", absent.Error, StringComparison.Ordinal);

        // A program that takes the arguments and prints nothing.
        var idle = await Print("dotnet");
        Assert.Equal(2, idle.ExitCode);
        Assert.Contains("--html writes the page", idle.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Pdf));
    }

    private static string Sample(string name) => Path.Combine(CctsTool.Samples, name);

    private Task<ToolRun> Print(string browser) => CctsTool.Run(null, "form", "a", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--pdf", Pdf, "--browser", browser);
}
