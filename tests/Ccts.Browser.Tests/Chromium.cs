using System;
using System.Threading.Tasks;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace Ccts.Browser.Tests;

/// <summary>Chromium without a window, started once and asked page by page: to start it for each question took longer than everything else.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // The test command needs the SDK alone: whoever wants the pages opened says in which browser, as .ci/run does.
    private static readonly string? Path = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : null;

    internal static bool IsThere => Path is not null;

    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _browser = Path is null ? null : await Puppeteer.LaunchAsync(new LaunchOptions
    {
        ExecutablePath = Path, Headless = true,
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"],
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _browser?.DisposeAsync() ?? default;

    /// <summary>The text that a page shows.</summary>
    internal async Task<string> Text(string address, bool dark)
    {
        await using var page = await Open(address, dark);
        return await page.EvaluateExpressionAsync<string>("document.body.textContent");
    }

    /// <summary>A page as it is printed, in the sizes that it states itself.</summary>
    internal async Task<byte[]> Print(string address)
    {
        await using var page = await Open(address, dark: false);
        return await page.PdfDataAsync(new PdfOptions { PreferCSSPageSize = true });
    }

    private async Task<IPage> Open(string address, bool dark)
    {
        Assert.SkipWhen(_browser is null, "The environment variable CHROMIUM names no browser.");
        var page = await _browser!.NewPageAsync();
        await page.SetViewportAsync(new ViewPortOptions { Width = 1400, Height = 1000 });
        await page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = dark ? "dark" : "light" }]);
        await page.GoToAsync(address);
        return page;
    }
}
