using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Reads the workbook that the scheme publishes for a sector, by the layout in the form's data.</summary>
internal sealed class FiledReader(Workbook workbook, ProForma form, WorkbookLayout layout)
{
    private readonly FigureCells _cells = new(workbook);
    private readonly ProFormaFilingBuilder _builder = new(form);

    /// <summary>Whether it has the sheets of the layout.</summary>
    internal static bool Matches(Workbook workbook, WorkbookLayout layout) => layout.Sheets.Values.All(s => workbook.FindFiled(s.Name) is not null);

    internal bool TryRead([NotNullWhen(true)] out ProFormaFiling? filing, out IReadOnlyList<Problem> problems)
    {
        filing = null;
        var sheets = form.Fields.Where(f => f.Row > 0 && layout.Sheets.ContainsKey(f.Sheet)).ToLookup(f => f.Sheet, StringComparer.Ordinal);
        var moved = sheets.SelectMany(s => new FiledLabels(workbook, workbook.FindFiled(layout.Sheets[s.Key].Name)!, layout.Sheets[s.Key]).Differing(s)).ToList();
        if (moved.Count > 0)
        {
            problems = moved;
            return false;
        }

        General();
        var years = Choices();
        foreach (var fields in sheets)
        {
            var sheet = new FiledSheet(workbook, layout, layout.Sheets[fields.Key], _cells, _builder);
            sheet.State(fields, years);
            sheet.TellMissing(fields, years);
            sheet.Expect(fields);
            sheet.TellOthers(fields);
            sheet.TellBeside(fields);
            sheet.TellUnseen(fields, years);
        }

        TellSheets(sheets);
        var isBuilt = _builder.TryBuild(out filing, out var built);
        problems = [.. _cells.Notices, .. built];
        filing = isBuilt && problems.All(p => p.Severity != Severity.Error) ? filing : null;
        return filing is not null;
    }

    private void General()
    {
        _builder.Place = new SourcePlace(workbook.File, 0, 0, "");
        var (name, registration, year) = (Read(layout.EntityName), Read(layout.Registration), Read(layout.Year));
        _builder.Name = name?.Text ?? workbook.File ?? form.Title;
        RegistrationNumber? number = null;
        if (registration is { } stated)
        {
            if (RegistrationNumber.TryParse(stated.Text, out var parsed, out var reason))
            {
                number = parsed;
            }
            else
            {
                _cells.Tell("registration-not-read", Severity.Warning, stated.Sheet, stated.Cell, $"\"{stated.Text}\" is no registration number; no target is found by it.", reason);
            }
        }

        _builder.Entity = name is null ? null : new ObligatedEntity(number, name.Value.Text, form.Sector);
        if (year is { } cell)
        {
            if (ComplianceYear.TryParse(cell.Text, out var read, out var reason))
            {
                _builder.Year = read;
            }
            else
            {
                // Without it the newest law would be taken, and another target.
                _cells.Tell("year-not-read", Severity.Error, cell.Sheet, cell.Cell, $"\"{cell.Text}\" is no compliance year.", reason);
            }
        }
    }

    /// <summary>The years of the baseline, or 3 when they cannot be seen.</summary>
    private int Choices()
    {
        var years = 3;
        foreach (var choice in layout.Choices)
        {
            var stated = choice.Cells.Select(Read).OfType<(WorkbookSheet Sheet, WorkbookCell Cell, string Text)>().ToList();
            if (stated.Count == 0)
            {
                continue;
            }

            var first = stated[0];
            foreach (var other in stated.Where(s => s.Text != first.Text))
            {
                _cells.Tell("choice-differs", Severity.Error, other.Sheet, other.Cell, $"This is \"{other.Text}\", and {first.Cell.Reference} is \"{first.Text}\"; the form has one word for both.", "the same word, or nothing");
            }

            var spelled = choice.Words.Keys.FirstOrDefault(w => FiledSheets.Letters(w) == FiledSheets.Letters(first.Text));
            var word = spelled is null ? first.Text : choice.Words[spelled];
            if (spelled is null && choice.Words.Count > 0 && !choice.Words.Values.Contains(word, StringComparer.Ordinal))
            {
                _cells.Tell("unknown-word", Severity.Error, first.Sheet, first.Cell, $"\"{first.Text}\" is not one of the words for \"{choice.Choice}\".", string.Join(", ", choice.Words.Keys));
                continue;
            }

            _builder.Choose(choice.Choice, word, _cells.PlaceOf(first.Sheet, first.Cell));
            years = choice.Choice == form.YearsChoice && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : years;
        }

        return years;
    }

    private (WorkbookSheet Sheet, WorkbookCell Cell, string Text)? Read(string? address)
    {
        var at = address?.LastIndexOf('!') ?? -1;
        return at > 0 && workbook.FindFiled(address!.Substring(0, at)) is { } sheet && sheet.CellAt(address.Substring(at + 1)) is { } cell && _cells.Text(sheet, cell, isFigure: false) is { } text ? (sheet, cell, text) : null;
    }

    private void TellSheets(ILookup<string, ProFormaField> sheets)
    {
        var unread = workbook.Sheets.Where(s => layout.Sheets.Values.All(l => workbook.FindFiled(l.Name) != s) && s.Cells.Count > 0).ToList();
        foreach (var (other, name) in unread.SelectMany(u => sheets.Where(s => new FiledLabels(workbook, u, layout.Sheets[s.Key]).IsOfForm(s)).Select(s => (u, layout.Sheets[s.Key].Name))))
        {
            _cells.Notices.Add(new Problem("second-sheet", Severity.Error, $"\"{other.Name.Trim()}\" has the lines of \"{name}\" too, and one sheet is one plant's: which is meant cannot be seen.", new SourcePlace(workbook.File, 0, 0, "")) { Expected = "a workbook for each plant", Hint = $"Save each plant in a workbook of its own, its sheet called \"{name}\"; delete a copy that is not meant." });
        }

        var others = unread.Select(s => s.Name.Trim()).ToList();
        if (others.Count > 0)
        {
            _cells.Notices.Add(new Problem("sheets-not-read", Severity.Info, $"The form takes no figure from these sheets: {string.Join(", ", others)}.", new SourcePlace(workbook.File, 0, 0, "")));
        }
    }
}
