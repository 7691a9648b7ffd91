using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads the constants, tables, choices and units of a form: the names that its formulas use.</summary>
internal sealed class FormNames(FormulaScope scope, ProblemList problems)
{
    internal void Constants(IReadOnlyList<LocatedNode> entries)
    {
        foreach (var entry in entries)
        {
            var constant = new ObjectReader(entry, problems);
            var (name, value) = (Name(constant), Number(constant, "value"));
            constant.Text("title");
            constant.OptionalText("unit");
            constant.OptionalText("note");
            constant.Done();
            if (name is not null && value is { } number)
            {
                scope.Constants[name] = number;
            }
        }
    }

    internal void Tables(IReadOnlyList<LocatedNode> entries)
    {
        foreach (var entry in entries)
        {
            var table = new ObjectReader(entry, problems);
            var name = Name(table);
            table.Text("title");
            table.OptionalText("unit");
            table.OptionalText("note");
            var rows = new Dictionary<string, Exact>(StringComparer.Ordinal);
            foreach (var row in table.Object("rows")?.Node.Children ?? [])
            {
                if (Number(row) is { } number)
                {
                    rows[row.Key!] = number;
                }
            }

            table.Done();
            if (name is not null)
            {
                scope.Tables[name] = rows;
            }
        }
    }

    internal List<ProFormaChoice> Choices(IReadOnlyList<LocatedNode> entries)
    {
        var choices = new List<ProFormaChoice>();
        foreach (var entry in entries)
        {
            var choice = new ObjectReader(entry, problems);
            var (name, title, table, preset) = (Name(choice), choice.Text("title"), choice.OptionalText("table"), choice.OptionalText("default"));
            var words = choice.OptionalList("words").Select(w => w.Value ?? "").Where(w => w.Length > 0).ToList();
            choice.Done();
            if (table is not null && !scope.Tables.ContainsKey(table))
            {
                problems.Error("unknown-table", entry.Member("table")!.Place, $"The form has no table \"{ShownText.Short(table)}\".", string.Join(", ", scope.Tables.Keys));
                continue;
            }

            words = table is null ? words : [.. scope.Tables[table].Keys];
            if (words.Count == 0 || (preset is not null && !words.Contains(preset, StringComparer.Ordinal)))
            {
                problems.Error("bad-choice", entry.Place, words.Count == 0 ? "The choice has no words." : $"The default \"{ShownText.Short(preset!)}\" is not one of the words.", "words that can be chosen, and a default among them");
            }
            else if (name is not null && title is not null)
            {
                scope.Choices.Add(name);
                choices.Add(new ProFormaChoice { Name = name, Title = title, Words = words, Default = preset });
            }
        }

        return choices;
    }

    internal ProFormaUnits Units(IReadOnlyList<LocatedNode> entries)
    {
        var units = new Dictionary<string, IReadOnlyDictionary<string, Exact>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var reader = new ObjectReader(entry, problems);
            var unit = reader.Text("unit");
            var others = new Dictionary<string, Exact>(StringComparer.Ordinal);
            foreach (var other in reader.Object("also")?.Node.Children ?? [])
            {
                if (Number(other) is { Sign: > 0 } factor)
                {
                    others[other.Key!] = factor;
                }
            }

            reader.Done();
            units[unit ?? ""] = others;
        }

        return new ProFormaUnits(units);
    }

    private string? Name(ObjectReader of)
    {
        var name = of.Text("name");
        if (name is null)
        {
            return null;
        }

        var isName = name.Length is > 0 and <= 64 && name[0] is >= 'a' and <= 'z' && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
        if (isName && !scope.Names.Contains(name, StringComparer.Ordinal))
        {
            return name;
        }

        problems.Error("bad-name", of.Node.Member("name")!.Place, isName ? $"\"{name}\" is a name twice." : $"\"{ShownText.Short(name)}\" is no name for a formula.", "a name that nothing else has: a small letter, then letters, digits and underscores");
        return null;
    }

    private Exact? Number(ObjectReader of, string member) => of.Required(member) is { } node ? Number(node) : null;

    private Exact? Number(LocatedNode node)
    {
        if (node is { Kind: LocatedKind.String, Value: { } text } && ExactText.TryParse(text, out var value))
        {
            return value;
        }

        problems.Error("bad-value", node.Place, $"\"{ShownText.Short(node.Value ?? node.Describe())}\" is no number.", "a plain decimal in double quotes");
        return null;
    }
}
