using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Ccts.Sdk.Quantities;

/// <summary>The units of one quantity as data, and what follows from them: conversion, reading, writing.</summary>
/// <remarks>The first unit is canonical. A unit listed again under another symbol is read, and written by its first.</remarks>
internal sealed class UnitTable<TUnit>
    where TUnit : struct
{
    private readonly string _quantity;
    private readonly (TUnit Unit, string Symbol, decimal Multiplier)[] _units;

    internal UnitTable(string quantity, params (TUnit Unit, string Symbol, decimal Multiplier)[] units)
    {
        _quantity = quantity;
        _units = units;
    }

    internal string CanonicalSymbol => _units[0].Symbol;

    internal IEnumerable<(string Symbol, TUnit Unit)> Symbols => _units.Select(u => (u.Symbol, u.Unit));

    internal IEnumerable<string> SymbolTexts => _units.Select(u => u.Symbol);

    /// <summary>The same symbols as units of an output basis.</summary>
    internal IEnumerable<(OutputBasis, string, decimal)> On(OutputBasis basis) =>
        _units.Select(u => (basis, u.Symbol, u.Multiplier));

    /// <summary>The same units under another quantity's name.</summary>
    internal UnitTable<TUnit> For(string quantity) => new(quantity, _units);

    internal string SymbolOf(TUnit unit) => Find(unit).Symbol;

    /// <exception cref="OverflowException">The value cannot be held exactly in the canonical unit.</exception>
    internal decimal ToCanonical(decimal value, TUnit unit)
    {
        var (_, symbol, multiplier) = Find(unit);
        return ExactDecimal.TryMultiply(value, multiplier, out var canonical)
            ? canonical
            : throw new OverflowException(QuantityText.NotExact(QuantityText.Format(value) + " " + symbol, CanonicalSymbol));
    }

    /// <summary>Rounded to 28 digits when the division does not terminate; exact for a value that came from the
    /// unit.</summary>
    internal decimal FromCanonical(decimal canonical, TUnit unit) => canonical / Find(unit).Multiplier;

    internal string Format(decimal canonical) => QuantityText.Format(canonical) + " " + CanonicalSymbol;

    internal string Format(decimal canonical, TUnit unit) =>
        QuantityText.Format(FromCanonical(canonical, unit)) + " " + SymbolOf(unit);

    /// <exception cref="FormatException">The text is not a value and one of the units, or cannot be held
    /// exactly.</exception>
    internal decimal Parse(string text) =>
        TryParse(Require.NotNull(text), out var canonical, out var reason) ? canonical : throw new FormatException(reason);

    internal bool TryParse(string? text, out decimal canonical, [NotNullWhen(false)] out string? reason) =>
        TryParse(text, out canonical, out _, out reason);

    internal bool TryParse(string? text, out decimal canonical, out TUnit unit, [NotNullWhen(false)] out string? reason)
    {
        canonical = 0m;
        unit = default;
        reason = null;
        if (text is null)
        {
            reason = $"{_quantity} is missing; {Expected}.";
            return false;
        }

        var outcome = QuantityText.Read(text, out var number, out var symbol);
        var index = IndexOf(symbol);
        if (outcome == QuantityText.Outcome.Malformed && QuantityText.ReadAlone(text, out _) == QuantityText.Outcome.Read)
        {
            reason = $"{QuantityText.Quote(text)} has no unit; {Expected}.";
        }
        else if (outcome == QuantityText.Outcome.Malformed || (index < 0 && symbol.Length > 0 && char.IsDigit(symbol[0])))
        {
            reason = $"{QuantityText.Quote(text)} is not a plain decimal number, one space and a unit"
                + $" (no thousands separators, no exponent); {Expected}.";
        }
        else if (index < 0)
        {
            reason = $"{QuantityText.Quote(symbol)} is not a unit of {_quantity}{(IndexOf(symbol.Trim()) < 0 ? UnitSpelling.Meant(symbol, SymbolTexts) : " (leave out the blank beside it)")}; {Expected}.";
        }
        else if (outcome == QuantityText.Outcome.TooPrecise
            || !ExactDecimal.TryMultiply(number, _units[index].Multiplier, out canonical))
        {
            reason = QuantityText.NotExact(text, CanonicalSymbol);
        }
        else
        {
            unit = _units[index].Unit;
        }

        return reason is null;
    }

    private string Expected =>
        $"expected text such as \"12.5 {CanonicalSymbol}\"; {Listed}";

    private string Listed => $"units: {string.Join(", ", _units.Select(u => u.Symbol))}";

    internal bool TryFind(string symbol, out TUnit unit)
    {
        var index = IndexOf(symbol);
        unit = index < 0 ? default : _units[index].Unit;
        return index >= 0;
    }

    private int IndexOf(string symbol)
    {
        for (var i = 0; i < _units.Length; i++)
        {
            if (string.Equals(_units[i].Symbol, symbol, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private (TUnit Unit, string Symbol, decimal Multiplier) Find(TUnit unit)
    {
        foreach (var candidate in _units)
        {
            if (EqualityComparer<TUnit>.Default.Equals(candidate.Unit, unit))
            {
                return candidate;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(unit), unit, $"Not a unit of {_quantity}.");
    }
}
