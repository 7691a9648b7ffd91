using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests;

/// <summary>
/// The program <c>ccts</c>, started once and asked again and again: it is compiled while it runs, which takes ten times as long as most commands.
/// Each question has its own standard streams, as <see cref="StartupHook"/> gives them; two never share a process at a time.
/// </summary>
internal sealed class WarmTool : IDisposable
{
    // The one that answered last comes first: it has compiled most.
    private static readonly ConcurrentStack<WarmTool> Free = [];

    private readonly Process _process;
    private readonly BinaryWriter _questions;
    private readonly BinaryReader _answers;

    private WarmTool()
    {
        var start = CctsTool.Start();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WarmTool).Assembly.Location;
        // As for the tests themselves: they end before code that was measured while it ran earns that back.
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _questions = new BinaryWriter(_process.StandardInput.BaseStream);
        _answers = new BinaryReader(_process.StandardOutput.BaseStream);
    }

    /// <summary>Standard streams are changed under a running program by a call of the system that Windows does not have.</summary>
    internal static bool IsPossible => !OperatingSystem.IsWindows();

    /// <param name="folder">Where the program stands.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="variable">A variable of its environment, for this question alone.</param>
    /// <param name="value">What the variable is.</param>
    internal static Task<ToolRun> Run(string folder, string? input, string[] args, string? variable = null, string? value = null) => Task.Run(() =>
    {
        var tool = Free.TryPop(out var waiting) ? waiting : new WarmTool();
        try
        {
            var run = tool.Ask(folder, input ?? "", args, variable ?? "", value ?? "");
            Free.Push(tool);
            return run;
        }
        catch (IOException died)
        {
            tool._process.WaitForExit();
            var code = tool._process.ExitCode;
            tool.Dispose();
            throw new InvalidOperationException($"ccts {string.Join(' ', args)} ended its process with {code}.", died);
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _questions.Dispose();
        _answers.Dispose();
        _process.Dispose();
    }

    private ToolRun Ask(string folder, string input, string[] args, string variable, string value)
    {
        _questions.Write(folder);
        _questions.Write(variable);
        _questions.Write(value);
        _questions.Write(args.Length);
        foreach (var arg in args)
        {
            _questions.Write(arg);
        }

        _questions.Write(input);
        _questions.Flush();
        return new ToolRun(_answers.ReadInt32(), _answers.ReadString(), _answers.ReadString());
    }
}
