using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads what all streams have: an id, evidence, names, a factor with its source.</summary>
internal static class StreamReading
{
    private const int LongestName = 200;

    /// <summary>The stream with the common members; a field that is left over is a problem.</summary>
    internal static T Whole<T>(IStreamFields fields, T stream)
        where T : MonitoredStream
    {
        MonitoredStream common = stream;
        var whole = (T)(common with
        {
            Place = fields.Place,
            Evidence = fields.Parts("evidence").Select(EvidenceReading.Document).ToList(),
            WhyGaps = OptionalName(fields, "whyGaps"),
            WhyUnusual = OptionalName(fields, "whyUnusual"),
        });
        fields.Done();
        return whole;
    }

    /// <summary>A text that names something: not blank, one line, of a sensible length.</summary>
    internal static string Name(IStreamFields fields, string field) => fields.Text(field) is { } text ? Checked(fields, field, text) : "";

    internal static string? OptionalName(IStreamFields fields, string field, int longest = LongestName) => fields.OptionalText(field) is { } text ? Checked(fields, field, text, longest) : null;

    internal static FactorChoice<T> Factor<T>(IStreamFields fields, TextParser<T> parser)
        where T : struct
    {
        if (fields.OptionalPart("factor") is not { } factor)
        {
            return FactorChoice<T>.RulesetDefault;
        }

        var choice = new FactorChoice<T>(
            factor.Choice("tier", ReportWords.Tiers.Words) ?? FactorTier.TypeI,
            factor.OptionalValue("value", parser),
            OptionalName(factor, "source"),
            OptionalName(factor, "whyTypeI"));
        factor.Done();
        return choice;
    }

    internal static StockBalance? Stock(IStreamFields fields)
    {
        if (fields.OptionalPart("stock") is not { } stock)
        {
            return null;
        }

        var balance = new StockBalance(
            stock.Value<Mass>("opening", Mass.TryParse) ?? default,
            stock.Value<Mass>("received", Mass.TryParse) ?? default,
            stock.Value<Mass>("movedOut", Mass.TryParse) ?? default,
            stock.Value<Mass>("closing", Mass.TryParse) ?? default);
        stock.Done();
        return balance;
    }

    /// <summary>Stocks of a metered fuel, in the unit of its amounts.</summary>
    internal static MeteredStock<T>? Stock<T>(IStreamFields fields, TextParser<T> parser)
        where T : struct, IQuantity
    {
        if (fields.OptionalPart("stock") is not { } stock)
        {
            return null;
        }

        var balance = new MeteredStock<T>(
            stock.Value("opening", parser) ?? default,
            stock.Value("received", parser) ?? default,
            stock.Value("movedOut", parser) ?? default,
            stock.Value("closing", parser) ?? default);
        stock.Done();
        return balance;
    }

    private static string Checked(IStreamFields fields, string field, string text, int longest = LongestName)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl))
        {
            fields.Problems.Error("bad-value", fields.PlaceOf(field), $"\"{field}\" is {(string.IsNullOrWhiteSpace(text) ? "blank" : "text with line breaks or control characters")}.", "one line of text");
        }
        else if (text.Length > longest)
        {
            fields.Problems.Error("bad-value", fields.PlaceOf(field), $"\"{field}\" has {text.Length} characters.", $"at most {longest} characters");
        }

        return text;
    }
}
