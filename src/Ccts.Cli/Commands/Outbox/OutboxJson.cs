using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Registry.Adapters.Outbox;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Outbox;

/// <summary>Instructions and moves as the tool's JSON.</summary>
internal static class OutboxJson
{
    internal static JsonObject Of(OutboxRecord record) => new()
    {
        ["key"] = record.Key,
        ["registry"] = record.Registry,
        ["state"] = record.State.Word(),
        ["since"] = Time(record.StandsSince),
        ["due"] = Time(record.Due),
        ["instruction"] = record.Instruction?.Kind.ToString().ToLowerInvariant(),
        ["scope"] = record.Instruction?.Units.Scope,
        ["start"] = record.Instruction?.Units.Start.ToString(),
        ["end"] = record.Instruction?.Units.End.ToString(),
        ["done"] = Ranges(record.Done),
        ["attempts"] = record.Attempts,
        ["reference"] = record.Reference,
        ["code"] = record.Code,
        ["reason"] = record.Reason,
        ["givenUp"] = IsGivenUp(record),
        ["changed"] = record.IsChanged,
        ["settled"] = record.IsSettled,
        ["closed"] = record.IsClosed,
    };

    internal static JsonObject Of(OutboxMove move) => new()
    {
        ["at"] = Time(move.At),
        ["cause"] = move.Cause.Word(),
        ["from"] = move.From?.Word(),
        ["to"] = move.To.Word(),
        ["actor"] = move.Actor,
        ["epoch"] = move.Epoch,
        ["attempt"] = move.Attempt,
        ["fingerprint"] = move.Fingerprint,
        ["code"] = move.Code,
        ["reason"] = move.Reason,
        ["done"] = move.Done,
    };

    /// <summary>Whether somebody gave up what is not done: by a cancellation that still waits for certainty, or by a decision that ended the instruction.</summary>
    internal static bool IsGivenUp(OutboxRecord record) => record.IsGivenUp || record.State == InstructionState.Cancelled;

    internal static string? Time(Instant? time) => time is { } at ? InstantPattern.ExtendedIso.Format(at) : null;

    private static JsonArray Ranges(Ccts.Sdk.Ledger.Blocks.BlockSet numbers) => new([.. numbers.Ranges.Select(r => (JsonNode)new JsonObject { ["start"] = r.Start.ToString(), ["end"] = r.End.ToString() })]);
}
