using System;
using System.Linq;

namespace Ccts.Ingestion.Headers;

/// <summary>Why a column of numbers is no amount that adds up, as words of its header say: money, rates, plans, balances, running sums.</summary>
internal sealed class ColumnReason
{
    private readonly string[] _words;

    private ColumnReason(string why, params string[] words) => (Why, _words) = (why, words);

    internal static ColumnReason Money { get; } = new("is of money", "price", "cost", "freight", "gst", "cgst", "sgst", "igst", "tax", "debit", "credit", "rs", "inr", "usd", "rupees", "currency", "cur", "lc", "loc", "dmbtr", "rate", "₹");

    internal static ColumnReason Rate { get; } = new("is a rate", "per", "specific", "sec", "shc", "ratio", "efficiency", "pf", "plf", "percent");

    internal static ColumnReason Plan { get; } = new("is what was planned or possible, not what was", "target", "plan", "planned", "budget", "norm", "capacity", "rated", "sanctioned", "forecast", "scheduled", "contract", "demand", "md");

    internal static ColumnReason Stock { get; } = new("is what lay in stock; a source of the kind \"stock\" takes counts", "opening", "closing", "balance", "stock", "hand");

    internal static ColumnReason RunningSum { get; } = new("is a running sum, whose rows hold each other", "cum", "cumm", "cumulative", "mtd", "ytd", "todate", "progressive", "running");

    internal static ColumnReason Register { get; } = new("is what a register showed, beside what was used", "previous", "prev", "initial", "final", "present", "start", "end");

    internal static ColumnReason Multiplier { get; } = new("is what readings are multiplied by; where the file has not done so yet, state it as \"times\" of their series", "mf", "omf", "ctr", "ptr", "ctpt", "multiplying", "multiplication", "multiplier");

    private static readonly string[] s_factors = [" m f ", " ct ratio ", " pt ratio ", " vt ratio ", " meter factor ", " meter constant ", " dial factor ", " line ctr ", " mult factor "];

    private static readonly string[] s_toDate = [" to date ", " till date ", " up to ", " upto "];

    private static readonly ColumnReason[] s_all =
    [
        Money, Rate, Plan, Stock, RunningSum, Register,
        new("is a difference", "difference", "diff", "shortage", "excess", "variance", "loss"),
        new("counts rows", "sr", "sl", "serial", "row"),
        Multiplier,
    ];

    /// <summary>What is said of the column.</summary>
    internal string Why { get; }

    /// <summary>Whether a header, or words of a line, name what readings are multiplied by.</summary>
    internal static bool IsMultiplier(string header) => HeaderWords.Of(header) is var words && (words.Any(w => Multiplier._words.Contains(w, StringComparer.Ordinal)) || Array.Exists(s_factors, (" " + string.Join(" ", words) + " ").Contains));

    /// <summary>Null where the header gives no reason.</summary>
    internal static ColumnReason? Of(string header)
    {
        var words = HeaderWords.Of(header);
        var text = " " + string.Join(" ", words) + " ";
        return Array.Exists(s_toDate, text.Contains) ? RunningSum : IsMultiplier(header) ? Multiplier : Array.Find(s_all, r => r._words.Any(w => words.Contains(w, StringComparer.Ordinal)));
    }
}
