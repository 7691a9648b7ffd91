using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Ingestion.Rows;

/// <summary>Headers among months that may be unread months: they are placed among them, written like them, or name a month with further words.</summary>
internal static class MonthHeaders
{
    private static readonly string[] s_months = [.. CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames.Concat(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames).Where(m => m.Length > 0).Select(m => m.ToLowerInvariant()), "sept"];

    // Headers of totals in a table of months, and of columns that describe its rows.
    private static readonly string[] s_others = ["total", "tot", "sum", "q1", "q2", "q3", "q4", "qtr", "quarter", "h1", "h2", "half", "fy", "year", "annual", "ytd", "avg", "average", "mean", "remarks", "remark", "to", "no", "code", "id", "rate", "price", "value", "amount", "amt", "cost", "rs", "plan", "budget", "target", "norm", "opening", "closing", "balance", "stock", "cum", "mtd"];

    private static readonly string[] s_noAmounts = ["plan", "budget", "target", "norm", "opening", "closing", "balance", "stock", "cum", "ytd", "mtd", "fy", "year", "annual", "remarks", "remark", "no", "code", "id"];

    /// <summary>Whether the column may be a month that is not read as one.</summary>
    internal static bool MayBeOne(IReadOnlyList<string> header, int at, IReadOnlyList<int> months)
    {
        var words = Words(header[at]);
        if (words.Count(IsMonth) > 1)
        {
            // "Apr-25 to Jun-25" adds up its months where they have columns, and else stands for them.
            var read = months.Select(m => NumberOf(header[m])).ToList();
            return months.Count > 0 && words.Where(IsMonth).Any(w => !read.Contains(NumberOf(w)));
        }

        if (words.Length == 0 || months.Count == 0)
        {
            return false;
        }

        if (IsOfOther(header[at]))
        {
            // "Apr-25 (Total)" may be all that stands of April; a stock or a plan of a month is no amount of it.
            return SpeaksOfOne(header[at]) && !Array.Exists(words, w => s_noAmounts.Contains(w, StringComparer.Ordinal)) && words.Where(IsMonth).Any(w => !months.Select(m => NumberOf(header[m])).Contains(NumberOf(w)));
        }

        return SpeaksOfOne(header[at]) || IsOfNoYear(header[at]) || (at > months.Min() && at < months.Max()) || months.Any(m => Math.Abs(m - at) == 1 && Shape(header[m]) == Shape(header[at]));
    }

    /// <summary>Whether a header names a total, money, a plan or the like, beside a month or alone.</summary>
    internal static bool IsOfOther(string header) => Array.Exists(Words(header), w => s_others.Contains(w, StringComparer.Ordinal));

    /// <summary>What a month of no year lacks, and how to say it.</summary>
    internal const string NoYear = "says no year: state \"year\" in \"time\" of the source, such as 2025-26, or write each as Apr-25.";

    /// <summary>Whether a header is a month of no year.</summary>
    internal static bool IsOfNoYear(string header) => Words(Month(header)) is [var word] && IsMonth(word);

    /// <summary>The month of a header that may say beside it that it is an amount, and in which unit: "Apr-25 (t)", "Apr-25 in t", "Apr-25 Qty", "Apr-25 MT".</summary>
    internal static string Month(string header) => Parted(header).Month;

    /// <summary>What a header of a month says behind it, in brackets, after "in" or as a unit; null where it is the month alone.</summary>
    internal static string? Unit(string header) => Parted(header).Unit;

    private static (string Month, string? Unit) Parted(string header)
    {
        var plain = s_amount.Replace(header, " ").Trim();
        return s_unit.Match(plain) is { Success: true } found ? (found.Groups["month"].Value, found.Groups["unit"].Value.Trim()) : (plain, null);
    }

    private static readonly Regex s_unit = new(@"^(?<month>[^([]*?)\s*([(\[](?<unit>[^()\[\]]+)[)\]]|\sin\s+(?<unit>[\w.]+)|[\s,]\s*(?<unit>(?i:m?t|tonnes?|tons?|kgs?|kl|l|lit(re|er)s?|ltrs?|[kmg]?wh|mu|[mgt]j|[sn]m3|scm)))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    // Words that say of a month's column that it holds the amount.
    private static readonly Regex s_amount = new(@"[\s_(\[-]*\b(qty|quantity|actuals?)\b\.?[\s_)\]-]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    /// <summary>Whether a month and a year, or a day of one, are named in it.</summary>
    internal static bool SpeaksOfOne(string header) =>
        Words(header) is var words && ((words.Any(IsMonth) && words.Any(w => w.Length is 2 or 4 && w.All(char.IsDigit))) || DateTime.TryParseExact(header, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static string[] Words(string header) => new string([.. header.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static int? NumberOf(string header) =>
        MonthText.FirstDay(Month(header), DateTime.MinValue.Year)?.Month ?? (DateTime.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.Month : null);

    private static bool IsMonth(string word) => s_months.Contains(word, StringComparer.Ordinal);

    /// <summary>"Apr-25" and "Agu-25" are written alike.</summary>
    private static string Shape(string header) =>
        new([.. header.Select((c, i) => (Now: Kind(c), Before: i > 0 ? Kind(header[i - 1]) : '\0')).Where(k => k.Now is not ('a' or '0') || k.Now != k.Before).Select(k => k.Now)]);

    private static char Kind(char c) => char.IsLetter(c) ? 'a' : char.IsDigit(c) ? '0' : c;
}
