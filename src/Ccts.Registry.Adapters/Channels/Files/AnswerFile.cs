using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>The registry's answer to one instruction: a row for each run of numbers that it did, or one row without numbers.</summary>
/// <param name="Outcome">What it means.</param>
/// <param name="Time">When it was given.</param>
internal sealed record AnswerFile(ChannelOutcome Outcome, Instant? Time)
{
    private static readonly string[] Required = ["reference", "status"], Optional = ["code", "message", "id", "start", "end", "time"];

    // The rows of an answer differ only in their numbers.
    private static readonly string[] OfOne = ["status", "code", "id", "time"];

    internal static AnswerFile Read(byte[] bytes, string name, int mostBytes, FileProfile profile, UnitInstruction instruction, Instant latest)
    {
        var problems = new ProblemList();
        var csv = LocatedCsv.Open(bytes, name, problems, mostBytes);
        var table = csv is null ? null : CsvTable.Open(csv, name, problems, [.. Required.Select(profile.Name)], [.. Optional.Select(profile.Name)]);
        var rows = new List<CsvRecord>();
        while (table?.ReadRecord() is { } row)
        {
            rows.Add(row);
        }

        if (problems.HasErrors || rows.Count == 0)
        {
            return Unclear("unreadable", "The answer's file cannot be read.");
        }

        string? Cell(CsvRecord row, string column) => row.OptionalText(profile.Name(column));
        if (rows.Any(r => !string.Equals(Cell(r, "reference"), instruction.Key, StringComparison.Ordinal)) || OfOne.Any(c => rows.Select(r => Cell(r, c)).Distinct(StringComparer.Ordinal).Count() != 1))
        {
            return Unclear("other-reference", "The answer's file is about another instruction, or says two things.");
        }

        // With an answer dated ahead, every earlier statement would count as older than the answer.
        var time = Cell(rows[0], "time") is { } text ? InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : Instant.MaxValue : (Instant?)null;
        if (time > latest)
        {
            return Unclear("unreadable", "The answer's file states a time that cannot be read, or is after this host's own.");
        }

        var bounds = rows.ConvertAll(r => (Start: Cell(r, "start"), End: Cell(r, "end")));
        var ranges = bounds is [(null, null)] ? [] : bounds.ConvertAll(b => RangeOf(b.Start, b.End));
        var seen = new LiveBlockSet();
        return ranges.Any(r => r is not { } range || !seen.TryAdd(range))
            ? Unclear("unreadable", "The answer's file has numbers that cannot be read or stand twice, or a row without any beside others.")
            : new AnswerFile(Said(Cell(rows[0], "status"), ForeignText.Short(Cell(rows[0], "code")), ForeignText.Short(Cell(rows[0], "message")), Cell(rows[0], "id"), ranges.ConvertAll(r => r!.Value), profile, instruction), time);
    }

    internal static BlockRange? RangeOf(string? start, string? end) =>
        BlockNumber.TryParse(start, out var first) && BlockNumber.TryParse(end, out var last) && first <= last ? new BlockRange(first, last) : null;

    private static AnswerFile Unclear(string code, string reason) => new(ChannelOutcome.Unknown(code, reason), null);

    private static bool SaysNoMore(string? code, string? message, FileProfile profile, UnitInstruction instruction) =>
        new AnswerRemarks(instruction, [profile.Kinds[instruction.Kind], .. profile.Outcomes.Where(o => o.Value == OutcomeKind.Confirmed).Select(o => o.Key)], [], []) is var remarks
        && remarks.Understands("code", code) && remarks.Understands("message", message);

    private static ChannelOutcome Said(string? word, string? code, string? message, string? id, List<BlockRange> ranges, FileProfile profile, UnitInstruction instruction)
    {
        var (all, done, reason) = (BlockSet.Of(instruction.Units.Range), BlockSet.FromRanges(ranges), message ?? "The registry gave no reason.");
        return word is null || !profile.Outcomes.TryGetValue(word, out var kind) ? ChannelOutcome.Unknown("unknown-word", "The registry's word for what it did is not known to its profile.")
            : !done.Subtract(all).IsEmpty ? ChannelOutcome.Unknown("other-numbers", "The registry names numbers that the instruction does not.")
            : kind switch
            {
                OutcomeKind.Confirmed when (done.IsEmpty || done.Equals(all)) && !AnswerFaults.IsOneOf(profile.Refusals.Keys, code) && SaysNoMore(code, message, profile, instruction) => ChannelOutcome.Confirmed(id),
                OutcomeKind.Confirmed or OutcomeKind.Partial when !done.IsEmpty && !done.Equals(all) => ChannelOutcome.Partial(done, code ?? "half-done", reason, id),
                OutcomeKind.Rejected when done.IsEmpty && code is not null && profile.Refusals.TryGetValue(code, out var isFinal) =>
                    isFinal ? ChannelOutcome.Rejected(code, reason) : ChannelOutcome.UnitsElsewhere(reason),
                OutcomeKind.Pending => ChannelOutcome.Pending("pending", reason, id),
                _ => ChannelOutcome.Unknown("unknown-code", "The registry refused for a reason that its profile does not know, or contradicts itself."),
            };
    }
}
