using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>A product, with the factor that makes it equivalent to the sector's main product.</summary>
public sealed record ProductStream : MonitoredStream
{
    /// <summary>The product, e.g. <c>cement</c>.</summary>
    public required string Product { get; init; }

    /// <summary>By period, in the sector's output unit, or in another that the equivalence converts to it.</summary>
    public required OutputAmounts Amounts { get; init; }

    /// <summary>Equivalence to the main product, above 0; 1 for the main product itself.</summary>
    public decimal Equivalence { get; init; } = 1m;

    /// <summary>The unit to which the equivalence converts, if it differs from that of the amounts: tonnes for <c>0.35 t/MWh</c>; null otherwise.</summary>
    public OutputBasis? EquivalentIn { get; init; }

    /// <summary>The unit that the product counts in.</summary>
    internal OutputBasis CountedIn => EquivalentIn ?? Amounts.Basis;

    /// <summary>Where an equivalence other than 1 comes from, or null.</summary>
    public string? EquivalenceSource { get; init; }
}

/// <summary>Product amounts in one unit of output; units never mix.</summary>
public abstract record OutputAmounts
{
    private protected OutputAmounts()
    {
    }

    /// <summary>The unit's basis.</summary>
    public abstract OutputBasis Basis { get; }

    internal abstract decimal CanonicalTotal { get; }
}

/// <summary>Product in tonnes.</summary>
/// <param name="Amounts">By period.</param>
public sealed record ProductInTonnes(Amounts<Mass> Amounts) : OutputAmounts
{
    /// <inheritdoc/>
    public override OutputBasis Basis => OutputBasis.Tonne;

    internal override decimal CanonicalTotal => Amounts.CanonicalTotal;
}

/// <summary>Product in MWh.</summary>
/// <param name="Amounts">By period.</param>
public sealed record ProductInMegawattHours(Amounts<ElectricalEnergy> Amounts) : OutputAmounts
{
    /// <inheritdoc/>
    public override OutputBasis Basis => OutputBasis.MegawattHour;

    internal override decimal CanonicalTotal => Amounts.CanonicalTotal;
}

/// <summary>Refinery throughput in MBBLS/NRGF.</summary>
/// <param name="Amounts">By period.</param>
public sealed record ProductInRefineryThroughput(Amounts<RefineryThroughput> Amounts) : OutputAmounts
{
    /// <inheritdoc/>
    public override OutputBasis Basis => OutputBasis.RefineryBarrel;

    internal override decimal CanonicalTotal => Amounts.CanonicalTotal;
}

/// <summary>Product in a unit that a ruleset adds, or that an equivalence converts, such as metres of cloth.</summary>
/// <remarks>Equal by unit and amounts.</remarks>
public sealed record ProductInUnit : OutputAmounts
{
    /// <summary>The amounts by period, all in the unit.</summary>
    /// <exception cref="UnitMismatchException">An amount is in another unit.</exception>
    public ProductInUnit(OutputBasis basis, Amounts<Output> amounts)
    {
        foreach (var (_, amount) in Require.NotNull(amounts))
        {
            UnitMismatchException.ThrowUnlessSame(basis, amount.Basis);
        }

        (Basis, Amounts) = (basis, amounts);
    }

    /// <inheritdoc/>
    public override OutputBasis Basis { get; }

    /// <summary>By period.</summary>
    public Amounts<Output> Amounts { get; }

    internal override decimal CanonicalTotal => Amounts.CanonicalTotal;
}
