using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Ledger.Crash;

/// <summary>A process of this program, and what it says. It ends with this object at the latest.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    internal HostProcess(string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo(arguments[0], arguments.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    internal int Id => _process.Id;

    internal List<string> Lines { get; } = [];

    /// <summary>Reads on to a line that begins with one of these; where nothing is among them, at most to the end.</summary>
    internal async Task<string> UntilAsync(params string[] starts)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token).ConfigureAwait(false) is { } line)
        {
            Lines.Add(line);
            if (starts.Any(s => s.Length > 0 && line.StartsWith(s, StringComparison.Ordinal)))
            {
                return line;
            }
        }

        return starts.Contains("") ? "" : throw new InvalidOperationException($"The host ended before it said {string.Join(" or ", starts)}. {string.Join(" | ", Lines)} {await _errors.ConfigureAwait(false)}");
    }

    /// <summary>Reads to the end of what it says, and sorts how it ended.</summary>
    internal async Task<(Ending Ending, string Errors)> EndAsync()
    {
        await UntilAsync("").ConfigureAwait(false);
        var errors = (await _errors.ConfigureAwait(false)).Trim();
        return (Endings.Of(Lines, errors), errors.Split('\n')[0]);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
