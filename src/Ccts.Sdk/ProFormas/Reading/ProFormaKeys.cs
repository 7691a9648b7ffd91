using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Finds the fields and columns that a form's data names.</summary>
internal sealed class ProFormaKeys(IReadOnlyDictionary<string, int> indexes, ProblemList problems)
{
    internal int? Field(ObjectReader of, string member) => of.Text(member) is { } key ? Find(key, of.Node.Member(member)!) : null;

    internal int? Find(string key, LocatedNode node)
    {
        if (indexes.TryGetValue(key, out var index))
        {
            return index;
        }

        problems.Error("unknown-field", node.Place, $"The form has no field \"{ShownText.Short(key)}\".", "the key of a line of fields.csv", problems.Nearest(key, indexes.Keys));
        return null;
    }

    /// <summary>The columns that <c>"columns"</c> lists, or all of those given where it is left out.</summary>
    internal IReadOnlyList<ProFormaColumn> Columns(ObjectReader of, IReadOnlyList<ProFormaColumn> all)
    {
        if (of.Optional("columns") is not { } list)
        {
            return all;
        }

        var columns = new List<ProFormaColumn>();
        foreach (var item in list.Children)
        {
            if (item.Value is { } word && ColumnWords.All.TryGetValue(word, out var column))
            {
                columns.Add(column);
            }
            else
            {
                problems.Error("unknown-word", item.Place, $"\"{item.Value ?? item.Describe()}\" is no column.", string.Join(", ", ColumnWords.All.Keys));
            }
        }

        if (list.Children.Count == 0)
        {
            problems.Error("empty-list", list.Place, "No column is listed.", "at least one column, or no \"columns\" at all for every one");
        }

        return [.. columns.Distinct()];
    }
}
