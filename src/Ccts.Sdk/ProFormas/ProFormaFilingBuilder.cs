using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Builds a filing figure by figure, from a file, a workbook or an ERP system; each mistake becomes a problem with its place.</summary>
/// <remarks>Not thread-safe. One builder makes one filing.</remarks>
public sealed class ProFormaFilingBuilder
{
    /// <summary>A larger figure is in the wrong unit: no plant has a thousand billion of anything.</summary>
    private static readonly Exact Most = Exact.Of(1_000_000_000_000_000);

    private readonly ProForma _form;
    private readonly Dictionary<string, string> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<int, CellValue> _stated = [];
    private readonly Dictionary<int, SourcePlace> _places = [];
    private readonly Dictionary<int, SourcePlace> _cells = [];
    private readonly List<ExpectedFigure> _expected = [];

    /// <summary>Begins a filing of a form.</summary>
    public ProFormaFilingBuilder(ProForma form)
        : this(form, new ProblemList())
    {
    }

    internal ProFormaFilingBuilder(ProForma form, ProblemList problems) => (_form, Problems) = (Require.NotNull(form), problems);

    /// <summary>Its name, for people.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who files; null where no target is needed.</summary>
    public ObligatedEntity? Entity { get; set; }

    /// <summary>The compliance year of the current column, or null.</summary>
    public ComplianceYear? Year { get; set; }

    /// <summary>Key of a draft or superseded target row to use instead of one in force, or null.</summary>
    public string? TargetRow { get; set; }

    /// <summary>A target or a baseline of the caller's own, instead of the ruleset's row; null for none.</summary>
    public OwnTarget? OwnTarget { get; set; }

    /// <summary>Says that the figures are invented; null for a real filing.</summary>
    public string? Illustrative { get; set; }

    /// <summary>Why figures that look like slips are correct; null for no reason.</summary>
    public string? WhyUnusual { get; set; }

    /// <summary>Where the filing begins in its input.</summary>
    public SourcePlace Place { get; set; }

    internal ProblemList Problems { get; }

    /// <summary>Chooses a word for the whole form, e.g. <c>sub_sector</c> <c>PPC</c>.</summary>
    /// <param name="choice">The name of the choice.</param>
    /// <param name="word">The word; surrounding blanks are ignored.</param>
    /// <param name="place">Its place in the input.</param>
    public void Choose(string choice, string word, SourcePlace place = default)
    {
        var found = _form.Choices.FirstOrDefault(c => c.Name == Require.NotNull(choice));
        var chosen = Require.NotNull(word).Trim();
        if (found is null)
        {
            Problems.Error("unknown-choice", place, $"The form {_form.Form} has no choice \"{ShownText.Short(choice)}\".", string.Join(", ", _form.Choices.Select(c => c.Name)), Problems.Nearest(choice, _form.Choices.Select(c => c.Name)));
        }
        else if (found.Words.FirstOrDefault(w => string.Equals(w, chosen, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            _choices[choice] = same;
        }
        else
        {
            var expected = found.Words.Count <= 12 ? string.Join(", ", found.Words) : "a name of the form's list, letter for letter";
            Problems.Error("unknown-word", place, $"\"{ShownText.Short(chosen)}\" is not one of the words for \"{choice}\" ({found.Title}).", expected, Problems.Nearest(chosen, found.Words));
        }
    }

    /// <summary>States a figure or an answer.</summary>
    /// <param name="field">The key of the field, with or without the form's own sheet.</param>
    /// <param name="column">A year of the baseline, or the current year.</param>
    /// <param name="text">A plain decimal, or a word of an answer; empty states nothing.</param>
    /// <param name="unit">The unit of the figure, or null for that of the field.</param>
    /// <param name="place">Its place in the input.</param>
    public void State(string field, ProFormaColumn column, string text, string? unit = null, SourcePlace place = default)
    {
        Require.NotNull(text);
        if (IndexOf(Require.NotNull(field), place) is not { } index || !TryFactor(index, unit, place, out var factor))
        {
            return;
        }

        if (column == ProFormaColumn.Baseline)
        {
            Problems.Error("baseline-is-computed", place, $"\"{_form.Fields[index].Key}\" is stated for the baseline as a whole.", "a figure for each of its years");
        }
        else if (text.Length > 0 && Value(text, _form.Fields[index], place) is { } value)
        {
            var at = (index * ProForma.CellCount) + (int)column;
            if (_stated.ContainsKey(at))
            {
                Problems.Error("duplicate-field", place, $"\"{_form.Fields[index].Key}\" is stated twice for {ColumnWords.Of(column)}.", "each figure once", "Add the two up, or delete the one that is not meant.");
            }

            _stated[at] = value.Kind == CellKind.Number ? CellValue.Of(value.Number * factor) : value;
            Keep(index, column, place);
        }
        else
        {
            Keep(index, column, place);
        }
    }

    /// <summary>Adds an expected figure to compare with the computed one.</summary>
    /// <param name="field">The key of the field.</param>
    /// <param name="column">The baseline or the current year.</param>
    /// <param name="text">The figure; empty compares nothing.</param>
    /// <param name="asPrinted">Whether it is what the workbook prints.</param>
    /// <param name="place">Its place in the input.</param>
    public void Expect(string field, ProFormaColumn column, string text, bool asPrinted, SourcePlace place = default)
    {
        if (Require.NotNull(text).Length > 0 && _form.Find(Require.NotNull(field)) is { } found)
        {
            _expected.Add(new ExpectedFigure(found.Key, column, asPrinted, text, place));
        }
    }

    /// <summary>The filing; false with every problem when it has an error.</summary>
    /// <param name="filing">The filing, or null.</param>
    /// <param name="problems">Every problem, in reading order.</param>
    public bool TryBuild([NotNullWhen(true)] out ProFormaFiling? filing, out IReadOnlyList<Problem> problems)
    {
        if (!_choices.TryGetValue(_form.YearsChoice, out var years))
        {
            Problems.Error("missing-choice", Place, $"\"{_form.YearsChoice}\" is not chosen.", string.Join(", ", _form.Choices.First(c => c.Name == _form.YearsChoice).Words));
        }
        else
        {
            CheckYears(int.Parse(years, CultureInfo.InvariantCulture));
        }

        problems = Problems.ToList();
        filing = Problems.HasErrors ? null : new ProFormaFiling(_form, _choices, _stated, _places, _cells)
        {
            Name = Name,
            Entity = Entity,
            Year = Year,
            TargetRow = TargetRow,
            OwnTarget = OwnTarget,
            Illustrative = Illustrative,
            WhyUnusual = WhyUnusual,
            Place = Place,
            Expected = _expected,
        };
        return filing is not null;
    }

    private void CheckYears(int years)
    {
        foreach (var (index, column) in _stated.Keys.Select(at => (at / ProForma.CellCount, at % ProForma.CellCount)).Where(s => s.Item2 >= years && s.Item2 < (int)ProFormaColumn.Baseline))
        {
            Problems.Error("baseline-years", _cells[(index * ProForma.CellCount) + column], $"\"{_form.Fields[index].Key}\" is stated for year {column + 1}; the baseline has {years}.", $"no figure beyond year {years}, or another \"{_form.YearsChoice}\"");
        }
    }

    private void Keep(int index, ProFormaColumn column, SourcePlace place)
    {
        _cells[(index * ProForma.CellCount) + (int)column] = place;
        if (!_places.ContainsKey(index))
        {
            _places[index] = place;
        }
    }

    private int? IndexOf(string key, SourcePlace place)
    {
        var index = _form.IndexOf(key);
        if (index < 0)
        {
            Problems.Error("unknown-field", place, $"The form {_form.Form} has no field \"{ShownText.Short(key)}\".", "a field of \"ccts proforma show\"", Problems.Nearest(key, Known(key)));
            return null;
        }

        var field = _form.Fields[index];
        if (field.Kind is not (ProFormaFieldKind.Heading or ProFormaFieldKind.Computed))
        {
            return index;
        }

        Problems.Error("not-an-input", place, $"\"{field.Key}\" ({ShownText.Short(field.Label)}) is {(field.Kind == ProFormaFieldKind.Heading ? "a heading" : "computed")}.", "a field that the plant states", "Leave it out.");
        return null;
    }

    private bool TryFactor(int index, string? unit, SourcePlace place, out Exact factor)
    {
        factor = Exact.Of(1);
        var of = _form.Fields[index].Unit;
        if (unit is null || _form.Units.TryFactor(of, unit, out factor))
        {
            return true;
        }

        // No similar unit is suggested: kWh for TWh would be a billion times too small.
        Problems.Error("input-unit", place, $"\"{_form.Fields[index].Key}\" is stated in \"{ShownText.Short(unit)}\".", string.Join(", ", _form.Units.Of(of)));
        return false;
    }

    private CellValue? Value(string text, ProFormaField field, SourcePlace place)
    {
        if (field.Kind == ProFormaFieldKind.Answer)
        {
            var word = field.Answers.FirstOrDefault(a => string.Equals(a, text.Trim(), StringComparison.OrdinalIgnoreCase));
            if (word is null)
            {
                Problems.Error("unknown-word", place, $"\"{ShownText.Short(text)}\" is no answer to \"{ShownText.Short(field.Label)}\".", string.Join(", ", field.Answers));
            }

            return word is null ? null : CellValue.Of(word);
        }

        if (!ExactText.TryParse(text, out var number))
        {
            if (NotStated.Shipped.IsSilent(text))
            {
                Problems.Error("bad-value", place, $"\"{ShownText.Short(text)}\" is no figure.", $"a plain decimal in {(field.Unit.Length == 0 ? "digits" : field.Unit)}, or nothing", "Leave it empty where there is none.");
                return null;
            }

            Problems.Unreadable(place, text, $"a plain decimal in {(field.Unit.Length == 0 ? "digits" : field.Unit)}, such as 942685 or 0.7174");
            return null;
        }

        if (number.Sign < 0)
        {
            Problems.Error("negative-figure", place, $"\"{field.Key}\" is below zero.", "0 or more");
        }
        else if (number.CompareTo(Most) > 0)
        {
            Problems.Error("implausible-figure", place, $"\"{field.Key}\" is {ShownText.Short(text)}, more than any plant has.", $"a figure in {field.Unit}", "Look at the unit.");
        }

        return CellValue.Of(number);
    }

    // People usually mistype the row, so fields with the same code are suggested.
    private IEnumerable<string> Known(string key)
    {
        var own = _form.OwnSheet + ".";
        var inputs = _form.Fields.Where(f => f.Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default or ProFormaFieldKind.Answer).Select(f => f.Key);
        return key.StartsWith(own, StringComparison.Ordinal) ? inputs : inputs.Select(k => k.StartsWith(own, StringComparison.Ordinal) ? k.Substring(own.Length) : k);
    }
}
