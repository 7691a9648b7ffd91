using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests;

/// <summary>Runs the tool as its users do: as a program, beside the tests.</summary>
internal static class CctsTool
{
    internal static string Samples { get; } = Path.Combine(RepositoryRoot, "samples", "data");

    internal static string RepositoryRoot => Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>In a process that has answered before.</summary>
    internal static Task<ToolRun> Run(string? input, params string[] args) => WarmTool.IsPossible ? WarmTool.Run(RepositoryRoot, input, args) : RunAlone(input, args);

    /// <summary>In a process of its own: for what a process does before and after its command.</summary>
    internal static Task<ToolRun> RunAlone(string? input, params string[] args) => RunAloneWith(null, null, input, args);

    /// <summary>With one environment variable set for this run alone, in a process that has answered before.</summary>
    internal static Task<ToolRun> RunWith(string variable, string value, string? input, params string[] args) =>
        WarmTool.IsPossible ? WarmTool.Run(RepositoryRoot, input, args, variable, value) : RunAloneWith(variable, value, input, args);

    private static async Task<ToolRun> RunAloneWith(string? variable, string? value, string? input, params string[] args)
    {
        var start = Start();
        if (variable is not null)
        {
            start.Environment[variable] = value;
        }

        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input ?? "");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await output, await error);
    }

    internal static ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = RepositoryRoot };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ccts.dll"));
        return start;
    }

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ccts.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Ccts.Sdk.sln above the tests.");
    }
}

internal sealed record ToolRun(int ExitCode, string Output, string Error);
