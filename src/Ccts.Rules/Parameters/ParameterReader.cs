using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Parameters;

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
            problems.Error("too-many-parameters", list!.Node.Place, $"Here stand {children.Count} parameters.", $"at most {RulesetLimits.MaxParameters}");
            return parameters;
        }

        foreach (var child in children.Where(c => c.Key is not null))
        {
            if (ReadOne(child) is { } parameter)
            {
                parameters[parameter.Path] = parameter;
            }
        }

        return parameters;
    }

    private Parameter? ReadOne(LocatedNode node)
    {
        var path = node.Key!;
        if (!IsPath(path))
        {
            problems.Error("bad-path", node.Place, $"\"{ObjectReader.Shorten(path)}\" is not a parameter path.", "small letters, digits and hyphens, parted by dots, such as electricity.ppa.default-factor");
        }

        var reader = new ObjectReader(node, problems);
        var title = reader.Text("title");
        var keyName = reader.OptionalText("by");
        var table = keyName is null ? reader.Optional("table") : reader.Required("table");
        var single = keyName is null ? reader.Required("values") : reader.Optional("values");
        var overridable = reader.OptionalFlag("overridable") ?? false;
        reader.Done();
        if (keyName is null == table is not null || keyName is not null == single is not null)
        {
            problems.Error("values-or-table", node.Place, $"\"{path}\" is neither a single value nor a table.", "\"values\" alone, or \"by\" with \"table\"");
            return null;
        }

        var rows = single is not null
            ? [new ParameterRow("", values.Read(single))]
            : ReadTable(table!);
        return title is null ? null : new Parameter(path, title, keyName, rows, overridable, node.Place);
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

        var rows = new List<ParameterRow>();
        foreach (var child in table.Children)
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

    internal static bool IsPath(string path) =>
        path.Length is > 0 and <= 128
        && path.Split('.').All(step => step.Length > 0 && step.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'));
}
