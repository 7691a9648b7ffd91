using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Law.Parameters;

/// <summary>Reads <c>parameters.json</c>.</summary>
internal sealed class ParameterReader(DatedValuesReader values, ProblemList problems)
{
    internal IReadOnlyDictionary<string, Parameter> Read(LocatedNode root)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var list = file.Object("parameters");
        file.Done();
        var parameters = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        var children = list?.Node.Children ?? [];
        if (children.Count > RulesetLimits.MaxParameters)
        {
            problems.Error("too-many-parameters", list!.Node.Place, $"There are {children.Count} parameters.", $"at most {RulesetLimits.MaxParameters}");
            return parameters;
        }

        foreach (var child in children.Where(c => c.Key is not null && !parameters.ContainsKey(c.Key)))
        {
            parameters.Add(child.Key!, ReadOne(child));
        }

        return parameters;
    }

    private Parameter ReadOne(LocatedNode node)
    {
        var path = node.Key!;
        if (!IsPath(path))
        {
            problems.Error("bad-path", node.Place, $"\"{ShownText.Short(path)}\" is not a parameter path.", "small letters, digits and hyphens, parted by dots, such as electricity.ppa.default-factor");
        }

        var reader = new ObjectReader(node, problems);
        var title = LawTitle.Read(reader, problems) ?? new LawTitle("");
        var keyName = reader.OptionalText("by");
        var table = reader.Optional("table");
        var single = reader.Optional("values");
        var overridable = reader.OptionalFlag("overridable") ?? false;
        var informational = reader.OptionalText("informational");
        reader.Done();
        if (informational is not null && informational.Trim().Length is 0 or > RulesetLimits.MaxTextLength)
        {
            problems.Error("unexplained-parameter", node.Member("informational")!.Place, "The reason is empty or too long.", $"why the value is stated although nothing reads it, 1 to {RulesetLimits.MaxTextLength} characters");
        }

        var isTable = keyName is not null;
        if (isTable == table is null || isTable == single is not null)
        {
            if (node.Kind == LocatedKind.Object)
            {
                problems.Error("values-or-table", node.Place, $"\"{ShownText.Short(path)}\" has to be a single value or a table.", "\"values\" alone, or \"by\" with \"table\"");
            }

            return new Parameter(path, title, keyName: null, [], overridable, node.Place);
        }

        var rows = single is not null ? [new ParameterRow("", values.Read(single))] : ReadTable(table!);
        return new Parameter(path, title, keyName, rows, overridable, node.Place) { Informational = informational };
    }

    private List<ParameterRow> ReadTable(LocatedNode table)
    {
        if (table.Kind != LocatedKind.Object)
        {
            problems.Error("wrong-type", table.Place, $"\"table\" holds {table.Describe()}.", "an object { … } with a list of dated values for each key");
            return [];
        }

        if (table.Children.Count > RulesetLimits.MaxRows)
        {
            problems.Error("too-many-rows", table.Place, $"The table has {table.Children.Count} rows.", $"at most {RulesetLimits.MaxRows}");
            return [];
        }

        // A repeated key is already a problem; the first is kept so that reading can continue.
        var rows = new List<ParameterRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in table.Children.Where(c => seen.Add(c.Key!)))
        {
            if (child.Key!.Length == 0)
            {
                problems.Error("empty-key", child.Place, "A row of the table has an empty key.", "a key");
                continue;
            }

            rows.Add(new ParameterRow(child.Key, values.Read(child)));
        }

        return rows;
    }

    internal static bool IsPath(string path)
    {
        var afterDot = true;
        foreach (var c in path)
        {
            if (c == '.' ? afterDot : c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }

            afterDot = c == '.';
        }

        return !afterDot && path.Length <= 128;
    }
}
