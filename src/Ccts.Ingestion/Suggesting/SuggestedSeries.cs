using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Headers;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Proposes the series of a table: one for each column of numbers, or for each material or meter that a column of words names.</summary>
/// <param name="table">The table.</param>
/// <param name="file">The name of its file.</param>
/// <param name="streams">The streams of the report.</param>
/// <param name="names">What names the rows.</param>
/// <param name="number">What numbers them; null of a meter.</param>
/// <param name="unitColumn">The column of units.</param>
/// <param name="notes">What was guessed.</param>
internal sealed class SuggestedSeries(SuggestedTable table, string file, SuggestedStreams streams, SuggestedNames names, SuggestedNumber? number, int? unitColumn, List<string> notes)
{
    /// <summary>Words in the column of units that are no units, and what they most likely mean.</summary>
    internal JsonObject Units()
    {
        var units = new JsonObject();
        foreach (var word in unitColumn is not { } unit ? [] : table.Rows.Select(r => r[unit]).Distinct(StringComparer.Ordinal).Where(w => w.Length > 0 && HeaderWords.UnitOf(w) != w))
        {
            units[word] = HeaderWords.UnitOf(word);
            notes.Add($"\"{word}\" in \"{table.Header[unitColumn!.Value]}\" was taken for {HeaderWords.UnitOf(word)}.");
        }

        return units;
    }

    internal JsonArray Amounts(IReadOnlyList<int> columns, bool isMovement)
    {
        var series = new JsonArray();
        foreach (var column in columns)
        {
            foreach (var name in names.Names)
            {
                var rows = name is null ? table : table.Where(names.Column!.Value, name);
                var header = table.Header[column];
                var written = HeaderWords.UnitIn(header) is null && HeaderWords.InBrackets(header) is { } inside && WrittenUnit.Of(inside) is { Hours: null, Symbol.Length: > 0 } some ? some : null;
                var unit = HeaderWords.UnitIn(header) ?? written?.Symbol ?? (unitColumn is { } at ? HeaderWords.UnitOf(rows.Rows[0][at]) : name is null ? "" : HeaderWords.UnitIn(name) ?? "");
                if (SuggestedStreams.IsMadeFromFuel(name ?? header, unit))
                {
                    notes.Add($"\"{name ?? header}\" is made in the plant, where the fuel counts; it is left out. Where it is bought, it is electricity.");
                    continue;
                }

                var isUnnamed = name is null && SuggestedColumns.IsOfAnything(header);
                var called = name ?? (isUnnamed ? Path.GetFileNameWithoutExtension(file) : HeaderWords.WithoutUnit(header));
                if (streams.OfAmount(called, isUnnamed ? table.Above + " " + called : called, name is null ? header : name + " " + header, unit) is not { } stream)
                {
                    notes.Add($"\"{header}\" holds numbers and no unit of an amount{(name is null ? "" : $" of \"{name}\"")}; it is left out.");
                    continue;
                }

                notes.Add($"\"{name ?? header}\" was taken for {stream.What}, in {unit}.");
                var one = One(stream, null, column, unit, name);
                if (written is not null)
                {
                    one.Remove("unitColumn");
                    (one["unit"], one["times"]) = (unit, QuantityText.Format(written.Times));
                    notes.Add($"One {written.Text} is {QuantityText.Format(written.Times)} {unit}: this is in \"times\".");
                }

                if (isMovement && rows.Rows.Select(r => table.Value(r, column)).Where(v => v is not null and not 0m).ToList() is { Count: > 0 } values && values.Count(v => v < 0m) * 2 > values.Count)
                {
                    one["times"] = "-" + QuantityText.Format(written?.Times ?? 1m);
                    notes.Add($"Most of \"{name ?? header}\" is below zero, so it was taken for what leaves a stock and is turned round.");
                }

                series.Add((JsonNode)one);
            }
        }

        TellAdding(series);
        return series;
    }

    internal JsonArray Results(SuggestedSheet sheet)
    {
        var series = new JsonArray();
        foreach (var column in table.Numbers.Where(c => c != number?.Column && c != number?.Item && c != names.Column && !sheet.Columns.ContainsKey(c)))
        {
            notes.Add($"\"{table.Header[column]}\" is no result that the report counts with, or says no unit of it; it is left out.{(HeaderWords.UnitIn(table.Header[column]) is null ? "" : " Where it is an amount, a source of its own takes it from the same file.")}");
        }

        foreach (var name in names.Names)
        {
            foreach (var (column, result) in sheet.Columns.Select(c => (c.Key, c.Value)))
            {
                var stream = streams.OfResult(name ?? Path.GetFileNameWithoutExtension(file), name ?? table.Context + " " + file, sheet.IsOfFuels, sheet.IsOfMaterials);
                notes.Add($"\"{table.Header[column]}\"{(name is null ? "" : $" of \"{name}\"")} was taken for {result.Result}{(result.Component is null ? "" : " of " + result.Component)} of {stream.What}, in {result.Unit}.");
                series.Add((JsonNode)One(stream, result, column, result.Unit, name));
            }
        }

        notes.Add("The amounts of what was analysed come from another source. Where the sheet is of several materials, choose the rows of each with \"where\".");
        notes.Add("A month, or for a composition and a carbon content of the year the year, with several results needs the method of your monitoring plan in \"mean\".");
        return series;
    }

    private JsonObject One(SuggestedStream stream, LabColumn? result, int column, string unit, string? name)
    {
        var one = new JsonObject { ["stream"] = stream.Id };
        if (stream.Flow is not null)
        {
            one["flow"] = stream.Flow;
        }

        if (result is not null)
        {
            one["result"] = result.Result;
        }

        if (result?.Component is { } component)
        {
            one["component"] = component;
        }

        if (!table.HasMonthsAcross)
        {
            one["column"] = table.Header[column];
        }

        var isOwn = result is not null || HeaderWords.UnitIn(table.Header[column]) is not null || unitColumn is null;
        one[isOwn ? "unit" : "unitColumn"] = isOwn ? unit : table.Header[unitColumn!.Value];
        if (number is not null)
        {
            one["number"] = number.Item is { } item ? new JsonArray(table.Header[number.Column], table.Header[item]) : table.Header[number.Column];
        }

        if (name is not null)
        {
            one["where"] = new JsonObject { ["column"] = table.Header[names.Column!.Value], ["is"] = name };
        }

        return one;
    }

    /// <summary>Several meters of electricity add up, and one of them may measure what flows through another.</summary>
    private void TellAdding(JsonArray series)
    {
        var meters = series.Select(s => s!["stream"]!.ToString()).Where(id => streams.IsElectricity(id)).Distinct(StringComparer.Ordinal).ToList();
        if (meters.Count > 1)
        {
            notes.Add($"{string.Join(", ", meters.Select(m => $"\"{m}\""))} add up as electricity that was bought: take out each meter whose electricity flows through another one of them.");
        }
    }
}
