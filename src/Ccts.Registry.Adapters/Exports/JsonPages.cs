using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Recognises that an answer is one page of several, by the members around its list of rows.</summary>
/// <param name="rows">How many rows its list has.</param>
/// <param name="sums">Sums of the rows' numbers: a total that is one of them is of tonnes, and not of rows.</param>
internal sealed class JsonPages(int rows, IReadOnlyCollection<decimal> sums)
{
    // A number of rows is named by these words alone, of which one says that it counts them.
    private static readonly HashSet<string> s_counts = Names("total", "totals", "count", "found", "matched", "remaining", "left");
    private static readonly HashSet<string> s_rows = Names("row", "rows", "record", "records", "result", "results", "item", "items", "hit", "hits", "element", "elements", "entry", "entries", "match", "matches", "object", "objects", "available", "size", "number", "num", "nb", "of", "x", "all", "odata", "more");

    // Written in one word.
    private static readonly HashSet<string> s_together = Names("totalcount", "totalitems", "totalrows", "totalrecords", "totalresults", "totalelements", "totalentries", "totalhits", "totalnumber", "totalsize", "recordstotal", "recordsfiltered", "recordcount", "rowcount", "itemcount", "resultcount", "numfound", "nbhits", "odatacount", "xtotalcount", "counttotal", "totalnumberofcredits", "numbermatched", "rowsfound", "resultsize", "outof");
    private static readonly HashSet<string> s_pages = Names("totalpages", "totalpage", "pages", "pagecount", "totalpagecount", "numpages", "numberofpages", "lastpage", "nbpages", "pagestotal");
    private static readonly HashSet<string> s_before = Names("prev", "previous", "prevpage", "previouspage", "previouslink", "previousurl");
    private static readonly HashSet<string> s_at = Names("page", "pagenumber", "pageno", "currentpage");
    private static readonly HashSet<string> s_skipped = Names("offset", "skip", "skipped", "startindex");
    private static readonly HashSet<string> s_last = Names("last", "islast", "islastpage", "complete", "iscomplete", "done", "finished");

    // What leads on to more, by the words of its name; and what of these is a word of its own only where it is true.
    private static readonly HashSet<string> s_leads = Names("cursor", "cursors", "scroll", "continuation", "nextpage", "nextlink", "nexturl", "nextcursor", "nexttoken", "nextpagetoken", "continuationtoken", "odatanextlink", "scrollid", "endcursor");
    private static readonly HashSet<string> s_flags = Names("more", "next", "truncated", "partial", "exceeded", "incomplete", "hasmore", "hasnext", "hasnextpage", "morerecords", "moreresults", "incompleteresults", "istruncated", "ispartial");
    private static readonly HashSet<string> s_ofNext = Names("page", "link", "url", "uri", "href", "cursor", "token", "records", "results", "rows", "items", "offset", "start", "key", "marker", "position", "id");
    private static readonly HashSet<string> s_ofCallers = Names("rate", "limit", "limits", "quota", "ratelimit");

    private static readonly string[] s_ofWhole = [" of ", "/"];

    /// <summary>Why there are more rows, as a sentence, or null.</summary>
    internal string? Lacks(JsonElement root) => root.ValueKind == JsonValueKind.Object ? Around(root, "") : null;

    /// <summary>A member that says that more follows, whatever page this is; null if none does.</summary>
    internal static string? Follows(JsonElement around) => around.ValueKind != JsonValueKind.Object ? null
        : around.EnumerateObject().Select(m => (m.Value.ValueKind == JsonValueKind.True && IsFlag(JsonExport.Name(m))) || (HeaderText.Words(JsonExport.Name(m)).Contains("next", StringComparer.Ordinal) && Leads(JsonExport.Name(m)) && IsFilled(m.Value))
            ? JsonExport.Name(m) : Follows(m.Value)).FirstOrDefault(f => f is not null);

    private string? Around(JsonElement around, string prefix)
    {
        var members = around.EnumerateObject().ToArray();

        // A service that says that nothing follows may still give the cursor of the last row.
        var isEnd = members.Any(m => m.Value.ValueKind == JsonValueKind.False && IsFlag(JsonExport.Name(m)));
        foreach (var member in members)
        {
            var (name, own) = (prefix + JsonExport.Name(member), JsonExport.Name(member));
            if (PageBeside(own, members) is { } at && NumberOf(member.Value) > at)
            {
                return Lacking(name, member.Value);
            }

            if ((member.Value.ValueKind == JsonValueKind.Object && !Leads(own) ? Around(member.Value, name + ".") : Says(name, own, member.Value, isEnd)) is { } says)
            {
                return says;
            }
        }

        return null;
    }

    // {"current": 1, "last": 4}, {"page": 1, "of": 4}: "last" beside a page may be the number of its last row.
    private static decimal? PageBeside(string own, JsonProperty[] members)
    {
        var beside = Plain(own) switch { "last" => "current", "of" => "page", _ => null };
        return members.Where(m => beside is not null && Plain(JsonExport.Name(m)) == beside).Select(m => (decimal?)NumberOf(m.Value)).FirstOrDefault();
    }

    private string? Says(string name, string own, JsonElement value, bool isEnd)
    {
        var (plain, number) = (Plain(own), NumberOf(value));
        var lacks = Counts(name, own, number)
            || (s_pages.Contains(plain) && number > 1)
            || (s_at.Contains(plain) && number > 1)
            || (s_skipped.Contains(plain) && number > 0)
            || (IsTrue(value) && IsFlag(own))
            || (value.ValueKind != JsonValueKind.True && Leads(own) && IsFilled(value) && !(isEnd && !HeaderText.Words(own).Contains("next", StringComparer.Ordinal)))
            || (value.ValueKind == JsonValueKind.String && OfMore(JsonExport.Text(value)))
            || (s_last.Contains(plain) && value.ValueKind == JsonValueKind.False);
        return lacks ? Lacking(name, value) : null;
    }

    private string Lacking(string name, JsonElement value) => $"\"{name}\" is {CellText.Short(value.GetRawText())}, and there are {rows} rows here.";

    private static bool IsTrue(JsonElement value) => value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && JsonExport.Text(value).Trim() is "true" or "True" or "yes");

    private bool Counts(string name, string own, decimal number)
    {
        // {"total": {"value": 700}}
        var path = name.Split('.');
        var words = HeaderText.Words(Plain(own) is "value" && path.Length > 1 ? path[path.Length - 2] : own);
        var isCount = s_together.Contains(Plain(own)) || (words.Any(s_counts.Contains) && words.All(w => s_counts.Contains(w) || s_rows.Contains(w)));
        var isRest = words.Any(w => w is "remaining" or "left");
        return isCount && number > (isRest ? 0 : rows) && decimal.Truncate(number) == number && !sums.Contains(number) && !(isRest && HeaderText.Words(name).Any(s_ofCallers.Contains));
    }

    // "1 of 7", "0-0/700", "items 0-0/700"
    private bool OfMore(string text)
    {
        var parts = text.Trim().Split(s_ofWhole, StringSplitOptions.None);
        return parts.Length == 2 && decimal.TryParse(parts[1].Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole)
            && (parts[0].Trim().Split(' ').Last().Split('-') is [var first, var last] && IsNumber(first) && IsNumber(last) ? whole > rows : IsNumber(parts[0].Trim()) && text.Contains(" of ") && whole > 1);
    }

    private static bool IsNumber(string text) => text.Length is > 0 and <= 18 && text.All(c => c is >= '0' and <= '9');

    private static bool IsFlag(string own) => HeaderText.Words(own).Any(s_flags.Contains) || s_flags.Contains(Plain(own));

    private static bool Leads(string own) => HeaderText.Words(own) is var words
        && (words.Any(s_leads.Contains) || s_leads.Contains(Plain(own)) || s_before.Contains(Plain(own)) || (words is ["next", ..] && words.Skip(1).All(s_ofNext.Contains)));

    internal static string Plain(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();

    internal static decimal NumberOf(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number && ExportNumbers.TryRead(JsonExport.Text(value).Trim(), out var number) ? number : 0;

    /// <summary>Null, false, 0, "" and what holds nothing else say that there is nothing.</summary>
    internal static bool IsFilled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(m => IsFilled(m.Value)),
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.String => JsonExport.Text(value).Trim() is { Length: > 0 } text && text != "0",
        JsonValueKind.Number => NumberOf(value) != 0,
        _ => value.ValueKind == JsonValueKind.True,
    };

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
