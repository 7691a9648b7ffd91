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
    [InlineData("form", "a")]
    [InlineData("assess", null)]
    public async Task A_page_is_printed_by_an_installed_browser(string command, string? form)
    {
        var browser = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "there is no browser on this machine");
        var run = await CctsTool.Run(null, [command, .. form is null ? Array.Empty<string>() : [form], Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--pdf", Pdf, "--browser", browser!]);
        Assert.True(run.ExitCode == 0, run.Error);
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

    private Task<ToolRun> Print(string browser) => CctsTool.Run(null, "form", "a", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--pdf", Pdf, "--browser", browser);
}
