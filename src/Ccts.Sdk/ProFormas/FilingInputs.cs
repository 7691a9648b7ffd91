using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Reads the lines of a filing: each names a field of the form, its unit, and what is stated for the years.</summary>
internal sealed class FilingInputs(ProForma form, int years, ProblemList problems)
{
    /// <summary>Beyond it a figure is a slip of the unit: no plant has a thousand billion of anything.</summary>
    private static readonly Exact Most = Exact.Of(1_000_000_000_000_000);

    private readonly Dictionary<int, CellValue> _stated = [];
    private readonly Dictionary<int, SourcePlace> _places = [];

    internal IReadOnlyDictionary<int, CellValue> Stated => _stated;

    internal IReadOnlyDictionary<int, SourcePlace> Places => _places;

    internal void Read(IReadOnlyList<LocatedNode> lines)
    {
        foreach (var line in lines)
        {
            ReadLine(new ObjectReader(line, problems));
        }
    }

    private void ReadLine(ObjectReader line)
    {
        var key = line.Text("field");
        line.OptionalText("section");
        line.OptionalText("label");
        var unit = line.OptionalText("unit");
        var (baseline, current) = (line.OptionalList("baseline_years"), line.Optional("current"));
        line.Done();
        if (key is null)
        {
            return;
        }

        var index = form.IndexOf(key);
        if (index < 0)
        {
            problems.Error("unknown-field", line.Node.Member("field")!.Place, $"The form {form.Form} has no field \"{ObjectReader.Shorten(key)}\".", "a field of \"ccts proforma show\"", problems.Nearest(key, Known(key)));
            return;
        }

        var field = form.Fields[index];
        if (field.Kind is ProFormaFieldKind.Heading or ProFormaFieldKind.Computed)
        {
            problems.Error("not-an-input", line.Node.Member("field")!.Place, $"\"{field.Key}\" ({ObjectReader.Shorten(field.Label)}) is {(field.Kind == ProFormaFieldKind.Heading ? "a heading" : "computed")}.", "a field that the plant states", "Leave the line out.");
            return;
        }

        if (_places.ContainsKey(index))
        {
            problems.Error("duplicate-field", line.Node.Place, $"\"{field.Key}\" stands twice.", "each field once", "Add the two up, or delete the one that is not meant.");
            return;
        }

        _places[index] = line.Node.Place;
        var factor = Factor(line, field, unit);
        Years(line, index, field, baseline, factor);
        if (current is not null)
        {
            Cell(current, index, field, ProFormaColumn.Current, factor);
        }
    }

    private void Years(ObjectReader line, int index, ProFormaField field, IReadOnlyList<LocatedNode> baseline, Exact factor)
    {
        if (years > 0 && baseline.Count > 0 && baseline.Count != years)
        {
            problems.Error("baseline-years", line.Node.Member("baseline_years")!.Place, $"\"{field.Key}\" has {baseline.Count} baseline years; the filing has {years}.", $"{years}, an empty text for a year without a figure");
            return;
        }

        for (var year = 0; year < baseline.Count && year < years; year++)
        {
            Cell(baseline[year], index, field, (ProFormaColumn)year, factor);
        }
    }

    private Exact Factor(ObjectReader line, ProFormaField field, string? unit)
    {
        if (unit is null || !form.Units.TryFactor(field.Unit, unit, out var factor))
        {
            if (unit is not null)
            {
                problems.Error("input-unit", line.Node.Member("unit")!.Place, $"\"{field.Key}\" is stated in \"{ObjectReader.Shorten(unit)}\".", string.Join(", ", form.Units.Of(field.Unit)), problems.Nearest(unit, form.Units.Of(field.Unit)));
            }

            return Exact.Of(1);
        }

        return factor;
    }

    private void Cell(LocatedNode node, int index, ProFormaField field, ProFormaColumn column, Exact factor)
    {
        if (node.Kind != LocatedKind.String)
        {
            problems.Error("wrong-type", node.Place, $"Here stands {node.Describe()}.", "a number in double quotes, such as \"942685\", or \"\" for none", "Figures are text, because numbers of JSON are binary in most programs.");
            return;
        }

        var text = node.Value!;
        if (text.Length == 0)
        {
            return;
        }

        if (Value(text, field, node.Place) is { } value)
        {
            _stated[(index * ProForma.CellCount) + (int)column] = value.Kind == CellKind.Number ? CellValue.Of(value.Number * factor) : value;
        }
    }

    private CellValue? Value(string text, ProFormaField field, SourcePlace place)
    {
        if (field.Kind == ProFormaFieldKind.Answer)
        {
            var word = field.Answers.FirstOrDefault(a => string.Equals(a, text.Trim(), StringComparison.OrdinalIgnoreCase));
            if (word is null)
            {
                problems.Error("unknown-word", place, $"\"{ObjectReader.Shorten(text)}\" is no answer to \"{ObjectReader.Shorten(field.Label)}\".", string.Join(", ", field.Answers));
            }

            return word is null ? null : CellValue.Of(word);
        }

        if (!ExactText.TryParse(text, out var number))
        {
            problems.Unreadable(place, text, $"a plain decimal in {(field.Unit.Length == 0 ? "digits" : field.Unit)}, such as 942685 or 0.7174");
            return null;
        }

        if (number.Sign < 0)
        {
            problems.Error("negative-figure", place, $"\"{field.Key}\" is below zero.", "0 or more");
        }
        else if (number.CompareTo(Most) > 0)
        {
            problems.Error("implausible-figure", place, $"\"{field.Key}\" is {ObjectReader.Shorten(text)}, more than any plant has.", $"a figure in {field.Unit}", "Look at the unit.");
        }

        return CellValue.Of(number);
    }

    // The row is what people mistype; fields of the same code are what they mean.
    private IEnumerable<string> Known(string key)
    {
        var inputs = form.Fields.Where(f => f.Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default or ProFormaFieldKind.Answer).Select(f => f.Key);
        return key.StartsWith(form.OwnSheet + ".", StringComparison.Ordinal) ? inputs : inputs.Select(k => k.StartsWith(form.OwnSheet + ".", StringComparison.Ordinal) ? k.Substring(form.OwnSheet.Length + 1) : k);
    }
}
