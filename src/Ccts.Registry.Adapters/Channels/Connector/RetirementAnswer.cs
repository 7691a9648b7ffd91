using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Registries;

namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>Interprets the connector's answers about retirements. The body decides; a status alone is never a yes or a no.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class RetirementAnswer(ConnectorRules rules)
{
    private const int TooManyRequests = 429;
    private const int ServerFault = 500;

    /// <summary>The answer to a requested retirement: an identifier, and then it is pending, or why not.</summary>
    internal ChannelOutcome Created(HttpReply reply) => Meant(reply) with { After = reply.After };

    private ChannelOutcome Meant(HttpReply reply)
    {
        if (reply is { IsSuccess: true, Body: { } body } && Items(body, "retirementIdentifiers") is [{ ValueKind: JsonValueKind.String } one])
        {
            return ChannelOutcome.Pending("pending", "The connector has taken it and passes it on.", one.GetString());
        }

        // A failure of the connector itself proves nothing, whatever its body says.
        if (reply is { Status: < ServerFault and not TooManyRequests, Body: { } refusal } && Codes(refusal) is { Count: > 0 } codes)
        {
            return codes.Exists(c => !rules.Refusals.ContainsKey(c)) ? ChannelOutcome.Unknown("unknown-code", "The connector refused for a reason that its rules do not know.")
                : codes.Exists(c => !rules.Refusals[c]) ? ChannelOutcome.UnitsElsewhere("The connector refused: " + string.Join(", ", codes) + ".")
                : ChannelOutcome.Rejected(Kebab(codes[0]), "The connector refused: " + string.Join(", ", codes) + ".");
        }

        return reply.NothingLeft ? ChannelOutcome.NotSent(reply.Code, reply.Reason, reply.After)
            : reply.Status == TooManyRequests ? ChannelOutcome.Throttled(reply.After)
            : ChannelOutcome.Unknown(reply.Code.Length == 0 ? "no-word" : reply.Code, $"The answer (status {reply.Status}) does not say what became of it.");
    }

    /// <summary>
    /// What the rows about one instruction say together: done by one of them, or still to come, or refused by all. Unknown if they contain a word that the rules do not have; null if there are no
    /// rows, or their words mean nothing by the rules.
    /// </summary>
    internal ChannelOutcome? Status(IReadOnlyList<JsonElement> rows)
    {
        if (rows.Any(r => Text(r, "status") is not { } word || !rules.Statuses.ContainsKey(word)))
        {
            return ChannelOutcome.Unknown("unknown-word", "The connector has the retirement, and says of it what its rules do not know.");
        }

        var known = rows.Select(r => (Kind: Text(r, "status") is { } word && rules.Statuses.TryGetValue(word, out var kind) ? kind : OutcomeKind.Unknown, Row: r)).ToList();
        return known.Exists(k => k.Kind == OutcomeKind.Confirmed && AnswerFaults.Find(k.Row) is not null) ? ChannelOutcome.Odd("contradictory-answer", "The connector says that it is done, and beside it names an error.")
            : known.Count(k => k.Kind == OutcomeKind.Confirmed) > 1 ? ChannelOutcome.Unknown("done-twice", "The connector has more than one retirement under this reference.")
            : known.Exists(k => k.Kind == OutcomeKind.Confirmed) && known.Find(k => k.Kind == OutcomeKind.Confirmed) is var done ? ChannelOutcome.Confirmed(Text(done.Row, "identifier"))
            : known.Exists(k => k.Kind == OutcomeKind.Pending) ? ChannelOutcome.Pending("pending", "The registry has not decided yet.", Text(known.Find(k => k.Kind == OutcomeKind.Pending).Row, "identifier"))
            : known.Count > 0 && known.TrueForAll(k => k.Kind == OutcomeKind.Rejected) ? ChannelOutcome.Rejected("rejected", "The registry refused the retirement or it was withdrawn.")
            : null;
    }

    internal static IReadOnlyList<JsonElement>? Items(JsonElement body, string member) =>
        body.TryGetProperty(member, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : null;

    internal static string? Text(JsonElement from, string member) => from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(member, out var found) ? null : found.ValueKind switch
    {
        JsonValueKind.String => found.GetString(),
        JsonValueKind.Number => found.GetRawText(),
        _ => null,
    };

    internal static long? Count(JsonElement from, string member) => long.TryParse(Text(from, member), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    // The code of the whole, unless it only says that the retirements or attributes are wrong; then theirs.
    private static List<string> Codes(JsonElement body)
    {
        var inner = (Items(body, "attributeErrors") ?? []).Concat((Items(body, "retirementErrors") ?? []).SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray().ToArray() : [e]))
            .Select(e => Text(e, "code")).ToList();
        var outer = Text(body, "code");
        return [.. (inner.Count > 0 ? inner : [outer]).OfType<string>().Select(c => ForeignText.Short(c)!).Distinct(StringComparer.Ordinal)];
    }

    private static string Kebab(string code) => code.ToLowerInvariant().Replace('_', '-');
}
