using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Writes what was found in a table as a mapping, and says what was guessed.</summary>
internal sealed class SuggestionWriter(SuggestedTable table, string file, string year, IReadOnlyCollection<string> fuels)
{
    private static readonly string[] s_numberWords = ["ticket", "receipt", "grn", "invoice", "document", "batch", "no", "no.", "number", "id", "slip", "voucher"];
    private static readonly string[] s_unitWords = ["unit", "uom", "units"];
    private static readonly string[] s_lists = ["electricity", "fuels"];
    private readonly List<string> _notes = [];
    private readonly JsonObject _report = new()
    {
        ["format"] = "ccts-monitoring-report/1",
        ["entity"] = new JsonObject { ["name"] = "(name of the entity)", ["sector"] = "(its sector)" },
        ["complianceYear"] = year,
    };

    internal MappingSuggestion Write()
    {
        var isLab = LabHeaders.AreOfASheet(table.Header);
        var step = isLab ? null : Step();
        _notes.Add($"Times stand in \"{table.Header[table.TimeColumn]}\", written {table.Pattern ?? "as ISO 8601 has them"}.");
        if (table.IsDayFirstGuessed)
        {
            _notes.Add("No day above 12 shows whether the day or the month comes first; the day was taken.");
        }

        var source = new JsonObject { ["id"] = "source-1", ["kind"] = isLab ? "laboratory" : step is null ? "movements" : "meter", ["files"] = file };
        if (Layout() is { Count: > 0 } layout)
        {
            source["table"] = layout;
        }

        source["time"] = new JsonObject { ["column"] = table.Header[table.TimeColumn] };
        if (table.Pattern is not null)
        {
            source["time"]!["format"] = table.Pattern;
        }

        if (step is { } minutes)
        {
            source["minutes"] = minutes;
            AddCounts(source);
        }

        var number = step is null ? Array.FindIndex(table.Header, h => IsOneOf(s_numberWords, h.Split(' ')[^1]) || IsOneOf(s_numberWords, h.Split(' ')[0])) : -1;
        var series = new JsonArray();
        foreach (var column in table.Numbers.Where(c => c != number))
        {
            if ((isLab ? Result(column, number) : Series(column, number)) is { } one)
            {
                series.Add((JsonNode)one);
            }
        }

        source["series"] = series;
        if (series.Count == 0)
        {
            _notes.Add("No column of numbers says a unit that an amount can have; write the series by hand.");
        }

        _notes.Add("Fill in the entity, the supply of electricity, calorific values and factors of fuels, and take out what does not belong in the report.");
        return new MappingSuggestion(new JsonObject { ["format"] = IngestionMapping.Format, ["report"] = _report, ["sources"] = new JsonArray((JsonNode)source) }, _notes);
    }

    private void AddCounts(JsonObject source)
    {
        var register = table.Numbers.All(c => table.Rows.Select(r => Value(r[c])).Where(v => v is not null).ToList() is { Count: > 2 } values && values.Zip(values.Skip(1), (a, b) => b >= a).All(up => up) && values[0] < values[values.Count - 1]);
        source["counts"] = register ? "register" : "interval";
        _notes.Add(register ? "The values only rise, so they are taken as what a register shows." : "The values rise and fall, so they are taken as what was used in each interval.");
        if (!register)
        {
            source["stamps"] = "start";
            _notes.Add("Nothing shows whether a time is the beginning or the end of its interval; the beginning was taken.");
        }
    }

    private decimal? Value(string cell) => table.Form.Rewrite(cell) is { } text && Ccts.Sdk.Quantities.QuantityText.TryReadAlone(text, out var value) ? value : null;

    /// <summary>The minutes between rows where they are the same nearly everywhere and divide a day.</summary>
    private int? Step()
    {
        if (!TimeForm.TryOf(table.Pattern, null, out var form, out _))
        {
            return null;
        }

        var times = table.Rows.Select(r => form!.TryRead(r[table.TimeColumn], out var at) ? at : 0).ToList();
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

        return layout;
    }

    private JsonObject? Result(int column, int number)
    {
        var header = table.Header[column];
        if (LabHeaders.ResultOf(header) is not { } result)
        {
            _notes.Add($"\"{header}\" is no result that the report counts with; it is left out.");
            return null;
        }

        var unit = InBrackets(header) ?? (LabResult.MeasureOf(result) == Measure.Share ? "%" : "");
        if (!Measure.TryOf(LabResult.MeasureOf(result), unit, out _, out _))
        {
            _notes.Add($"\"{header}\" says no unit of a {LabResult.MeasureOf(result)}; it is left out.");
            return null;
        }

        if (_report["fuels"] is null)
        {
            var fuel = FuelIn(string.Join(" ", table.Header) + " " + file);
            _report["fuels"] = new JsonArray(new JsonObject { ["id"] = "fuel", ["fuel"] = fuel ?? "(its key in the ruleset)", ["state"] = "solid" });
            _notes.Add($"The results were taken for {(fuel is null ? "a fuel that the sheet does not name" : "the fuel " + fuel)}; its amounts come from another source. Where the sheet is of several fuels, choose the rows of each with \"where\".");
            _notes.Add("A month with several results needs the method of your monitoring plan in \"mean\".");
        }

        _notes.Add($"\"{header}\" was taken for {result}, in {unit}.");
        var series = new JsonObject { ["stream"] = "fuel", ["result"] = result, ["column"] = header, ["unit"] = unit };
        if (number >= 0)
        {
            series["number"] = table.Header[number];
        }

        return series;
    }

    private string? FuelIn(string text)
    {
        var words = text.ToLowerInvariant();
        return fuels.Where(f => f.Split('-').Any(w => w.Length > 3 && words.Contains(w))).OrderBy(f => f.Length).FirstOrDefault();
    }

    private JsonObject? Series(int column, int number)
    {
        var header = table.Header[column];
        var unitColumn = Array.FindIndex(table.Header, h => IsOneOf(s_unitWords, h));
        var unit = InBrackets(header) is { } bracket ? bracket : unitColumn >= 0 ? table.Rows[0][unitColumn] : header.Split(' ', '_')[^1];
        var list = s_lists.FirstOrDefault(l => Measure.TryOf(l, unit, out _, out _));
        if (list is null)
        {
            _notes.Add($"\"{header}\" holds numbers and no unit of an amount; it is left out.");
            return null;
        }

        var id = Id(header);
        var fuel = FuelIn(header);
        var stream = list == "electricity" ? new JsonObject { ["id"] = id, ["supply"] = "grid" } : fuel is null ? new JsonObject { ["id"] = id, ["product"] = header } : new JsonObject { ["id"] = id, ["fuel"] = fuel, ["state"] = "solid" };
        var into = list == "electricity" ? "electricity" : fuel is null ? "products" : "fuels";
        if (!Measure.TryOf(into, unit, out _, out _))
        {
            _notes.Add($"\"{header}\" is in {unit} and names no fuel that is known; it is left out.");
            return null;
        }

        (_report[into] ??= new JsonArray()).AsArray().Add((JsonNode)stream);
        _notes.Add($"\"{header}\" was taken for {(into == "electricity" ? "electricity from the grid" : into == "fuels" ? "the fuel " + fuel : "a product")}, in {unit}.");
        var series = new JsonObject { ["stream"] = id, ["column"] = header };
        series[unitColumn >= 0 ? "unitColumn" : "unit"] = unitColumn >= 0 ? table.Header[unitColumn] : unit;
        if (number >= 0)
        {
            series["number"] = table.Header[number];
        }

        return series;
    }

    private static bool IsOneOf(string[] words, string word) => words.Contains(word.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>What stands in brackets at the end of a header: <c>kg</c> of <c>Net (kg)</c>.</summary>
    private static string? InBrackets(string header)
    {
        var open = header.LastIndexOfAny(['(', '[']);
        return open >= 0 && header.Length > open + 2 && header[header.Length - 1] is ')' or ']' ? header.Substring(open + 1, header.Length - open - 2) : null;
    }

    private static string Id(string header) =>
        string.Join("-", new string([.. header.ToLowerInvariant().Select(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } id ? id : "stream";
}
