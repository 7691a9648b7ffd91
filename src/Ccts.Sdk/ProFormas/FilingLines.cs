using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Reads choices, lines and expected figures of a filing in JSON into a builder.</summary>
internal sealed class FilingLines(ProForma form, ProFormaFilingBuilder builder, ProblemList problems)
{
    private readonly HashSet<string> _fields = new(System.StringComparer.Ordinal);

    /// <summary>A small whole number may be written as a JSON number.</summary>
    internal void Choices(ObjectReader general)
    {
        foreach (var choice in form.Choices)
        {
            var node = choice.Name == form.YearsChoice ? general.Required(choice.Name) : general.Optional(choice.Name);
            if (node is null || node.Value is "")
            {
                continue;
            }

            if (node.Kind is LocatedKind.String or LocatedKind.Number)
            {
                builder.Choose(choice.Name, node.Value!, node.Place);
            }
            else
            {
                problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "a word or a whole number");
            }
        }

        general.Done();
    }

    internal void Inputs(IReadOnlyList<LocatedNode> lines, int years)
    {
        foreach (var line in lines)
        {
            Input(new ObjectReader(line, problems), years);
        }
    }

    internal void Expected(ObjectReader? outputs, bool asPrinted)
    {
        foreach (var output in outputs?.Node.Children ?? [])
        {
            if (form.Find(output.Key!) is null)
            {
                problems.Error("unknown-field", output.Place, $"The form {form.Form} has no field \"{ShownText.Short(output.Key!)}\".", "a field of \"ccts proforma show\"");
                continue;
            }

            var figure = new ObjectReader(output, problems);
            figure.OptionalText("label");
            figure.OptionalText("unit");
            foreach (var (member, column) in new[] { ("baseline", ProFormaColumn.Baseline), ("current", ProFormaColumn.Current) })
            {
                if (figure.Optional(member) is { Kind: LocatedKind.String } node)
                {
                    builder.Expect(output.Key!, column, node.Value!, asPrinted, node.Place);
                }
            }

            figure.Done();
        }
    }

    private void Input(ObjectReader line, int years)
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

        if (!_fields.Add(form.Find(key)?.Key ?? key))
        {
            problems.Error("duplicate-field", line.Node.Place, $"\"{ShownText.Short(key)}\" occurs twice.", "each field once", "Add the two up, or delete the one that is not meant.");
            return;
        }

        if (years > 0 && baseline.Count > 0 && baseline.Count != years)
        {
            problems.Error("baseline-years", line.Node.Member("baseline_years")!.Place, $"\"{ShownText.Short(key)}\" has {baseline.Count} baseline years; the filing has {years}.", $"{years}, an empty text for a year without a figure");
            return;
        }

        for (var year = 0; year < baseline.Count && year < years; year++)
        {
            State(key, (ProFormaColumn)year, unit, baseline[year], line.Node);
        }

        if (current is not null || baseline.Count == 0)
        {
            State(key, ProFormaColumn.Current, unit, current, line.Node);
        }
    }

    private void State(string key, ProFormaColumn column, string? unit, LocatedNode? figure, LocatedNode line)
    {
        if (figure is { Kind: not LocatedKind.String })
        {
            problems.Error("wrong-type", figure.Place, $"Found {figure.Describe()}.", "a number in double quotes, such as \"942685\", or \"\" for none", "Figures are text, because numbers of JSON are binary in most programs.");
            return;
        }

        // Problems with the field or the unit are placed at the line; those with an unreadable figure at the figure.
        var isOfLine = form.Find(key) is null or { Kind: ProFormaFieldKind.Heading or ProFormaFieldKind.Computed } || !form.Units.TryFactor(form.Find(key)!.Unit, unit ?? form.Find(key)!.Unit, out _);
        builder.State(key, column, figure?.Value ?? "", unit, isOfLine ? (form.Find(key) is { Kind: ProFormaFieldKind.Input or ProFormaFieldKind.Default or ProFormaFieldKind.Answer } ? line.Member("unit") : line.Member("field"))!.Place : figure?.Place ?? line.Place);
    }
}
