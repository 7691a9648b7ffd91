using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>What a format file must say to be of use: a name, how it is known, where the units stand, and what has become of them.</summary>
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

        if (!columns.ContainsKey("serial") && !columns.ContainsKey("quantity") && root.Node.Member("columns") is { Kind: LocatedKind.Object })
        {
            problems.Error("missing-key", PlaceOf(root, "columns"), "No column says which units a row is about.", "\"serial\", or \"quantity\" where the export prints no serials");
        }

        if (state?.Node is { Kind: LocatedKind.Object } node && node.Member("is") is null && node.Member("dated") is null && node.Member("values") is null)
        {
            problems.Error("missing-key", node.Place, "Nothing says what has become of the units of a row.", "\"is\", \"dated\" with \"undated\", or \"values\"");
        }
    }

    private static bool IsId(string id) => id.Length > 0 && id[0] != '-' && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    private static SourcePlace PlaceOf(ObjectReader root, string key) => root.Node.Member(key)?.Place ?? root.Node.Place;
}
