using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Checks that a format file has a name, recognisable headers, columns for the units, and their state.</summary>
internal static class ExportFormatCheck
{
    internal static void Check(ObjectReader root, string? id, string[] recognise, Dictionary<string, string[]> columns, ObjectReader? state)
    {
        var problems = root.Problems;
        if (id is not null && !IsId(id))
        {
            problems.Error("bad-id", PlaceOf(root, "format"), $"\"{ShownText.Short(id)}\" is not an id.", "small letters, digits and hyphens, such as woodland-mail");
        }

        if (recognise.Length == 0 && root.Node.Member("recognise") is { Kind: LocatedKind.Array })
        {
            problems.Error("empty-list", PlaceOf(root, "recognise"), "No header tells this format from others.", "at least one header");
        }

        if (columns.Values.Any(spellings => spellings.Length == 0))
        {
            problems.Error("empty-list", PlaceOf(root, "columns"), "A column has no header.", "a header, or several spellings of it");
        }

        var isNumbered = columns.ContainsKey(ColumnRoles.Registry) && columns.ContainsKey(ColumnRoles.From) && columns.ContainsKey(ColumnRoles.To);
        if (!columns.ContainsKey(ColumnRoles.Serial) && !columns.ContainsKey(ColumnRoles.Quantity) && !isNumbered && root.Node.Member("columns") is { Kind: LocatedKind.Object })
        {
            problems.Error("missing-key", PlaceOf(root, "columns"), "No column says which units a row is about.", "\"serial\", or \"registry\", \"from\" and \"to\", or \"quantity\" where the export names no units");
        }

        foreach (var role in Dependent(state))
        {
            if (!columns.ContainsKey(role) && columns.Keys.All(k => ColumnRoles.All.Contains(k, System.StringComparer.Ordinal)) && root.Node.Member("columns") is { Kind: LocatedKind.Object })
            {
                problems.Error("missing-key", PlaceOf(root, "columns"), $"The state rests on the {role} of a row, and no column is its {role}.", $"\"{role}\"");
            }
        }

        if (state?.Node is { Kind: LocatedKind.Object } node && node.Member("is") is null && node.Member("dated") is null && node.Member("values") is null)
        {
            problems.Error("missing-key", node.Place, "Nothing says what has become of the units of a row.", "\"is\", \"dated\" with \"undated\", or \"values\"");
        }
    }

    // Without a named column for the state, a format would read every unit as held.
    private static string[] Dependent(ObjectReader? state) => state?.Node is not { Kind: LocatedKind.Object } node || node.Member("is") is not null ? []
        : node.Member("dated") is not null ? [ColumnRoles.Date]
        : node.Member("values") is not null ? [ColumnRoles.Status] : [];

    private static bool IsId(string id) => id.Length > 0 && id[0] != '-' && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    private static SourcePlace PlaceOf(ObjectReader root, string key) => root.Node.Member(key)?.Place ?? root.Node.Place;
}
