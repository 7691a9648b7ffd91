namespace Ccts.Sdk.ProFormas.Formulas;

internal enum CellKind : byte
{
    /// <summary>An empty cell: 0 in arithmetic, an empty text in a comparison.</summary>
    Blank,
    Number,
    Text,

    /// <summary>What a workbook prints where it cannot compute, e.g. <c>#DIV/0!</c>.</summary>
    Error,
}
