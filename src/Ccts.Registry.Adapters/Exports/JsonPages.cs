using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Sees that an answer of a service is one page of several: what stands around its list of rows says so.</summary>
internal static class JsonPages
{
    private static readonly HashSet<string> s_rows = Names("total", "count", "totalcount", "totalitems", "totalrows", "totalrecords", "totalresults", "totalelements", "totalentries", "totalhits", "totalnumber", "recordstotal", "recordsfiltered", "recordcount", "rowcount", "itemcount", "resultcount", "numfound", "nbhits", "odatacount", "xtotalcount", "counttotal", "totalnumberofcredits");
    private static readonly HashSet<string> s_pages = Names("totalpages", "pages", "pagecount", "totalpagecount", "numpages", "numberofpages", "lastpage", "nbpages");
    private static readonly HashSet<string> s_next = Names("next", "nextpage", "nextlink", "nexturl", "nextcursor", "nextpagetoken", "nexttoken", "continuationtoken", "odatanextlink", "hasmore", "hasnext", "hasnextpage", "morerecords", "moreresults", "incomplete", "incompleteresults", "truncated", "istruncated", "cursor");
    private static readonly HashSet<string> s_before = Names("prev", "previous", "prevpage", "previouspage", "previouslink", "previousurl");
    private static readonly HashSet<string> s_at = Names("page", "pagenumber", "pageno", "currentpage");
    private static readonly HashSet<string> s_skipped = Names("offset", "skip", "skipped", "startindex");
    private static readonly HashSet<string> s_status = Names("status", "statuscode", "code", "httpstatus");
    private static readonly HashSet<string> s_errors = Names("error", "errors", "exception", "fault");
    private static readonly HashSet<string> s_last = Names("last", "islast", "islastpage", "complete");

    /// <summary>What says that there are more rows, as a sentence; null where nothing does.</summary>
    /// <param name="root">The whole answer.</param>
    /// <param name="rows">How many rows its list has.</param>
    internal static string? Lacks(JsonElement root, int rows) => root.ValueKind == JsonValueKind.Object ? Around(root, "", rows) : null;

    /// <summary>What says that the service failed, although it answered; null where nothing does.</summary>
    internal static string? Fails(JsonElement root)
    {
        foreach (var member in root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().ToArray() : [])
        {
            var plain = Plain(JsonExport.Name(member));
            if ((s_status.Contains(plain) && NumberOf(member.Value) >= 400) || (s_errors.Contains(plain) && IsFilled(member.Value)))
            {
                return $"\"{JsonExport.Name(member)}\" is {CellText.Short(member.Value.GetRawText())}: the service answered with an error.";
            }
        }

        return null;
    }

    private static string? Around(JsonElement around, string prefix, int rows)
    {
        foreach (var member in around.EnumerateObject())
        {
            var name = prefix + JsonExport.Name(member);
            if ((member.Value.ValueKind == JsonValueKind.Object && !IsElsewhere(Plain(JsonExport.Name(member))) ? Around(member.Value, name + ".", rows) : Says(name, JsonExport.Name(member), member.Value, rows)) is { } says)
            {
                return says;
            }
        }

        return null;
    }

    private static string? Says(string name, string own, JsonElement value, int rows)
    {
        var (plain, number) = (Plain(own), NumberOf(value));
        var lacks = (s_rows.Contains(plain) && number > rows)
            || (s_pages.Contains(plain) && number > 1)
            || (s_at.Contains(plain) && number > 1)
            || (s_skipped.Contains(plain) && number > 0)
            || (IsElsewhere(plain) && IsFilled(value))
            || (s_last.Contains(plain) && value.ValueKind == JsonValueKind.False);
        return lacks ? $"\"{name}\" is {CellText.Short(value.GetRawText())}, and there are {rows} rows here." : null;
    }

    private static bool IsElsewhere(string plain) => s_next.Contains(plain) || s_before.Contains(plain);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    private static decimal NumberOf(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && ExportNumbers.TryRead(JsonExport.Text(value).Trim(), out var number) ? number : 0;

    // Null, false, 0, "" and what holds nothing else say that there is nothing.
    private static bool IsFilled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(m => IsFilled(m.Value)),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.String => JsonExport.Text(value).Trim() is { Length: > 0 } text && text != "0",
        JsonValueKind.Number => NumberOf(value) != 0,
        _ => value.ValueKind == JsonValueKind.True,
    };

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
