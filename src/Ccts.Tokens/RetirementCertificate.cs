using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Tokens.Supply;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Tokens;

/// <summary>The result of a burn: which units the registry retired, for whom, under which reference. It exists only once the registry has confirmed every unit.</summary>
/// <remarks>Immutable and thread-safe. It is evidence for a sustainability report such as BRSR, not the report. That report's rules say which figure it may reduce.</remarks>
public sealed record RetirementCertificate
{
    private RetirementCertificate()
    {
    }

    /// <summary>The key of the burn.</summary>
    public string Key { get; private init; } = "";

    /// <summary>For whom the units were retired.</summary>
    public string Beneficiary { get; private init; } = "";

    /// <summary>Why, in words, or null.</summary>
    public string? Purpose { get; private init; }

    /// <summary>When the tokens were burned.</summary>
    public Instant At { get; private init; }

    /// <summary>The units, with the metadata of the burned tokens and the registry's own name for the retirement, where it gave one.</summary>
    public IReadOnlyList<RetiredUnits> Units { get; private init; } = [];

    /// <summary>How many tonnes.</summary>
    public long Tonnes => SupplyState.Tonnes(Units.Select(u => u.Units));

    /// <summary>The certificate of a burn, or null while the registry has not confirmed every unit of it.</summary>
    /// <param name="supply">Where the burn is remembered.</param>
    /// <param name="outbox">Where its instructions are.</param>
    /// <param name="key">The key of the burn.</param>
    public static RetirementCertificate? Of(TokenSupply supply, IStoredOutbox outbox, string key)
    {
        Require.NotNull(outbox);
        var burn = Require.NotNull(supply).Book.Ask(s => s.Endings.FirstOrDefault(e => e.Record.Key == key && e.Record.What == TokenRecords.Burn)?.Record);
        if (burn is null)
        {
            return null;
        }

        var units = new List<RetiredUnits>();
        var blocks = burn.Blocks(TokenRecords.Units);
        for (var i = 0; i < blocks.Count; i++)
        {
            if ((outbox.Find(TokenRecords.InstructionKey(burn, i)) ?? Earlier(outbox, $"{key}/{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}", blocks[i])) is not { } row
                || OutboxText.Read(row) is not { State: InstructionState.Confirmed } record)
            {
                return null;
            }

            units.AddRange(supply.Book.Ask(s => s.Find(blocks[i])!.Classes(BlockSet.Of(blocks[i].Range)).SelectMany(c => c.Numbers.Ranges.Select(r => new RetiredUnits(blocks[i].With(r), c.Metadata, record.Reference))).ToList()));
        }

        return new RetirementCertificate { Key = key, Beneficiary = burn.Text(TokenRecords.Beneficiary), Purpose = burn.Find(TokenRecords.Purpose), At = burn.At, Units = units };
    }

    // Earlier versions made the instructions' keys from the key of the burn alone, which another supply of the ledger may also have used.
    private static OutboxRow? Earlier(IStoredOutbox outbox, string key, SerialBlock block) =>
        outbox.Find(key) is { } row && InstructionText.TryRead(row.Payload, out var instruction, out _) && instruction!.Units == block ? row : null;

    /// <summary>The certificate as JSON, always the same for the same content.</summary>
    public string ToJson() => new JsonObject
    {
        ["certificate"] = JsonValue.Create("retirement"),
        ["key"] = JsonValue.Create(Key),
        ["beneficiary"] = JsonValue.Create(Beneficiary),
        ["purpose"] = JsonValue.Create(Purpose),
        ["at"] = JsonValue.Create(InstantPattern.ExtendedIso.Format(At)),
        ["tonnes"] = JsonValue.Create(Tonnes),
        ["units"] = new JsonArray([.. Units.Select(u => (JsonNode)new JsonObject
        {
            ["registry"] = JsonValue.Create(u.Units.Registry), ["scope"] = JsonValue.Create(u.Units.Scope),
            ["start"] = JsonValue.Create(u.Units.Start.ToString()), ["end"] = JsonValue.Create(u.Units.End.ToString()),
            ["serial"] = JsonValue.Create(u.Metadata.SerialNumber), ["vintage"] = JsonValue.Create(u.Metadata.Vintage.ToString()),
            ["project"] = JsonValue.Create(u.Metadata.Project), ["verificationHash"] = JsonValue.Create(u.Metadata.VerificationHash.Text),
            ["registryReference"] = JsonValue.Create(u.Reference),
        })]),
    }.ToJsonString();
}

/// <summary>Units that a registry retired.</summary>
/// <param name="Units">The units.</param>
/// <param name="Metadata">What the burned tokens said.</param>
/// <param name="Reference">The registry's own name for the retirement, or null.</param>
public sealed record RetiredUnits(SerialBlock Units, TokenMetadata Metadata, string? Reference);
