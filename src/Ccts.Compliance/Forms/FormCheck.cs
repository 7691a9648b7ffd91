using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Forms;

/// <summary>A line in which a filed form and its figures differ.</summary>
/// <param name="Number">The number of the field, with <c>.previous</c> for the column of the year before, <c>.label</c> for its label and <c>.unit</c> for its unit; or a member of the head such as <c>complianceYear</c>.</param>
/// <param name="Filed">What the form says; null where it says nothing.</param>
/// <param name="Computed">What the report, the calculator or the ledger says; null where nothing computes a field that claims to be computed.</param>
/// <param name="Place">Where it stands in the form.</param>
public sealed record FormDifference(string Number, string? Filed, string? Computed, SourcePlace Place);

/// <summary>An entry of a filed form that nothing was at hand to check.</summary>
/// <param name="Number">The number of the field, with <c>.previous</c> for the column of the year before.</param>
/// <param name="Filed">What the form says.</param>
/// <param name="Needs">What it would be checked with.</param>
/// <param name="Place">Where it stands in the form.</param>
public sealed record UncheckedEntry(string Number, string Filed, string Needs, SourcePlace Place);

/// <summary>Checks a form that was filed against the same form computed anew: Form E2 against the assessment, the certificates of Forms A to D against the calculator's, Form D's against the ledger's.</summary>
/// <remarks>Pure and thread-safe. Fields that the filer states are not checked.</remarks>
public static class FormCheck
{
    private static readonly string[] Head = ["form", "title", "annexure", "entity", "registration", "complianceYear", "illustrative"];

    /// <summary>The form's id, e.g. <c>e2</c>.</summary>
    /// <param name="utf8">The form as JSON.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read, or is no form.</exception>
    public static string IdOf(byte[] utf8, string? file = null) => Root(utf8, file).Member("form")!.Value!;

    /// <summary>Every difference, in the order of the computed form; empty when there is none.</summary>
    /// <param name="computed">The form computed from the report and the ledger, with nothing stated; its notices are those of the form made again with <see cref="Stated"/>.</param>
    /// <param name="utf8">The form that was filed, as JSON after <c>schemas/compliance-form.schema.json</c>.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read, is no form, or has a field twice.</exception>
    public static IReadOnlyList<FormDifference> Compare(FormDocument computed, byte[] utf8, string? file = null)
    {
        var (root, expected) = (Root(utf8, file), LocatedJson.Read(System.Text.Encoding.UTF8.GetBytes(FormJson.Write(Require.NotNull(computed)).ToJsonString()), null, new ProblemList())!);
        var differences = Head.Where(m => root.Member(m)?.Value != expected.Member(m)?.Value).Select(m => new FormDifference(m, root.Member(m)?.Value, expected.Member(m)?.Value, (root.Member(m) ?? root).Place)).ToList();
        if (root.Member("ruleset")?.Member("digest") is var law && law?.Value != computed.Ruleset?.Digest)
        {
            differences.Add(new FormDifference("ruleset", law?.Value, computed.Ruleset?.Digest, (law ?? root).Place));
        }
        else if (root.Member("ruleset")?.Member("revision") is var revision && revision?.Value != expected.Member("ruleset")?.Member("revision")?.Value)
        {
            differences.Add(new FormDifference("ruleset.revision", revision?.Value, expected.Member("ruleset")?.Member("revision")?.Value, (revision ?? root).Place));
        }
        else if (root.Member("ruleset")?.Member("id") is var id && id?.Value != computed.Ruleset?.Id)
        {
            differences.Add(new FormDifference("ruleset.id", id?.Value, computed.Ruleset?.Id, (id ?? root).Place));
        }

        differences.AddRange(Texts("notices", root.Member("notices"), "text", [.. computed.Notices.Select(n => n.Text)], root));
        differences.AddRange(Texts("parts", root.Member("parts"), "title", [.. computed.Parts.Select(p => p.Title)], root));

        var filed = Fields(root);
        foreach (var field in computed.Fields)
        {
            filed.TryGetValue(field.Number, out var node);
            Differ(field.Number, node?.Member("value"), field.Origin == FormOrigin.Computed ? field.Value : null);
            Differ(field.Number + PreviousColumn.Suffix, node?.Member("previous"), field.Previous);
            if (node is not null && node.Member("unit")?.Value is var unit && unit != field.Unit)
            {
                differences.Add(new FormDifference(field.Number + ".unit", unit, field.Unit, (node.Member("unit") ?? node).Place));
            }

            if (node?.Member("label") is var said && !(field.Origin == FormOrigin.Printed ? IsSaid(field.Label, said?.Value) : node is null || said?.Value == field.Label))
            {
                differences.Add(new FormDifference(field.Origin == FormOrigin.Printed ? field.Number : field.Number + ".label", said?.Value, field.Label, (said ?? node ?? root).Place));
            }

            if (field is { IsComputedAlone: true, Value: null } && node?.Member("value") is { Value: { } claimed } at && claimed.Trim().Length > 0 && node.Member("origin")?.Value is not "computed")
            {
                differences.Add(new FormDifference(field.Number, claimed, null, at.Place));
            }

            if (node?.Member("origin")?.Value is { } origin && (origin is "computed" or "printed") && origin != FormJson.Of(field.Origin))
            {
                differences.Add(new FormDifference(field.Number, node.Member("value")?.Value, null, node.Place));
            }

            void Differ(string number, LocatedNode? at, string? value)
            {
                if (value is not null && (at?.Value is not { } text || !FormBuilder.IsSame(text, value)))
                {
                    differences.Add(new FormDifference(number, at?.Value, value, (at ?? node ?? root).Place));
                }
            }
        }

        differences.AddRange(filed.Where(f => computed.Fields.All(e => e.Number != f.Key)).Select(f => new FormDifference(f.Key, f.Value.Member("value")?.Value, null, f.Value.Place)));
        return differences;
    }

    // What stands above the figures and above each part, in its order: more, less and other are differences.
    private static IEnumerable<FormDifference> Texts(string number, LocatedNode? list, string member, IReadOnlyList<string> expected, LocatedNode root)
    {
        var filed = list?.Children ?? [];
        for (var i = 0; i < Math.Max(filed.Count, expected.Count); i++)
        {
            var (said, text) = (i < filed.Count ? filed[i].Member(member)?.Value : null, i < expected.Count ? expected[i] : null);
            if (said != text)
            {
                yield return new($"{number}[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}].{member}", said, text, (i < filed.Count ? filed[i] : list ?? root).Place);
            }
        }
    }

    /// <summary>What a filed form states where nothing computes it, by number: with it the form is made again, so that what it says of itself can be compared.</summary>
    /// <inheritdoc cref="Compare"/>
    public static IReadOnlyDictionary<string, string> Stated(FormDocument computed, byte[] utf8, string? file = null)
    {
        var filed = Fields(Root(utf8, file));
        return Require.NotNull(computed).Parts.SelectMany(p => p.Fields.SelectMany(f => new[]
        {
            (f.Number, Value: f is { Origin: FormOrigin.Empty, IsComputedAlone: false } ? Said(f.Number, "value") : null),
            (Number: f.Number + PreviousColumn.Suffix, Value: p.HasPrevious && f.Previous is null ? Said(f.Number, "previous") : null),
        })).Where(f => f.Value is not null).ToDictionary(f => f.Number, f => f.Value!, StringComparer.Ordinal);

        string? Said(string number, string member) => filed.TryGetValue(number, out var node) && node.Member(member)?.Value is { } text && text.Trim().Length > 0 ? text : null;
    }

    /// <summary>Entries that could be checked, and were not: the column of the year before without that year's form, what Form D submits without a ledger. Empty when there is none.</summary>
    /// <inheritdoc cref="Compare"/>
    public static IReadOnlyList<UncheckedEntry> Unchecked(FormDocument computed, byte[] utf8, string? file = null)
    {
        var filed = Fields(Root(utf8, file));
        return [.. Require.NotNull(computed).Parts.SelectMany(p => p.Fields.SelectMany(f => Of(p, f)))];

        IEnumerable<UncheckedEntry> Of(FormPart part, FormField field)
        {
            if (!filed.TryGetValue(field.Number, out var node))
            {
                yield break;
            }

            if (part.HasPrevious && part.Fields.All(f => f.Previous is null) && node.Member("previous") is { Value: { } before } at && before.Trim().Length > 0)
            {
                yield return new(field.Number + PreviousColumn.Suffix, before, "the report of the year before", at.Place);
            }

            if (field is { Value: null, IsComputedAlone: false } && computed.Id == "d" && field.Number.StartsWith("8(", StringComparison.Ordinal) && node.Member("value") is { Value: { } value } there && value.Trim().Length > 0)
            {
                yield return new(field.Number, value, "the entity's ledger", there.Place);
            }
        }
    }

    // What the form prints is signed as it stands; a blank of it may be filled with anything.
    private static bool IsSaid(string printed, string? filed)
    {
        var (at, pieces) = (0, printed.Split([ProcedureWords.Blank], StringSplitOptions.None));
        for (var i = 0; filed is not null && i < pieces.Length; i++)
        {
            var found = i == pieces.Length - 1 ? filed.Length - pieces[i].Length : filed.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < at || (i == 0 && found > 0) || string.CompareOrdinal(filed, found, pieces[i], 0, pieces[i].Length) != 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        return filed is not null;
    }

    private static LocatedNode Root(byte[] utf8, string? file)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(Require.NotNull(utf8), file, problems);
        if (root is not null && (root.Member("format")?.Value != FormJson.Format || root.Member("form")?.Value is null))
        {
            problems.Error("bad-value", root.Place, "This is no form.", $"\"format\": \"{FormJson.Format}\" and its \"form\", as \"ccts form … --json\" writes it");
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : root!;
    }

    private static Dictionary<string, LocatedNode> Fields(LocatedNode root)
    {
        var (fields, problems) = (new Dictionary<string, LocatedNode>(StringComparer.Ordinal), new ProblemList());
        foreach (var field in root.Member("parts")?.Children.SelectMany(p => p.Member("fields")?.Children ?? []) ?? [])
        {
            if (field.Member("number")?.Value is not { } number)
            {
                problems.Error("missing-key", field.Place, "A field has no number.", "\"number\"");
            }
            else if (fields.ContainsKey(number))
            {
                problems.Error("duplicate-key", field.Place, $"The field {ShownText.Short(number)} stands twice.", "each field once");
            }
            else
            {
                fields[number] = field;
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : fields;
    }
}
