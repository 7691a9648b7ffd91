using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads <c>proforma.json</c>, with the lines of <c>fields.csv</c> at hand.</summary>
internal sealed class FormFile
{
    private const int Format = 1;
    private readonly string _id;
    private readonly ObjectReader _file;
    private readonly FieldTable _table;
    private readonly ProblemList _problems;
    private readonly FormulaScope _scope = new();
    private readonly ProFormaKeys _keys;

    internal FormFile(string id, ObjectReader file, FieldTable table, ProblemList problems)
    {
        (_id, _file, _table, _problems) = (id, file, table, problems);
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < table.Fields.Count; i++)
        {
            var field = table.Fields[i];
            indexes[field.Key] = i;
            if (field.Row > 0 && !_scope.TryAdd(field.Sheet, field.Row, i))
            {
                problems.Error("duplicate-row", table.Rows[i].PlaceOf("key"), $"The sheet {field.Sheet} has row {field.Row} twice.", "each row of a sheet once");
            }
        }

        _keys = new ProFormaKeys(indexes, problems);
    }

    internal ProForma? Read()
    {
        _file.OptionalText("$schema");
        var format = _file.Integer("format");
        var (form, sector, title) = (_file.Text("form"), _file.Text("sector"), _file.Text("title"));
        var (ownSheet, yearsChoice) = (_file.Text("ownSheet"), _file.Text("yearsChoice"));
        var standing = StandingText.Read(_file);
        var names = new FormNames(_scope, _problems);
        names.Constants(_file.OptionalList("constants"));
        names.Tables(_file.OptionalList("tables"));
        var choices = names.Choices(_file.List("choices"));
        var units = names.Units(_file.OptionalList("units"));
        CheckYears(choices, yearsChoice);
        var formulas = new FormFormulas(_table.Fields, _scope, _problems);
        var cells = formulas.OfFields(_table);
        var parts = new FormParts(_table.Fields, formulas, _keys, _problems);
        var slips = parts.Slips(_file.OptionalList("slips"));
        var points = parts.Points(_file.OptionalList("openPoints"));
        var checks = parts.Checks(_file.OptionalList("checks"));
        var headline = _file.Object("headline") is { } head ? Headline(head) : null;
        var mapping = new FormMapping(_table.Fields, formulas, _keys, _problems);
        var (streams, lines) = (mapping.Report(_file.OptionalList("report"), ownSheet), mapping.FormE2(_file.OptionalList("formE2")));
        var layout = _file.OptionalObject("workbook") is { } workbook ? new LayoutFile(_table.Fields, choices, _problems).Read(workbook) : null;
        _file.Done();
        if (format is not null and not Format)
        {
            _problems.Error("unsupported-format", _file.Node.Member("format")!.Place, $"The form is written in format {format}.", $"{Format}");
        }

        if (!_problems.HasErrors)
        {
            new FormOrder(_table.Fields, cells, slips.SelectMany(s => s.Printed.Cells).Concat(points.SelectMany(p => p.Readings).SelectMany(r => r.Variant.Cells)), _problems).Check(_table);
        }

        return _problems.HasErrors ? null : new ProForma(_table.Fields, cells)
        {
            Id = _id,
            Form = form!,
            Sector = sector!,
            Title = title!,
            Standing = standing!,
            Choices = choices,
            Slips = slips,
            Points = points,
            Checks = checks,
            Headline = headline!,
            Units = units,
            OwnSheet = ownSheet!,
            YearsChoice = yearsChoice!,
            Workbook = layout,
            Streams = streams,
            FormE2 = lines,
        };
    }

    private void CheckYears(List<ProFormaChoice> choices, string? yearsChoice)
    {
        if (yearsChoice is null || _problems.HasErrors)
        {
            return;
        }

        var words = choices.Find(c => c.Name == yearsChoice)?.Words;
        if (words is null || words.Any(w => w is not ("1" or "2" or "3")))
        {
            _problems.Error("bad-years", _file.Node.Member("yearsChoice")!.Place, $"\"{ShownText.Short(yearsChoice)}\" is no choice of 1, 2 or 3 years.", "the name of a choice with the words 1, 2 and 3, or some of them");
        }
    }

    private ProFormaHeadline? Headline(ObjectReader head)
    {
        var (direct, process, indirect, total) = (_keys.Field(head, "direct"), _keys.Field(head, "process"), _keys.Field(head, "indirect"), _keys.Field(head, "total"));
        var (product, intensity) = (_keys.Field(head, "product"), _keys.Field(head, "intensity"));
        var scale = head.Value<Output>("productUnit", ReadOutput);
        head.Done();
        return direct is null || process is null || indirect is null || total is null || product is null || intensity is null || scale is null
            ? null
            : new ProFormaHeadline(direct.Value, process.Value, indirect.Value, total.Value, product.Value, Exact.Of(scale.Value.Value), scale.Value.Basis, intensity.Value);
    }

    private static bool ReadOutput(string text, out Output value, out string? reason) => Output.TryParse(text, out value, out reason);
}
