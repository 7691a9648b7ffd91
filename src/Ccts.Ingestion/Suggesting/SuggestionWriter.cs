using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Writes what was found in a table as a mapping, and says what was guessed.</summary>
internal sealed class SuggestionWriter(SuggestedTable table, string file, SuggestedStreams streams)
{
    private const int MinutesADay = 1440;
    private readonly List<string> _notes = [];

    internal MappingSuggestion Write()
    {
        var sheet = SuggestedSheet.Of(table, streams.Components, _notes);
        var unit = Enumerable.Range(0, table.Header.Length).Where(c => !table.Numbers.Contains(c) && HeaderWords.IsOfUnits(table.Header[c])).Cast<int?>().FirstOrDefault();
        new TableNotes(table, _notes).Tell();
        if (table.HasMonthsAcross && new SuggestedTests(table, file, streams, unit, _notes).Series() is { } tests)
        {
            return Finished(Source("laboratory"), tests);
        }

        var number = SuggestedNumber.Of(table, _notes);
        var meters = sheet is null && !table.IsOfMonths && number is not { IsOfDocuments: true } ? SuggestedNames.OfMeters(table, _notes) : null;
        var step = sheet is null && !table.IsOfMonths ? Step(number, meters) : null;
        number = step is null && !table.HasMonthsAcross ? number : null;
        var names = meters ?? SuggestedNames.OfMaterials(table, unit, number, _notes);
        if (table.HasMonthsAcross && names.Column is null)
        {
            names = SuggestedNames.OfRows(table, unit, _notes);
        }

        var source = Source(sheet is not null ? "laboratory" : step is null ? "movements" : "meter");
        var kinds = new RowKinds(table, names, number, unit, _notes);
        if (!table.HasMonthsAcross)
        {
            kinds.Tell();
        }

        var columns = table.Numbers.Where(c => c != number?.Column && c != number?.Item && c != names.Column && !kinds.Columns.Contains(c)).ToList();
        if (step is { } minutes)
        {
            source["minutes"] = minutes;
            columns = Counted(source, columns, unit, names);
        }
        else if (sheet is null)
        {
            columns = new SuggestedColumns(table, unit, isInterval: false, _notes).Amounts(columns);
            TellRising(columns);
        }

        var series = new SuggestedSeries(table, file, streams, names, number, unit, _notes);
        var list = sheet is null ? series.Amounts(columns, isMovement: step is null) : series.Results(sheet);
        if (sheet is null && series.Units() is { Count: > 0 } units)
        {
            (source["table"] ??= new JsonObject())["units"] = units;
        }

        return Finished(source, list);
    }

    private JsonObject Source(string kind)
    {
        var source = new JsonObject { ["id"] = "source-1", ["kind"] = kind, ["files"] = file };
        if (Layout() is { Count: > 0 } layout)
        {
            source["table"] = layout;
        }

        source["time"] = table.HasMonthsAcross ? new JsonObject { ["months"] = "across" } : new JsonObject { ["column"] = table.Header[table.TimeColumn] };
        if (table.Times.Clock is { } clock)
        {
            source["time"]!["clockColumn"] = table.Header[clock];
        }

        if (table.Times.Pattern is not null && !table.HasMonthsAcross)
        {
            source["time"]!["format"] = table.Times.Pattern;
        }

        if (table.HasMonthsOfNoYear)
        {
            source["time"]!["year"] = streams.Year;
            _notes.Add($"The months have no year; {streams.Year} was taken.");
        }

        return source;
    }

    private MappingSuggestion Finished(JsonObject source, JsonArray list)
    {
        source["series"] = list;
        if (list.Count == 0)
        {
            _notes.Add("No column of numbers says a unit that an amount can have; write the series by hand.");
        }

        _notes.Add("Fill in the entity, the supply of electricity, calorific values, factors and carbon contents, and take out what does not belong in the report.");
        return new MappingSuggestion(new JsonObject { ["format"] = IngestionMapping.Format, ["report"] = streams.Report, ["sources"] = new JsonArray((JsonNode)source) }, _notes);
    }

    /// <summary>The minutes between the rows of a meter; null where rows are movements, as those are that have a document each, however evenly they come.</summary>
    private int? Step(SuggestedNumber? number, SuggestedNames? meters)
    {
        var minutes = meters is { Column: { } column } ? table.Where(column, meters.Names[0]!).Step() : table.Step();
        if (minutes is null || number is { IsOfDocuments: true } || (number is not null && minutes == MinutesADay))
        {
            if (minutes is not null)
            {
                _notes.Add($"Each row has a \"{table.Header[number!.Column]}\" of its own, so rows were taken for movements though they come evenly.");
            }

            return null;
        }

        if (minutes == MinutesADay)
        {
            _notes.Add("Rows are a day apart, so they were taken for a log with one row a day: a day without one is a gap. Where they are tickets or receipts, the kind is \"movements\".");
        }

        return minutes;
    }

    /// <summary>The amounts of a meter, and whether they are what its registers show.</summary>
    private List<int> Counted(JsonObject source, List<int> columns, int? unit, SuggestedNames names)
    {
        bool Rises(int column) => names.Names.All(n => (n is null ? table : table.Where(names.Column!.Value, n)).Rising(column) > 2);
        var held = new List<string>();
        var amounts = new SuggestedColumns(table, unit, isInterval: false, held).Amounts(columns);
        var register = amounts.Count > 0 && amounts.All(Rises);
        if (register)
        {
            _notes.AddRange(held);
        }
        else
        {
            amounts = new SuggestedColumns(table, unit, isInterval: true, _notes).Amounts(columns);
        }

        source["counts"] = register ? "register" : "interval";
        _notes.Add(register ? "The values only rise, so they are taken as what a register shows." : "The values rise and fall, so they are taken as what was used in each interval.");
        if (!register)
        {
            source["stamps"] = "start";
            _notes.Add("Nothing shows whether a time is the beginning or the end of its interval; the beginning was taken.");
        }

        return amounts;
    }

    private void TellRising(List<int> columns)
    {
        foreach (var column in columns.Where(c => table.Rising(c) > 2))
        {
            _notes.Add($"\"{table.Header[column]}\" only rises: where it is what a register shows, or a running sum, its rows do not add up, and the kind is \"meter\" with \"counts\": \"register\".");
        }
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
