using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>What all streams have: an id, evidence, names, a factor with its source.</summary>
internal static class StreamReading
{
    private const int LongestName = 200;

    /// <summary>A text that names something: not blank, one line, of a sensible length.</summary>
    internal static string Name(IStreamFields fields, string field) => fields.Text(field) is { } text ? Checked(fields, field, text) : "";

    internal static string? OptionalName(IStreamFields fields, string field) => fields.OptionalText(field) is { } text ? Checked(fields, field, text) : null;

    internal static IReadOnlyList<EvidenceDocument> Evidence(IStreamFields fields) => fields.Parts("evidence").Select(Document).ToList();

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

    /// <summary>Stocks of a metered fuel, in the measure of its amounts.</summary>
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

    private static EvidenceDocument Document(IStreamFields fields)
    {
        var document = new EvidenceDocument(
            Name(fields, "document"),
            OptionalName(fields, "instrument"),
            fields.OptionalText("sha256"),
            fields.OptionalText("recordedAt"));
        if (document.Sha256 is { } digest && (digest.Length != 64 || !digest.All(Uri.IsHexDigit)))
        {
            fields.Problems.Error("bad-value", fields.PlaceOf("sha256"), $"\"{ShownText.Short(digest)}\" is not a digest.", "64 hexadecimal digits");
        }

        if (document.RecordedAt is { } time && !LocalDatePattern.Iso.Parse(time).Success && !OffsetDateTimePattern.ExtendedIso.Parse(time).Success)
        {
            fields.Problems.Error("bad-value", fields.PlaceOf("recordedAt"), $"\"{ShownText.Short(time)}\" is not a date or time.", "2025-05-01, or 2025-05-01T09:30:00+05:30");
        }

        fields.Done();
        return document;
    }

    private static string Checked(IStreamFields fields, string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl))
        {
            fields.Problems.Error("bad-value", fields.PlaceOf(field), $"\"{field}\" is {(string.IsNullOrWhiteSpace(text) ? "blank" : "text with line breaks or control characters")}.", "one line of text");
        }
        else if (text.Length > LongestName)
        {
            fields.Problems.Error("bad-value", fields.PlaceOf(field), $"\"{field}\" has {text.Length} characters.", $"at most {LongestName} characters");
        }

        return text;
    }
}
