using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Headers;

/// <summary>Why a column of numbers is no amount that adds up, as words of its header say: money, rates, plans, balances, running sums.</summary>
internal sealed class ColumnReason
{
    private readonly string[] _words;

    private ColumnReason(string why, params string[] words) => (Why, _words) = (why, words);

    internal static ColumnReason Money { get; } = new("is of money", "price", "cost", "freight", "gst", "cgst", "sgst", "igst", "tax", "debit", "credit", "rs", "inr", "usd", "rupees", "currency", "cur", "lc", "loc", "dmbtr", "rate", "₹");

    internal static ColumnReason Rate { get; } = new("is a rate", "per", "specific", "sec", "shc", "ratio", "efficiency", "pf", "plf", "percent");

    internal static ColumnReason Plan { get; } = new("is what was planned or possible, not what was", "target", "plan", "planned", "budget", "norm", "capacity", "aop", "rated", "sanctioned", "forecast", "scheduled", "contract", "demand", "md", "mtpa", "tpa");

    internal static ColumnReason Stock { get; } = new("is what lay in stock; a source of the kind \"stock\" takes counts", "opening", "closing", "balance", "stock", "hand");

    internal static ColumnReason RunningSum { get; } = new("is a running sum, whose rows hold each other", "cum", "cumm", "cumulative", "mtd", "ytd", "qtd", "ftm", "fty", "todate", "progressive", "running");

    internal static ColumnReason Register { get; } = new("is what a register showed, beside what was used", "previous", "prev", "initial", "final", "present", "start", "end", "totaliser", "totalizer", "counter");

    internal static ColumnReason Multiplier { get; } = new("is what readings are multiplied by; where the file has not done so yet, state it as \"times\" of their series", "mf", "omf", "ctr", "ptr", "ctpt", "multiplying", "multiplication", "multiplier", "mult");

    private static readonly string[] s_factors = [" m f ", " ct ratio ", " pt ratio ", " vt ratio ", " meter factor ", " meter constant ", " dial factor ", " line ctr ", " mult factor "];

    private static readonly string[] s_toDate = [" to date ", " till date ", " up to ", " upto "];

    private static readonly ColumnReason[] s_all =
    [
        Money, Rate, Plan, Stock, RunningSum, Register,
        new("is a difference", "difference", "diff", "shortage", "excess", "variance", "loss"),
        new("counts rows", "sr", "sl", "serial", "row"),
        Multiplier,
    ];

    /// <summary>The message about the column.</summary>
    internal string Why { get; }

    /// <summary>Whether a header, or words of a line, name what readings are multiplied by.</summary>
    internal static bool IsMultiplier(string header) => HeaderWords.OfHeader(header) is var words && (words is ["constant"] || words.Any(w => Multiplier._words.Contains(w, StringComparer.Ordinal)) || Array.Exists(s_factors, (" " + string.Join(" ", words) + " ").Contains));

    /// <summary>Null where the header gives no reason.</summary>
    internal static ColumnReason? Of(string header)
    {
        var words = HeaderWords.OfHeader(header);
        var text = " " + string.Join(" ", words) + " ";
        return IsToDate(text) ? RunningSum : IsMultiplier(header) ? Multiplier : Array.Find(s_all, r => words.Select((w, i) => (Word: w, Next: i + 1 < words.Count ? words[i + 1] : "")).Any(w => r._words.Contains(w.Word, StringComparer.Ordinal) && IsMeant(w.Word, w.Next)));
    }

    /// <summary>"Upto 6 mm" is a size.</summary>
    private static bool IsToDate(string text) => Array.Find(s_toDate, text.Contains) is { } said && text.Substring(text.IndexOf(said, StringComparison.Ordinal) + said.Length) is var rest && (said.Trim() is not ("up to" or "upto") || rest.Length == 0 || !char.IsDigit(rest[0]));

    /// <summary>"Running mill", "MD section" and "Closing shift" say where and when.</summary>
    private static bool IsMeant(string word, string next) => word switch
    {
        "running" => next is "" or "total" or "sum" or "qty" or "quantity" || HeaderWords.IsUnit(next),
        "md" => next is "" or "kva" or "kw" or "mva" or "mw" || HeaderWords.IsUnit(next),
        "opening" or "closing" => next is not "shift",
        "balance" => next is "" or "stock" or "qty" or "quantity" or "as" || HeaderWords.IsUnit(next),
        _ => true,
    };

    /// <summary>A register's reading is next to its other reading, or is called a totaliser.</summary>
    internal static bool IsOfRegister(string header, IReadOnlyList<string> all)
    {
        var words = HeaderWords.OfHeader(header);
        bool Has(IReadOnlyList<string> of, string[] any) => of.Any(w => any.Contains(w, StringComparer.Ordinal));
        return Has(words, s_registers) || Array.Exists(s_pairs, p => (Has(words, p.One) && all.Any(h => h != header && Has(HeaderWords.OfHeader(h), p.Other))) || (Has(words, p.Other) && all.Any(h => h != header && Has(HeaderWords.OfHeader(h), p.One))));
    }

    /// <summary>Whether a header names power drawn at a time, as "Load" and "Active Power" do, instead of energy used.</summary>
    internal static bool IsOfPower(string header) => HeaderWords.OfHeader(header) is var words && words.Any(w => s_powers.Contains(w, StringComparer.Ordinal)) && !words.Any(w => s_energies.Contains(w, StringComparer.Ordinal));

    private static readonly string[] s_powers = ["load", "power"];
    private static readonly string[] s_energies = ["energy", "consumption", "consumed", "import", "imported", "export", "exported", "units", "drawn", "drawal", "purchase", "purchased", "generation", "generated", "factor", "grid"];

    private static readonly string[] s_registers = ["totaliser", "totalizer", "totalisator", "counter"];

    private static readonly (string[] One, string[] Other)[] s_pairs = [(["initial"], ["final"]), (["previous", "prev", "last"], ["present", "current"]), (["start", "starting"], ["end", "ending"])];
}
