using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>An action with ITMOs under a letter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Article6Action
{
    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Its type.</summary>
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

    /// <summary>The Party that acquires, uses or cancels; null for a first transfer after which they stay with the host.</summary>
    public string? Party { get; init; }

    /// <summary>The purpose of the use or cancellation; null for a transfer.</summary>
    public Article6Purpose? Purpose { get; init; }

    /// <summary>For a use towards an NDC, the calendar year of that NDC; null where it is not stated.</summary>
    public int? NdcYear { get; init; }

    /// <summary>For a first transfer, the day on which the units were issued; null where it is not stated.</summary>
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

/// <summary>A corresponding adjustment: what a Party adds to, or subtracts from, its emissions balance.</summary>
/// <param name="Party">The Party.</param>
/// <param name="Year">The calendar year of the outcomes.</param>
/// <param name="Tonnes">Tonnes of CO2 equivalent; above zero for an addition by the host, below zero for a subtraction by the Party that uses them towards its NDC.</param>
/// <param name="Action">The key of the action that causes it.</param>
public sealed record CorrespondingAdjustmentEntry(string Party, int Year, long Tonnes, string Action)
{
    /// <summary>The adjustment of one action.</summary>
    internal static IEnumerable<CorrespondingAdjustmentEntry> Of(Article6Action a) => a.Type switch
    {
        Article6ActionType.FirstTransfer => [new(Article6State.Host, a.First.Vintage, a.Tonnes, a.Key)],
        Article6ActionType.Use when a.Purpose is { } purpose && purpose.HasNdc() => [new(a.Party!, a.First.Vintage, -a.Tonnes, a.Key)],
        _ => [],
    };
}
