using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DocumentFormat.OpenXml;

namespace Ccts.Workbooks;

/// <summary>The visible form of a sheet, where it differs from its cells: hidden columns, merged cells.</summary>
internal sealed class SheetLook
{
    private readonly List<(int First, int Last)> _hidden = [];

    internal List<MergedCells> Merged { get; } = [];

    internal bool IsHidden(int column) => _hidden.Exists(h => column >= h.First && column <= h.Last);

    /// <summary>Whether a height or a width is zero: a person can hide a row or a column by dragging.</summary>
    internal static bool IsNothing(string? size) => decimal.TryParse(size, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value == 0m;

    internal void Add(OpenXmlReader element)
    {
        var attributes = element.Attributes.Where(a => a.Value is not null).ToDictionary(a => a.LocalName, a => a.Value!, StringComparer.Ordinal);
        if (attributes.TryGetValue("ref", out var range))
        {
            if (MergedCells.TryParse(range, out var merged))
            {
                Merged.Add(merged);
            }
        }
        else if (((attributes.TryGetValue("hidden", out var hidden) && hidden is "1" or "true") || (attributes.TryGetValue("width", out var width) && IsNothing(width)))
            && int.TryParse(attributes.TryGetValue("min", out var min) ? min : "", NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(attributes.TryGetValue("max", out var max) ? max : "", NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            _hidden.Add((first, last));
        }
    }
}
