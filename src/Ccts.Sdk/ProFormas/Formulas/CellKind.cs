namespace Ccts.Sdk.ProFormas.Formulas;

internal enum CellKind : byte
{
    /// <summary>Empty: 0 in arithmetic, empty text in a comparison.</summary>
    Blank,
    Number,
    Text,

    /// <summary>What a workbook prints if it cannot compute, e.g. <c>#DIV/0!</c>.</summary>
    Error,
}
