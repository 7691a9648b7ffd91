using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>One row of a ledger or a registry's export, in the terms of this package.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record StatementEntry
{
    /// <summary>The most units a row may state: 2^64 - 1, far beyond any real number of tonnes.</summary>
    public const decimal MostUnits = ulong.MaxValue;

    /// <summary>Where the row stands: file and line.</summary>
    public required string File { get; init; }

    /// <summary>The line on which the row begins, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The registry's id: of the serial if it has one, otherwise of the export.</summary>
    public required string Registry { get; init; }

    /// <summary>The account at the registry in which the units are; null if the row does not say.</summary>
    public string? Account { get; init; }

    /// <summary>The serial as in the row; null if the export has none.</summary>
    public string? Serial { get; init; }

    /// <summary>The numbered units; null if neither the serial nor columns have numbers.</summary>
    public SerialBlock? Block { get; init; }

    /// <summary>The serial in canonical form, to match rows without numbers; null if the serial could not be read.</summary>
    public string? Canonical { get; init; }

    /// <summary>What one unit is.</summary>
    public UnitOfAccount Unit { get; init; }

    /// <summary>The stated quantity in units; for kilograms, in tonnes. Null if the cell is empty or unreadable.</summary>
    public decimal? StatedQuantity { get; init; }

    /// <summary>The state.</summary>
    public UnitState State { get; init; }

    /// <summary>The state in the words of the row; null if it has no column for it, or the cell is empty.</summary>
    public string? StatedState { get; init; }

    /// <summary>The registry's date of the state; null if it gives none.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>The same to the moment, if the registry writes a time with its offset from UTC; otherwise null.</summary>
    public Instant? Moment { get; init; }

    /// <summary>The day on which the registry issued the units; null if the row does not say.</summary>
    public LocalDate? Issued { get; init; }

    /// <summary>The project, from the row's own column or else from the serial.</summary>
    public string? Project { get; init; }

    /// <summary>The project of another registry these units come from, as the row writes it.</summary>
    public string? LinkedProject { get; init; }

    /// <summary>The year in which the vintage ends; null if not stated.</summary>
    public int? VintageYear { get; init; }

    /// <summary>For converted units: the programme they were converted to.</summary>
    public string? ConvertedTo { get; init; }

    /// <summary>The registry the units were converted from, if the serial says so; otherwise null.</summary>
    public string? ConvertedFrom { get; init; }

    /// <summary>The kind of its credits; null unless <see cref="ExportReader.WithDetails"/> is set.</summary>
    public CreditDetails? Details { get; init; }

    /// <summary>
    /// For a part of a row that states several: the quantity of the whole row. Null for a whole row. The parts of a row stand one after the other.
    /// </summary>
    public decimal? RowQuantity { get; init; }

    /// <summary>
    /// Whether a cell for quantity, state or date could not be read: it is known which units the row
    /// is about, but no more. They are reported as unreadable, never as missing.
    /// </summary>
    public bool IsDoubtful => (Doubts & Doubts.Cell) != Doubts.None || State == UnitState.Unknown;

    /// <summary>The content of the row's unreadable cells.</summary>
    internal Doubts Doubts { get; init; }

    /// <summary>A digest of what the serial says besides its numbers, <see cref="Exports.SerialMark"/>.</summary>
    internal uint SerialMark { get; init; }

    /// <summary>The scope that the serial's numbers would have, if the row has no numbers.</summary>
    internal string? Scope { get; init; }

    /// <summary>The quantity by the numbers, or the stated one if there are none.</summary>
    public decimal Quantity => Block is { } block ? block.Count.ToDecimal() : StatedQuantity ?? 0;

    /// <summary>Whether the stated quantity differs from that of the numbers.</summary>
    public bool HasQuantityFault => (Doubts & Doubts.Sum) != Doubts.None || (Block is not null && StatedQuantity is { } stated && stated != Quantity);

    /// <summary>Whether the row states at most <see cref="MostUnits"/>, and not less than zero.</summary>
    internal bool IsCountable => Block is { } block
        ? block.Range.TryGetCount(out var count) && count.High == 0 && StatedQuantity is null or (>= 0 and <= MostUnits)
        : StatedQuantity is null or (>= 0 and <= MostUnits);

    /// <summary>The quantity as what it is: tonnes.</summary>
    /// <exception cref="UnitBoundaryException">The units are not tonnes; the message says what they are.</exception>
    public Co2e ToCo2e() => UnitBoundary.ToCo2e(Quantity, Unit);

    /// <summary>The quantity as what it is: I-RECs or RECs.</summary>
    /// <exception cref="UnitBoundaryException">The units are others; the message says what they are.</exception>
    public RenewableCertificates ToRenewableCertificates() => UnitBoundary.ToRenewable(Quantity, Unit);

    /// <summary>The quantity as what it is: ESCerts.</summary>
    /// <exception cref="UnitBoundaryException">The units are others; the message says what they are.</exception>
    public EnergySavingCertificates ToEnergySavingCertificates() => UnitBoundary.ToEnergySaving(Quantity, Unit);
}
