using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Writes what was found in a table as a mapping, and says what was guessed.</summary>
internal sealed class SuggestionWriter(SuggestedTable table, string file, SuggestedStreams streams)
{
    private readonly List<string> _notes = [];

    internal MappingSuggestion Write()
    {
        var sheet = SuggestedSheet.Of(table, streams.Components);
        var step = sheet is null ? Step() : null;
        _notes.Add($"Times stand in \"{table.Header[table.TimeColumn]}\", written {table.Pattern ?? "as ISO 8601 has them"}.");
        if (table.IsDayFirstGuessed)
        {
            _notes.Add("No day above 12 shows whether the day or the month comes first; the day was taken.");
        }

        var source = new JsonObject { ["id"] = "source-1", ["kind"] = sheet is not null ? "laboratory" : step is null ? "movements" : "meter", ["files"] = file };
        if (Layout() is { Count: > 0 } layout)
        {
            source["table"] = layout;
        }

        source["time"] = new JsonObject { ["column"] = table.Header[table.TimeColumn] };
        if (table.ClockColumn is { } clock)
        {
            source["time"]!["clockColumn"] = table.Header[clock];
        }

        if (table.Pattern is not null)
        {
            source["time"]!["format"] = table.Pattern;
        }

        if (step is { } minutes)
        {
            source["minutes"] = minutes;
            AddCounts(source);
        }

        var series = new SuggestedSeries(table, file, streams, step is null, _notes);
        var list = sheet is null ? series.Amounts() : series.Results(sheet);
        if (sheet is null && series.Units() is { Count: > 0 } units)
        {
            (source["table"] ??= new JsonObject())["units"] = units;
        }

        source["series"] = list;
        if (list.Count == 0)
        {
            _notes.Add("No column of numbers says a unit that an amount can have; write the series by hand.");
        }

        _notes.Add("Fill in the entity, the supply of electricity, calorific values, factors and carbon contents, and take out what does not belong in the report.");
        return new MappingSuggestion(new JsonObject { ["format"] = IngestionMapping.Format, ["report"] = streams.Report, ["sources"] = new JsonArray((JsonNode)source) }, _notes);
    }

    private void AddCounts(JsonObject source)
    {
        var register = table.Numbers.All(c => table.Rows.Select(r => table.Value(r, c)).Where(v => v is not null).ToList() is { Count: > 2 } values && values.Zip(values.Skip(1), (a, b) => b >= a).All(up => up) && values[0] < values[values.Count - 1]);
        source["counts"] = register ? "register" : "interval";
        _notes.Add(register ? "The values only rise, so they are taken as what a register shows." : "The values rise and fall, so they are taken as what was used in each interval.");
        if (!register)
        {
            source["stamps"] = "start";
            _notes.Add("Nothing shows whether a time is the beginning or the end of its interval; the beginning was taken.");
        }
    }

    /// <summary>The minutes between rows where they are the same nearly everywhere and divide a day.</summary>
    private int? Step()
    {
        if (!TimeForm.TryOf(table.Pattern, null, out var form, out _))
        {
            return null;
        }

        var times = table.Rows.Select(r => form!.TryRead(table.TimeOf(r), out var at) ? at : 0).ToList();
        var steps = times.Zip(times.Skip(1), (a, b) => b - a).GroupBy(s => s).OrderByDescending(g => g.Count()).First();
        var minutes = steps.Key / 60;
        return steps.Key > 0 && steps.Key % 60 == 0 && minutes <= 1440 && 1440 % minutes == 0 && steps.Count() * 10 >= (times.Count - 1) * 9 ? (int)minutes : null;
    }

    private JsonObject Layout()
    {
        var layout = new JsonObject();
        if (table.Separator != ',')
        {
            layout["separator"] = table.Separator == '\t' ? "tab" : table.Separator.ToString();
        }

        if (table.Form.Decimal != '.')
        {
            layout["decimal"] = ",";
        }

        if (table.Form.Thousands is { } mark)
        {
            layout["thousands"] = mark.ToString();
        }

        if (table.Form.Minus != MinusPlace.Before)
        {
            layout["minus"] = NumberForm.Minuses.First(m => m.Value == table.Form.Minus).Key;
        }

        return layout;
    }
}
