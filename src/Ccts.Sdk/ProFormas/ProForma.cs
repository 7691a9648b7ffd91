using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// A sector's pro-forma as a ruleset gives it: its fields, the arithmetic over them, the slips of the workbook it is filed in, the
/// points that are left open, and what of it goes into the emission form.
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

    /// <summary>Where its figures stand in the workbook that is filed, or null where that is not known.</summary>
    public WorkbookLayout? Workbook { get; internal init; }

    /// <summary>The lines of Form E2 that its fields fill; empty where that is not known.</summary>
    public IReadOnlyList<FormE2Line> FormE2 { get; internal init; } = [];

    /// <summary>Whether it says what of it goes into a monitoring report: <see cref="ProFormaReport"/>.</summary>
    public bool HasReport => Streams.Count > 0;

    internal IReadOnlyList<FormStream> Streams { get; init; } = [];

    internal IReadOnlyList<ProFormaCheck> Checks { get; init; } = [];

    // The reader always sets what follows.
    internal ProFormaHeadline Headline { get; init; } = null!;

    internal ProFormaUnits Units { get; init; } = null!;

    /// <summary>The sheet whose fields a filing may name without it.</summary>
    internal string OwnSheet { get; init; } = "";

    /// <summary>The choice that says how many years the baseline has.</summary>
    public string YearsChoice { get; internal init; } = "";

    /// <summary>The unit that the form's intensity is per.</summary>
    public OutputBasis ProductUnit => Headline.Basis;

    /// <summary>Where the form and what it says besides were read, each once.</summary>
    public IEnumerable<LegalSource> Sources => Points.Select(p => p.Taken.Standing).Concat(Checks.Select(c => c.Standing).OfType<Standing>()).Prepend(Standing).Select(s => s.Source).Distinct();

    /// <summary>The field with this key, as a filing or the form writes it, or null.</summary>
    public ProFormaField? Find(string key) => IndexOf(key) is >= 0 and var index ? Fields[index] : null;

    /// <summary>What whoever fills in a field should mind: the advice of the form's checks on it, each once.</summary>
    public IEnumerable<string> HintsOf(ProFormaField field)
    {
        var index = IndexOf(Require.NotNull(field).Key);
        return Checks.Where(c => c.Field == index).Select(c => c.Hint).OfType<string>().Distinct(StringComparer.Ordinal);
    }

    /// <summary>The formula of a cell where no slip and no other reading is taken, or null for one that the plant states and one that stays empty.</summary>
    internal FormulaNode? FormulaOf(int field, ProFormaColumn column) => _formulas[(field * CellCount) + (int)column];

    internal const int CellCount = 5;

    /// <summary>The unit without blanks and in small letters, as forms write one unit in many ways.</summary>
    internal string PlainUnit(int field) => _plainUnits[field];

    internal int IndexOf(string key) => _indexes.TryGetValue(Require.NotNull(key), out var index) || _indexes.TryGetValue(OwnSheet + "." + key, out index) ? index : -1;
}
