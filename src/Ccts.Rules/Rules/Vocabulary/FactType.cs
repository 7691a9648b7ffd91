using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>The type of a fact, a parameter or a computed value: kind, and unit or words if the kind has them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FactType
{
    internal static readonly FactType Text = new(FactKind.Text);
    internal static readonly FactType Date = new(FactKind.Date);
    internal static readonly FactType Year = new(FactKind.Year);
    /// <summary>Yes or no.</summary>
    public static readonly FactType Flag = new(FactKind.Flag);

    internal FactType(FactKind kind, string? unit = null, IReadOnlyList<string>? words = null, decimal? least = null, bool isWhole = false, string? form = null, decimal? most = null)
    {
        Least = least;
        Most = most;
        IsWhole = isWhole;
        Form = form;
        Kind = kind;
        Unit = unit;
        Words = words;
        Dimension = kind == FactKind.Quantity && unit is not null ? FactDimension.Of(unit) : null;
    }

    /// <summary>The kind.</summary>
    public FactKind Kind { get; }

    /// <summary>For a number what it counts, e.g. <c>ratio</c>; for a quantity its unit, e.g. <c>INR</c>; otherwise null.</summary>
    public string? Unit { get; }

    /// <summary>For a choice, and for a set that is closed, the words it may hold; otherwise null.</summary>
    public IReadOnlyList<string>? Words { get; }

    /// <summary>The lowest possible amount, in the canonical unit; null for no bound.</summary>
    public decimal? Least { get; }

    /// <summary>The highest possible amount, in the canonical unit; null for no bound.</summary>
    public decimal? Most { get; }

    /// <summary>Whether it is a whole number, as a count is.</summary>
    public bool IsWhole { get; }

    /// <summary>The form that a text must have, e.g. <c>sha-256</c>; null for any text.</summary>
    public string? Form { get; }

    /// <summary>Whether an amount, in the canonical unit, is within the type's bounds.</summary>
    public bool Admits(decimal amount) => !(amount < Least) && !(amount > Most) && (!IsWhole || amount == decimal.Truncate(amount));

    /// <summary>Whether a text has the type's form.</summary>
    public bool Admits(string text) => Require.NotNull(text) is { } said && (Form is null || TextForm.Fits(Form, said));

    /// <summary>The quantity that it is, or null.</summary>
    public FactDimension? Dimension { get; }

    private string Limits => (Least is { } least ? Most is { } most ? $", {QuantityText.Format(least)} to {QuantityText.Format(most)}" : $", {QuantityText.Format(least)} or more" : Most is { } only ? $", {QuantityText.Format(only)} at most" : "") + (IsWhole ? ", without decimals" : "");

    internal bool IsText => Kind is FactKind.Text or FactKind.Choice;

    internal bool IsAmount => Kind is FactKind.Number or FactKind.Quantity;

    /// <summary>Whether one can be above another.</summary>
    public bool IsOrdered => IsAmount || Kind is FactKind.Date or FactKind.Year;

    /// <summary>Whether values of both types can be compared with each other: money with money, days with days.</summary>
    internal bool ComparesWith(FactType other) => (IsText && other.IsText)
        || (Kind == other.Kind && (Kind != FactKind.Number || Unit == other.Unit) && (Kind != FactKind.Quantity || Dimension == other.Dimension));

    /// <summary>Its name in messages, e.g. <c>an amount in INR</c>.</summary>
    public override string ToString() => Kind switch
    {
        FactKind.Number => $"a number ({Unit})" + Limits,
        FactKind.Quantity => $"an amount in {Unit}" + Limits,
        FactKind.Choice => "one of " + string.Join(", ", Words!),
        FactKind.Date => "a date such as 2026-03-31",
        FactKind.Year => "a compliance year such as 2025-26",
        FactKind.Flag => "true or false",
        FactKind.Set => Words is null ? "a list of words" : "a list of words from " + string.Join(", ", Words),
        _ => Form is null ? "text" : TextForm.Shown(Form),
    };
}
