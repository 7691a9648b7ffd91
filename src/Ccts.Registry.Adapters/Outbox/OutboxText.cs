using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Instructions and moves as the text that a store keeps. Empty members are left out.</summary>
/// <remarks>
/// A state of an unknown version is refused: guessing the state of an instruction could send it twice. From version 2 on the last member is a checksum over the whole row. A
/// later version keeps that, so that an earlier one can tell a newer row from a damaged one.
/// </remarks>
public static partial class OutboxText
{
    private const int Version = 2;

    // Without a checksum.
    private const int Unsealed = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a store is to write for a move.</summary>
    public static OutboxWrite ToWrite(OutboxStep step)
    {
        var record = Require.NotNull(step).Next;
        return new OutboxWrite(OutboxSeal.Of(new OutboxRow(record.Place, record.Key, record.Registry, record.Payload, record.Version, !record.IsClosed, State(record))), Move(step.Move));
    }

    /// <summary>The instruction that a row keeps.</summary>
    /// <exception cref="FormatException">The row was changed since it was written, or has a later version; <see cref="OutboxReading"/> reads changed ones.</exception>
    public static OutboxRecord Read(OutboxRow row) => Read(Require.NotNull(row), isSealed: false);

    /// <param name="row">The row.</param>
    /// <param name="isSealed">Whether the caller has found that the checksum fits; where not, it is computed here.</param>
    internal static OutboxRecord Read(OutboxRow row, bool isSealed)
    {
        try
        {
            using var document = JsonDocument.Parse(row.State);
            return Read(row, Members(document.RootElement), isSealed);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new FormatException($"The state of instruction {row.Key} cannot be read: {bad.Message}", bad);
        }
    }

    /// <summary>The move that a line keeps.</summary>
    /// <exception cref="FormatException">The line is damaged.</exception>
    public static OutboxMove ReadMove(string line)
    {
        Require.NotNull(line);
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = Members(document.RootElement);
            return OutboxCauses.TryParse(Text(root, "cause"), out var cause) && InstructionStates.TryParse(Text(root, "to"), out var to)
                ? new OutboxMove(Time(root, "at") ?? default, cause, InstructionStates.TryParse(Text(root, "from"), out var from) ? from : null, to, Text(root, "actor") ?? "")
                {
                    Epoch = Number(root, "epoch"),
                    Attempt = (int)Number(root, "attempt"),
                    Fingerprint = Text(root, "fingerprint"),
                    Code = Text(root, "code") ?? "",
                    Reason = Text(root, "reason") ?? "",
                    Done = Text(root, "done") ?? "",
                }
                : throw new FormatException("The line names no known move.");
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The line is not a move: " + bad.Message, bad);
        }
    }

    private static string State(OutboxRecord record) => Json(json =>
    {
        json.WriteNumber("v", Version);
        json.WriteString("state", record.State.Word());
        Write(json, "since", record.Since);
        Write(json, "stands-since", record.StandsSince == record.Since ? null : record.StandsSince);
        Write(json, "attempts", record.Attempts);
        Write(json, "forgiven", record.ForgivenAttempts);
        if (record.Attempt is { } attempt)
        {
            json.WriteStartObject("attempt");
            json.WriteNumber("number", attempt.Number);
            json.WriteNumber("epoch", attempt.Epoch);
            Write(json, "at", attempt.At);
            Write(json, "until", attempt.Until);
            Write(json, "settling", attempt.Settling);
            json.WriteEndObject();
        }

        Write(json, "doubts", record.Doubts);
        Write(json, "questions", record.Questions);
        Write(json, "silent", record.SilentAnswers);
        Write(json, "silent-since", record.SilentSince);
        Write(json, "contradicted-since", record.ContradictedSince);
        Write(json, "same-since", record.SameSince);
        Write(json, "same-since-there", record.SameSinceThere);
        Write(json, "first-shown", record.FirstShown);
        Write(json, "done", record.Done);
        Write(json, "settled-done", record.SettledDone);
        Write(json, "in-doubt", record.IsInDoubt);
        Write(json, "earlier-in-doubt", record.IsEarlierInDoubt);
        Write(json, "called-done", record.WasCalledDone);
        Write(json, "refused", record.RefusedWith);
        Write(json, "given-up", record.IsGivenUp);
        Write(json, "accepted", record.WasAccepted);
        Write(json, "reference", record.Reference);
        Write(json, "code", record.Code);
        Write(json, "reason", record.Reason);
        if (record.Faults.Count > 0)
        {
            json.WriteStartArray("faults");
            foreach (var fault in record.Faults)
            {
                json.WriteStringValue(fault);
            }

            json.WriteEndArray();
        }

        Write(json, "due", record.Due);
        Write(json, "leave-alone-until", record.LeaveAloneUntil);
        Write(json, "outcome-at", record.OutcomeAt);
        Write(json, "settled", record.IsSettled);
        Write(json, "rest-quarantined", record.RestIsQuarantined);
        Write(json, "rests-until", record.RestsUntil);
        Write(json, "ledger-refusals", record.LedgerRefusals);
        Write(json, "changed", record.IsChanged);
    });

    private static string Move(OutboxMove move) => Json(json =>
    {
        Write(json, "at", move.At);
        json.WriteString("cause", move.Cause.Word());
        Write(json, "from", move.From?.Word());
        json.WriteString("to", move.To.Word());
        json.WriteString("actor", move.Actor);
        json.WriteNumber("epoch", move.Epoch);
        Write(json, "attempt", move.Attempt);
        Write(json, "fingerprint", move.Fingerprint);
        Write(json, "code", move.Code);
        Write(json, "reason", move.Reason);
        Write(json, "done", move.Done);
    });

    private static OutboxRecord Read(OutboxRow row, Dictionary<string, JsonElement> root, bool isSealed)
    {
        var isReadable = InstructionText.TryRead(row.Payload, out var instruction, out _);
        var version = Number(root, "v");
        if (version == Unsealed ? root.ContainsKey("sum") : !isSealed && !OutboxSeal.Holds(row))
        {
            throw new FormatException($"The row of instruction {row.Key} is not as it was written: its checksum does not fit.");
        }

        return version is not (Version or Unsealed) ? throw new FormatException($"The state of instruction {row.Key} has version {version}; {Version} is known. Read it with a newer version of this library.")
            : !InstructionStates.TryParse(Text(root, "state"), out var state) ? throw new FormatException($"Instruction {row.Key} is in no known state.")
            : new OutboxRecord
            {
                Place = row.Place,
                Key = row.Key,
                Registry = row.Registry,
                Payload = row.Payload,
                // An instruction whose key was used before is never sent, whatever its text says.
                Instruction = isReadable && instruction!.Key == row.Key ? instruction : null,
                State = state,
                Version = row.Version,
                Since = Time(root, "since") ?? default,
                StandsSince = Time(root, "stands-since") ?? Time(root, "since") ?? default,
                Attempts = (int)Number(root, "attempts"),
                ForgivenAttempts = (int)Number(root, "forgiven"),
                Attempt = root.TryGetValue("attempt", out var attempt) ? Attempt(Members(attempt)) : null,
                Doubts = (int)Number(root, "doubts"),
                Questions = (int)Number(root, "questions"),
                SilentAnswers = (int)Number(root, "silent"),
                SilentSince = Time(root, "silent-since"),
                ContradictedSince = Time(root, "contradicted-since"),
                SameSince = Time(root, "same-since"),
                SameSinceThere = Time(root, "same-since-there"),
                FirstShown = Time(root, "first-shown"),
                Done = Numbers(root, "done"),
                SettledDone = Numbers(root, "settled-done"),
                IsInDoubt = Flag(root, "in-doubt"),
                IsEarlierInDoubt = Flag(root, "earlier-in-doubt"),
                WasCalledDone = Flag(root, "called-done"),
                RefusedWith = Text(root, "refused") ?? "",
                IsGivenUp = Flag(root, "given-up"),
                WasAccepted = Flag(root, "accepted"),
                Reference = Text(root, "reference"),
                Code = Text(root, "code") ?? "",
                Reason = Text(root, "reason") ?? "",
                Faults = root.TryGetValue("faults", out var faults) ? faults.EnumerateArray().Select(f => f.GetString()!).ToArray() : [],
                Due = Time(root, "due"),
                LeaveAloneUntil = Time(root, "leave-alone-until"),
                OutcomeAt = Time(root, "outcome-at"),
                IsSettled = Flag(root, "settled"),
                RestIsQuarantined = Flag(root, "rest-quarantined"),
                RestsUntil = Time(root, "rests-until"),
                LedgerRefusals = (int)Number(root, "ledger-refusals"),
                IsChanged = Flag(root, "changed"),
                IsClosed = !row.IsOpen,
                Row = version == Unsealed ? RowStanding.Unsealed : RowStanding.Sound,
            };
    }

    private static OutboxAttempt Attempt(Dictionary<string, JsonElement> from) =>
        new((int)Number(from, "number"), Number(from, "epoch"), Time(from, "at") ?? default, Time(from, "until") ?? default) { Settling = Length(from, "settling") };
}
