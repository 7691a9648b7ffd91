using System.Collections.Generic;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>Reads the figures that a worked example expects.</summary>
internal sealed class FilingExpectations(ProForma form, ProblemList problems)
{
    private readonly List<ExpectedFigure> _figures = [];

    internal IReadOnlyList<ExpectedFigure> Figures => _figures;

    internal void Read(ObjectReader file, string member, bool asPrinted)
    {
        if (file.OptionalObject(member) is not { } outputs)
        {
            return;
        }

        foreach (var output in outputs.Node.Children)
        {
            var index = form.IndexOf(output.Key!);
            if (index < 0)
            {
                problems.Error("unknown-field", output.Place, $"The form {form.Form} has no field \"{ObjectReader.Shorten(output.Key!)}\".", "a field of \"ccts proforma show\"");
                continue;
            }

            var figure = new ObjectReader(output, problems);
            figure.OptionalText("label");
            figure.OptionalText("unit");
            Add(figure.Optional("baseline"), index, ProFormaColumn.Baseline, asPrinted);
            Add(figure.Optional("current"), index, ProFormaColumn.Current, asPrinted);
            figure.Done();
        }
    }

    private void Add(LocatedNode? node, int field, ProFormaColumn column, bool asPrinted)
    {
        if (node is { Kind: LocatedKind.String, Value: { Length: > 0 } text })
        {
            _figures.Add(new ExpectedFigure(form.Fields[field].Key, column, asPrinted, text, node.Place));
        }
    }
}
