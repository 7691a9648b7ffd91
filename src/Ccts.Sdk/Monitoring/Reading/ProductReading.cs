using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads products: the unit of the amounts is the basis of the intensity.</summary>
internal static class ProductReading
{
    internal static ProductStream Read(IStreamFields fields, ReportingPeriod year)
    {
        var amounts = Amounts(fields, fields.Amounts(year));
        var (equivalence, equivalentIn) = Equivalence(fields, amounts.Basis);
        return StreamReading.Whole(fields, new ProductStream
        {
            Id = StreamReading.Name(fields, "id"),
            Product = StreamReading.Name(fields, "product"),
            Amounts = amounts,
            Equivalence = equivalence,
            EquivalentIn = equivalentIn,
            EquivalenceSource = StreamReading.OptionalName(fields, "equivalenceSource"),
        });
    }

    /// <summary>A number, or one with units: <c>0.35 t/MWh</c> converts megawatt-hours into tonnes.</summary>
    private static (decimal Equivalence, OutputBasis? In) Equivalence(IStreamFields fields, OutputBasis basis)
    {
        if (fields.OptionalText("equivalence") is not { } text)
        {
            return (1m, null);
        }

        var from = "/" + basis.Symbol;
        if (text.IndexOf(' ') < 0 || !text.EndsWith(from, StringComparison.Ordinal))
        {
            return (fields.OptionalValue<decimal>("equivalence", (string t, out decimal value, out string? reason) => TryNumber(t, from, out value, out reason)) ?? 1m, null);
        }

        var into = text.Substring(0, text.Length - from.Length);
        if (Output.TryParse(into, out var each, out var reason) && into.EndsWith(" " + each.Basis.Symbol, StringComparison.Ordinal))
        {
            return (each.Value, each.Basis);
        }

        fields.Problems.Unreadable(fields.PlaceOf("equivalence"), text, reason ?? $"an equivalence in a canonical unit, such as \"{each}{from}\"");
        return (1m, null);
    }

    private static bool TryNumber(string text, string from, out decimal value, out string? reason)
    {
        var read = PlainNumber.TryParse(text, out value, out reason);
        reason = read ? null : $"{reason}, or with units where it leads to another one, such as \"0.35 t{from}\"";
        return read;
    }

    private static OutputAmounts Amounts(IStreamFields fields, IReadOnlyList<RawAmount> raw)
    {
        var unit = raw.Count == 0 ? "t" : raw[0].Unit;
        if (ElectricalEnergy.Units.Symbols.Any(u => string.Equals(u.Symbol, unit, StringComparison.Ordinal)))
        {
            return new ProductInMegawattHours(AmountReading.Of<ElectricalEnergy>(raw, ElectricalEnergy.TryParse, fields.Problems));
        }

        if (string.Equals(unit, RefineryThroughput.Units.CanonicalSymbol, StringComparison.Ordinal))
        {
            return new ProductInRefineryThroughput(AmountReading.Of<RefineryThroughput>(raw, RefineryThroughput.TryParse, fields.Problems));
        }

        return OutputBasis.TryParse(unit, out var basis, out _) && !basis.IsBuiltIn
            ? new ProductInUnit(basis, AmountReading.Of<Output>(raw, (string text, out Output amount, out string? reason) => InUnit(text, basis, out amount, out reason), fields.Problems))
            : new ProductInTonnes(AmountReading.Of<Mass>(raw, Mass.TryParse, fields.Problems));
    }

    private static bool InUnit(string text, OutputBasis basis, out Output amount, out string? reason)
    {
        var read = Output.TryParse(text, out amount, out reason);
        if (read && amount.Basis != basis)
        {
            reason = $"a number and the unit of the first amount, such as \"12.5 {basis}\"";
        }

        return reason is null;
    }
}
