using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>The unit in which an entity's output is counted (DPCM Annexure III; GEI target schedules).</summary>
/// <remarks>
/// Open: a ruleset or an overlay lists further units (<c>units.csv</c>), such as metres of cloth. The core knows three, because it
/// converts their multiples. Immutable and thread-safe; equal if the units have the same spelling. <c>default</c> is tonnes.
/// </remarks>
public readonly record struct OutputBasis
{
    private const int LongestSymbol = 24;
    private const string Expected = "a unit such as t, MWh or m: 1 to 24 letters, digits and / . - ², starting with a letter";

    // Null for tonnes, so that default is a basis too.
    private readonly string? _symbol;

    private OutputBasis(string symbol) => _symbol = symbol == TonneSymbol ? null : symbol;

    private const string TonneSymbol = "t";

    /// <summary>Tonnes of equivalent product, <c>t</c>.</summary>
    public static OutputBasis Tonne => default;

    /// <summary>Megawatt-hours, <c>MWh</c>.</summary>
    public static OutputBasis MegawattHour { get; } = new("MWh");

    /// <summary>Refinery throughput weighted by complexity, <c>MBBLS/NRGF</c> as the gazette prints it.</summary>
    public static OutputBasis RefineryBarrel { get; } = new("MBBLS/NRGF");

    /// <summary>The unit as it is written, e.g. <c>t</c>.</summary>
    public string Symbol => _symbol ?? TonneSymbol;

    /// <summary>Whether the core knows the unit, so that no ruleset needs to list it.</summary>
    public bool IsBuiltIn => Output.Units.TryFind(Symbol, out _);

    /// <summary>The basis of a unit.</summary>
    /// <exception cref="FormatException">The text is not a unit, or it is a multiple or another spelling of a known unit.</exception>
    public static OutputBasis Parse(string symbol) =>
        TryParse(Require.NotNull(symbol), out var basis, out var reason) ? basis : throw new FormatException(reason);

    /// <summary>Reads a unit as <see cref="Parse"/> does; false, tonnes and the reason when it cannot.</summary>
    public static bool TryParse(string? symbol, out OutputBasis basis, [NotNullWhen(false)] out string? reason)
    {
        basis = default;
        if (symbol is null || !IsSymbol(symbol))
        {
            reason = symbol is null ? $"The unit is missing; expected {Expected}." : $"{QuantityText.Quote(symbol)} is no unit of output; expected {Expected}.";
            return false;
        }

        var meant = UnitSpelling.Meant(symbol, Output.UnitSymbols);
        reason = Output.Units.TryFind(symbol, out var known)
            ? known.Symbol == symbol ? null : $"\"{symbol}\" is a multiple; the intensity is per \"{known.Symbol}\"."
            : meant.Length == 0 ? null : $"\"{symbol}\" is not a unit of output{meant}.";
        basis = reason is null ? new OutputBasis(symbol) : default;
        return reason is null;
    }

    /// <summary>The unit, as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => Symbol;

    /// <summary>Reads a number, one blank, the prefix and a basis; the reason is given if only the number is wrong.</summary>
    internal static bool TryReadAmount(string? text, string prefix, out decimal number, out OutputBasis basis, out string? reason)
    {
        (number, basis, reason) = (0m, default, null);
        if (text is null)
        {
            return false;
        }

        var outcome = QuantityText.Read(text, out number, out var unit);
        if (outcome == QuantityText.Outcome.Malformed || !unit.StartsWith(prefix, StringComparison.Ordinal) || !TryParse(unit.Substring(prefix.Length), out basis, out _))
        {
            return false;
        }

        reason = outcome == QuantityText.Outcome.TooPrecise ? QuantityText.NotExact(text, unit) : null;
        return reason is null;
    }

    private static bool IsSymbol(string symbol)
    {
        if (symbol.Length is 0 or > LongestSymbol || !IsLetter(symbol[0]))
        {
            return false;
        }

        foreach (var c in symbol)
        {
            if (!IsLetter(c) && c is not ((>= '0' and <= '9') or '/' or '.' or '-' or '²' or '³'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
