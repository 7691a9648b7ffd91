using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>A value of a fact, a parameter or a computation.</summary>
/// <remarks>Immutable and thread-safe. Equality is by meaning: <c>1.0 t</c> equals <c>1 t</c>, a set has no order.</remarks>
public sealed class FactValue : IEquatable<FactValue>
{
    private FactValue(FactKind kind, string shown)
    {
        Kind = kind;
        Shown = shown;
    }

    /// <summary>The kind.</summary>
    public FactKind Kind { get; }

    /// <summary>The number, or the amount in its canonical unit; 0 for other kinds.</summary>
    internal decimal Amount { get; private init; }

    /// <summary>The day, or the first day of the year.</summary>
    internal LocalDate Date { get; private init; }

    internal bool IsYes { get; private init; }

    internal IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>As a person or a file writes it, with its unit, e.g. <c>1500 INR</c>.</summary>
    internal string Shown { get; }

    internal static FactValue OfText(FactKind kind, string text) => new(kind, text);

    internal static FactValue OfNumber(decimal number, string? unit) =>
        new(FactKind.Number, QuantityText.Format(number) + (unit is null or "count" or "ratio" or "multiple" ? "" : " " + unit)) { Amount = number };

    internal static FactValue OfQuantity(decimal canonical, string shown) => new(FactKind.Quantity, shown) { Amount = canonical };

    internal static FactValue OfDate(LocalDate date) => new(FactKind.Date, LocalDatePattern.Iso.Format(date)) { Date = date };

    internal static FactValue OfYear(ComplianceYear year) => new(FactKind.Year, year.ToString()) { Date = year.FirstDay };

    internal static FactValue OfFlag(bool yes) => new(FactKind.Flag, yes ? "true" : "false") { IsYes = yes };

    internal static FactValue OfSet(IEnumerable<string> words)
    {
        var sorted = words.Distinct(StringComparer.Ordinal).OrderBy(w => w, StringComparer.Ordinal).ToList();
        return new(FactKind.Set, string.Join(", ", sorted)) { Words = sorted };
    }

    /// <summary>Numeric order, or order in time; both values are of the same ordered kind.</summary>
    internal int CompareTo(FactValue other) =>
        Kind is FactKind.Date or FactKind.Year ? Date.CompareTo(other.Date) : Amount.CompareTo(other.Amount);

    /// <summary>Whether both mean the same.</summary>
    public bool Equals(FactValue? other)
    {
        if (other is null || IsText != other.IsText || (!IsText && Kind != other.Kind))
        {
            return false;
        }

        return Kind switch
        {
            FactKind.Number or FactKind.Quantity => Amount == other.Amount,
            FactKind.Date or FactKind.Year => Date == other.Date,
            FactKind.Flag => IsYes == other.IsYes,
            FactKind.Set => Words.SequenceEqual(other.Words, StringComparer.Ordinal),
            _ => string.Equals(Shown, other.Shown, StringComparison.Ordinal),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        FactKind.Number or FactKind.Quantity => Amount.GetHashCode(),
        FactKind.Date or FactKind.Year => Date.GetHashCode(),
        FactKind.Flag => IsYes ? 1 : 0,
        _ => StringComparer.Ordinal.GetHashCode(Shown),
    };

    /// <summary>As a person or a file writes it, with its unit.</summary>
    public override string ToString() => Shown;

    private bool IsText => Kind is FactKind.Text or FactKind.Choice;
}
