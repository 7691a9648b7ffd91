using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>
/// Which numbers differ, and in how many looks in a row. Counted number by number, because every trade cuts the differing runs differently. A difference without numbers counts as reported.
/// </summary>
/// <param name="looks">The number of looks in a row before a difference is raised.</param>
/// <remarks>Not thread-safe.</remarks>
internal sealed class LastingDifferences(int looks)
{
    // For each kind of difference, the numbers of the last look, those in both of the last two looks, and so on.
    private Dictionary<DifferenceKind, BlockSet[]> _seen = [];
    private Dictionary<RegistryDifference, int> _unnumbered = [];

    /// <summary>Differences raised and not resolved, as of the last look; also those that went out of sight since.</summary>
    internal IReadOnlyList<RegistryDifference> Raised { get; private set; } = [];

    /// <summary>What of it the last look has seen.</summary>
    internal IReadOnlyList<RegistryDifference> Standing { get; private set; } = [];

    /// <summary>Takes a look in.</summary>
    /// <param name="differences">What differs.</param>
    /// <param name="hidden">Numbers that the look does not cover: their differences stay as they were.</param>
    /// <returns>The differences that begin with this look, and the raised ones that are resolved.</returns>
    internal (IReadOnlyList<RegistryDifference> Begun, IReadOnlyList<RegistryDifference> Over) Look(IReadOnlyList<RegistryDifference> differences, UncomparedNumbers hidden)
    {
        var (raised, before) = (Sets(Raised), Raised);
        var now = Sets(differences);
        _seen = now.Keys.Union(_seen.Keys).Select(k => (Kind: k, Seen: Seen(k, now.TryGetValue(k, out var set) ? set : BlockSet.Empty, hidden.Of(k.Scope)))).Where(s => !s.Seen[0].IsEmpty).ToDictionary(s => s.Kind, s => s.Seen);
        _unnumbered = differences.Where(d => d.Range is null).Distinct().ToDictionary(d => d, d => (_unnumbered.TryGetValue(d, out var times) ? times : 0) + 1);

        var begun = differences.SelectMany(d => Parts(d, Last(d).Subtract(Of(raised, d)))).Concat(_unnumbered.Where(u => u.Value >= looks && !before.Contains(u.Key)).Select(u => u.Key)).ToList();
        var over = before.SelectMany(r => Parts(r, AllOf(r).Subtract(Of(now, r)).Subtract(hidden.Of(r.Scope)))).Concat(before.Where(r => r.Range is null && !_unnumbered.ContainsKey(r))).ToList();
        Standing = [.. differences.SelectMany(d => Parts(d, Last(d).Union(Of(raised, d)))), .. _unnumbered.Where(u => u.Value >= looks).Select(u => u.Key)];
        Raised = [.. Standing, .. before.SelectMany(r => Parts(r, AllOf(r).Intersect(hidden.Of(r.Scope)).Subtract(Of(now, r))))];
        return (begun, over);
    }

    private BlockSet[] Seen(DifferenceKind kind, BlockSet now, BlockSet hidden)
    {
        var before = _seen.TryGetValue(kind, out var known) ? known : [];
        var seen = new BlockSet[looks];
        for (var i = 0; i < looks; i++)
        {
            seen[i] = (i == 0 ? now : Before(i - 1).Intersect(now)).Union(Before(i).Intersect(hidden));
        }

        return seen;

        BlockSet Before(int times) => times < before.Length ? before[times] : BlockSet.Empty;
    }

    private BlockSet Last(RegistryDifference difference) => _seen.TryGetValue(DifferenceKind.Of(difference), out var seen) ? seen[looks - 1] : BlockSet.Empty;

    private static Dictionary<DifferenceKind, BlockSet> Sets(IEnumerable<RegistryDifference> differences) =>
        differences.Where(d => d.Range is not null).GroupBy(DifferenceKind.Of).ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(d => d.Range!.Value)));

    private static BlockSet Of(Dictionary<DifferenceKind, BlockSet> sets, RegistryDifference difference) => sets.TryGetValue(DifferenceKind.Of(difference), out var set) ? set : BlockSet.Empty;

    private static BlockSet AllOf(RegistryDifference difference) => difference.Range is { } range ? BlockSet.Of(range) : BlockSet.Empty;

    // A difference is the same for each of its numbers, so a part of it has the matching part of the tonnes.
    private static IEnumerable<RegistryDifference> Parts(RegistryDifference difference, BlockSet numbers)
    {
        if (difference.Range is not { } whole)
        {
            yield break;
        }

        foreach (var part in numbers.Intersect(BlockSet.Of(whole)).Ranges)
        {
            var (count, of) = (part.Count.ToDecimal(), whole.Count.ToDecimal());
            yield return part == whole ? difference : difference with { Range = part, LocalTonnes = difference.LocalTonnes * count / of, RegistryTonnes = difference.RegistryTonnes * count / of };
        }
    }

    private readonly record struct DifferenceKind(ReconciliationClass Class, string Registry, string Scope, string? Account)
    {
        // In the spelling that comes first in a look.
        internal static DifferenceKind Of(RegistryDifference d) => new(d.Class, d.Registry, Spelled.Plain(d.Scope).ToUpperInvariant(), d.Account);
    }
}
