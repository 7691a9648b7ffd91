using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Sees that an answer of a service is one page of several: what stands around its list of rows says so.</summary>
internal static class JsonPages
{
    private static readonly HashSet<string> s_rows = Names("total", "count", "totalcount", "totalitems", "totalrows", "totalrecords", "totalresults", "totalelements", "totalentries", "totalhits", "totalnumber", "recordstotal", "recordsfiltered", "recordcount", "rowcount", "itemcount", "resultcount", "numfound", "nbhits", "odatacount");
    private static readonly HashSet<string> s_pages = Names("totalpages", "pages", "pagecount", "totalpagecount", "numpages", "numberofpages", "lastpage", "nbpages");
    private static readonly HashSet<string> s_next = Names("next", "nextpage", "nextlink", "nexturl", "nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "odatanextlink", "hasmore", "hasnext", "hasnextpage", "morerecords", "moreresults", "incomplete", "incompleteresults", "truncated", "istruncated");
    private static readonly HashSet<string> s_last = Names("last", "islast", "islastpage", "complete");

    /// <summary>What says that there are more rows, as a sentence; null where nothing does.</summary>
    /// <param name="root">The whole answer.</param>
    /// <param name="rows">How many rows its list has.</param>
    internal static string? Lacks(JsonElement root, int rows) => root.ValueKind == JsonValueKind.Object ? Around(root, "", rows) : null;

    private static string? Around(JsonElement around, string prefix, int rows)
    {
        foreach (var member in around.EnumerateObject())
        {
            var name = prefix + JsonExport.Name(member);
            if ((member.Value.ValueKind == JsonValueKind.Object ? Around(member.Value, name + ".", rows) : Says(name, JsonExport.Name(member), member.Value, rows)) is { } says)
            {
                return says;
            }
        }

        return null;
    }

    private static string? Says(string name, string own, JsonElement value, int rows)
    {
        var plain = string.Concat(own.Where(char.IsLetter)).ToLowerInvariant();
        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? JsonExport.Text(value).Trim() : "";
        var number = ExportNumbers.TryRead(text, out var read) ? read : 0;
        var lacks = (s_rows.Contains(plain) && number > rows)
            || (s_pages.Contains(plain) && number > 1)
            || (s_next.Contains(plain) && (value.ValueKind == JsonValueKind.True || number > 0 || (value.ValueKind == JsonValueKind.String && text.Length > 0 && text != "0")))
            || (s_last.Contains(plain) && value.ValueKind == JsonValueKind.False);
        return lacks ? $"\"{name}\" is {CellText.Short(value.GetRawText())}, and there are {rows} rows here." : null;
    }

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
