using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The columns of a format in one set of headers: their places, missing ones, and those that are not read.</summary>
internal sealed class ExportColumns
{
    private static readonly int[] s_none = [];
    private static readonly UnitState[] s_ended = [UnitState.Retired, UnitState.Cancelled, UnitState.RetiredOrCancelled, UnitState.Converted];
    private readonly Dictionary<string, int[]> _roles = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _headers;
    private int[]? _unread;

    /// <param name="format">The format.</param>
    /// <param name="headers">The headers, <see cref="HeaderText.Plain"/>.</param>
    internal ExportColumns(ExportFormat format, IReadOnlyList<string> headers)
    {
        (Format, _headers) = (format, headers);
        foreach (var role in format.Columns)
        {
            _roles[role.Key] = role.Value.SelectMany(Named).Distinct().ToArray();
        }

        Flags = format.State.Flags.SelectMany(f => Named(f.Key).Select(at => (at, f.Value))).ToArray();
        Only = format.State.Only.SelectMany(o => Named(o.Key).Select(at => (at, o.Value))).ToArray();
        var taken = new HashSet<int>();
        Parts = format.Parts.SelectMany(p => All(p.Header).Where(taken.Add).Select(at => new FoundPart(p, at, p.Less is { } less ? Named(less) : s_none))).ToArray();
        LackingParts = format.Parts.Where(p => !p.IsRequired && All(p.Header).Length == 0).Select(p => p.Header).ToArray();
        Aside = format.Aside.SelectMany(All).ToArray();
        Conversion = format.ConversionColumn is { } column ? Named(column) : s_none;
        if (format.IsOwn && Has(ColumnRoles.Status) && !Has(ColumnRoles.Date) && Where(HeaderDoubts.IsDayOfEnd) is { Length: > 0 } ends)
        {
            // In the host's own rows the day of the end is the row's date, and live rows have none.
            _roles[ColumnRoles.Date] = ends;
            Only = [.. Only, .. ends.Select(c => (c, s_ended))];
        }
    }

    internal ExportFormat Format { get; }

    internal int Count => _headers.Count;

    internal (int Column, UnitState State)[] Flags { get; }

    /// <summary>Columns that are filled only in some states.</summary>
    internal (int Column, UnitState[] States)[] Only { get; }

    /// <summary>The columns of parts, each once: where two parts name a column, the first has it.</summary>
    internal FoundPart[] Parts { get; }

    /// <summary>Columns of parts that the file lacks: the rest of a row may be in their states.</summary>
    internal IReadOnlyList<string> LackingParts { get; }

    internal int[] Aside { get; }

    /// <summary>Unread columns that the layout is not known to have.</summary>
    internal int[] Unread => _unread ??= FindUnread();

    internal int[] Conversion { get; }

    /// <summary>The columns of a role; several where the file has more than one of its spellings.</summary>
    internal int[] Of(string role) => _roles.TryGetValue(role, out var at) ? at : s_none;

    internal bool Has(string role) => Of(role).Length > 0;

    /// <summary>The header of a role's column: as in the file, or else as in the format.</summary>
    internal string NameOf(string role) => Of(role) is [var first, ..] ? _headers[first] : Format.Columns.TryGetValue(role, out var names) ? names[0] : role;

    /// <summary>The header of a column, or its number where it has none.</summary>
    internal string HeaderOf(int column) => _headers[column] is { Length: > 0 } header ? header : "column " + (column + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a column has no name, so that only its cells can say whether it matters.</summary>
    internal bool IsNameless(int column) => HeaderText.IsNone(_headers[column]);

    /// <summary>Missing headers without which units, quantity, state or date are unknown.</summary>
    internal IReadOnlyList<string> Missing()
    {
        var needed = new List<string>();
        needed.AddRange(Units().Where(r => !Has(r)).Select(NameOf));
        needed.AddRange(ColumnRoles.Deciding.Where(r => Format.Columns.ContainsKey(r) && !Has(r) && !Format.Optional.Contains(r, StringComparer.Ordinal)).Select(NameOf));
        needed.AddRange(Format.State.Flags.Keys.Where(f => Named(f).Length == 0 && !Format.Optional.Contains(ColumnRoles.Status, StringComparer.Ordinal)));
        needed.AddRange(Format.Parts.Where(p => p.IsRequired && All(p.Header).Length == 0).Select(p => p.Header));
        needed.AddRange(Format.ConversionColumn is { } conversion && Conversion.Length == 0 ? [conversion] : []);
        return needed.Distinct(StringComparer.Ordinal).ToArray();
    }

    /// <summary>Headers with which the file is of another format.</summary>
    internal IReadOnlyList<string> Forbidden()
    {
        var read = Read();
        return Enumerable.Range(0, _headers.Count).Where(i => !read.Contains(i) && Format.Forbidden.Any(f => HeaderText.Fits(_headers[i], f))).Select(HeaderOf).ToArray();
    }

    /// <summary>The headers by which the format is recognised, as in the file.</summary>
    internal IReadOnlyList<string> Telling() => Format.Recognise.SelectMany(r => All(r).Take(1)).Select(i => _headers[i]).ToArray();

    /// <summary>The headers that something is read from.</summary>
    internal IReadOnlyList<string> ReadFrom() => Read().OrderBy(i => i).Select(i => _headers[i]).ToArray();

    internal bool IsHere(string pattern) => All(pattern).Length > 0;

    /// <summary>How many of the format's headers are here.</summary>
    internal int Fits() => Read().Count + Format.Recognise.Count(r => All(r).Length > 0);

    /// <summary>Unread headers that the layout is not known to have.</summary>
    internal IReadOnlyList<string> NotRead() => [.. Unread.Where(c => !IsNameless(c)).Select(HeaderOf)];

    /// <summary>
    /// Why these headers should not be read by the format although no required one is missing: an unread column
    /// may hold the state of the units, their number or date. Null if there is no such reason.
    /// </summary>
    /// <param name="isNamed">Whether the caller named the format; then only a header with such a word matters.</param>
    internal string? Misgivings(bool isNamed = false) => HeaderDoubts.Find(Format, NotRead(), Has, isNamed);

    internal string? Layout() => Format.Layouts.FirstOrDefault(l => l.Headers.All(h => Named(h).Length > 0))?.Name;

    private string[] Units() => Format.Columns.ContainsKey(ColumnRoles.Serial) ? [ColumnRoles.Serial]
        : Format.Columns.ContainsKey(ColumnRoles.Registry) ? [ColumnRoles.Registry, ColumnRoles.From, ColumnRoles.To]
        : [ColumnRoles.Quantity];

    private int[] FindUnread()
    {
        var read = Read();
        return Enumerable.Range(0, _headers.Count).Where(i => !read.Contains(i) && (IsNameless(i) || !Format.Ignored.Any(n => HeaderText.Fits(_headers[i], n)))).ToArray();
    }

    private HashSet<int> Read() => [.. _roles.Values.SelectMany(r => r), .. Flags.Select(f => f.Column), .. Only.Select(o => o.Column), .. Parts.Select(p => p.Column), .. Parts.SelectMany(p => p.Less), .. Aside, .. Conversion];

    private int[] Named(string name) => Where(h => HeaderText.Same(h, name));

    private int[] All(string pattern) => Where(h => HeaderText.Fits(h, pattern));

    private int[] Where(Func<string, bool> isMeant)
    {
        List<int>? found = null;
        for (var i = 0; i < _headers.Count; i++)
        {
            if (isMeant(_headers[i]))
            {
                (found ??= []).Add(i);
            }
        }

        return found is null ? s_none : [.. found];
    }

    /// <summary>A part's column in these headers, and the columns to take off.</summary>
    internal sealed record FoundPart(PartColumn Part, int Column, int[] Less);
}
