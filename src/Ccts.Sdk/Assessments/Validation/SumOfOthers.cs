using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>One entry of a list.</summary>
/// <param name="Name">Its id, or its material.</param>
/// <param name="Kind">What it is: a fuel, a supply, a material.</param>
/// <param name="Amounts">By period.</param>
/// <param name="Unit">The unit of those.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="Reason">Why it is unusual, if that is said.</param>
internal sealed record StatedAmounts(string Name, string Kind, PeriodAmounts Amounts, string Unit, SourcePlace Place, string? Reason)
{
    internal static StatedAmounts Of(CountedSource source) => new(source.Stream.Id, KindOf(source.Stream), PeriodAmounts.Of(source.Stream), source.Unit, source.Place, source.Stream.WhyUnusual);

    private static string KindOf(MonitoredStream stream) => stream switch
    {
        FuelStream fuel => fuel.Fuel,
        ProcessMaterialStream material => material.Material,
        ImportedIntermediateStream intermediate => intermediate.Material,
        GasStream gas => gas.Gas,
        ProductStream product => product.Product,
        ElectricityStream electricity => electricity.Supply.ToString(),
        ImportedHeatStream heat => $"{heat.Carrier}",
        ExportedHeatStream heat => $"{heat.Carrier}",
        _ => "",
    };
}

/// <summary>Finds an entry that repeats another, or is the sum of several others: a total with its rows, a year beside its months.</summary>
internal static class SumOfOthers
{
    /// <summary>A sum that agrees in this many spans is no coincidence, whichever entries it is of.</summary>
    private const int Telling = 6;

    /// <summary>With up to this many other entries, every sum is tried.</summary>
    private const int Most = 12;

    /// <summary>Each such entry, with the entries that it repeats.</summary>
    /// <param name="list">Entries of one list and unit, in order.</param>
    /// <param name="near">How near a sum must be, by rounding.</param>
    /// <param name="meters">How near two meters of one thing are month by month, or null where no second meter is looked for.</param>
    /// <param name="isSum">Whether a second meter may be of several together; else only of one of the same kind, since what streams burn or use runs with the output.</param>
    /// <param name="isOneKind">Whether all are of one kind of thing. Of others only entries of the same name are a total, unless the months tell.</param>
    internal static IEnumerable<(StatedAmounts Whole, IReadOnlyList<StatedAmounts> Parts)> Find(IReadOnlyList<StatedAmounts> list, PlausibleRange near, PlausibleRange? meters = null, bool isSum = true, bool isOneKind = true)
    {
        var all = list.Where(e => e.Amounts.Total > 0m).ToList();
        for (var at = 0; at < all.Count; at++)
        {
            var search = new Search(all, at, near, meters, isSum, isOneKind);
            if ((search.Again() ?? search.Several()) is { } parts)
            {
                yield return (all[at], parts);
            }
        }
    }

    /// <summary>Whether the amounts are those of a second meter, and agree by no chance.</summary>
    internal static bool IsSecondMeter(PeriodAmounts whole, PeriodAmounts part, PlausibleRange meters) => whole.SpansAsSumOf([part], meters) >= Telling && whole.Varies([part], meters);

    private sealed class Search(List<StatedAmounts> all, int at, PlausibleRange near, PlausibleRange? meters, bool isSum, bool isOneKind)
    {
        private readonly StatedAmounts _whole = all[at];
        private readonly decimal _most = all[at].Amounts.Total * ((meters ?? near).UnusualAbove ?? 1m);
        private readonly decimal _least = all[at].Amounts.Total * ((meters ?? near).UnusualBelow ?? 1m);

        internal IReadOnlyList<StatedAmounts>? Again() => all.Take(at).FirstOrDefault(e => Fits([e], e.Kind == _whole.Kind || (isOneKind && all.Count == 2))) is { } first ? [first] : null;

        internal List<StatedAmounts>? Several()
        {
            var others = all.Where(e => e != _whole && e.Amounts.Total < _whole.Amounts.Total).ToList();
            var nearest = others.OrderBy(e => System.Math.Abs(all.IndexOf(e) - at)).Take(Most).OrderByDescending(e => e.Amounts.Total).ToList();
            return Try(others) ?? Sums(nearest, 0, [], 0m);
        }

        private List<StatedAmounts>? Sums(List<StatedAmounts> from, int next, List<StatedAmounts> chosen, decimal sum)
        {
            if (sum > _least && Try(chosen) is { } found)
            {
                return found;
            }

            for (var i = next; i < from.Count; i++)
            {
                if (sum + from[i].Amounts.Total < _most)
                {
                    chosen.Add(from[i]);
                    if (Sums(from, i + 1, chosen, sum + from[i].Amounts.Total) is { } found2)
                    {
                        return found2;
                    }

                    chosen.RemoveAt(chosen.Count - 1);
                }
            }

            return null;
        }

        private List<StatedAmounts>? Try(List<StatedAmounts> parts) => parts.Count > 1 && Fits(parts, IsTotalOf(parts)) ? [.. parts.OrderBy(all.IndexOf)] : null;

        private bool Fits(IReadOnlyList<StatedAmounts> parts, bool isLikely)
        {
            IReadOnlyList<PeriodAmounts> amounts = [.. parts.Select(p => p.Amounts)];
            return (_whole.Amounts.SpansAsSumOf(amounts, near) is > 0 and var spans && (isLikely || spans >= Telling)) || IsSecondMeter(parts, amounts);
        }

        /// <summary>Two meters of one thing never agree exactly. Lines of a plant that differ by a number also run alike, but are two.</summary>
        private bool IsSecondMeter(IReadOnlyList<StatedAmounts> parts, IReadOnlyList<PeriodAmounts> amounts) =>
            meters is not null && (isSum || (parts.Count == 1 && parts[0].Kind == _whole.Kind)) && !(parts.Count == 1 && Lettered(parts[0].Name) == Lettered(_whole.Name))
            && _whole.Amounts.SpansAsSumOf(amounts, meters) >= Telling && _whole.Amounts.Varies(amounts, meters);

        /// <summary>A name without numbers, single letters and Roman numerals.</summary>
        private static string Lettered(string name) => string.Join(" ", CountedTwice.Words(name).Select(w => w.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToUpperInvariant()).Where(w => w.Length > 1 && !w.All(c => c is 'I' or 'V' or 'X')));

        /// <summary>Whether a total of these entries is plausible: of the whole list, of the rows above or below it, or of all of its kind.</summary>
        private bool IsTotalOf(List<StatedAmounts> parts)
        {
            var rows = parts.Select(p => all.IndexOf(p)).OrderBy(i => i).ToList();
            var isOfKind = parts.TrueForAll(p => p.Kind == _whole.Kind) && parts.Count == all.Count(e => e.Kind == _whole.Kind) - 1;
            return isOfKind || (isOneKind && (parts.Count == all.Count - 1 || (rows[rows.Count - 1] - rows[0] == rows.Count - 1 && (rows[0] == at + 1 || rows[rows.Count - 1] == at - 1))));
        }
    }
}
