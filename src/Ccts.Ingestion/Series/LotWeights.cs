using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Checks that the lot weights of results share one unit: mixing kilograms and tonnes would weigh the mean by the lots in kilograms alone.</summary>
internal sealed class LotWeights(SourceMapping source, ProblemList problems)
{
    private (int Columns, int? Units) _looked = (-1, null);
    private bool _isTold;

    /// <summary>Keeps the weight of a result's lot; false, with a problem reported, where there is none.</summary>
    internal bool Take(RowReader row, int column, SeriesReadings series, Reading reading)
    {
        if (source.Layout.Numbers.Rewrite(row.Cell(column) ?? "") is { } text && QuantityText.TryReadAlone(text, out var weight) && weight is > 0m and <= SourceIntake.Largest)
        {
            series.Weigh(reading, weight);
            HoldUnit(row, column, series);
            return true;
        }

        problems.Error("bad-value", row.PlaceOf(column), $"\"{ShownText.Short(row.Cell(column) ?? "")}\" is no weight of a lot.", "a number above zero", "Leave the result out, or state what its lot weighs.");
        return false;
    }

    private void HoldUnit(RowReader row, int column, SeriesReadings series)
    {
        if (row.Header.Count != _looked.Columns)
        {
            _looked = (row.Header.Count, UnitsBeside(row, column));
        }

        if (_looked.Units is not { } at || row.Beside(at) is not { Length: > 0 } text || One(text) is not { } one)
        {
            return;
        }

        series.WeightUnit ??= (text, one);
        if (series.WeightUnit.Value.One != one && !_isTold)
        {
            _isTold = true;
            problems.Error("weight-units", row.PlaceOf(column), $"The lot of this row is weighed in {ShownText.Short(text)}, and others in {ShownText.Short(series.WeightUnit.Value.Text)}; their weights are compared as numbers.", "the weights of all lots in one unit", "Write them in one unit.");
        }
    }

    /// <summary>The column of the weights' units: right beside them, or the only one that is not that of the amounts.</summary>
    private int? UnitsBeside(RowReader row, int column)
    {
        var weights = Enumerable.Range(0, row.Header.Count).First(c => row.Header[c] == source.Columns[column]);
        var units = Enumerable.Range(0, row.Header.Count).Where(c => HeaderWords.MayBeOfUnits(row.Header[c]) && !source.Series.Any(s => s.UnitColumn is { } own && source.Columns[own] == row.Header[c])).ToList();
        return units.Contains(weights + 1) ? weights + 1 : units.Contains(weights - 1) ? weights - 1 : units.Count == 1 ? units[0] : null;
    }

    /// <summary>How many tonnes one is; null where the text is no unit of mass.</summary>
    private decimal? One(string text) =>
        Measure.TryOf(Measure.FlowOfCarbon, source.Layout.Units.TryGetValue(text, out var meant) ? meant : HeaderWords.UnitOf(text), out var measure, out _) && measure!.TryConvert(1m, out var one) ? one : null;
}
