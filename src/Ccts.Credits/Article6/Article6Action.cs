using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>Something that was done with ITMOs under a letter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Article6Action
{
    /// <summary>The key under which it was done.</summary>
    public required string Key { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What was done.</summary>
    public required Article6ActionType Type { get; init; }

    /// <summary>The letter.</summary>
    public required string Letter { get; init; }

    /// <summary>The first identifier of the run.</summary>
    public required ItmoIdentifier First { get; init; }

    /// <summary>The units behind the run, in the registry that issued them; the first unit belongs to the first identifier.</summary>
    public required SerialBlock Units { get; init; }

    /// <summary>Reductions or removals.</summary>
    public required MitigationType Mitigation { get; init; }

    /// <summary>The Party that transfers; null for use and cancellation.</summary>
    public string? TransferringParty { get; init; }

    /// <summary>The Party that acquires, uses or cancels; for a first transfer without one, null: they stay with the host.</summary>
    public string? Party { get; init; }

    /// <summary>For what they are used or cancelled; null for a transfer.</summary>
    public Article6Purpose? Purpose { get; init; }

    /// <summary>Of a use towards an NDC, the calendar year of that NDC; null where nobody has said it.</summary>
    public int? NdcYear { get; init; }

    /// <summary>Of a first transfer, the day on which the units were issued; null where nobody has said it.</summary>
    public LocalDate? Issued { get; init; }

    /// <summary>Tonnes of CO2 equivalent.</summary>
    public long Tonnes => checked((long)Units.Count.ToUInt64());

    /// <summary>The last identifier of the run.</summary>
    public ItmoIdentifier Last => First.At(First.Serial + (BlockNumber)(ulong)(Tonnes - 1));

    internal BlockRange Serials => new(First.Serial, Last.Serial);
}

/// <summary>ITMOs that a Party holds.</summary>
/// <param name="Party">The Party.</param>
/// <param name="Letter">The letter under which they were authorised.</param>
/// <param name="First">The first identifier of the run.</param>
/// <param name="Units">The units behind it.</param>
/// <param name="Mitigation">Reductions or removals.</param>
public sealed record ItmoHolding(string Party, string Letter, ItmoIdentifier First, SerialBlock Units, MitigationType Mitigation)
{
    /// <summary>Tonnes of CO2 equivalent.</summary>
    public long Tonnes => checked((long)Units.Count.ToUInt64());

    /// <summary>The last identifier of the run.</summary>
    public ItmoIdentifier Last => First.At(First.Serial + (BlockNumber)(ulong)(Tonnes - 1));

    internal BlockRange Serials => new(First.Serial, Last.Serial);

    /// <summary>The part of the run with these serials.</summary>
    internal ItmoHolding Part(BlockRange serials)
    {
        var start = Units.Start + (serials.Start - First.Serial);
        return this with { First = First.At(serials.Start), Units = Units.With(new BlockRange(start, start + (serials.End - serials.Start))) };
    }
}

/// <summary>What a Party adds to, or takes off, its emissions balance.</summary>
/// <param name="Party">The Party.</param>
/// <param name="Year">The calendar year of the outcomes.</param>
/// <param name="Tonnes">Tonnes of CO2 equivalent; above zero are added by the host, below zero taken off by whoever uses towards its NDC.</param>
/// <param name="Action">The key of the action for which it is.</param>
public sealed record CorrespondingAdjustmentEntry(string Party, int Year, long Tonnes, string Action)
{
    /// <summary>What one action adds or takes off.</summary>
    internal static IEnumerable<CorrespondingAdjustmentEntry> Of(Article6Action a) => a.Type switch
    {
        Article6ActionType.FirstTransfer => [new(Article6State.Host, a.First.Vintage, a.Tonnes, a.Key)],
        Article6ActionType.Use when a.Purpose is { } purpose && purpose.HasNdc() => [new(a.Party!, a.First.Vintage, -a.Tonnes, a.Key)],
        _ => [],
    };
}
