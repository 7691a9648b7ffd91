using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Browser.Tests;

/// <summary>Chromium without a window, with a profile of its own for each run.</summary>
internal static class Chromium
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    private static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM")
        ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("These tests need Chromium; set CHROMIUM to its path.");

    /// <summary>Opens a page and gives what Chromium prints.</summary>
    internal static async Task<string> Run(params string[] args)
    {
        var profile = Directory.CreateTempSubdirectory("ccts-browser").FullName;
        try
        {
            var start = new ProcessStartInfo(Path) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var arg in Quiet.Append("--user-data-dir=" + profile).Concat(args))
            {
                start.ArgumentList.Add(arg);
            }

            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            await errors;
            return await output;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }
}
