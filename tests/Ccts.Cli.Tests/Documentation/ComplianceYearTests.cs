using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Cli.Tests.Documentation;

/// <summary>docs/compliance-year.md as an entity, a verifier and an officer go through it: every command of the page, in its order, in a folder that has the samples and nothing else.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class ComplianceYearTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("compliance-year").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_command_of_the_page_ends_as_the_page_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the page's commands are those of a Unix shell");
        File.WriteAllText(Path.Combine(_folder, "ccts"), $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "ccts.dll")}' \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(_folder, "ccts"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "samples"), Path.Combine(CctsTool.RepositoryRoot, "samples"));
        var lines = DocumentedBlock.Of("compliance-year.md").Where(b => b.Language == "sh").SelectMany(b => b.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(lines.Count > 25, "the page has lost its commands");
        var wrong = lines.Select(Wrong).OfType<string>().ToList();
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
    }

    // Printing needs a browser, which has tests of its own.
    private string? Wrong(string line)
    {
        var parts = Regex.Replace(line, " --pdf \\S+", "").Split("# exit code ");
        var expected = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var (code, printed) = Words(parts[0]) is ["ccts", .. var args] ? Tool(args) : Shell(parts[0]);
        return code == expected ? null : $"{line}\nends with {code}\n{printed}";
    }

    /// <summary>The words of a line that a shell only takes apart; empty for one of which it does more.</summary>
    private static string[] Words(string line) => Regex.IsMatch(Regex.Replace(line, "\"[^\"]*\"", ""), "[|<>$;&*'\\\\]") || line.Contains('$', StringComparison.Ordinal)
        ? []
        : [.. Regex.Matches(line, "\"(?<word>[^\"]*)\"|(?<word>[^\\s\"]+)").Select(m => m.Groups["word"].Value)];

    private (int Code, string Printed) Tool(string[] args)
    {
        var run = WarmTool.Run(_folder, null, args).GetAwaiter().GetResult();
        return (run.ExitCode, run.Error + run.Output);
    }

    private (int Code, string Printed) Shell(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _folder };
        start.Environment["PATH"] = _folder + ":" + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result + output);
    }
}
