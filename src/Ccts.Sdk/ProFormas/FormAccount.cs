using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Computes a filing with each workbook error, and under each other reading of an open point, one at a time.</summary>
internal sealed class FormAccount(ProForma form, ProFormaFiling filing, IReadOnlyList<ProFormaVariant> taken, FormEvaluation meant, FormOutcome outcome)
{
    internal List<SlipAccount> Slips()
    {
        var accounts = new List<SlipAccount>();
        foreach (var slip in form.Slips.Where(s => s.Printed.Cells.Count > 0))
        {
            var alone = new FormEvaluation(form, filing, taken.Append(slip.Printed), locked: true);
            var cells = slip.Printed.Cells.Where(c => IsUsed(c.Column) && !alone.Cell(c.Field, c.Column).Equals(meant.Cell(c.Field, c.Column))).Select(c => Cell(c, alone)).ToList();
            if (cells.Count > 0)
            {
                accounts.Add(new SlipAccount(slip, cells, Moved(alone, ProFormaColumn.Baseline), Moved(alone, ProFormaColumn.Current)));
            }
        }

        return accounts;
    }

    internal List<PointAccount> Points() => [.. form.Points.Select((point, i) => new PointAccount(point, [.. point.Readings.Where(r => r.Id != point.Taken.Value).Select(r => Under(r, i))]))];

    private bool IsUsed(ProFormaColumn column) => column is ProFormaColumn.Baseline or ProFormaColumn.Current || (int)column < filing.Years;

    private SlipCell Cell(CellFormula cell, FormEvaluation alone) => new(
        form.Fields[cell.Field],
        cell.Column,
        meant.Cell(cell.Field, cell.Column).Write(ProFormaFigure.Significant),
        alone.Cell(cell.Field, cell.Column).Write(ProFormaFigure.PrintedSignificant));

    private string Moved(FormEvaluation alone, ProFormaColumn column)
    {
        var printed = alone.Cell(form.Headline.Intensity, column);
        return printed.Equals(meant.Cell(form.Headline.Intensity, column)) ? "" : printed.Write(ProFormaFigure.PrintedSignificant);
    }

    private PointReading Under(ProFormaReading reading, int point)
    {
        var other = new FormEvaluation(form, filing, taken.Select((variant, i) => i == point ? reading.Variant : variant));
        return new PointReading(
            reading,
            More(other, ProFormaColumn.Current),
            More(other, ProFormaColumn.Baseline),
            outcome.Unrounded(other, ProFormaColumn.Current),
            outcome.Unrounded(other, ProFormaColumn.Baseline),
            outcome.Certificates(other),
            Differs(other));
    }

    private Co2e More(FormEvaluation other, ProFormaColumn column) => Co2e.FromTonnes(FormOutcome.Decimal(outcome.Total(other, column) - outcome.Total(meant, column)));

    private bool Differs(FormEvaluation other)
    {
        for (var field = 0; field < form.Fields.Count; field++)
        {
            if (!other.Cell(field, ProFormaColumn.Current).Equals(meant.Cell(field, ProFormaColumn.Current)) || !other.Cell(field, ProFormaColumn.Baseline).Equals(meant.Cell(field, ProFormaColumn.Baseline)))
            {
                return true;
            }
        }

        return false;
    }
}
