using System.Collections.Generic;
using System.Globalization;
using System.Xml;

namespace Ccts.Workbooks;

/// <summary>The visible form of a sheet, where it differs from its cells: hidden columns, merged cells.</summary>
internal sealed class SheetLook
{
    private readonly List<(int First, int Last)> _hidden = [];

    internal List<MergedCells> Merged { get; } = [];

    internal bool IsHidden(int column) => _hidden.Exists(h => column >= h.First && column <= h.Last);

    /// <summary>Whether a height or a width is zero: a person can hide a row or a column by dragging.</summary>
    internal static bool IsNothing(string? size) => decimal.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value == 0m;

    internal void Add(XmlReader element)
    {
        if (element.GetAttribute("ref") is { } range)
        {
            if (MergedCells.TryParse(range, out var merged))
            {
                Merged.Add(merged);
            }
        }
        else if ((element.GetAttribute("hidden") is "1" or "true" || IsNothing(element.GetAttribute("width")))
            && int.TryParse(element.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(element.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            _hidden.Add((first, last));
        }
    }
}
