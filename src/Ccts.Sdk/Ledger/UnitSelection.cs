using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>Which units a command takes: the oldest, chosen blocks, or what a reservation holds.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract record UnitSelection
{
    private protected UnitSelection()
    {
    }

    internal abstract void AddTo(ref Fingerprint print);
}

/// <summary>
/// First in, first out: oldest vintage first, within a vintage the lot that entered the account first, within a lot the lowest number.
/// Units that may not be used for the command (expired, too old, later than the compliance year) are skipped.
/// </summary>
/// <param name="Kind">Kind of unit.</param>
/// <param name="Tonnes">How many; above zero.</param>
public sealed record OldestUnits(UnitKind Kind, long Tonnes) : UnitSelection
{
    /// <summary>Only of this registry, or null for any.</summary>
    public string? Registry { get; init; }

    /// <summary>Only of this vintage, or null for any.</summary>
    public int? Vintage { get; init; }

    /// <summary>The shadow account they are taken from.</summary>
    public ShadowAccount From { get; init; } = ShadowAccount.Free;

    internal override void AddTo(ref Fingerprint print)
    {
        print.Add(1);
        print.Add(Kind);
        print.Add(Tonnes);
        print.Add(Registry);
        print.Add(Vintage ?? -1);
        print.Add((int)From);
    }

    internal bool Admits(UnitLot lot) => (Vintage is not { } year || lot.Vintage == year)
        && (Registry is null || string.Equals(lot.Registry, Registry, System.StringComparison.Ordinal));
}

/// <summary>Exactly these blocks. A block may span lots and earlier purchases; every unit of it has to be there.</summary>
/// <param name="Blocks">The blocks; none may overlap another.</param>
public sealed record ChosenUnits(IReadOnlyList<SerialBlock> Blocks) : UnitSelection
{
    /// <summary>One block.</summary>
    public ChosenUnits(SerialBlock block)
        : this([block])
    {
    }

    /// <summary>The shadow account they are taken from.</summary>
    public ShadowAccount From { get; init; } = ShadowAccount.Free;

    internal override void AddTo(ref Fingerprint print)
    {
        print.Add(2);
        print.Add((int)From);
        AddTo(ref print, Blocks);
    }

    internal static void AddTo(ref Fingerprint print, IReadOnlyList<SerialBlock> blocks)
    {
        foreach (var block in blocks)
        {
            print.Add(block.Registry);
            print.Add(block.Scope);
            print.AddNumber(block.Start);
            print.AddNumber(block.End);
        }
    }
}

/// <summary>What a reservation of the account holds: all of it, its first tonnes (a partial fill), or the numbers that <see cref="Blocks"/> names.</summary>
/// <param name="Reservation">The reservation's id.</param>
/// <param name="Tonnes">How many, or null for all that is left.</param>
public sealed record ReservedUnits(string Reservation, long? Tonnes = null) : UnitSelection
{
    /// <summary>Exactly these numbers of it, as a registry confirms them; none may overlap another. Null (the default) for no choice of numbers.</summary>
    public IReadOnlyList<SerialBlock>? Blocks { get; init; }

    internal override void AddTo(ref Fingerprint print)
    {
        print.Add(3);
        print.Add(Reservation);
        print.Add(Tonnes ?? -1);
        if (Blocks is not null)
        {
            ChosenUnits.AddTo(ref print, Blocks);
        }
    }
}
