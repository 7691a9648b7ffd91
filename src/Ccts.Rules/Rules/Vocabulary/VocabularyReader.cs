using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Reads <c>facts.json</c>. The words of a choice may be the sectors of the ruleset.</summary>
internal sealed class VocabularyReader(IReadOnlyCollection<string> sectors, ProblemList problems)
{
    private const string SectorsFile = "sectors.csv";

    private static readonly IReadOnlyDictionary<string, FactKind> Kinds = new Dictionary<string, FactKind>(StringComparer.Ordinal)
    {
        ["text"] = FactKind.Text,
        ["choice"] = FactKind.Choice,
        ["number"] = FactKind.Number,
        ["quantity"] = FactKind.Quantity,
        ["date"] = FactKind.Date,
        ["year"] = FactKind.Year,
        ["flag"] = FactKind.Flag,
        ["set"] = FactKind.Set,
    };

    internal FactVocabulary Read(LocatedNode root, FactVocabulary known)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var list = file.Object("facts");
        var blanks = file.Optional("notStated") is { } words ? known.NotStated.With(ReadBlanks(words)) : known.NotStated;
        file.Done();
        var members = list?.Node.Children ?? [];
        if (members.Count > VocabularyLimits.MaxFacts)
        {
            problems.Error("too-many-facts", list!.Node.Place, $"There are {members.Count} facts.", $"at most {VocabularyLimits.MaxFacts}");
            return known;
        }

        // A repeated name is already a problem; the first is kept so that reading can continue.
        var names = new HashSet<string>(StringComparer.Ordinal);
        var facts = members.Where(m => m.Key is not null).Select(ReadOne).OfType<Fact>().Where(f => names.Add(f.Name)).ToList();
        foreach (var twice in facts.Where(f => known.Find(f.Name) is not null))
        {
            problems.Error("duplicate-id", twice.Place, $"The fact \"{twice.Name}\" is given already, by every request or by the base.", "another name", "Use it as it is.");
        }

        return new FactVocabulary(known.Facts.Concat(facts.Where(f => known.Find(f.Name) is null)), blanks);
    }

    private Fact? ReadOne(LocatedNode node)
    {
        if (!ParameterReader.IsPath(node.Key!))
        {
            problems.Error("bad-path", node.Place, $"\"{ShownText.Short(node.Key!)}\" is not the name of a fact.", "small letters, digits and hyphens, parted by dots, such as order.price");
        }

        var reader = new ObjectReader(node, problems);
        var kind = reader.Choice("type", Kinds);
        var unit = reader.Optional("unit") is null ? null : reader.OptionalText("unit");
        var words = reader.Optional("of") is { } of ? ReadWords(of) : null;
        var least = reader.OptionalValue<decimal>("least", Scalars.TryDecimal);
        var most = reader.OptionalValue<decimal>("most", Scalars.TryDecimal);
        var whole = reader.OptionalFlag("whole");
        var form = reader.Optional("form") is { } stated ? ReadForm(stated, kind) : null;
        var description = reader.Text("description");
        reader.Done();
        return kind is { } known && description is not null && Check(node, known, unit, words) && CheckLimits(node, known, unit)
            ? new Fact(node.Key!, new FactType(known, unit, words, least, whole == true, form, most), description, node.Place)
            : null;
    }

    // Bounds are stated in the canonical unit, in which amounts are held, so nothing is converted or rounded.
    private bool CheckLimits(LocatedNode node, FactKind kind, string? unit)
    {
        if (node.Member("most") is { } top && FactLimit(node, "least") > FactLimit(node, "most"))
        {
            problems.Error("fact-limits", top.Place, "The most that the fact can be is below the least.", "a most at or above the least");
            return false;
        }

        var stated = node.Member("least") ?? node.Member("most") ?? node.Member("whole");
        if (stated is null || kind == FactKind.Number || (kind == FactKind.Quantity && FactDimension.Of(unit!)!.CanonicalUnit == unit))
        {
            return true;
        }

        problems.Error("fact-limits", stated.Place, $"A fact of this {(kind == FactKind.Quantity ? "unit" : "type")} has no least value, no most and is not whole or broken.", kind == FactKind.Quantity ? $"the unit {FactDimension.Of(unit!)!.CanonicalUnit}" : "\"type\": \"number\" or \"quantity\"");
        return false;
    }

    private static decimal? FactLimit(LocatedNode node, string key) => node.Member(key) is { Value: { } text } && Scalars.TryDecimal(text, out var limit, out _) ? limit : null;

    private string? ReadForm(LocatedNode node, FactKind? kind)
    {
        if (kind == FactKind.Text && node.Kind == LocatedKind.String && TextForm.All.Contains(node.Value!, StringComparer.Ordinal))
        {
            return node.Value;
        }

        problems.Error("fact-form", node.Place, kind is null or FactKind.Text ? $"{node.Describe()} is no form of a text." : "Only a text has a form.", string.Join(", ", TextForm.All));
        return null;
    }

    private bool Check(LocatedNode node, FactKind kind, string? unit, IReadOnlyList<string>? words)
    {
        var needsUnit = kind is FactKind.Number or FactKind.Quantity;
        if (needsUnit == unit is null)
        {
            problems.Error("fact-unit", node.Place, needsUnit ? "The fact has no unit." : "Only a number or a quantity has a unit.", needsUnit ? "\"unit\", such as ratio or INR" : null);
            return false;
        }

        if ((kind == FactKind.Choice && words is null) || (kind is not (FactKind.Choice or FactKind.Set) && words is not null))
        {
            problems.Error("fact-words", node.Place, kind == FactKind.Choice ? "The choice does not say of what." : "Only a choice or a set has words.", kind == FactKind.Choice ? "\"of\": [ … ]" : null);
            return false;
        }

        var unitIsKnown = kind switch
        {
            FactKind.Number => ParameterUnit.CountedWords.Holds(unit),
            FactKind.Quantity => FactDimension.Of(unit!) is not null,
            _ => true,
        };
        if (!unitIsKnown)
        {
            problems.Error("unknown-unit", node.Member("unit")!.Place, $"\"{ShownText.Short(unit!)}\" is not a unit of a {(kind == FactKind.Number ? "number" : "quantity")}.", kind == FactKind.Number ? string.Join(", ", ParameterUnit.CountedWords) : "a unit such as INR, tCO2e, t, MWh");
        }

        return unitIsKnown;
    }

    private IEnumerable<string> ReadBlanks(LocatedNode node)
    {
        var items = node.Kind == LocatedKind.Array ? node.Children : [];
        if (items.Count is 0 or > VocabularyLimits.MaxWords || items.Any(i => i.Kind != LocatedKind.String || !NotStated.IsWord(i.Value!)))
        {
            problems.Error("fact-words", node.Place, "These are not the words by which a text says that it states nothing.", $"a list [ … ] of 1 to {VocabularyLimits.MaxWords} texts, each with 1 to 64 letters and digits", "A text without any letter or digit states nothing anyway.");
            return [];
        }

        return items.Select(i => i.Value!);
    }

    private List<string>? ReadWords(LocatedNode node)
    {
        if (node is { Kind: LocatedKind.String, Value: SectorsFile } && sectors.Count > 0)
        {
            return [.. sectors];
        }

        var items = node.Kind == LocatedKind.Array ? node.Children : [];
        var good = items.Count is > 0 and <= VocabularyLimits.MaxWords
            && items.All(i => i.Kind == LocatedKind.String && i.Value!.Length is > 0 and <= 64)
            && items.Select(i => i.Value).Distinct(StringComparer.Ordinal).Count() == items.Count;
        if (!good)
        {
            problems.Error("fact-words", node.Place, "These are not the words of a choice.", $"a list [ … ] of 1 to {VocabularyLimits.MaxWords} different words, or \"{SectorsFile}\"");
        }

        return good ? items.Select(i => i.Value!).ToList() : null;
    }
}
