using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Headers;

/// <summary>Why another column of the same rows is more likely the amount than the one taken, e.g. net next to gross, or consumption next to receipts.</summary>
/// <param name="Why">What the message says of the column taken.</param>
/// <param name="Beside">The other column.</param>
internal sealed record BesideReason(string Why, string Beside)
{
    private static readonly string[] s_net = ["net", "netto"];

    private static readonly (string[] Of, string[] Beside, string Why)[] s_pairs =
    [
        (["gross", "brutto", "laden", "loaded", "first", "second", "1st", "2nd", "tare", "unladen", "empty"], [.. s_net, "tare", "unladen", "empty"], "is the weight with the lorry or of it alone"),
        (["receipt", "receipts", "received", "grn", "purchase", "purchased", "inward", "inwards"], ["consumption", "consumed", "consp", "consmp", "cons", "issue", "issues", "issued", "outward", "outwards", "used"], "is what came in; with \"into\" it goes into stock.received"),
        (["challan", "invoice", "bill", "billed", "rr", "supplier", "party", "vendor"], ["received", "accepted", "weighed", "weighbridge", "actual"], "is what the sender wrote"),
        (["monthly", "month", "yearly", "year"], ["daily", "day", "today", "ftd"], "is a sum of more than a day"),
    ];

    // The gross calorific value, the gross generation and the first shift are no weights of lorries.
    private static readonly string[] s_weights = ["weight", "wt", "wgt"];

    /// <summary>Null where the header gives no reason, or there is no better column.</summary>
    internal static BesideReason? Of(string header, IReadOnlyList<string> all)
    {
        var words = Words(header);
        foreach (var (of, beside, why) in s_pairs)
        {
            var isMeant = of[0] != "gross" || IsWeighed(words, all);
            if (isMeant && Any(words, of) && !Any(words, s_net) && all.FirstOrDefault(h => h != header && Any(Words(h), beside) && !Any(Words(h), ["no", "date", "time", "by", "rate", "value"]) && !Any(Words(h), words.Where(w => of.Contains(w, StringComparer.Ordinal)).ToArray())) is { } other)
            {
                return new BesideReason(why, other);
            }
        }

        return null;
    }

    private static bool IsWeighed(IReadOnlyList<string> words, IReadOnlyList<string> all) =>
        (Any(words, ["loaded"]) && all.Any(h => Any(Words(h), ["empty"]))) || (Any(words, ["empty"]) && all.Any(h => Any(Words(h), ["loaded"]))) || (!Any(words, ["first", "second", "1st", "2nd", "loaded", "empty"]) ? all.Any(h => Any(Words(h), ["tare", "unladen"])) || Any(words, s_weights) : Any(words, s_weights));

    /// <summary>"G.W." is the gross weight, and "Weight 1" the first.</summary>
    private static IReadOnlyList<string> Words(string header)
    {
        var words = HeaderWords.OfHeader(header);
        var said = words.Count < 2 ? null : (words[0], words[1]) switch
        {
            ("g", "w" or "wt") => "gross",
            ("t", "w" or "wt") => "tare",
            ("n", "w" or "wt") => "net",
            ("weight" or "wt", "1") => "first",
            ("weight" or "wt", "2") => "second",
            _ => null,
        };
        return said is null ? words : [said, "weight", .. words.Skip(2)];
    }

    private static bool Any(IReadOnlyList<string> words, string[] any) => words.Any(w => any.Contains(w, StringComparer.Ordinal));
}
