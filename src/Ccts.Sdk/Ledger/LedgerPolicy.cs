using System;
using System.Collections.Generic;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>The limits of the law or of a host's own rules that the ledger enforces. Plain values: rulesets fill them, none is built in.</summary>
/// <remarks>Immutable and thread-safe. What a policy leaves out is refused if it would be a permission (surrender), and does not apply if it would be a limit (validity).</remarks>
public sealed record LedgerPolicy
{
    /// <summary>No limits but the ledger's own invariants; no kind may be surrendered.</summary>
    public static LedgerPolicy Bare { get; } = new();

    /// <summary>The rule for each kind of unit. A kind without a rule cannot be surrendered and never expires.</summary>
    public IReadOnlyList<UnitRule> Units { get; init; } = [];

    /// <summary>What happens after sales above the registry balance, or null when breaches have no consequence beyond the refusal.</summary>
    public OversellRule? Oversell { get; init; }

    /// <summary>Whether a vintage later than the compliance year may be surrendered. Nothing read permits it.</summary>
    public bool BorrowingPermitted { get; init; }

    /// <summary>
    /// Whether every refusal is written to the journal, so that its key gives the same answer for ever. When false, only breaches are;
    /// a command refused otherwise leaves no trace, and the same key may be tried again.
    /// </summary>
    public bool RefusalsAreRemembered { get; init; } = true;

    /// <summary>
    /// What the law behind this policy leaves unknown, each with why and who could settle it. Nothing is enforced for these points, and
    /// nothing is permitted by them. A host that needs an answer states its own. Empty for a policy of the host's own.
    /// </summary>
    public IReadOnlyList<ILegalValue> Unknowns { get; init; } = [];

    /// <summary>The civil time by which days and quarters are counted; India's unless set.</summary>
    public Offset CivilTime { get; init; } = Offset.FromHoursAndMinutes(5, 30);

    internal UnitRule? RuleOf(string kind)
    {
        for (var i = 0; i < Units.Count; i++)
        {
            if (string.Equals(Units[i].Kind, kind, StringComparison.Ordinal))
            {
                return Units[i];
            }
        }

        return null;
    }

    internal long DayNumberOf(Instant at) => DayNumber.Of(at, CivilTime);

    internal LocalDate DayOf(Instant at) => at.WithOffset(CivilTime).Date;

    internal Instant StartOf(LocalDate day) => day.AtMidnight().WithOffset(CivilTime).ToInstant();
}

/// <summary>What holds for one kind of unit.</summary>
/// <param name="Kind">The kind, e.g. <see cref="UnitKind.Ccc"/>.</param>
/// <param name="MayBeSurrendered">Whether it counts for compliance.</param>
public sealed record UnitRule(UnitKind Kind, bool MayBeSurrendered)
{
    internal const int LongestMonths = 1200;

    private readonly int? _validityMonths;

    /// <summary>The oldest vintage that may be surrendered, or null for no limit. None is known for certificates.</summary>
    public int? OldestVintage { get; init; }

    /// <summary>
    /// Months for which a unit is valid, counted from the day of its issue (<see cref="UnitLot.Issued"/>), or null when none are set: it is
    /// then valid as long as its registry states, or for ever. The texts read set none for certificates.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 0 or more than 1200.</exception>
    public int? ValidityMonths
    {
        get => _validityMonths;
        init => _validityMonths = value is null or (>= 0 and <= LongestMonths)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Months of validity are from 0 to 1200.");
    }

    /// <summary>Source, force and evidence, or null for a rule of the host's own.</summary>
    public Standing? Standing { get; init; }

    /// <summary>The last day on which units of a lot are valid, by <see cref="UnitValidity"/>; null if they never expire, or if their day of issue is unknown.</summary>
    public LocalDate? LastDay(UnitLot lot) => UnitValidity.LastDay(lot, ValidityMonths);
}

/// <summary>The bar on sellers who offer more than they have (CERC regulations, Reg 12; the text itself was not read).</summary>
/// <param name="BreachesToBar">How many breaches within one quarter of the calendar lead to a bar; 1 or more.</param>
/// <param name="BarMonths">How long the bar lasts, counted from the day of the last breach; 1 to 1200.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
public sealed record OversellRule(int BreachesToBar, int BarMonths)
{
    /// <summary>How many breaches within one quarter of the calendar lead to a bar.</summary>
    public int BreachesToBar { get; init; } = BreachesToBar >= 1
        ? BreachesToBar
        : throw new ArgumentOutOfRangeException(nameof(BreachesToBar), BreachesToBar, "A bar follows 1 breach or more.");

    /// <summary>How long the bar lasts, in months.</summary>
    public int BarMonths { get; init; } = BarMonths is >= 1 and <= UnitRule.LongestMonths
        ? BarMonths
        : throw new ArgumentOutOfRangeException(nameof(BarMonths), BarMonths, "A bar lasts from 1 to 1200 months.");

    /// <summary>Source, force and evidence, or null for a rule of the host's own.</summary>
    public Standing? Standing { get; init; }
}
