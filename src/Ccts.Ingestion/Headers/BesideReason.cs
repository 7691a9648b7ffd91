using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Headers;

/// <summary>Why another column of the same rows is more likely the amount than the one that was taken: net stands beside gross, what was used beside what came in.</summary>
/// <param name="Why">What is said of the column that was taken.</param>
/// <param name="Beside">The other column.</param>
internal sealed record BesideReason(string Why, string Beside)
{
    private static readonly string[] s_net = ["net", "netto"];

    private static readonly (string[] Of, string[] Beside, string Why)[] s_pairs =
    [
        (["gross", "brutto", "laden", "loaded", "first", "second", "tare", "unladen", "empty"], [.. s_net, "tare", "unladen", "empty"], "is the weight with the lorry or of it alone"),
        (["receipt", "receipts", "received", "inward", "inwards"], ["consumption", "consumed", "issue", "issues", "issued", "outward", "outwards", "used"], "is what came in; with \"into\" it goes into stock.received"),
        (["challan", "invoice", "billed", "supplier", "party", "vendor"], ["received", "accepted", "weighed", "weighbridge"], "is what the sender wrote"),
    ];

    // The gross calorific value, the gross generation and the first shift are no weights of lorries.
    private static readonly string[] s_weights = ["weight", "wt", "wgt"];

    /// <summary>Null where the header gives no reason, or nothing better stands beside.</summary>
    internal static BesideReason? Of(string header, IReadOnlyList<string> all)
    {
        var words = HeaderWords.Of(header);
        foreach (var (of, beside, why) in s_pairs)
        {
            var isMeant = of[0] != "gross" || IsWeighed(words, all);
            if (isMeant && Any(words, of) && !Any(words, s_net) && all.FirstOrDefault(h => h != header && Any(HeaderWords.Of(h), beside) && !Any(HeaderWords.Of(h), ["no", "date", "time", "by", "rate", "value"]) && !Any(HeaderWords.Of(h), words.Where(w => of.Contains(w, StringComparer.Ordinal)).ToArray())) is { } other)
            {
                return new BesideReason(why, other);
            }
        }

        return null;
    }

    private static bool IsWeighed(IReadOnlyList<string> words, IReadOnlyList<string> all) =>
        !Any(words, ["first", "second", "loaded", "empty"]) ? all.Any(h => Any(HeaderWords.Of(h), ["tare", "unladen"])) || Any(words, s_weights) : Any(words, s_weights);

    private static bool Any(IReadOnlyList<string> words, string[] any) => words.Any(w => any.Contains(w, StringComparer.Ordinal));
}
