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
    public decimal Amount { get; private init; }

    /// <summary>The day, or the first day of the year.</summary>
    public LocalDate Date { get; private init; }

    internal bool IsYes { get; private init; }

    /// <summary>The words of a list.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>As written in a file, with its unit, e.g. <c>1500 INR</c>.</summary>
    public string Shown { get; }

    /// <summary>A text or a word.</summary>
    public static FactValue OfText(FactKind kind, string text) => new(kind, Require.NotNull(text));

    /// <summary>A number, with its unit where it has one.</summary>
    public static FactValue OfNumber(decimal number, string? unit) =>
        new(FactKind.Number, QuantityText.Format(number) + (unit is null or "count" or "ratio" or "multiple" ? "" : " " + unit)) { Amount = number };

    /// <summary>An amount.</summary>
    /// <param name="canonical">In the canonical unit.</param>
    /// <param name="shown">As it was written.</param>
    public static FactValue OfQuantity(decimal canonical, string shown) => new(FactKind.Quantity, Require.NotNull(shown)) { Amount = canonical };

    /// <summary>A day.</summary>
    public static FactValue OfDate(LocalDate date) => new(FactKind.Date, LocalDatePattern.Iso.Format(date)) { Date = date };

    /// <summary>A compliance year.</summary>
    public static FactValue OfYear(ComplianceYear year) => new(FactKind.Year, year.ToString()) { Date = year.FirstDay };

    /// <summary>Yes or no.</summary>
    public static FactValue OfFlag(bool yes) => new(FactKind.Flag, yes ? "true" : "false") { IsYes = yes };

    internal static FactValue OfSet(IEnumerable<string> words)
    {
        var sorted = words.Distinct(StringComparer.Ordinal).OrderBy(w => w, StringComparer.Ordinal).ToList();
        return new(FactKind.Set, string.Join(", ", sorted)) { Words = sorted };
    }

    /// <summary>Numeric order, or order in time; both values are of the same ordered kind.</summary>
    public int OrderAgainst(FactValue other)
    {
        Require.NotNull(other);
        return Kind is FactKind.Date or FactKind.Year ? Date.CompareTo(other.Date) : Amount.CompareTo(other.Amount);
    }

    /// <summary>Whether both are text and differ only in case, blanks, signs or look-alike letters, so that nobody can say whether they are one name.</summary>
    /// <param name="other">The other value; null gives false.</param>
    public bool IsLike(FactValue? other) => other is not null && IsText && other.IsText && LikeNames.Are(Shown, other.Shown);

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

    /// <summary>As written in a file, with its unit.</summary>
    public override string ToString() => Shown;

    private bool IsText => Kind is FactKind.Text or FactKind.Choice;
}
