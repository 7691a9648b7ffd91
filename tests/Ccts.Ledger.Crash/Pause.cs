using System;
using System.Runtime.InteropServices;

namespace Ccts.Ledger.Crash;

/// <summary>Stops the whole process, as SIGSTOP from outside would, when it has told so many lines; SIGCONT wakes it. 0 never stops.</summary>
internal sealed class Pause(int at, Action<string> tell)
{
    private const int SigStop = 19;

    private int _told;

    internal void Tell(string line)
    {
        tell(line);
        if (++_told == at)
        {
            Here(tell);
        }
    }

    internal static void Here(Action<string> tell)
    {
        tell("stopped");
        Signal(Environment.ProcessId, SigStop);
    }

    internal static void Wake(int process) => Signal(process, 18);

    private static void Signal(int process, int signal)
    {
        if (Kill(process, signal) != 0)
        {
            throw new InvalidOperationException($"Signal {signal} could not be sent to {process}.");
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
