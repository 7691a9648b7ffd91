using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>
/// Prints a page into a PDF by an installed browser. A PDF library would need a second layout to keep in step with the first, and the shaping of
/// Devanagari would be its weakest part.
/// </summary>
internal static class BrowserPrint
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];

    /// <exception cref="CctsDataException">There is no browser, or it could not print.</exception>
    internal static void ToPdf(string html, string path, string? browser)
    {
        var program = browser ?? Environment.GetEnvironmentVariable("CHROMIUM") ?? Found() ?? throw Bad("There is no browser to print with.", "Chromium, Chrome or Edge; --browser names one", "--html writes the page, and any browser's print makes the PDF.");
        var folder = Directory.CreateTempSubdirectory("ccts-print").FullName;
        try
        {
            var (page, made) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            File.WriteAllText(page, html);
            Run(program, page, made, folder);
            if (!File.Exists(made))
            {
                throw Bad($"{program} printed nothing.", "a browser that prints without a window", "--html writes the page; print it by hand.");
            }

            using var pdf = File.OpenRead(made);
            OutputFile.Save(path, pdf.CopyTo);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(string program, string page, string made, string folder)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in Arguments(page, made, folder))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw Bad($"{program} did not finish printing.", "a page printed within a minute", null);
            }
        }
        catch (System.ComponentModel.Win32Exception no)
        {
            throw Bad($"{program} could not be started: {no.Message}", "the path of a browser", null);
        }
    }

    // The page is made here and loads nothing, so there is nothing for a sandbox to contain; without a home folder, or as root, no sandbox starts.
    private static IEnumerable<string> Arguments(string page, string made, string folder) =>
    [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        .. OperatingSystem.IsLinux() && Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
        "--user-data-dir=" + Path.Combine(folder, "profile"), "--no-pdf-header-footer", "--print-to-pdf=" + made, new Uri(page).AbsoluteUri,
    ];

    private static string? Found()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/Applications/Google Chrome.app/Contents/MacOS")
            .Concat(new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }.Select(Environment.GetFolderPath).Where(f => f.Length > 0).SelectMany(f => new[] { Path.Combine(f, "Google", "Chrome", "Application"), Path.Combine(f, "Microsoft", "Edge", "Application") }));
        return folders.SelectMany(f => Names.SelectMany(n => new[] { Path.Combine(f, n), Path.Combine(f, n + ".exe") })).FirstOrDefault(File.Exists);
    }

    private static CctsDataException Bad(string message, string expected, string? hint) =>
        new([new Problem("no-browser", Severity.Error, message, default) { Expected = expected, Hint = hint }]);
}
