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
    internal static bool Matches(Workbook workbook, WorkbookLayout layout) => layout.Sheets.Values.All(s => workbook.Find(s.Name) is not null);

    internal bool TryRead([NotNullWhen(true)] out ProFormaFiling? filing, out IReadOnlyList<Problem> problems)
    {
        filing = null;
        var sheets = form.Fields.Where(f => f.Row > 0 && layout.Sheets.ContainsKey(f.Sheet)).ToLookup(f => f.Sheet, StringComparer.Ordinal);
        var moved = sheets.SelectMany(s => new FiledLabels(workbook, layout.Sheets[s.Key]).Differing(s)).ToList();
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
            sheet.TellUnseen(fields, years);
        }

        TellSheets();
        var isBuilt = _builder.TryBuild(out filing, out var built);
        problems = [.. _cells.Told, .. built];
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
                _cells.Tell("year-not-read", Severity.Warning, cell.Sheet, cell.Cell, $"\"{cell.Text}\" is no compliance year.", reason);
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
                _cells.Tell("choice-differs", Severity.Error, other.Sheet, other.Cell, $"Here stands \"{other.Text}\", in {first.Cell.Reference} \"{first.Text}\"; the form has one word for both.", "the same word, or nothing");
            }

            var word = choice.Words.TryGetValue(first.Text, out var meant) ? meant : first.Text;
            _builder.Choose(choice.Choice, word, _cells.PlaceOf(first.Sheet, first.Cell));
            years = choice.Choice == form.YearsChoice && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : years;
        }

        return years;
    }

    private (WorkbookSheet Sheet, WorkbookCell Cell, string Text)? Read(string? address)
    {
        var at = address?.LastIndexOf('!') ?? -1;
        return at > 0 && workbook.Find(address!.Substring(0, at)) is { } sheet && sheet.CellAt(address.Substring(at + 1)) is { } cell && _cells.Text(sheet, cell, isFigure: false) is { } text ? (sheet, cell, text) : null;
    }

    private void TellSheets()
    {
        var others = workbook.Sheets.Where(s => layout.Sheets.Values.All(l => workbook.Find(l.Name) != s) && s.Cells.Count > 0).Select(s => s.Name.Trim()).ToList();
        if (others.Count > 0)
        {
            _cells.Told.Add(new Problem("sheets-not-read", Severity.Info, $"The form takes no figure from these sheets: {string.Join(", ", others)}.", new SourcePlace(workbook.File, 0, 0, "")));
        }
    }
}
