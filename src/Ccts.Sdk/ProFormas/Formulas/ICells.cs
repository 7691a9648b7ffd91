using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>The cells that a formula reads: fields of a form in its columns, and the choices that hold for the whole form.</summary>
internal interface ICells
{
    CellValue Cell(int field, ProFormaColumn column);

    CellValue Choice(string name);

    /// <summary>A value as it is kept.</summary>
    CellValue Kept(CellValue value);

    /// <summary>What is kept of a number that was computed: all of it, or what a workbook keeps.</summary>
    Exact Keep(Exact number);

    /// <summary>The sum of two numbers, as it is kept.</summary>
    Exact Add(in Exact left, in Exact right);

    /// <summary>The product, as it is kept.</summary>
    Exact Multiply(in Exact left, in Exact right);

    /// <summary>The quotient, as it is kept; the divisor is not zero.</summary>
    Exact Divide(in Exact left, in Exact right);
}
