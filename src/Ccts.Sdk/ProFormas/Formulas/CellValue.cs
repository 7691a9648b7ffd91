using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>The value of a cell.</summary>
/// <remarks>Immutable. Most cells of a filing are empty or 0, and share one value each: a form has thousands of them.</remarks>
internal sealed class CellValue
{
    internal static readonly CellValue DivisionByZero = Error("#DIV/0!");
    internal static readonly CellValue NotANumber = Error("#VALUE!");
    internal static readonly CellValue NotFound = Error("#N/A");

    private static readonly CellValue One = new(CellKind.Number, Exact.Of(1), "");

    private readonly Exact _number;

    private CellValue(CellKind kind, Exact number, string text) => (Kind, _number, Text) = (kind, number, text);

    internal static CellValue Blank { get; } = new(CellKind.Blank, default, "");

    internal static CellValue Zero { get; } = new(CellKind.Number, default, "");

    internal CellKind Kind { get; }

    /// <summary>The number; 0 for any other kind.</summary>
    internal ref readonly Exact Number => ref _number;

    /// <summary>The text or the error; empty for a blank and a number.</summary>
    internal string Text { get; }

    internal bool IsError => Kind == CellKind.Error;

    internal bool IsTrue => _number.Sign != 0;

    /// <summary>Whether it counts as 0 in a sum: a 0, an empty cell, a text.</summary>
    internal bool IsZero => _number.Sign == 0;

    internal static CellValue Of(Exact number) => number.Sign == 0 ? Zero : new(CellKind.Number, number, "");

    internal static CellValue Of(bool value) => value ? One : Zero;

    internal static CellValue Of(string text) => new(CellKind.Text, default, text);

    internal static CellValue Error(string code) => new(CellKind.Error, default, code);

    /// <summary>Whether two values are equal. A blank equals 0 and the empty text; texts are compared as workbooks do, ignoring case.</summary>
    internal bool Equals(CellValue other) => (Kind, other.Kind) switch
    {
        (CellKind.Error, _) or (_, CellKind.Error) => Kind == other.Kind && Text == other.Text,
        (CellKind.Text, CellKind.Text) => string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase),
        (CellKind.Text, CellKind.Number) or (CellKind.Number, CellKind.Text) => false,
        (CellKind.Text, CellKind.Blank) or (CellKind.Blank, CellKind.Text) => Text.Length + other.Text.Length == 0,
        _ => Number.CompareTo(other.Number) == 0,
    };

    /// <summary>As a plain decimal with this many significant digits, or the text; empty for a blank.</summary>
    internal string Write(int significant) => Kind == CellKind.Number ? ExactText.Write(Number, significant) : Text;
}
