using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Names of the meter and the activity source; what they measure is listed in <c>docs/registry-channels.md</c>.</summary>
public static class RegistryDiagnostics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Ccts.Registry";
}

/// <summary>What an outbox reports about itself: log messages, counters and durations.</summary>
/// <remarks>Thread-safe. It reports no secrets: outcomes contain none, and nothing else of a request is reported.</remarks>
internal sealed partial class OutboxTelemetry(ILogger? logger)
{
    internal static readonly ActivitySource Spans = new(RegistryDiagnostics.Name);

    private static readonly Meter Meter = new(RegistryDiagnostics.Name);
    private static readonly Counter<long> Moves = Meter.CreateCounter<long>("ccts.outbox.moves", "{move}", "Moves of instructions between states.");
    private static readonly Histogram<double> Requests = Meter.CreateHistogram<double>("ccts.registry.request.duration", "s", "Time from a request to a registry until its answer.");
    private static readonly Counter<long> Changes = Meter.CreateCounter<long>("ccts.outbox.rows.changed", "{row}", "Rows that an owner found changed since they were written.");
    private static readonly Counter<long> Breaks = Meter.CreateCounter<long>("ccts.registry.pauses", "{pause}", "Pauses of new business that a breaker began or ended.");

    private readonly ILogger _logger = logger ?? NullLogger.Instance;

    internal void Began(OutboxLease lease, int open, int inDoubt) => LogBegan(_logger, lease.Owner, lease.Epoch, open, inDoubt);

    internal void Ended(OutboxLease lease) => LogEnded(_logger, lease.Owner, lease.Epoch);

    internal void Doubted(Duration absence) => LogDoubted(_logger, Math.Abs(absence.TotalHours), absence < Duration.Zero ? "after" : "before");

    internal void FoundChanged(OutboxRecord record)
    {
        Changes.Add(1, new KeyValuePair<string, object?>("registry", record.Registry));
        LogChanged(_logger, record.Key, record.Registry, record.State.Word());
    }

    internal void FoundMissing(RegistryIntent intent)
    {
        Changes.Add(1, new KeyValuePair<string, object?>("registry", intent.Registry));
        LogMissing(_logger, intent.Key, intent.Registry);
    }

    internal void FoundOrphanPause(string registry) => LogOrphanPause(_logger, registry);

    internal void FoundUnlinked(OutboxRecord record) => LogUnlinked(_logger, record.Key, record.Registry);

    internal void FoundForeign(string why) => LogForeign(_logger, why);

    internal void Moved(IReadOnlyList<OutboxStep> steps)
    {
        foreach (var (next, move) in steps)
        {
            Moves.Add(1, new("registry", next.Registry), new("to", move.To.Word()), new("cause", move.Cause.Word()));
            switch (move.Cause)
            {
                case OutboxCause.Unreadable or OutboxCause.TooOften or OutboxCause.Contradiction or OutboxCause.PartlyDone:
                    LogNeedsOperator(_logger, next.Key, next.Registry, next.State.Word(), move.Code, move.Reason);
                    break;
                case OutboxCause.HeldBack when next.State == InstructionState.Parked:
                    LogNeedsOperator(_logger, next.Key, next.Registry, next.State.Word(), move.Code, move.Reason);
                    break;
                case OutboxCause.HeldBack:
                    LogHeldBack(_logger, next.Key, next.Registry, move.Code, move.Reason);
                    break;
                case OutboxCause.NoAnswer or OutboxCause.OwnerLost:
                    LogInDoubt(_logger, next.Key, next.Registry, move.Cause.Word(), move.Code);
                    break;
                case OutboxCause.NotSettled:
                    LogNotSettled(_logger, next.Key, move.Code, move.Reason);
                    break;
                default:
                    LogMoved(_logger, next.Key, next.Registry, move.Cause.Word(), next.State.Word());
                    break;
            }
        }
    }

    internal static void Requested(Activity? span, string registry, string what, object answer, TimeSpan took)
    {
        var outcome = answer switch
        {
            ChannelOutcome o => o.Kind == OutcomeKind.Rejected && o.MayBeSentAgain ? "not-taken" : o.Kind.ToString().ToLowerInvariant(),
            RegistryOutcome<UnitsAnswer> a => a.IsConfirmed ? "answered" : "unknown",
            _ => "",
        };
        Requests.Record(took.TotalSeconds, new("registry", registry), new("request", what), new("outcome", outcome));
        span?.SetTag("registry", registry).SetTag("request", what).SetTag("outcome", outcome);
        if (outcome is "unknown" or "not-taken")
        {
            span?.SetStatus(ActivityStatusCode.Error, outcome);
        }
    }

    internal void Probed(string registry, bool isOpen) => LogProbed(_logger, registry, isOpen);

    internal void PauseChanged(string registry, bool pause)
    {
        Breaks.Add(1, new("registry", registry), new("paused", pause));
        LogPaused(_logger, registry, pause);
    }

    [LoggerMessage(1, LogLevel.Information, "{Owner} owns the outbox in epoch {Epoch}: {Open} open, {InDoubt} in doubt.")]
    private static partial void LogBegan(ILogger logger, string owner, long epoch, int open, int inDoubt);

    [LoggerMessage(10, LogLevel.Error, "The row of {Key} to {Registry} was changed since it was written. It is {State} and never sent; look at the registry, then resolve it.")]
    private static partial void LogChanged(ILogger logger, string key, string registry, string state);

    [LoggerMessage(11, LogLevel.Error, "{Why} It is left as it is, and nothing is sent for it. Find out who or what writes to the database.")]
    private static partial void LogForeign(ILogger logger, string why);

    [LoggerMessage(12, LogLevel.Error, "{Key} to {Registry} was taken over, and its row is gone. It is not sent again; look at the registry, and put the outbox back from a backup.")]
    private static partial void LogMissing(ILogger logger, string key, string registry);

    [LoggerMessage(2, LogLevel.Information, "{Owner} has ended its work at epoch {Epoch}.")]
    private static partial void LogEnded(ILogger logger, string owner, long epoch);

    [LoggerMessage(3, LogLevel.Debug, "{Key} to {Registry}: {Cause}, now {State}.")]
    private static partial void LogMoved(ILogger logger, string key, string registry, string cause, string state);

    [LoggerMessage(4, LogLevel.Warning, "{Key} to {Registry} is in doubt ({Cause}, {Code}). The registry will be asked.")]
    private static partial void LogInDoubt(ILogger logger, string key, string registry, string cause, string code);

    [LoggerMessage(5, LogLevel.Error, "{Key} to {Registry} waits for an operator, {State}: {Code}: {Reason}")]
    private static partial void LogNeedsOperator(ILogger logger, string key, string registry, string state, string code, string reason);

    [LoggerMessage(6, LogLevel.Error, "The ledger refuses the outcome of {Key}: {Code}: {Reason}")]
    private static partial void LogNotSettled(ILogger logger, string key, string code, string reason);

    [LoggerMessage(13, LogLevel.Warning, "{Key} to {Registry} cannot be sent yet: {Code}: {Reason}")]
    private static partial void LogHeldBack(ILogger logger, string key, string registry, string code, string reason);

    [LoggerMessage(14, LogLevel.Warning, "The breaker has paused {Registry}, and this host has no link to it, so nothing probes it. Add a link, or end the pause under its holder's name.")]
    private static partial void LogOrphanPause(ILogger logger, string registry);

    [LoggerMessage(15, LogLevel.Error, "{Key} and every other instruction to {Registry} wait: this host has no link to it. Add a link, or cancel them if the name is misspelt.")]
    private static partial void LogUnlinked(ILogger logger, string key, string registry);

    [LoggerMessage(7, LogLevel.Information, "{Registry} was probed; requests go through: {IsOpen}.")]
    private static partial void LogProbed(ILogger logger, string registry, bool isOpen);

    [LoggerMessage(8, LogLevel.Warning, "New business with {Registry} is paused by its breaker: {Paused}.")]
    private static partial void LogPaused(ILogger logger, string registry, bool paused);

    [LoggerMessage(9, LogLevel.Warning, "The last move of the outbox is dated {Hours:0.#} hours {Side} now. No process ran for a long time, or one of the dates is wrong; no waiting time of a registry is shortened by it.")]
    private static partial void LogDoubted(ILogger logger, double hours, string side);
}
