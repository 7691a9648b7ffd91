using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>Interprets a registry's answers by its profile. The body decides; a status alone is never a yes or a no.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class AnswerReader(HttpProfile profile)
{
    private const int Unauthorized = 401;
    private const int TooManyRequests = 429;
    private const int ServerFault = 500;
    private static readonly string[] s_shown = ["code", "message", "units", "state", "account", "total", "page", "size", "rows", "totalUnits"];
    private static readonly string UnitsElsewhere = ChannelOutcome.UnitsElsewhere("").Code;

    /// <summary>The answer to an instruction. A requested waiting time counts whatever else the answer says.</summary>
    internal ChannelOutcome Outcome(HttpReply reply, UnitInstruction instruction) =>
        (reply.Body is { } body && Text(body, "status") is { } word ? Said(word, body, reply, instruction) : WithoutWord(reply)) with { After = reply.After };

    /// <summary>The error that comes with rows, as a sentence, or null: such rows may be some of them, or old. What is said of the instruction itself is judged by its own words.</summary>
    internal string? Failure(JsonElement body) => AnswerFaults.Find(body, profile.Name("instruction"), profile.Name("units"), profile.Name("rows"));

    /// <summary>What the registry says of an instruction apart from its numbers. Null where the registry does not know the instruction; unknown where the answer is not understood.</summary>
    internal ChannelOutcome? StatusOf(JsonElement body, UnitInstruction instruction) =>
        !body.TryGetProperty(profile.Name("instruction"), out var status) || status.ValueKind != JsonValueKind.Object ? null
        : Text(status, "status") is not { } word ? ChannelOutcome.Unknown("no-word", "The registry says something of the instruction that cannot be read.")
        // "The units are not there" refers to one copy of the request; the numbers show where they are.
        : Said(word, status, new HttpReply(200, status, "", ""), instruction) is var outcome && outcome.Code == UnitsElsewhere ? null
        : outcome;

    /// <summary>Ranges of numbers of a scope; null if a row cannot be read, or is of another scope.</summary>
    internal IReadOnlyList<(BlockRange Range, JsonElement Row)>? Ranges(JsonElement body, string member, string? scope = null)
    {
        if (!body.TryGetProperty(profile.Name(member), out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var ranges = new List<(BlockRange, JsonElement)>();
        foreach (var row in list.EnumerateArray())
        {
            if (Range(row) is not { } range || (scope is not null && Text(row, "scope") is { } other && other != scope))
            {
                return null;
            }

            ranges.Add((range, row));
        }

        return ranges;
    }

    internal BlockRange? Range(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && BlockNumber.TryParse(Text(row, "start"), out var start) && BlockNumber.TryParse(Text(row, "end"), out var end) && start <= end
            ? new BlockRange(start, end) : null;

    /// <summary>A member as text; whole numbers too, digit by digit.</summary>
    internal string? Text(JsonElement from, string member) => !from.TryGetProperty(profile.Name(member), out var found) ? null : found.ValueKind switch
    {
        JsonValueKind.String => found.GetString(),
        JsonValueKind.Number => found.GetRawText(),
        _ => null,
    };

    internal Instant? Time(JsonElement body) =>
        Text(body, "time") is { } text && InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    // One check for every answer: another instruction's answer, e.g. from a cache, proves nothing, and an ending answer counts only if it names the instruction and comes without a failure.
    private ChannelOutcome Said(string word, JsonElement body, HttpReply reply, UnitInstruction instruction)
    {
        if (Other(body, instruction) is { } other)
        {
            return ChannelOutcome.Odd(other == "reference" ? "other-reference" : "other-instruction", $"The answer is about another instruction: its {other} differs.");
        }

        var said = Meant(word, body, reply, instruction);
        var ends = said.Kind is OutcomeKind.Confirmed or OutcomeKind.Partial || (said.Kind == OutcomeKind.Rejected && !said.MayBeSentAgain);
        var mayBe = said.Kind == OutcomeKind.Rejected ? reply.Status is >= 200 and < ServerFault : reply.IsSuccess;
        return !ends ? said
            : !mayBe ? ChannelOutcome.Unknown("contradictory-answer", $"The registry says \"{ForeignText.Short(word)}\" with status {reply.Status}; this is not certain.")
            : Text(body, "reference") is null ? ChannelOutcome.Unknown("no-reference", $"The registry says \"{ForeignText.Short(word)}\", and not of what.")
            : said;
    }

    /// <summary>The member of an answer that repeats a member of the instruction with another value; null if none does. Members that were never sent are not compared, because a registry may use its own numbers and names.</summary>
    private string? Other(JsonElement body, UnitInstruction instruction)
    {
        foreach (var (member, value) in new (string, string?)[]
        {
            ("reference", instruction.Key), ("instruction", profile.Kinds[instruction.Kind]), ("scope", instruction.Units.Scope), ("serial", instruction.Serial),
            ("from", instruction.FromAccount), ("to", instruction.ToAccount), ("beneficiary", instruction.Beneficiary), ("purpose", instruction.Purpose),
        })
        {
            if (Text(body, member) is { } told && (value is not null || (member == "to" && told.Length > 0)) && !string.Equals(told, value, StringComparison.Ordinal))
            {
                return member;
            }
        }

        return Differs("start", instruction.Units.Start) ? "start" : Differs("end", instruction.Units.End) ? "end" : null;

        bool Differs(string member, BlockNumber number) => Text(body, member) is { } told && !(BlockNumber.TryParse(told, out var other) && other == number);
    }

    private ChannelOutcome Meant(string word, JsonElement body, HttpReply reply, UnitInstruction instruction)
    {
        var reference = Text(body, "id");
        var (code, reason) = (Code(body), Reason(body));
        return profile.Outcomes.TryGetValue(word, out var kind) ? kind switch
        {
            OutcomeKind.Confirmed => Confirmed(word, body, instruction, reference),
            OutcomeKind.Rejected when !body.TryGetProperty(profile.Name("done"), out _) || Ranges(body, "done") is { Count: 0 } => Refused(code, reason, reply),
            OutcomeKind.Pending when reply.IsSuccess => ChannelOutcome.Pending("pending", reason, reference),
            OutcomeKind.Partial when Ranges(body, "done", instruction.Units.Scope) is { Count: > 0 } done => Partial(done, code, reason, reference, instruction),
            _ => ChannelOutcome.Unknown("contradictory-answer", $"The registry says \"{ForeignText.Short(word)}\" with status {reply.Status}; this is not certain."),
        }
        : ChannelOutcome.Unknown("unknown-word", $"The registry says \"{ForeignText.Short(word)}\", which its profile does not know.");
    }

    // Named but unreadable numbers may be fewer, or others. Whatever speaks against a yes is a doubt about this instruction, and says nothing of the registry.
    private ChannelOutcome Confirmed(string word, JsonElement body, UnitInstruction instruction, string? reference) =>
        AnswerFaults.IsOneOf(profile.Refusals.Keys, Code(body)) ? ChannelOutcome.Odd("contradictory-answer", $"The registry says \"{ForeignText.Short(word)}\", and beside it \"{Code(body)}\".")
        : AnswerFaults.Find(body) is { } fault ? ChannelOutcome.Odd("contradictory-answer", $"The registry says \"{ForeignText.Short(word)}\", and beside it {fault}")
        : Remark(body, instruction) is { } remark ? ChannelOutcome.Odd("unknown-remark", $"The registry says \"{ForeignText.Short(word)}\", and beside it {remark} If it says nothing of what was done, name it in \"unrelated\" of the profile.")
        : !body.TryGetProperty(profile.Name("done"), out _) ? ChannelOutcome.Confirmed(reference)
        : Ranges(body, "done", instruction.Units.Scope) is not { } done ? ChannelOutcome.Unknown("unreadable-numbers", "The registry says that it is done, and names numbers that cannot be read, or others.")
        : Partial(done, "half-done", "The registry did not do all of it.", reference, instruction);

    // What the profile names is compared by Other and by the ranges; what it only shows to people is read here.
    private string? Remark(JsonElement body, UnitInstruction instruction)
    {
        var remarks = new AnswerRemarks(instruction, [profile.Kinds[instruction.Kind], .. profile.Outcomes.Where(o => o.Value == OutcomeKind.Confirmed).Select(o => o.Key)], [.. HttpProfile.Names.Except(s_shown, StringComparer.Ordinal).Select(profile.Name)], profile.Unrelated);
        return remarks.Find(body) ?? (body.TryGetProperty(profile.Name("done"), out var done) && done.ValueKind == JsonValueKind.Array ? done.EnumerateArray().Select(remarks.Find).FirstOrDefault(r => r is not null) : null);
    }

    private static ChannelOutcome Partial(IReadOnlyList<(BlockRange Range, JsonElement Row)> rows, string code, string reason, string? reference, UnitInstruction instruction)
    {
        var done = BlockSet.FromRanges(Select(rows));
        var all = BlockSet.Of(instruction.Units.Range);
        return !done.Subtract(all).IsEmpty || done.IsEmpty ? ChannelOutcome.Unknown("other-numbers", "The registry names numbers that the instruction does not.")
            : done.Equals(all) ? ChannelOutcome.Confirmed(reference)
            : ChannelOutcome.Partial(done, code.Length == 0 ? "half-done" : code, reason, reference);
    }

    private static IEnumerable<BlockRange> Select(IReadOnlyList<(BlockRange Range, JsonElement Row)> rows)
    {
        foreach (var row in rows)
        {
            yield return row.Range;
        }
    }

    private ChannelOutcome Refused(string code, string reason, HttpReply reply) => profile.Refusals.TryGetValue(code, out var meaning) ? meaning switch
    {
        RefusalMeaning.Final => ChannelOutcome.Rejected(code, reason),
        RefusalMeaning.Throttled => ChannelOutcome.Throttled(reply.After),
        RefusalMeaning.UnitsElsewhere => ChannelOutcome.UnitsElsewhere(reason),
        RefusalMeaning.TokenRefused or RefusalMeaning.Passes => ChannelOutcome.NotTaken(code, reason, reply.After),
        _ => ChannelOutcome.Unknown(code, reason),
    }
    // A reason without an explanation may or may not depend on where the units are.
    : ChannelOutcome.Unknown("unknown-code", $"The registry refused with \"{code}\", which its profile does not know.");

    private static ChannelOutcome WithoutWord(HttpReply reply) =>
        reply.NothingLeft ? ChannelOutcome.NotSent(reply.Code, reply.Reason, reply.After)
        : reply.Status == TooManyRequests ? ChannelOutcome.Throttled(reply.After)
        : ChannelOutcome.Unknown(reply.Code.Length == 0 ? "no-word" : reply.Code, reply.Reason.Length == 0 ? $"The answer (status {reply.Status}) does not say what became of it." : $"{reply.Reason} (status {reply.Status})");

    /// <summary>Whether the reply says that the token was not accepted, in the profile's words or by its status (RFC 6750 s.3.1): the next request then asks for another. It says nothing of an instruction.</summary>
    internal bool RefusesToken(HttpReply reply) =>
        reply.Status == Unauthorized || (reply.Body is { } body && profile.Refusals.TryGetValue(Code(body), out var meaning) && meaning == RefusalMeaning.TokenRefused);

    private string Code(JsonElement body) => ForeignText.Short(Text(body, "code")) ?? "";

    private string Reason(JsonElement body) => ForeignText.Short(Text(body, "message")) ?? "The registry gave no reason.";
}
