using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Makes several rows of one whose columns state several states: each state's tonnes, and the rest in the state of the row.</summary>
internal sealed class ExportParts
{
    private readonly bool _isJson;
    private readonly List<(ExportPart Part, int At)> _parts = [];

    internal ExportParts(ExportFormat format, IReadOnlyList<string> headers, bool isJson)
    {
        _isJson = isJson;
        foreach (var part in format.Parts)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (string.Equals(ExportFormats.Plain(headers[i]), ExportFormats.Plain(part.Column), StringComparison.OrdinalIgnoreCase))
                {
                    _parts.Add((part, i));
                }
            }
        }
    }

    internal IReadOnlyList<ExportRow> Split(ExportRow row, Func<int, string> cell)
    {
        if (_parts.Count == 0 || row.Entry is not { IsDoubtful: false, Block: null } entry)
        {
            return [row];
        }

        var rows = new List<ExportRow>();
        var rest = entry.StatedQuantity ?? 0;
        foreach (var (part, at) in _parts)
        {
            var text = cell(at).Trim();
            if (text.Length == 0 || text is "-" or "–")
            {
                continue;
            }

            if (!ExportValues.TryQuantity(text, _isJson, out var tonnes))
            {
                return Doubtful(entry, $"\"{ExportRowReader.Short(text)}\" is not a quantity.", part.Column);
            }

            if (tonnes > 0)
            {
                rows.Add(new ExportRow(entry with { State = part.State, ConvertedTo = part.ConvertedTo, StatedQuantity = tonnes }, null));
                rest -= tonnes;
            }
        }

        if (rest < 0)
        {
            return Doubtful(entry, $"The columns of states have {-rest} t more than the {entry.StatedQuantity} t of the row.", _parts[0].Part.Column);
        }

        if (rest > 0 || rows.Count == 0)
        {
            rows.Add(row with { Entry = entry with { StatedQuantity = rows.Count == 0 ? entry.StatedQuantity : rest } });
        }

        if (rows.Count == 1)
        {
            return [rows[0] with { Problem = row.Problem }];
        }

        // The largest part stands for the row where tranches of projects are compared.
        var largest = rows.IndexOf(rows.OrderByDescending(r => r.Entry!.StatedQuantity).First());
        return rows.Select((r, i) => new ExportRow(r.Entry! with { RowQuantity = i == largest ? entry.StatedQuantity : 0 }, i == 0 ? row.Problem : null)).ToList();
    }

    private static IReadOnlyList<ExportRow> Doubtful(StatementEntry entry, string message, string column) =>
        [new ExportRow(entry with { IsDoubtful = true }, new Problem("state-unclear", Severity.Error, message, new SourcePlace(entry.File, entry.Line, 0, column)))];
}
