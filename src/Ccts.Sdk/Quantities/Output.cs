using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>An amount of output with its basis as data.</summary>
/// <remarks><para>For files and tables, where the basis is known only at run time. A unit that the core does not know is read as written; the
/// year's ruleset decides whether it exists. Mixing bases throws
/// <see cref="UnitMismatchException"/>, ordering included; values on different bases are never equal.
/// <c>default</c> is zero tonnes.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct Output : IQuantity, IComparable<Output>
{
    internal static readonly UnitTable<OutputBasis> Units = new(
        "output",
        [
            .. Mass.Units.On(OutputBasis.Tonne),
            .. ElectricalEnergy.Units.On(OutputBasis.MegawattHour),
            .. RefineryThroughput.Units.On(OutputBasis.RefineryBarrel),
        ]);

    /// <summary>Every unit that the core converts, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private Output(decimal value, OutputBasis basis)
    {
        Value = value;
        Basis = basis;
    }

    /// <summary>The amount in the unit of the basis.</summary>
    public decimal Value { get; }

    /// <summary>What the output is counted in.</summary>
    public OutputBasis Basis { get; }

    decimal IQuantity.CanonicalValue => Value;

    string IQuantity.CanonicalUnit => Basis.Symbol;

    /// <summary>So much output in the unit of the basis.</summary>
    public static Output Of(decimal value, OutputBasis basis) => new(value, basis);

    /// <summary>The typed output with its basis as data.</summary>
    public static Output From<TOutput>(TOutput output)
        where TOutput : struct, IOutput => new(output.CanonicalValue, output.Basis);

    /// <summary>Reads text such as <c>3666138 t</c>, <c>12.5 GWh</c>, <c>40 MBBLS/NRGF</c> or <c>12000 m</c>.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static Output Parse(string text) =>
        TryParse(Require.NotNull(text), out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out Output value, [NotNullWhen(false)] out string? reason)
    {
        if (!OutputBasis.TryReadAmount(text, "", out var amount, out var basis, out reason) && (reason is not null || !Units.TryParse(text, out amount, out basis, out reason)))
        {
            value = default;
            return false;
        }

        value = new(amount, basis);
        reason = null;
        return true;
    }

    /// <summary>The output as a mass.</summary>
    /// <exception cref="UnitMismatchException">It is not counted in tonnes.</exception>
    public Mass ToMass() => Mass.FromTonnes(On(OutputBasis.Tonne));

    /// <summary>The output as electricity.</summary>
    /// <exception cref="UnitMismatchException">It is not counted in megawatt-hours.</exception>
    public ElectricalEnergy ToElectricalEnergy() => ElectricalEnergy.FromMegawattHours(On(OutputBasis.MegawattHour));

    /// <summary>The output as refinery throughput.</summary>
    /// <exception cref="UnitMismatchException">It is not counted in MBBLS/NRGF.</exception>
    public RefineryThroughput ToRefineryThroughput() =>
        RefineryThroughput.FromMbblsNrgf(On(OutputBasis.RefineryBarrel));

    /// <summary>Text such as <c>3666138 t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => QuantityText.Format(Value) + " " + Basis;

    /// <summary>Numeric order.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public int CompareTo(Output other) => Value.CompareTo(other.On(Basis));

    /// <summary>Sum.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static Output operator +(Output left, Output right) =>
        new(left.Value + right.On(left.Basis), left.Basis);

    /// <summary>Difference.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static Output operator -(Output left, Output right) =>
        new(left.Value - right.On(left.Basis), left.Basis);

    /// <summary>The negated value.</summary>
    public static Output operator -(Output value) => new(-value.Value, value.Basis);

    /// <summary>The product with a number.</summary>
    public static Output operator *(Output value, decimal factor) => new(value.Value * factor, value.Basis);

    /// <summary>The product with a number.</summary>
    public static Output operator *(decimal factor, Output value) => new(factor * value.Value, value.Basis);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static decimal operator /(Output left, Output right) => left.Value / right.On(left.Basis);

    /// <summary>Less.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator <(Output left, Output right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator >(Output left, Output right) => left.CompareTo(right) > 0;

    /// <summary>Less or equal.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator <=(Output left, Output right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or equal.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator >=(Output left, Output right) => left.CompareTo(right) >= 0;

    private decimal On(OutputBasis expected)
    {
        UnitMismatchException.ThrowUnlessSame(expected, Basis);
        return Value;
    }
}
