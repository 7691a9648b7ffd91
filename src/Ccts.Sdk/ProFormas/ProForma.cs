using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// A sector's pro-forma as a ruleset gives it: its fields, the arithmetic over them, the slips of its workbook, the
/// points that it leaves open, and what goes into the emission form.
/// </summary>
/// <remarks>Immutable and thread-safe. <c>Ccts.Rules</c> reads it from a ruleset's files.</remarks>
public sealed class ProForma
{
    private readonly Dictionary<string, int> _indexes;
    private readonly FormulaNode?[] _formulas;
    private readonly string[] _plainUnits;

    internal ProForma(IReadOnlyList<ProFormaField> fields, FormulaNode?[] formulas)
    {
        (Fields, _formulas) = (fields, formulas);
        _indexes = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            _indexes[fields[i].Key] = i;
        }

        _plainUnits = [.. fields.Select(f => f.Unit.Replace(" ", "").ToLowerInvariant())];
    }

    /// <summary>Its id in the ruleset, e.g. <c>cement</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What BEE calls the form, e.g. <c>Sb</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The sector as the schedules print it.</summary>
    public required string Sector { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Where it was read.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Its lines, in their order.</summary>
    public IReadOnlyList<ProFormaField> Fields { get; }

    /// <summary>What a plant chooses for the whole form.</summary>
    public required IReadOnlyList<ProFormaChoice> Choices { get; init; }

    /// <summary>The slips of the workbook.</summary>
    public required IReadOnlyList<ProFormaSlip> Slips { get; init; }

    /// <summary>The points it leaves open.</summary>
    public required IReadOnlyList<ProFormaPoint> Points { get; init; }

    /// <summary>Where its figures are in the filed workbook, or null if unknown.</summary>
    public WorkbookLayout? Workbook { get; internal init; }

    /// <summary>The lines of Form E2 that its fields fill; empty if unknown.</summary>
    public IReadOnlyList<FormE2Line> FormE2 { get; internal init; } = [];

    /// <summary>Whether it says what goes into a monitoring report: <see cref="ProFormaReport"/>.</summary>
    public bool HasReport => Streams.Count > 0;

    internal IReadOnlyList<FormStream> Streams { get; init; } = [];

    internal IReadOnlyList<ProFormaCheck> Checks { get; init; } = [];

    // The reader always sets what follows.
    internal ProFormaHeadline Headline { get; init; } = null!;

    internal ProFormaUnits Units { get; init; } = null!;

    /// <summary>The sheet whose name a filing may leave out.</summary>
    internal string OwnSheet { get; init; } = "";

    /// <summary>The choice that says how many years the baseline has.</summary>
    public string YearsChoice { get; internal init; } = "";

    /// <summary>The unit that the form's intensity is per.</summary>
    public OutputBasis ProductUnit => Headline.Basis;

    /// <summary>The sources of the form and of its other values, each once.</summary>
    public IEnumerable<LegalSource> Sources => Points.Select(p => p.Taken.Standing).Concat(Checks.Select(c => c.Standing).OfType<Standing>()).Prepend(Standing).Select(s => s.Source).Distinct();

    /// <summary>The field with this key, as a filing or the form writes it, or null.</summary>
    public ProFormaField? Find(string key) => IndexOf(key) is >= 0 and var index ? Fields[index] : null;

    /// <summary>Notes for filling in a field: the advice of the form's checks on it, each once.</summary>
    public IEnumerable<string> HintsOf(ProFormaField field)
    {
        var index = IndexOf(Require.NotNull(field).Key);
        return Checks.Where(c => c.Field == index).Select(c => c.Hint).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>The formula of a cell without slips and other readings; null for a cell that the plant states or that stays empty.</summary>
    internal FormulaNode? FormulaOf(int field, ProFormaColumn column) => _formulas[(field * CellCount) + (int)column];

    internal const int CellCount = 5;

    /// <summary>The unit without blanks and in lower case, because forms write one unit in many ways.</summary>
    internal string PlainUnit(int field) => _plainUnits[field];

    internal int IndexOf(string key) => _indexes.TryGetValue(Require.NotNull(key), out var index) || _indexes.TryGetValue(OwnSheet + "." + key, out index) ? index : -1;
}
