using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>The computed figure of a field, and what the workbook prints for it.</summary>
/// <remarks>
/// Immutable and thread-safe. Figures are plain decimals, rounded only when written: to 20 significant digits for the figures
/// that count, to the 15 that the workbook saves for printed ones. Texts such as <c>NA</c> and errors such as <c>#REF!</c> are kept
/// unchanged. An empty cell gives an empty text.
/// </remarks>
public sealed class ProFormaFigure
{
    internal const int Significant = 20;
    internal const int PrintedSignificant = 15;

    private readonly CellValue _baseline;
    private readonly CellValue _current;

    internal ProFormaFigure(ProFormaField field, CellValue baseline, CellValue current) => (Field, _baseline, _current) = (field, baseline, current);

    /// <summary>The field.</summary>
    public ProFormaField Field { get; }

    /// <summary>The figure of the baseline.</summary>
    public string Baseline => _baseline.Write(Significant);

    /// <summary>The figure of the current year.</summary>
    public string Current => _current.Write(Significant);

    /// <summary>What the workbook prints for the baseline.</summary>
    public string PrintedBaseline => Print(BaselinePrint);

    /// <summary>What the workbook prints for the current year.</summary>
    public string PrintedCurrent => Print(CurrentPrint);

    /// <summary>Whether an error of the workbook makes it print another figure, in either column.</summary>
    public bool Differs { get; internal init; }

    internal CellValue BaselinePrint { get; init; } = CellValue.Blank;

    internal CellValue CurrentPrint { get; init; } = CellValue.Blank;

    /// <summary>Whether either column has a value.</summary>
    internal bool IsThere(bool asPrinted) => Value(ProFormaColumn.Baseline, asPrinted).Kind != CellKind.Blank || Value(ProFormaColumn.Current, asPrinted).Kind != CellKind.Blank;

    internal CellValue Value(ProFormaColumn column, bool asPrinted) => (column, asPrinted) switch
    {
        (ProFormaColumn.Baseline, false) => _baseline,
        (ProFormaColumn.Baseline, true) => BaselinePrint,
        (_, false) => _current,
        _ => CurrentPrint,
    };

    private static string Print(CellValue value) => value.Kind == CellKind.Number ? BinaryRounding.Write(value.Number) : value.Text;
}
