using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks.Templates;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.ProFormas;

/// <summary>The first sheet of a template: who files for which year, and what is chosen for the whole form.</summary>
internal sealed class TemplateGeneral
{
    private readonly TemplateSheet _sheet = new();
    private readonly TemplateWords _words;
    private readonly ProFormaFiling? _filing;

    internal TemplateGeneral(ProForma form, TemplateWords words, ComplianceYear? year, ProFormaFiling? filing)
    {
        (_words, _filing) = (words, filing);
        _sheet.Add((TemplateLayout.KeyColumn, TemplateLayout.Format, TemplateStyles.Note), (TemplateLayout.TitleColumn, form.Title, TemplateStyles.Bold));
        _sheet.Add((TemplateLayout.KeyColumn, "proForma", TemplateStyles.Note), (TemplateLayout.TitleColumn, "Form", TemplateStyles.Plain), (TemplateLayout.ValueColumn, form.Id, TemplateStyles.Plain), (TemplateLayout.NoteColumn, "Fill in the yellow cells, here and on the next sheet; leave empty what the plant does not have.", TemplateStyles.Note));
        Line("complianceYear", "Compliance year (the current year)", year?.ToString(), "such as 2025-26");
        Line("entity.name", "Obligated entity", filing?.Entity?.Name, "as the schedule prints it");
        Line("entity.registration", "Registration number", filing?.Entity?.Registration?.Text, "by which its target is found, such as CMTOE011TG");
        Line("entity.state", "State", filing?.Entity?.State, "");
        Line("ownTarget.target", "Target of your own", filing?.OwnTarget?.Target?.ToString(), "only where the ruleset lacks it, such as 0.8032 tCO2e/t");
        Line("ownTarget.baseline", "Baseline of your own", filing?.OwnTarget?.Baseline?.ToString(), "such as 0.8086 tCO2e/t");
        Line("ownTarget.source", "Where you have it from", filing?.OwnTarget?.Source, "such as gazette, row 85");
        Line("name", "What this filing is called", filing?.Name, "may stay empty");
        Line("illustrative", "Illustrative", filing?.Illustrative, "only where the figures are invented: say so here");
        Line("whyUnusual", "Why unusual", filing?.WhyUnusual, "only if a figure looks like a slip and is right: say why");
        foreach (var choice in form.Choices)
        {
            YearsCell = choice.Name == form.YearsChoice ? $"{TemplateLayout.GeneralSheet}!${WorkbookCell.Letters(TemplateLayout.ValueColumn)}${_sheet.Next.ToString(CultureInfo.InvariantCulture)}" : YearsCell;
            Choice(choice);
        }
    }

    /// <summary>The cell with the number of baseline years, for formulas.</summary>
    internal string YearsCell { get; } = "";

    internal Worksheet ToWorksheet() => _sheet.ToWorksheet([34, 60, 44, 70], freezes: false);

    private void Choice(ProFormaChoice choice)
    {
        var chosen = _filing is not null && _filing.Choices.TryGetValue(choice.Name, out var word) ? word : null;
        _sheet.Offer(TemplateLayout.ValueColumn, TemplateLayout.ValueColumn, _words.Of(choice));
        Line(TemplateLayout.GeneralPrefix + choice.Name, choice.Title, chosen, choice.Default is { } standing ? "empty: " + standing : "choose from the list");
    }

    private void Line(string key, string title, string? value, string note) => _sheet.Add(
        (TemplateLayout.KeyColumn, key, TemplateStyles.Note),
        (TemplateLayout.TitleColumn, title, TemplateStyles.Plain),
        (TemplateLayout.ValueColumn, value ?? "", TemplateStyles.Word),
        (TemplateLayout.NoteColumn, note, TemplateStyles.Note));
}
