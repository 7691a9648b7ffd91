using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads the slips, the open points and the checks of a form.</summary>
internal sealed class FormParts(IReadOnlyList<ProFormaField> fields, FormFormulas formulas, ProFormaKeys keys, ProblemList problems)
{
    private static readonly ProFormaColumn[] Both = [ProFormaColumn.Baseline, ProFormaColumn.Current];

    private static readonly IReadOnlyDictionary<string, Severity> Severities = new Dictionary<string, Severity>(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal List<ProFormaSlip> Slips(IReadOnlyList<LocatedNode> entries)
    {
        var slips = new List<ProFormaSlip>();
        foreach (var entry in entries)
        {
            var slip = new ObjectReader(entry, problems);
            var (id, cells, reason, taken) = (Id(slip), slip.Text("cells"), slip.Text("reason"), slip.Text("taken"));
            var printed = formulas.OfCells(slip.OptionalList("printed"), keys);
            slip.Done();
            if (id is not null && cells is not null && reason is not null && taken is not null)
            {
                slips.Add(new ProFormaSlip
                {
                    Id = id,
                    Cells = cells,
                    Reason = reason,
                    Taken = taken,
                    Printed = new ProFormaVariant(printed),
                    Fields = [.. printed.Select(c => fields[c.Field].Key).Distinct(StringComparer.Ordinal)],
                });
            }
        }

        return slips;
    }

    internal List<ProFormaPoint> Points(IReadOnlyList<LocatedNode> entries)
    {
        var points = new List<ProFormaPoint>();
        foreach (var entry in entries)
        {
            var point = new ObjectReader(entry, problems);
            var (id, question, taken) = (Id(point), point.Text("question"), point.Text("taken"));
            var standing = StandingText.Read(point);
            var readings = point.List("readings").Select(Reading).OfType<ProFormaReading>().ToList();
            point.Done();
            if (taken is not null && readings.TrueForAll(r => r.Id != taken))
            {
                problems.Error("unknown-reading", entry.Member("taken")!.Place, $"\"{ShownText.Short(taken)}\" is not one of the readings.", string.Join(", ", readings.Select(r => r.Id)));
            }
            else if (id is not null && question is not null && taken is not null && standing is not null)
            {
                points.Add(new ProFormaPoint { Id = id, Question = question, Taken = LegalValue.Known("proforma/" + id, taken, standing), Readings = readings });
            }
        }

        return points;
    }

    internal List<ProFormaCheck> Checks(IReadOnlyList<LocatedNode> entries)
    {
        var checks = new List<ProFormaCheck>();
        foreach (var entry in entries)
        {
            var check = new ObjectReader(entry, problems);
            var (code, severity, field) = (check.Text("code"), check.Choice("severity", Severities), keys.Field(check, "field"));
            var (when, message, hint) = (check.Text("when"), check.Text("message"), check.OptionalText("hint"));
            var columns = keys.Columns(check, Both);
            var (withholds, inBaseline) = (check.OptionalFlag("withholds") ?? false, check.OptionalFlag("withholdsInBaseline") ?? false);
            var figures = check.OptionalList("shows");
            var standing = entry.Member("source") is null ? null : StandingText.Read(check);
            check.Done();
            if (code is not null && severity is { } weight && field is { } at && when is not null && message is not null && formulas.Parse(when, fields[at].Sheet, entry.Member("when")!.Place) is { } node)
            {
                checks.Add(new ProFormaCheck(code, weight, at, columns, node, message, hint) { Withholds = withholds, WithholdsInBaseline = inBaseline, Shown = Shown(figures, message, fields[at].Sheet, entry), Standing = standing });
            }
        }

        return checks;
    }

    /// <summary>The figures of a message. Figures and placeholders must match one to one.</summary>
    private List<FormulaNode> Shown(IReadOnlyList<LocatedNode> figures, string message, string sheet, LocatedNode check)
    {
        var shown = figures.Select(f => f.Value is { } text ? formulas.Parse(text, sheet, f.Place) : null).OfType<FormulaNode>().ToList();
        if (Enumerable.Range(1, figures.Count).Any(n => !message.Contains(ProFormaCheck.PlaceOf(n))) || message.Contains(ProFormaCheck.PlaceOf(figures.Count + 1)))
        {
            problems.Error("figures-and-places", check.Member("message")!.Place, "The message has not a place for each figure that it shows.", "{1} for the first of \"shows\", {2} for the second, and so on");
        }

        return shown;
    }

    private ProFormaReading? Reading(LocatedNode entry)
    {
        var reading = new ObjectReader(entry, problems);
        var (id, title) = (reading.Text("id"), reading.Text("title"));
        var cells = formulas.OfCells(reading.OptionalList("formulas"), keys);
        var blanks = Blanks(reading.OptionalList("blanks"));
        reading.Done();
        return id is null || title is null ? null : new ProFormaReading(id, title) { Variant = new ProFormaVariant(cells) { Blanks = blanks } };
    }

    /// <summary>The values of inputs that the plant leaves empty: <c>{ "fields": […], "formula": "100" }</c>.</summary>
    private Dictionary<int, FormulaNode> Blanks(IReadOnlyList<LocatedNode> entries)
    {
        var blanks = new Dictionary<int, FormulaNode>();
        foreach (var entry in entries)
        {
            var blank = new ObjectReader(entry, problems);
            var (list, formula) = (blank.List("fields"), blank.Text("formula"));
            blank.Done();
            foreach (var item in list)
            {
                if (item.Value is { } key && keys.Find(key, item) is { } field && formula is not null && formulas.Parse(formula, fields[field].Sheet, entry.Member("formula")!.Place) is { } node)
                {
                    blanks[field] = node;
                }
            }
        }

        return blanks;
    }

    private string? Id(ObjectReader of)
    {
        var id = of.Text("id");
        if (id is not null && !_ids.Add(id))
        {
            problems.Error("duplicate-id", of.Node.Member("id")!.Place, $"The id \"{ShownText.Short(id)}\" occurs twice.", "each id once");
        }

        return id;
    }
}
