using System;
using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// One computation of a filing. Every cell is computed once, when first read. Variants put other formulas in some cells;
/// where several do, the last one counts.
/// </summary>
/// <remarks>Not thread-safe. Use one instance for each computation.</remarks>
internal sealed class FormEvaluation : ICells
{
    private readonly ProForma _form;
    private readonly ProFormaFiling _filing;
    private readonly int _years;
    private readonly CellValue?[]?[] _values = new CellValue?[]?[ProForma.CellCount];
    private readonly Dictionary<int, FormulaNode> _others = [];
    private readonly Dictionary<int, FormulaNode> _blanks = [];
    private readonly HashSet<int> _locked = [];

    private readonly bool _inBinary;

    /// <param name="form">The form.</param>
    /// <param name="filing">The filing.</param>
    /// <param name="variants">Other formulas for some cells.</param>
    /// <param name="inBinary">Whether numbers are rounded to binary as in a workbook; otherwise nothing is rounded.</param>
    /// <param name="locked">Whether locked cells keep their formula even where the plant states a figure.</param>
    internal FormEvaluation(ProForma form, ProFormaFiling filing, IEnumerable<ProFormaVariant> variants, bool inBinary = false, bool locked = false)
    {
        (_form, _filing, _years, _inBinary) = (form, filing, filing.Years, inBinary);
        foreach (var variant in variants)
        {
            foreach (var cell in variant.Cells)
            {
                _others[At(cell.Field, cell.Column)] = cell.Node;
                if (locked && cell.IsLocked)
                {
                    _locked.Add(At(cell.Field, cell.Column));
                }
            }

            foreach (var blank in variant.Blanks)
            {
                _blanks[blank.Key] = blank.Value;
            }
        }
    }

    public CellValue Cell(int field, ProFormaColumn column)
    {
        var values = _values[(int)column] ??= new CellValue?[_form.Fields.Count];
        return values[field] ??= Compute(field, column, At(field, column));
    }

    public CellValue Choice(string name) => _filing.ChoiceOf(name);

    public CellValue Kept(CellValue value) => _inBinary && value.Kind == CellKind.Number ? CellValue.Of(Keep(value.Number)) : value;

    public Exact Keep(Exact number) => _inBinary ? BinaryRounding.Round(number) : number;

    public Exact Add(in Exact left, in Exact right) => _inBinary ? BinaryRounding.Add(left, right) : left + right;

    public Exact Multiply(in Exact left, in Exact right) => _inBinary ? BinaryRounding.Multiply(left, right) : left * right;

    public Exact Divide(in Exact left, in Exact right) => _inBinary ? BinaryRounding.Divide(left, right) : left / right;

    private static int At(int field, ProFormaColumn column) => (field * ProForma.CellCount) + (int)column;

    private CellValue Compute(int field, ProFormaColumn column, int at)
    {
        var kind = _form.Fields[field].Kind;
        var isStated = kind is not ProFormaFieldKind.Computed && column != ProFormaColumn.Baseline;
        if (isStated && (_locked.Count == 0 || !_locked.Contains(at)) && _filing.Stated(field, column) is { Kind: not CellKind.Blank } stated)
        {
            return Kept(stated);
        }

        if (_others.Count > 0 && _others.TryGetValue(at, out var other))
        {
            return Filled(other.Evaluate(this, column));
        }

        if (kind != ProFormaFieldKind.Computed && column == ProFormaColumn.Baseline)
        {
            return kind == ProFormaFieldKind.Answer ? Agreed(field) : Mean(field);
        }

        if (_form.FormulaOf(field, column) is { } formula)
        {
            return Filled(formula.Evaluate(this, column));
        }

        var isAsked = column == ProFormaColumn.Current || (int)column < _years;
        return isStated && isAsked && _blanks.TryGetValue(field, out var blank) ? blank.Evaluate(this, column) : CellValue.Blank;
    }

    /// <summary>A formula that only refers to an empty cell gives 0, as in a workbook.</summary>
    private static CellValue Filled(CellValue computed) => computed.Kind == CellKind.Blank ? CellValue.Zero : computed;

    /// <summary>The mean over the years of the baseline; a year without a figure counts as 0.</summary>
    private CellValue Mean(int field)
    {
        var (sum, isBlank) = (Exact.Zero, true);
        for (var year = 0; year < _years; year++)
        {
            var value = Cell(field, (ProFormaColumn)year);
            if (value.IsError)
            {
                return value;
            }

            isBlank &= value.Kind == CellKind.Blank;
            sum = Add(sum, value.Number);
        }

        return isBlank ? CellValue.Blank : CellValue.Of(Divide(sum, Exact.Of(_years)));
    }

    /// <summary>The answer given for all years, or no answer where they differ.</summary>
    private CellValue Agreed(int field)
    {
        var first = Cell(field, ProFormaColumn.Year1);
        for (var year = 1; year < _years; year++)
        {
            if (!Cell(field, (ProFormaColumn)year).Equals(first))
            {
                return CellValue.Of("No");
            }
        }

        return first;
    }
}
