using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Ccts.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Cli.Tests.Documentation;

/// <summary>docs/keep-a-ledger.md as a stranger goes through it: every block is compiled and run, in order, in an empty folder, and prints what the page says.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeepALedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keep-a-ledger").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_block_does_what_the_page_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the page's commands are those of a Unix shell");
        File.WriteAllText(Path.Combine(_folder, "ccts"), $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "ccts.dll")}' \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(_folder, "ccts"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var blocks = DocumentedBlock.Of("keep-a-ledger.md");
        Assert.Equal(4, blocks.Count(b => b.Language == "csharp"));
        Assert.All(blocks, b => Assert.True(b.Language is "csharp" or "sh" && (b.Printed.Length > 0), b.Code));

        using var server = new Lazy<PostgresServer?>(() => PostgresServer.Start(out _)).Value;
        var wrong = new List<string>();
        foreach (var block in blocks)
        {
            if (server is not null || !block.Code.Contains("LEDGER_SERVER", StringComparison.Ordinal))
            {
                var printed = block.Language == "sh" ? string.Concat(block.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => Line(l, server?.ConnectionString))) : Program(block.Code, server?.ConnectionString);
                if (!block.Shows(printed))
                {
                    wrong.Add($"{block.Code}\nprints\n{printed}\nand the page says\n{block.Printed}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        Assert.SkipWhen(server is null, "PostgreSQL is not on this machine; all but the move to it and the tool on it was run");
    }

    private string Line(string line, string? server)
    {
        var parts = line.Split("# exit code ");
        var (code, printed) = Run("bash", server, "-c", "set -o pipefail; " + parts[0]);
        Assert.True(code == (parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 0), $"{line}: exit code {code}\n{printed}");
        return printed;
    }

    private string Program(string code, string? server)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"shown-{Guid.NewGuid():N}.dll");
        try
        {
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
            var compilation = CSharpCompilation.Create("shown", [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
            var built = compilation.Emit(path, cancellationToken: TestContext.Current.CancellationToken);
            Assert.True(built.Success, code + string.Join("\n", built.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
            var tests = Path.Combine(AppContext.BaseDirectory, "Ccts.Cli.Tests");
            var (exit, printed) = Run("dotnet", server, "exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json", path);
            Assert.True(exit == 0, code + printed);
            return printed;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private (int Code, string Printed) Run(string program, string? server, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = _folder };
        start.Environment["PATH"] = _folder + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment["LEDGER_SERVER"] = server;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
