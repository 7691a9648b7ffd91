using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6;

/// <summary>Reads a Letter of Authorization from JSON, after <c>schemas/letter-of-authorization.schema.json</c>.</summary>
/// <remarks>Thread-safe. Strict: anything not understood is a problem with its place, and the file is rejected. <see cref="Article6Book"/> decides whether a letter may be entered.</remarks>
public static class LetterFile
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-letter/1";

    private static readonly Dictionary<string, Article6Purpose> Purposes = Article6Words.AllPurposes.ToDictionary(w => w, Article6Words.PurposeOf, StringComparer.Ordinal);
    private static readonly Dictionary<string, FirstTransferDefinition> Definitions = Article6Words.AllDefinitions.ToDictionary(w => w, Article6Words.DefinitionOf, StringComparer.Ordinal);

    /// <summary>Reads a letter.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">What messages call it, or null.</param>
    /// <param name="letter">The letter, or null.</param>
    /// <param name="problems">Why not, each with its place.</param>
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out Letter? letter, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = LocatedJson.Read(Require.NotNull(utf8), name, found) is { } root ? Read(new ObjectReader(root, found)) : null;
        problems = found.ToList();
        letter = found.HasErrors ? null : read;
        return letter is not null;
    }

    private static Letter Read(ObjectReader json)
    {
        json.OptionalText("$schema");
        json.OptionalText("illustrative");
        if (json.Text("format") is { } format && format != Format)
        {
            json.Problems.Error("bad-value", json.Node.Member("format")!.Place, $"The format is \"{ShownText.Short(format)}\".", Format);
        }

        var (first, last) = (json.OptionalValue<int>("firstVintage", TryYear), json.OptionalValue<int>("lastVintage", TryYear));
        if (first is null != last is null)
        {
            json.Problems.Error("bad-value", json.Node.Place, "One of \"firstVintage\" and \"lastVintage\" is missing.", "both, or neither where the letter sets none");
        }

        var letter = new Letter
        {
            Id = json.Text("id") ?? "", Date = json.Date("date") ?? default, Authority = json.Text("authority") ?? "", Approach = json.Text("cooperativeApproach") ?? "",
            Version = json.OptionalValue<int>("version", TryVersion) ?? 1, Tonnes = json.Value<long>("tonnes", TryTonnes) ?? 0, Activities = Texts(json, "activities", isNeeded: true), Sectors = Texts(json, "sectors"),
            Purpose = json.Choice("purpose", Purposes) ?? default, Parties = Texts(json, "parties", isNeeded: true), Entities = Texts(json, "entities"), From = json.Date("from") ?? default, Until = json.Date("until") ?? default,
            Vintages = first is { } from && last is { } until ? (from, until) : null, FirstTransfer = json.Choice("firstTransfer", Definitions, required: false) ?? FirstTransferDefinition.NotApplicable,
            Documentation = json.OptionalText("documentation"),
        };
        if (json.Node.Member("id") is { Value: { } id } member && NotStated.Shipped.IsSilent(id))
        {
            json.Problems.Error("bad-value", member.Place, $"\"{ShownText.Short(id)}\" is no id of a letter.", "the id as the letter has it");
        }

        json.Done();
        return letter;
    }

    private static List<string> Texts(ObjectReader json, string key, bool isNeeded = false)
    {
        var items = isNeeded ? json.List(key) : json.OptionalList(key);
        foreach (var item in items.Where(i => i.Kind != LocatedKind.String))
        {
            json.Problems.Error("wrong-type", item.Place, $"\"{key}\" holds {item.Describe()}.", "text in double quotes");
        }

        return items.Where(i => i.Kind == LocatedKind.String).Select(i => i.Value!).ToList();
    }

    private static bool TryTonnes(string text, out long value, out string? reason)
    {
        reason = $"a whole number of tonnes in double quotes, 1 to {LedgerState.MostTonnes}";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= LedgerState.MostTonnes;
    }

    private static bool TryYear(string text, out int value, out string? reason)
    {
        reason = "a calendar year in double quotes, such as \"2026\"";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1900 and <= 2998;
    }

    private static bool TryVersion(string text, out int value, out string? reason)
    {
        reason = "a whole number from \"1\" in double quotes";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1;
    }
}
