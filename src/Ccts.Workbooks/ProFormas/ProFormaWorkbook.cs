using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Takes a plant's filing out of a workbook: the one that the scheme publishes for the sector, or the template of <see cref="ProFormaTemplate"/>.</summary>
/// <remarks>Thread-safe. Nothing is computed here; the results that the scheme's workbook saved come along as figures to compare with.</remarks>
public static class ProFormaWorkbook
{
    /// <summary>The id of the form that a workbook is of and the year it is for, as far as they can be seen; nothing is judged yet.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="forms">The forms it may be of.</param>
    public static (string? Form, ComplianceYear? Year) Peek(Workbook workbook, IEnumerable<ProForma> forms)
    {
        _ = workbook ?? throw new ArgumentNullException(nameof(workbook));
        _ = forms ?? throw new ArgumentNullException(nameof(forms));
        if (TemplateReader.IsTemplate(workbook))
        {
            return TemplateReader.Peek(workbook);
        }

        var form = forms.FirstOrDefault(f => f.Workbook is { } layout && FiledReader.Matches(workbook, layout));
        var year = form?.Workbook?.Year is { } cell && ComplianceYear.TryParse(workbook.CellAt(cell)?.Text.Trim() ?? "", out var read, out _) ? read : (ComplianceYear?)null;
        return (form?.Id, year);
    }

    /// <summary>Reads a filing; false with every problem when it has an error.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="form">The form it is of.</param>
    /// <param name="filing">The filing, or null.</param>
    /// <param name="problems">Every problem; what is only to be known where the filing was read.</param>
    public static bool TryRead(Workbook workbook, ProForma form, [NotNullWhen(true)] out ProFormaFiling? filing, out IReadOnlyList<Problem> problems)
    {
        _ = workbook ?? throw new ArgumentNullException(nameof(workbook));
        _ = form ?? throw new ArgumentNullException(nameof(form));
        if (TemplateReader.IsTemplate(workbook))
        {
            return new TemplateReader(workbook, form).TryRead(out filing, out problems);
        }

        if (form.Workbook is { } layout && FiledReader.Matches(workbook, layout))
        {
            return new FiledReader(workbook, form, layout).TryRead(out filing, out problems);
        }

        filing = null;
        problems = [new Problem("unknown-workbook", Severity.Error, $"The workbook is neither a template nor the published workbook of {form.Form}.", new SourcePlace(workbook.File, 0, 0, ""))
        {
            Expected = form.Workbook is { } known ? "sheets called " + string.Join(", ", known.Sheets.Values.Select(s => s.Name)) : "a template of \"ccts proforma template\"",
            Hint = $"\"ccts proforma template {form.Id} out.xlsx\" writes one to fill in.",
        }];
        return false;
    }
}
