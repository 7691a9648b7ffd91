using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Proposes the series of a table: one for each column of numbers, or for each material that a column of words names.</summary>
internal sealed class SuggestedSeries(SuggestedTable table, string file, SuggestedStreams streams, bool hasNumbers, List<string> notes)
{
    private const int MostNames = 12;
    private static readonly string[] s_numberWords = ["ticket", "receipt", "grn", "invoice", "document", "doc", "batch", "no", "number", "id", "slip", "voucher"];
    private static readonly string[] s_itemWords = ["item", "line", "item no", "item no.", "line no", "line no.", "pos", "pos."];
    private static readonly string[] s_kindWords = ["movement", "mvt", "transaction"];
    private static readonly string[] s_unitWords = ["unit", "uom", "units", "bun", "eun"];
    private static readonly string[] s_nameWords = ["material", "fuel", "item", "commodity", "product", "article", "description", "grade", "sample"];
    private static readonly string[] s_lists = ["electricity", "fuels"];
    private readonly int _number = hasNumbers ? Array.FindIndex(table.Header, h => SuggestedWords.Of(h) is { Count: > 0 } words && (s_numberWords.Contains(words[words.Count - 1], StringComparer.Ordinal) || s_numberWords.Contains(words[0], StringComparer.Ordinal))) : -1;
    private readonly int _item = hasNumbers ? Array.FindIndex(table.Header, h => s_itemWords.Contains(h.ToLowerInvariant(), StringComparer.Ordinal)) : -1;
    private readonly int _kind = hasNumbers ? Array.FindIndex(table.Header, h => SuggestedWords.Of(h).Any(w => s_kindWords.Contains(w, StringComparer.Ordinal))) : -1;
    private readonly int _unit = Array.FindIndex(table.Header, h => s_unitWords.Contains(h.ToLowerInvariant(), StringComparer.Ordinal));

    /// <summary>Words in the column of units that are no units, and what they most likely mean.</summary>
    internal JsonObject Units()
    {
        var units = new JsonObject();
        foreach (var word in _unit < 0 ? [] : table.Rows.Select(r => r[_unit]).Distinct(StringComparer.Ordinal).Where(w => SuggestedWords.UnitOf(w) != w))
        {
            units[word] = SuggestedWords.UnitOf(word);
            notes.Add($"\"{word}\" in \"{table.Header[_unit]}\" was taken for {SuggestedWords.UnitOf(word)}.");
        }

        return units;
    }

    internal JsonArray Amounts()
    {
        var series = new JsonArray();
        var (by, names) = Names();
        if (_kind >= 0 && table.Rows.Select(r => r[_kind]).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 and <= MostNames } kinds)
        {
            notes.Add($"\"{table.Header[_kind]}\" says by {string.Join(", ", kinds)} what a row is, and every row was taken: choose those that are meant with a further condition in \"where\", and give what came in a series into stock.received.");
        }

        foreach (var column in table.Numbers.Where(c => c != _number && c != _item && c != _kind && c != by))
        {
            var header = table.Header[column];
            var unit = UnitOf(header) ?? (_unit >= 0 ? SuggestedWords.UnitOf(table.Rows[0][_unit]) : "");
            foreach (var name in names)
            {
                var called = name ?? Named(header);
                if (streams.OfAmount(called, unit) is not { } stream)
                {
                    notes.Add($"\"{header}\" holds numbers and no unit of an amount{(name is null ? "" : $" of \"{name}\"")}; it is left out.");
                    continue;
                }

                notes.Add($"\"{name ?? header}\" was taken for {stream.What}, in {unit}.");
                series.Add((JsonNode)One(stream, null, column, unit, by, name));
            }
        }

        return series;
    }

    internal JsonArray Results(SuggestedSheet sheet)
    {
        var series = new JsonArray();
        var (by, names) = Names();
        foreach (var column in table.Numbers.Where(c => c != _number && c != _item && c != by && !sheet.Columns.ContainsKey(c)))
        {
            notes.Add($"\"{table.Header[column]}\" is no result that the report counts with, or says no unit of it; it is left out.");
        }

        foreach (var name in names)
        {
            foreach (var (column, result) in sheet.Columns.Select(c => (c.Key, c.Value)))
            {
                var stream = streams.OfResult(name ?? Path.GetFileNameWithoutExtension(file), name ?? table.Context + " " + file, sheet.IsOfFuels, sheet.IsOfMaterials);
                notes.Add($"\"{table.Header[column]}\"{(name is null ? "" : $" of \"{name}\"")} was taken for {result.Result}{(result.Component is null ? "" : " of " + result.Component)} of {stream.What}, in {result.Unit}.");
                series.Add((JsonNode)One(stream, result, column, result.Unit, by, name));
            }
        }

        notes.Add("The amounts of what was analysed come from another source. Where the sheet is of several materials, choose the rows of each with \"where\".");
        notes.Add("A month, or for a composition and a carbon content of the year the year, with several results needs the method of your monitoring plan in \"mean\".");
        return series;
    }

    private JsonObject One(SuggestedStream stream, LabColumn? result, int column, string unit, int? by, string? name)
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

        one["column"] = table.Header[column];
        var isOwn = result is not null || UnitOf(table.Header[column]) is not null || _unit < 0;
        one[isOwn ? "unit" : "unitColumn"] = isOwn ? unit : table.Header[_unit];
        if (_number >= 0)
        {
            one["number"] = _item < 0 ? table.Header[_number] : new JsonArray(table.Header[_number], table.Header[_item]);
        }

        if (hasNumbers && result is null && table.Rows.Where(r => name is null || r[by!.Value] == name).Select(r => table.Value(r, column)).Where(v => v is not null and not 0m).ToList() is { Count: > 0 } values && values.Count(v => v < 0m) * 2 > values.Count)
        {
            one["times"] = "-1";
            notes.Add($"Most of \"{name ?? table.Header[column]}\" is below zero, so it was taken for what leaves a stock and is turned round.");
        }

        if (name is not null)
        {
            one["where"] = new JsonObject { ["column"] = table.Header[by!.Value], ["is"] = name };
        }

        return one;
    }

    /// <summary>The column whose words name materials, and the names; no column and one null where there is none.</summary>
    private (int? Column, IReadOnlyList<string?> Names) Names()
    {
        var by = Enumerable.Range(0, table.Header.Length).Where(c => c != table.TimeColumn && c != _number && c != _item && c != _unit && !table.Numbers.Contains(c)).Select(c => (Column: c, Words: SuggestedWords.Of(table.Header[c])))
            .Where(c => c.Words.Any(w => s_nameWords.Contains(w, StringComparer.Ordinal))).Select(c => (int?)c.Column).FirstOrDefault();
        var names = by is { } column ? table.Rows.Select(r => r[column]).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList() : [];
        if (names.Count is 0 or > MostNames)
        {
            return (null, [null]);
        }

        notes.Add($"\"{table.Header[by!.Value]}\" names {string.Join(", ", names)} in the rows that were looked at; each got a series. Rows of any other name will be told.");
        return (by, names);
    }

    /// <summary>The unit that a header says: in brackets behind it, or as one of its words.</summary>
    private static string? UnitOf(string header) => SuggestedWords.InBrackets(header) is { } inBrackets ? SuggestedWords.UnitOf(inBrackets) : Enumerable.Reverse(header.Split(' ', '_')).Select(SuggestedWords.UnitOf).FirstOrDefault(w => s_lists.Any(l => Measure.TryOf(l, w, out _, out _)));

    /// <summary>A header without its unit.</summary>
    private static string Named(string header) => SuggestedWords.InBrackets(header) is { } unit && header.Substring(0, header.Length - unit.Length - 2).Trim() is { Length: > 0 } name ? name : header;
}
