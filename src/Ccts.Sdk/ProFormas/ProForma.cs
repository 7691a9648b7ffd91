using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// A sector's pro-forma as defined by a ruleset: its fields and their formulas, the known errors of the official workbook, the
/// points that the form leaves open, and how its fields map to the monitoring report and Form E2.
/// </summary>
/// <remarks>Immutable and thread-safe. <c>Ccts.Rules</c> reads it from a ruleset's files.</remarks>
public sealed class ProForma
{
    private readonly Dictionary<string, int> _indexes;
    private readonly FormulaNode?[] _formulas;
    private readonly FigureKind[] _kinds;

    internal ProForma(IReadOnlyList<ProFormaField> fields, FormulaNode?[] formulas)
    {
        (Fields, _formulas) = (fields, formulas);
        _indexes = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            _indexes[fields[i].Key] = i;
        }

        _kinds = [.. fields.Select(FigureKinds.Of)];
        PowerBought = Power("purchased");
        PowerMade = Power("generation");
    }

    /// <summary>Its id in the ruleset, e.g. <c>cement</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What BEE calls the form, e.g. <c>Sb</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The sector as the schedules print it.</summary>
    public required string Sector { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The source of the form.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Its lines, in their order.</summary>
    public IReadOnlyList<ProFormaField> Fields { get; }

    /// <summary>The choices that apply to the whole form.</summary>
    public required IReadOnlyList<ProFormaChoice> Choices { get; init; }

    /// <summary>The known errors of the workbook.</summary>
    public required IReadOnlyList<ProFormaSlip> Slips { get; init; }

    /// <summary>The points it leaves open.</summary>
    public required IReadOnlyList<ProFormaPoint> Points { get; init; }

    /// <summary>The cells of its figures in the filed workbook, or null where they are not known.</summary>
    public WorkbookLayout? Workbook { get; internal init; }

    /// <summary>The lines of Form E2 that its fields fill; empty where that is not known.</summary>
    public IReadOnlyList<FormE2Line> FormE2 { get; internal init; } = [];

    /// <summary>Whether it maps to a monitoring report: <see cref="ProFormaReport"/>.</summary>
    public bool HasReport => Streams.Count > 0;

    internal IReadOnlyList<FormStream> Streams { get; init; } = [];

    internal IReadOnlyList<ProFormaCheck> Checks { get; init; } = [];

    // The reader always sets the following members.
    internal ProFormaHeadline Headline { get; init; } = null!;

    internal ProFormaUnits Units { get; init; } = null!;

    /// <summary>The sheet whose fields a filing may name without it.</summary>
    internal string OwnSheet { get; init; } = "";

    /// <summary>The choice that sets the number of baseline years.</summary>
    public string YearsChoice { get; internal init; } = "";

    /// <summary>The output unit of the form's intensity.</summary>
    public OutputBasis ProductUnit => Headline.Basis;

    /// <summary>The sources of the form and of its additional data, without duplicates.</summary>
    public IEnumerable<LegalSource> Sources => Points.Select(p => p.Taken.Standing).Concat(Checks.Select(c => c.Standing).OfType<Standing>()).Prepend(Standing).Select(s => s.Source).Distinct();

    /// <summary>The field with this key, as a filing or the form writes it, or null.</summary>
    public ProFormaField? Find(string key) => IndexOf(key) is >= 0 and var index ? Fields[index] : null;

    /// <summary>Advice for filling in a field, taken from the form's checks on it, without duplicates.</summary>
    public IEnumerable<string> HintsOf(ProFormaField field)
    {
        var index = IndexOf(Require.NotNull(field).Key);
        return Checks.Where(c => c.Field == index).Select(c => c.Hint).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>The formula of a cell without workbook errors and under the default readings; null for a cell that the plant states or that stays empty.</summary>
    internal FormulaNode? FormulaOf(int field, ProFormaColumn column) => _formulas[(field * CellCount) + (int)column];

    internal const int CellCount = 5;

    internal FigureKind KindOf(int field) => _kinds[field];

    /// <summary>The fields for purchased electricity, and those for generated electricity.</summary>
    internal IReadOnlyList<int> PowerBought { get; }

    internal IReadOnlyList<int> PowerMade { get; }

    private List<int> Power(string word) => [.. Enumerable.Range(0, Fields.Count).Where(f => _kinds[f] == FigureKind.Electricity && Fields[f].Kind == ProFormaFieldKind.Input && FigureKinds.Says(Fields[f], word))];

    internal int IndexOf(string key) => _indexes.TryGetValue(Require.NotNull(key), out var index) || _indexes.TryGetValue(OwnSheet + "." + key, out index) ? index : -1;
}
