using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>The cells that a formula reads: fields of a form in its columns, and the choices that hold for the whole form.</summary>
internal interface ICells
{
    CellValue Cell(int field, ProFormaColumn column);

    CellValue Choice(string name);

    /// <summary>A value as it is stored.</summary>
    CellValue Kept(CellValue value);

    /// <summary>A computed number as it is stored: exact, or rounded as a workbook rounds it.</summary>
    Exact Keep(Exact number);

    /// <summary>The sum of two numbers, as it is stored.</summary>
    Exact Add(in Exact left, in Exact right);

    /// <summary>The product, as it is stored.</summary>
    Exact Multiply(in Exact left, in Exact right);

    /// <summary>The quotient, as it is stored; the divisor is not zero.</summary>
    Exact Divide(in Exact left, in Exact right);
}
