using System;
using Microsoft.Extensions.Logging;

namespace Ccts.Registry.Hosting;

/// <summary>The messages of the hosted services. They contain no secrets, account names or instruction keys.</summary>
internal static partial class RegistryHostLog
{
    [LoggerMessage(1, LogLevel.Warning, "Another process sends the outbox's instructions; this one waits for the lease. {Reason}")]
    internal static partial void Fenced(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Error, "The outbox sends nothing; the next try is in {Seconds} s.")]
    internal static partial void OutboxFailed(ILogger log, double seconds, Exception why);

    [LoggerMessage(3, LogLevel.Warning, "{Registry} could not be read completely, so no difference is raised or resolved: {Problem}")]
    internal static partial void Incomplete(ILogger log, string registry, string problem);

    [LoggerMessage(4, LogLevel.Error, "The ledger could not be compared with {Registry}; the next look tries again.")]
    internal static partial void LookFailed(ILogger log, string registry, Exception why);

    [LoggerMessage(5, LogLevel.Warning, "Ledger and {Registry} differ: {Class}, {LocalTonnes} t here, {RegistryTonnes} t there; {Quarantined} blocks are quarantined.")]
    internal static partial void Raised(ILogger log, string registry, string @class, decimal localTonnes, decimal registryTonnes, int quarantined);

    [LoggerMessage(6, LogLevel.Information, "Ledger and {Registry} agree again: {Class}, {LocalTonnes} t here, {RegistryTonnes} t there; {Freed} blocks are free again.")]
    internal static partial void Resolved(ILogger log, string registry, string @class, decimal localTonnes, decimal registryTonnes, int freed);
}
