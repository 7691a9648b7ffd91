using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Chooses the format of a file: the named one, or the only one that fits. It never guesses between two.</summary>
/// <param name="formats">The formats there are.</param>
/// <param name="asked">A format's or a registry's id, or null.</param>
/// <param name="isOwn">Whether it is the caller's own side, which without a named format is read only as a ledger.</param>
internal sealed class FormatChooser(ExportFormats formats, string? asked, bool isOwn)
{
    private readonly ExportFormat? _named = asked is null ? null : formats.Find(asked);

    private IEnumerable<ExportFormat> Candidates => _named is not null ? [_named] : formats.All.Where(f => asked is null || f.Registry == asked);

    /// <summary>How well a row fits as the header: the most columns of one format that it names.</summary>
    internal int Fits(IReadOnlyList<string> cells)
    {
        var plain = cells.Select(HeaderText.Plain).Where(c => c.Length > 0).ToArray();
        return plain.Length == 0 ? 0 : Candidates.Max(f => new ExportColumns(f, plain).Fits());
    }

    /// <exception cref="CctsDataException">None fits, or more than one does.</exception>
    internal (ExportColumns Columns, ExportChoice Choice) Choose(IReadOnlyList<string> headers, SourcePlace place)
    {
        var plain = headers.Select(HeaderText.Plain).ToArray();
        if (_named is not null)
        {
            return (CheckNamed(new ExportColumns(_named, plain), place), ExportChoice.Named);
        }

        var fitting = formats.Fitting(plain, asked);
        if (fitting.Count == 1 && (asked is not null || !isOwn || fitting[0].IsOwn))
        {
            return (new ExportColumns(fitting[0], plain), asked is not null ? ExportChoice.Registry : isOwn ? ExportChoice.Ledger : ExportChoice.Headers);
        }

        throw fitting.Count switch
        {
            0 => Unknown(plain, place),
            1 => Refusal("not-a-ledger", place, $"These are the columns of {fitting[0].Id}, and one's own ledger is never taken for a registry's export because of its columns.", "the plain columns of a ledger: serial, quantity, state, as_of", $"If it is that export, name the format for this side: {fitting[0].Id} (--ledger-format)."),
            _ => Refusal("ambiguous-export", place, $"The columns fit {string.Join(" and ", fitting.Select(f => f.Id))}, and these say different things of the same rows.", "columns that fit one format", "Name the format (--format, for one's own side --ledger-format)."),
        };
    }

    /// <exception cref="CctsDataException">There is no such format, nor a registry with one.</exception>
    internal void CheckAsked()
    {
        if (!Candidates.Any())
        {
            throw Refusal("unknown-format", default, $"\"{asked}\" is neither a format nor a registry with one.", "one of " + string.Join(", ", formats.All.Select(f => f.Registry).Concat(formats.All.Select(f => f.Id)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(w => w, StringComparer.Ordinal)));
        }
    }

    private static ExportColumns CheckNamed(ExportColumns columns, SourcePlace place)
    {
        if (columns.Missing() is { Count: > 0 } missing)
        {
            throw Refusal(
                "missing-column",
                place,
                $"There is no column {Quoted(missing)}, and without it {columns.Format.Id} cannot say which units a row is about, how many, what became of them or when.",
                "the header row of \"" + columns.Format.Id + "\"",
                (HeaderDoubts.Misspelt(columns.Format, columns.Format.Columns.Keys.Where(r => !columns.Has(r)).ToArray(), columns.NotRead()) is { } slip ? slip + " " : "")
                    + "Check that this is the export its format was made for; without a format named, it is found out by the headers. A column under a new name is read with a format file of your own (--formats).");
        }

        return columns.Misgivings(isNamed: true) is { } doubt
            ? throw Refusal("unknown-column", place, doubt, "the headers of \"" + columns.Format.Id + "\"", "Write the header as it is expected. A column that says nothing of units is named under \"ignore\" in a format file of your own (--formats).")
            : columns;
    }

    private CctsDataException Unknown(string[] headers, SourcePlace place)
    {
        var (nearest, lacks) = Candidates.Select(f => new ExportColumns(f, headers))
            .OrderByDescending(c => isOwn && c.Format.IsOwn && c.Fits() > 1).ThenByDescending(c => c.Telling().Count == c.Format.Recognise.Count).ThenByDescending(c => c.Fits()).Select(c => (c, Lacks(c))).First();
        var isNear = nearest.Fits() > 1 && nearest.Telling().Count * 2 >= nearest.Format.Recognise.Count;
        return Refusal(
            "unknown-export",
            place,
            "The columns are of no known export" + (asked is null ? "." : $" of \"{asked}\".") + (isNear ? $" They come nearest to {nearest.Format.Id}. {lacks}" : ""),
            isNear ? null : "the columns of one of " + string.Join(", ", Candidates.Select(f => f.Id)),
            (isOwn && nearest.Format.IsOwn && nearest.Missing().Count == 0 ? $"If these columns say nothing of the units, name the format for this side: {nearest.Format.Id} (--ledger-format). " : "")
                + "Check that the header row is the registry's own and is in the file; other columns are read with a format file of your own (--formats).");
    }

    private static string Lacks(ExportColumns columns)
    {
        var recognise = columns.Format.Recognise.Where(r => !columns.IsHere(r)).Concat(columns.Missing()).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return recognise.Length > 0
            ? $"That one has a column {Quoted(recognise)}; nothing is read here from {Quoted(columns.NotRead())}."
            : columns.Forbidden() is { Count: > 0 } forbidden ? $"That one has no column {Quoted(forbidden)}." : columns.Misgivings() ?? "";
    }

    private static string Quoted(IReadOnlyList<string> headers) =>
        headers.Count == 0 ? "any column" : string.Join(", ", headers.Take(6).Select(h => "\"" + h + "\"")) + (headers.Count > 6 ? ", …" : "");

    private static CctsDataException Refusal(string code, SourcePlace place, string message, string? expected, string? hint = null) =>
        new([new Problem(code, Severity.Error, message, place) { Expected = expected, Hint = hint }]);
}
