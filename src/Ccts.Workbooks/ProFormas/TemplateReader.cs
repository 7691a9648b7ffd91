using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Reads a template that was filled in: by its keys, so that rows may have been sorted or left out.</summary>
internal sealed class TemplateReader(Workbook workbook, ProForma form)
{
    private readonly FigureCells _cells = new(workbook);
    private readonly ProFormaFilingBuilder _builder = new(form);
    private EmissionIntensity? _target;
    private EmissionIntensity? _baseline;
    private readonly Dictionary<string, (WorkbookCell Cell, string Text)> _general = new(StringComparer.Ordinal);

    internal static bool IsTemplate(Workbook workbook) => workbook.Find(TemplateLayout.GeneralSheet)?.CellAt(1, 1)?.Text.StartsWith("ccts-proforma-template/", StringComparison.Ordinal) == true;

    internal static (string? Form, ComplianceYear? Year) Peek(Workbook workbook)
    {
        var general = workbook.Find(TemplateLayout.GeneralSheet)!;
        string? Value(string key) => general.Cells.FirstOrDefault(c => c.Column == TemplateLayout.KeyColumn && c.Text == key) is { } cell ? general.CellAt(cell.Row, TemplateLayout.ValueColumn)?.Text.Trim() : null;
        return (Value("proForma"), ComplianceYear.TryParse(Value("complianceYear") ?? "", out var year, out _) ? year : null);
    }

    internal bool TryRead([NotNullWhen(true)] out ProFormaFiling? filing, out IReadOnlyList<Problem> problems)
    {
        General(workbook.Find(TemplateLayout.GeneralSheet)!);
        foreach (var sheet in workbook.Sheets.Where(s => s.CellAt(TemplateLayout.HeaderRow, 1)?.Text == TemplateLayout.FieldHeader))
        {
            Figures(sheet);
        }

        var isBuilt = _builder.TryBuild(out filing, out var built);
        problems = [.. _cells.Notices, .. built];
        filing = isBuilt && problems.All(p => p.Severity != Severity.Error) ? filing : null;
        return filing is not null;
    }

    private void General(WorkbookSheet sheet)
    {
        if (sheet.CellAt(1, 1)!.Text != TemplateLayout.Format)
        {
            _cells.Tell("unsupported-format", Severity.Error, sheet, sheet.CellAt(1, 1)!, $"The template is written in the format \"{sheet.CellAt(1, 1)!.Text}\".", TemplateLayout.Format);
        }

        foreach (var key in sheet.Cells.Where(c => c.Column == TemplateLayout.KeyColumn && c.Row > 1))
        {
            if (sheet.CellAt(key.Row, TemplateLayout.ValueColumn) is not { } cell || _cells.Text(sheet, cell, isFigure: false) is not { } text)
            {
                continue;
            }

            if (_general.ContainsKey(key.Text))
            {
                _cells.Tell("duplicate-line", Severity.Error, sheet, key, $"\"{key.Text}\" occurs twice.", "each line once");
            }

            _general[key.Text] = (cell, text);
            General(sheet, key, cell, text);
        }

        Entity(sheet);
        _builder.OwnTarget = _target is null && _baseline is null ? null : new OwnTarget(_target, _baseline, _general.TryGetValue("ownTarget.source", out var source) ? source.Text : null);
    }

    private EmissionIntensity? Intensity(WorkbookSheet sheet, WorkbookCell cell, string text)
    {
        if (EmissionIntensity.TryParse(text, out var intensity, out var reason))
        {
            return intensity;
        }

        _cells.Tell("bad-value", Severity.Error, sheet, cell, $"\"{text}\" is no intensity.", reason ?? "such as 0.8032 tCO2e/t");
        return null;
    }

    private void General(WorkbookSheet sheet, WorkbookCell key, WorkbookCell cell, string text)
    {
        var place = _cells.PlaceOf(sheet, cell);
        switch (key.Text)
        {
            case "proForma" when text != form.Id:
                _cells.Tell("another-pro-forma", Severity.Error, sheet, cell, $"The template is of the pro-forma \"{text}\".", form.Id);
                break;
            case "name":
                _builder.Name = text;
                break;
            case "illustrative":
                _builder.Illustrative = text;
                break;
            case "whyUnusual":
                _builder.WhyUnusual = text;
                break;
            case "complianceYear" when ComplianceYear.TryParse(text, out var year, out var reason) is var isYear:
                _builder.Year = isYear ? year : null;
                if (!isYear)
                {
                    _cells.Tell("bad-value", Severity.Error, sheet, cell, $"\"{text}\" is no compliance year.", reason);
                }

                break;
            case "ownTarget.target":
                _target = Intensity(sheet, cell, text);
                break;
            case "ownTarget.baseline":
                _baseline = Intensity(sheet, cell, text);
                break;
            case "ownTarget.source" or "proForma" or "entity.name" or "entity.registration" or "entity.state":
                break;
            case var choice when choice.StartsWith(TemplateLayout.GeneralPrefix, StringComparison.Ordinal):
                _builder.Choose(choice.Substring(TemplateLayout.GeneralPrefix.Length), text, place);
                break;
            default:
                _cells.Tell("unknown-line", Severity.Error, sheet, key, $"The template has no line \"{key.Text}\".", "the lines that it was written with");
                break;
        }
    }

    private void Entity(WorkbookSheet sheet)
    {
        _builder.Place = new SourcePlace(workbook.File, 0, 0, "");
        RegistrationNumber? number = null;
        if (_general.TryGetValue("entity.registration", out var registration))
        {
            if (RegistrationNumber.TryParse(registration.Text, out var parsed, out var reason))
            {
                number = parsed;
            }
            else
            {
                _cells.Tell("bad-value", Severity.Error, sheet, registration.Cell, $"\"{registration.Text}\" is no registration number.", reason);
            }
        }

        if (_general.TryGetValue("entity.name", out var name))
        {
            _builder.Entity = new ObligatedEntity(number, name.Text, form.Sector, State: _general.TryGetValue("entity.state", out var state) ? state.Text : null);
        }
        else if (registration.Cell is { } stated)
        {
            _cells.Tell("missing-name", Severity.Error, sheet, stated, "The entity has a registration number and no name.", "its name");
        }

        _builder.Name = _builder.Name.Length > 0 ? _builder.Name : _builder.Entity?.Name ?? workbook.File ?? form.Title;
    }

    private void Figures(WorkbookSheet sheet)
    {
        var columns = TemplateLayout.Years.Select(y => (y.Column, At: sheet.Cells.FirstOrDefault(c => c.Row == TemplateLayout.HeaderRow && c.Text == y.Header)?.Column)).ToList();
        foreach (var missing in TemplateLayout.Years.Where((_, i) => columns[i].At is null))
        {
            _cells.Tell("missing-column", Severity.Error, sheet, sheet.CellAt(TemplateLayout.HeaderRow, 1)!, $"The sheet has no column \"{missing.Header}\".", "the columns that it was written with");
        }

        Lines(sheet);
        _cells.TellUnseen(sheet, (row, column) => columns.Exists(c => c.At == column && IsUsed(c.Column)) && form.Find(sheet.CellAt(row, TemplateLayout.KeyColumn)?.Text.Trim() ?? "") is { Kind: ProFormaFieldKind.Input or ProFormaFieldKind.Default });
        foreach (var cell in sheet.Cells.Where(c => c.Row > TemplateLayout.HeaderRow))
        {
            if (columns.FirstOrDefault(c => c.At == cell.Column) is not { At: not null } column)
            {
                continue;
            }

            var (key, unit) = (sheet.CellAt(cell.Row, TemplateLayout.KeyColumn)?.Text.Trim(), sheet.CellAt(cell.Row, TemplateLayout.UnitColumn)?.Text.Trim());
            if (key is null)
            {
                _cells.Tell("figure-without-field", Severity.Error, sheet, cell, "The figure is in a row without a field.", "the key of a field in the first column");
            }
            else if (_cells.Text(sheet, cell, form.Find(key)?.Kind != ProFormaFieldKind.Answer, unit) is { } text)
            {
                _builder.State(key, column.Column, text, form.Find(key)?.Kind == ProFormaFieldKind.Answer ? null : unit ?? "", _cells.PlaceOf(sheet, cell));
            }
        }
    }

    private bool IsUsed(ProFormaColumn column) => column == ProFormaColumn.Current || !_general.TryGetValue(TemplateLayout.GeneralPrefix + form.YearsChoice, out var stated) || !int.TryParse(stated.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || (int)column < years;

    /// <summary>A line that is gone would count as an empty one, and nobody would see it.</summary>
    private void Lines(WorkbookSheet sheet)
    {
        var there = new HashSet<string>(sheet.Cells.Where(c => c.Column == TemplateLayout.KeyColumn).Select(c => c.Text.Trim()), StringComparer.Ordinal);
        var gone = form.Fields.Where(f => f.Sheet == sheet.Name && f.Kind is not (ProFormaFieldKind.Computed or ProFormaFieldKind.Heading) && !there.Contains(f.Key)).ToList();
        if (gone.Count > 0)
        {
            _cells.Tell("missing-line", Severity.Warning, sheet, sheet.CellAt(TemplateLayout.HeaderRow, 1)!, $"The sheet has no line \"{gone[0].Key}\" ({gone[0].Label}){(gone.Count > 1 ? $", nor {gone.Count - 1} others" : "")}.", "the lines that it was written with; a line that is not used stays empty");
        }
    }
}
