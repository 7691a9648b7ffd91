using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Series;

/// <content>Reads the units that headers, titles and cells state.</content>
internal sealed partial class StatedUnits
{
    private static readonly string[] s_lists = ["fuels", "electricity", "importedHeat", Measure.Net, Measure.Gross, Measure.Share];
    private static readonly string[] s_figures = ["figures", "figure", "values", "quantities", "quantity", "amounts", "readings", "data", "numbers", "weights", "qty", "energy", "unit", "units", "uom", "all"];
    // Counts are not weights, and current and voltage are not energy.
    private static readonly string[] s_counts = ["nos", "no", "numbers", "count", "pcs", "pieces", "each", "ea", "bag", "bags", "truck", "trucks", "lorry", "lorries", "rake", "rakes", "wagon", "wagons", "trip", "trips", "drum", "drums", "cylinder", "cylinders", "pkt", "pkts", "packets", "boxes", "barrels", "bbl"];
    private static readonly string[] s_heats = ["toe", "mtoe", "btu", "mmbtu", "therm", "therms"];
    private static readonly string[] s_noEnergy = ["reactive", "apparent", "amp", "amps", "ampere", "amperes", "volts", "voltage"];

    // The capacity of a scale, store or plant is not the unit of the numbers.
    private static readonly string[] s_notOfValues = ["accuracy", "least", "capacity", "rounded", "rounding", "rating", "rated", "tolerance", "resolution", "not"];
    private static readonly Regex s_brackets = new(@"[(\[](?<in>[^)\]]*)[)\]]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly string[] s_energies = ["electricity", "exportedPower"];
    private static readonly string[] s_amounts = [.. Measure.Lists, Measure.FlowOfCarbon];

    /// <summary>Whether a word counts pieces, or is a multiple, a rate or apparent energy: reading one as one of a unit would give another amount.</summary>
    internal static bool IsNoUnitOfOne(string text) => IsCount(text) || WrittenUnit.Of(text) is not null and not { Symbol: "kWh", Times: 1m, Hours: null };

    private static bool IsCount(string text) => s_counts.Contains(text.TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal);

    private WrittenUnit Written(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? new WrittenUnit(text, meant, 1m) : WrittenUnit.Of(text) ?? new WrittenUnit(text, HeaderWords.UnitOf(text), 1m);

    private string Meant(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? meant : HeaderWords.UnitOf(text);

    /// <summary>The unit that a header states: in brackets behind it, or the only one among its words; null where it states none that anything is measured in.</summary>
    private WrittenUnit? InHeader(string text, string list)
    {
        bool Counts(WrittenUnit unit) => unit.Symbol switch { null => true, "" => s_energies.Contains(list, StringComparer.Ordinal), _ => Measure.TryOf(list, unit.Symbol, out _, out _) };
        var header = HeaderWords.Spread(text);
        var inside = HeaderWords.InBrackets(text) ?? HeaderWords.InBrackets(header);
        var words = header.Split([' ', '_', ',', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (inside is null && words.Length > 0 && s_amounts.Contains(list, StringComparer.Ordinal) && Alone(words) is { } alone && (Counts(alone) || words.Length == 1))
        {
            return Known(alone);
        }

        if (s_amounts.Contains(list, StringComparer.Ordinal) && (inside is not null && WrittenUnit.Of(inside) is { } whole && !_source.Layout.Units.ContainsKey(inside) ? whole : WrittenUnit.In(header, Counts)) is { } written && Counts(written))
        {
            return Known(written);
        }

        if (inside is not null && (IsUnit(inside, list) || (s_amounts.Contains(list, StringComparer.Ordinal) && IsCount(inside)) || (list is Measure.Net or Measure.Gross && inside.IndexOf('/') > 0)))
        {
            return new WrittenUnit(inside, Meant(inside), 1m);
        }

        // A word alone may be a name: m3 is the third meter.
        var among = words.Where(w => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "") && Measure.TryOf(list, Meant(w), out _, out _)).ToList();
        if (among.Count == 1 && (words.Length > 1 || (among[0].Length > 2 && among[0].All(char.IsLetter))))
        {
            return new WrittenUnit(among[0], Meant(among[0]), 1m);
        }

        return among.Count > 0 || !s_amounts.Contains(list, StringComparer.Ordinal) ? null
            : Array.IndexOf(words, "%") >= 0 ? new WrittenUnit("%", "%", 1m)
            : s_energies.Contains(list, StringComparer.Ordinal) && Array.Find(words, w => s_noEnergy.Contains(w.ToLowerInvariant(), StringComparer.Ordinal)) is { } none ? new WrittenUnit(none, "", 1m) : null;
    }

    /// <summary>A unit that is the whole header, as its symbol is written, or Wh behind other words.</summary>
    private static WrittenUnit? Alone(string[] words) =>
        words[words.Length - 1] is var last && last.Equals("Wh", StringComparison.OrdinalIgnoreCase) ? WrittenUnit.Of(last)
        : words.Length == 1 && last.Length > 1 && last.All(char.IsLetter) && (s_lists.Any(l => Measure.TryOf(l, last, out _, out _)) || s_heats.Contains(last, StringComparer.OrdinalIgnoreCase)) ? new WrittenUnit(last, last, 1m)
        : null;

    /// <summary>The mapping's meaning of a text takes precedence over the usual one.</summary>
    private WrittenUnit Known(WrittenUnit written) => _source.Layout.Units.TryGetValue(written.Text, out var meant) ? new WrittenUnit(written.Text, meant, 1m) : written;

    /// <summary>The units of the series' measure in a line: in brackets at its end, or after "in" or a word such as "figures". An hourly capacity of a plant does not count.</summary>
    private IEnumerable<WrittenUnit> InTitle(string title, SeriesMapping series)
    {
        var said = HeaderWords.Of(title);
        if (said.Any(w => s_notOfValues.Contains(w, StringComparer.Ordinal)))
        {
            return [];
        }

        // A scale alone counts where the line speaks of figures, and not of money.
        var isOfFigures = ColumnReason.Of(title) != ColumnReason.Money && said.Any(w => s_figures.Contains(w, StringComparer.Ordinal));
        bool Counts(WrittenUnit unit) => unit is { Hours: null } && (unit.Symbol is null ? isOfFigures : unit.Symbol.Length > 0 && InOwn(series, unit) is not null);
        foreach (var inside in s_brackets.Matches(title).Cast<Match>().Select(m => m.Groups["in"].Value))
        {
            if ((IsUnit(inside, "") || WrittenUnit.Of(inside) is not null) && Written(inside) is var found)
            {
                return new[] { found }.Where(Counts);
            }
        }

        var words = title.Split([' ', ':', ',', ';', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries);
        if (Array.FindIndex(words, w => w.Equals("multiply", StringComparison.OrdinalIgnoreCase) || w.Equals("multiplied", StringComparison.OrdinalIgnoreCase)) is >= 0 and var times && words.Length > times + 2 && words[times + 1].Equals("by", StringComparison.OrdinalIgnoreCase)
            && decimal.TryParse(words[times + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 1m)
        {
            return [new WrittenUnit(title, null, factor)];
        }

        var at = Array.FindIndex(words, w => s_figures.Contains(w.ToLowerInvariant(), StringComparer.Ordinal));
        var from = at >= 0 ? at : Array.FindIndex(words, w => w.Equals("in", StringComparison.OrdinalIgnoreCase));
        if (from < 0)
        {
            return [];
        }

        var rest = string.Join(" ", words.Skip(from + 1));
        return WrittenUnit.In(rest, Counts) is { } written ? [Known(written)] : words.Skip(from + 1).Take(at >= 0 ? words.Length : 1).Where((w, i) => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "") && !IsOfNumber(words, from + 1 + i)).Select(w => new WrittenUnit(w, Meant(w), 1m)).Where(Counts);
    }

    /// <summary>"10 kg" and "kg: 20" describe a thing.</summary>
    private static bool IsOfNumber(string[] words, int at) => (at > 0 && IsNumber(words[at - 1])) || (at + 1 < words.Length && IsNumber(words[at + 1]));

    private static bool IsNumber(string word) => decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is < 1900m or > 2100m;

    private bool IsUnit(string text, string list) =>
        Meant(text) is { Length: > 0 } unit && unit != "1" && !unit.All(char.IsDigit) && s_lists.Concat(list is "" or "products" ? [] : new[] { list }).Any(l => Measure.TryOf(l, unit, out _, out _));
}
