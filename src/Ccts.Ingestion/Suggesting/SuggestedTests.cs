using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Headers;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Proposes the series of a laboratory's sheet that has a column for each month: each row holds one test, which a text column names.</summary>
/// <param name="table">The table.</param>
/// <param name="file">The name of its file.</param>
/// <param name="streams">The streams of the report.</param>
/// <param name="unitColumn">The column of units.</param>
/// <param name="notes">What was guessed.</param>
internal sealed class SuggestedTests(SuggestedTable table, string file, SuggestedStreams streams, int? unitColumn, List<string> notes)
{
    /// <summary>The series; null if no row names a result that a report uses.</summary>
    internal JsonArray? Series()
    {
        var words = Enumerable.Range(0, table.Header.Length).Where(c => c != table.TimeColumn && c != unitColumn && !table.Numbers.Contains(c)).ToList();
        if (words.Where(c => table.Rows.Exists(r => ResultOf(r, c) is not null)).Cast<int?>().FirstOrDefault() is not { } test)
        {
            return null;
        }

        var material = words.Where(c => c != test && table.Rows.TrueForAll(r => r[c].Length > 0) && table.Header[c] is { } name && HeaderWords.Of(name).Any(w => NameHeaders.Materials.Contains(w, StringComparer.Ordinal))).Cast<int?>().FirstOrDefault();
        var series = new JsonArray();
        foreach (var rows in table.Rows.GroupBy(r => (Of: material is { } at ? r[at] : null, Test: r[test])))
        {
            if (ResultOf(rows.First(), test) is not { } result)
            {
                notes.Add($"\"{rows.Key.Test}\" is no result that the report counts with, or says no unit of it; it is left out.");
                continue;
            }

            var stream = streams.OfResult(rows.Key.Of ?? Path.GetFileNameWithoutExtension(file), rows.Key.Of ?? table.Context + " " + file, result.IsOfFuels, result.IsOfMaterials);
            notes.Add($"\"{rows.Key.Test}\"{(rows.Key.Of is null ? "" : $" of \"{rows.Key.Of}\"")} was taken for {result.Result} of {stream.What}, in {result.Unit}.");
            series.Add((JsonNode)One(stream, result, (test, rows.Key.Test), material is { } column ? (column, rows.Key.Of!) : null));
        }

        notes.Add("The amounts of what was analysed come from another source.");
        return series;
    }

    private JsonObject One(SuggestedStream stream, LabColumn result, (int Column, string Text) test, (int Column, string Text)? material)
    {
        var one = new JsonObject { ["stream"] = stream.Id };
        if (stream.Flow is not null)
        {
            one["flow"] = stream.Flow;
        }

        one["result"] = result.Result;
        if (result.Component is { } component)
        {
            one["component"] = component;
        }

        var isOwn = unitColumn is null || LabHeaders.Of(test.Text, streams.Components) is not null;
        one[isOwn ? "unit" : "unitColumn"] = isOwn ? result.Unit : table.Header[unitColumn!.Value];
        JsonNode Condition((int Column, string Text) of) => new JsonObject { ["column"] = table.Header[of.Column], ["is"] = of.Text };
        one["where"] = material is { } named ? new JsonArray(Condition(named), Condition(test)) : Condition(test);
        return one;
    }

    /// <summary>The result that a cell names, with its unit in brackets or in the column of units.</summary>
    private LabColumn? ResultOf(string[] row, int column) =>
        LabHeaders.Of(row[column], streams.Components) is { } own && (HeaderWords.InBrackets(row[column]) is not null || unitColumn is null) ? own
        : unitColumn is { } unit && row[unit].Length > 0 ? LabHeaders.Of($"{row[column]} ({row[unit]})", streams.Components) : null;
}
