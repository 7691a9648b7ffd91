using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using static Ccts.Compliance.Forms.FiledForm;

namespace Ccts.Compliance.Forms;

/// <summary>A line in which a filed form and its figures differ.</summary>
/// <param name="Number">The number of the field, with <c>.previous</c> for the column of the year before, <c>.label</c> for its label and <c>.unit</c>, <c>.remark</c>, <c>.origin</c> and <c>.part</c> for what is beside it; or a member of the head such as <c>complianceYear</c>.</param>
/// <param name="Filed">The value in the form; null where it has none.</param>
/// <param name="Computed">The value in the report, the calculator or the ledger; null where nothing computes a field that claims to be computed.</param>
/// <param name="Place">Its place in the form.</param>
public sealed record FormDifference(string Number, string? Filed, string? Computed, SourcePlace Place);

/// <summary>An entry of a filed form that could not be checked, because a source was missing.</summary>
/// <param name="Number">The number of the field, with <c>.previous</c> for the column of the year before.</param>
/// <param name="Filed">The value in the form.</param>
/// <param name="Needs">The source needed to check it.</param>
/// <param name="Place">Its place in the form.</param>
public sealed record UncheckedEntry(string Number, string Filed, string Needs, SourcePlace Place);

/// <summary>Checks a filed form against the same form computed again: Form E2 against the assessment, the certificates of Forms A to D against the calculator, Form D also against the ledger.</summary>
/// <remarks>Pure and thread-safe. Fields that the filer states are not checked.</remarks>
public static class FormCheck
{
    private static readonly string[] Head = ["form", "title", "annexure", "entity", "registration", "complianceYear", "illustrative"];
    private static readonly string[] Members = ["number", "label", "value", "unit", "origin", "remark"];

    // The digest identifies the ruleset; revision and id are compared where it agrees.
    private static readonly (string Number, string Member)[] RulesetMembers = [("ruleset", "digest"), ("ruleset.revision", "revision"), ("ruleset.id", "id")];

    /// <summary>The form's id, e.g. <c>e2</c>.</summary>
    /// <param name="utf8">The form as JSON.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read, or is no form.</exception>
    public static string IdOf(byte[] utf8, string? file = null) => Root(utf8, file).Member("form")!.Value!;

    /// <summary>Every difference, in the order of the computed form; empty when there is none. Members outside the schema and entries in the wrong part are differences too.</summary>
    /// <param name="made">The form made from the report and the ledger, with the filer's own entries from <see cref="Stated"/>, which repeat what the filed form says.</param>
    /// <param name="utf8">The form that was filed, as JSON after <c>schemas/compliance-form.schema.json</c>.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read, is no form, or has a field twice.</exception>
    public static IReadOnlyList<FormDifference> Compare(FormDocument made, byte[] utf8, string? file = null)
    {
        var (root, expected) = (Root(utf8, file), LocatedJson.Read(System.Text.Encoding.UTF8.GetBytes(FormJson.Write(Require.NotNull(made)).ToJsonString()), null, new ProblemList())!);
        var differences = Head.Where(m => Text(root.Member(m)) != Text(expected.Member(m))).Select(m => new FormDifference(m, Text(root.Member(m)), Text(expected.Member(m)), (root.Member(m) ?? root).Place)).ToList();
        differences.AddRange(Others("", root, [.. Head, "format", "ruleset", "notices", "parts"]));
        var (law, by) = (root.Member("ruleset"), expected.Member("ruleset"));
        if (RulesetMembers.FirstOrDefault(m => Text(law?.Member(m.Member)) != Text(by?.Member(m.Member))) is { Number: { } number, Member: var member })
        {
            differences.Add(new FormDifference(number, Text(law?.Member(member)), Text(by?.Member(member)), (law?.Member(member) ?? law ?? root).Place));
        }

        differences.AddRange(law is null ? [] : Others("ruleset.", law, [.. RulesetMembers.Select(m => m.Member)]));
        differences.AddRange(Texts(root, expected, "notices", "text", "gap"));
        differences.AddRange(Texts(root, expected, "parts", "title", "fields"));

        var filed = Fields(root);
        foreach (var (part, i) in made.Parts.Select((p, i) => (p, i)))
        {
            foreach (var field in part.Fields)
            {
                differences.AddRange(!filed.TryGetValue(field.Number, out var entry)
                    ? [new FormDifference(field.Number, null, field.Value ?? field.Label, root.Place)]
                    : Differences(field, entry.Node, part.HasPrevious, entry.Part == i ? null : (Text(root.Member("parts")!.Children[entry.Part].Member("title")), part.Title)));
            }
        }

        differences.AddRange(filed.Where(f => made.Fields.All(e => e.Number != f.Key)).Select(f => new FormDifference(f.Key, Text(f.Value.Node.Member("value")), null, f.Value.Node.Place)));
        return differences;
    }

    private static IEnumerable<FormDifference> Differences(FormField field, LocatedNode node, bool hasPrevious, (string? Filed, string Made)? part)
    {
        var (value, previous) = (Text(node.Member("value")), Text(node.Member("previous")));
        if (!IsEntry(value, field.Value))
        {
            yield return Of("", "value", value, field.Value);
        }

        if (hasPrevious && !IsEntry(previous, field.Previous))
        {
            yield return Of(PreviousColumn.Suffix, "previous", previous, field.Previous);
        }

        // The signature covers a printed text, so its label is the entry.
        foreach (var (member, number, expected) in new[] { ("unit", ".unit", field.Unit), ("label", field.Origin == FormOrigin.Printed ? "" : ".label", field.Label), ("remark", ".remark", field.Remark), ("origin", ".origin", FormJson.Of(field.Origin)) })
        {
            if (Text(node.Member(member)) is var said && said != expected && (member != "origin" || IsEntry(value, field.Value)))
            {
                yield return Of(number, member, said, expected);
            }
        }

        if (part is var (other, title))
        {
            yield return new(field.Number + ".part", other, title, node.Place);
        }

        foreach (var more in Others(field.Number + ".", node, [.. Members, hasPrevious ? "previous" : ""]))
        {
            yield return more;
        }

        FormDifference Of(string number, string member, string? filed, string? computed) => new(field.Number + number, filed, computed, (node.Member(member) ?? node).Place);
    }

    private static bool IsEntry(string? filed, string? made) => made is null ? string.IsNullOrWhiteSpace(filed) : filed is not null && FormBuilder.IsSame(filed, made);

    // Notices above the figures and above each part, in order: extra, missing and changed ones are differences.
    private static IEnumerable<FormDifference> Texts(LocatedNode root, LocatedNode expected, string list, string member, string beside)
    {
        var (filed, made) = (root.Member(list)?.Children ?? [], expected.Member(list)?.Children ?? []);
        for (var i = 0; i < Math.Max(filed.Count, made.Count); i++)
        {
            var (one, other) = (i < filed.Count ? filed[i] : null, i < made.Count ? made[i] : null);
            var at = $"{list}[{i.ToString(CultureInfo.InvariantCulture)}].";
            if (new[] { member, beside }.FirstOrDefault(m => m != "fields" && Text(one?.Member(m)) != Text(other?.Member(m))) is { } differs)
            {
                yield return new(at + differs, Text(one?.Member(differs)), Text(other?.Member(differs)), (one ?? root.Member(list) ?? root).Place);
            }

            foreach (var more in one is null ? [] : Others(at, one, [member, beside]))
            {
                yield return more;
            }
        }
    }

    /// <summary>The filer's entries that nothing computes, by number. Making the form again with them allows the rest to be compared.</summary>
    /// <param name="alone">The form made from the report and the ledger with nothing stated.</param>
    /// <param name="utf8">The form that was filed.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read, is no form, or has a field twice.</exception>
    public static IReadOnlyDictionary<string, string> Stated(FormDocument alone, byte[] utf8, string? file = null)
    {
        var filed = Fields(Root(utf8, file));
        return Require.NotNull(alone).Parts.SelectMany(p => p.Fields.SelectMany(f => new[]
        {
            (f.Number, Value: f is { Origin: FormOrigin.Empty, IsComputedAlone: false } ? Said(f.Number, "value") : null),
            (Number: f.Number + PreviousColumn.Suffix, Value: p.HasPrevious && f.Previous is null ? Said(f.Number, "previous") : null),
        })).Where(f => f.Value is not null).ToDictionary(f => f.Number, f => f.Value!, StringComparer.Ordinal);

        string? Said(string number, string member) => filed.TryGetValue(number, out var entry) && entry.Node.Member(member)?.Value is { } text && text.Trim().Length > 0 ? text : null;
    }

    /// <summary>Entries that were not checked because a source was missing: the column of the year before without that year's form, Form D's submissions without a ledger. Empty when there is none.</summary>
    /// <inheritdoc cref="Stated"/>
    public static IReadOnlyList<UncheckedEntry> Unchecked(FormDocument alone, byte[] utf8, string? file = null)
    {
        var filed = Fields(Root(utf8, file));
        return [.. Require.NotNull(alone).Parts.SelectMany(p => p.Fields.SelectMany(f => Of(p, f)))];

        IEnumerable<UncheckedEntry> Of(FormPart part, FormField field)
        {
            if (!filed.TryGetValue(field.Number, out var entry))
            {
                yield break;
            }

            var node = entry.Node;
            if (part.HasPrevious && part.Fields.All(f => f.Previous is null) && node.Member("previous") is { Value: { } before } at && before.Trim().Length > 0)
            {
                yield return new(field.Number + PreviousColumn.Suffix, before, "the report of the year before", at.Place);
            }

            if (field is { Value: null, IsComputedAlone: false } && alone.Id == "d" && field.Number.StartsWith("8(", StringComparison.Ordinal) && node.Member("value") is { Value: { } value } there && value.Trim().Length > 0)
            {
                yield return new(field.Number, value, "the entity's ledger", there.Place);
            }
        }
    }
}
