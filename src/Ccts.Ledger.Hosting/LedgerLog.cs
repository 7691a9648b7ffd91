using System;
using Microsoft.Extensions.Logging;

namespace Ccts.Ledger.Hosting;

/// <summary>The messages of a ledger. They contain no account's name and no unit's number.</summary>
internal static partial class LedgerLog
{
    [LoggerMessage(1, LogLevel.Information, "The ledger is open with {Entries} entries.")]
    internal static partial void Opened(ILogger log, long entries);

    [LoggerMessage(2, LogLevel.Error, "A command could not be kept ({Outcome}); entries up to {Durable} are durable.")]
    internal static partial void Failed(ILogger log, string outcome, long durable, Exception why);

    [LoggerMessage(3, LogLevel.Information, "A snapshot at entry {Position} is kept.")]
    internal static partial void SnapshotKept(ILogger log, long position);

    [LoggerMessage(4, LogLevel.Warning, "A snapshot could not be kept. The entries are there; opening the ledger takes longer.")]
    internal static partial void SnapshotFailed(ILogger log, Exception why);
}
