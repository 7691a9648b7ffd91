using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A column that is not there, and what cannot be said without it.</summary>
internal sealed record MissingColumn(string Header, string Why);

/// <summary>Where the columns of a format stand among the headers of a file.</summary>
internal sealed class ExportColumns
{
    private static readonly string[] Deciding = ["date", "status", "buffer"];
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);
    private readonly ExportFormat _format;

    internal ExportColumns(ExportFormat format, IReadOnlyList<string> headers)
    {
        _format = format;
        Width = headers.Count;
        var others = new List<string>();
        foreach (var role in format.Columns)
        {
            var (at, spelling) = IndexOf(headers, role.Value);
            _at[role.Key] = at;
            if (at >= 0 && spelling > 0 && format.Registry.Length > 0)
            {
                others.Add($"\"{ExportFormats.Plain(headers[at])}\" for \"{role.Value[0]}\"");
            }
        }

        Conversion = format.ConversionColumn is { } column ? IndexOf(headers, [column]).At : -1;
        OtherSpellings = others;
    }

    internal int Width { get; }

    internal int Conversion { get; }

    internal IReadOnlyList<string> OtherSpellings { get; }

    internal bool HasSerial => _at.TryGetValue("serial", out var at) && at >= 0;

    internal int this[string role] => _at.TryGetValue(role, out var at) ? at : -1;

    internal IReadOnlyList<MissingColumn> Missing
    {
        get
        {
            // Without the units it is another file altogether; what else it lacks says nothing more.
            var units = Needed().First();
            if (this[units.Role] < 0)
            {
                return [new MissingColumn(units.Spellings![0], units.Why)];
            }

            var missing = Needed().Where(n => n.Spellings is not null && this[n.Role] < 0).Select(n => new MissingColumn(n.Spellings![0], n.Why)).ToList();
            if (_format.ConversionColumn is { } column && Conversion < 0)
            {
                missing.Add(new MissingColumn(column, "whether units were converted"));
            }

            return missing;
        }
    }

    internal MissingColumn? MissingOf(IReadOnlyDictionary<string, string> row)
    {
        var headers = row.Keys.ToList();
        foreach (var (role, why, spellings) in Needed())
        {
            if (spellings is not null && role != "date" && role != "buffer" && IndexOf(headers, spellings).At < 0)
            {
                return new MissingColumn(spellings[0], why);
            }
        }

        return null;
    }

    private IEnumerable<(string Role, string Why, string[]? Spellings)> Needed()
    {
        var units = _format.Columns.ContainsKey("serial") ? "serial" : "quantity";
        yield return (units, "which units a row is about", _format.Columns[units]);
        foreach (var role in Deciding.Where(r => _format.Columns.ContainsKey(r) && !_format.Optional.Contains(r, StringComparer.Ordinal)))
        {
            yield return (role, role == "date" ? "since when, or whether, units are in a state" : "what became of the units", _format.Columns[role]);
        }
    }

    private static (int At, int Spelling) IndexOf(IReadOnlyList<string> headers, string[] names)
    {
        for (var n = 0; n < names.Length; n++)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (string.Equals(ExportFormats.Plain(headers[i]), ExportFormats.Plain(names[n]), StringComparison.OrdinalIgnoreCase))
                {
                    return (i, n);
                }
            }
        }

        return (-1, -1);
    }
}
