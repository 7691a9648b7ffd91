using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Claims;

/// <summary>What a claim says about units.</summary>
public enum ClaimKind
{
    /// <summary>An account holds them. Only one account can at a time.</summary>
    Holding,

    /// <summary>A token represents them.</summary>
    Token,

    /// <summary>They were transferred under Article 6.</summary>
    Article6,

    /// <summary>They were retired, surrendered or cancelled.</summary>
    Ended,

    /// <summary>They are on offer.</summary>
    Offer,
}

/// <summary>A claim on units, block by block.</summary>
/// <param name="Source">Who claims: a file, a registry, a book.</param>
/// <param name="Kind">What is claimed.</param>
/// <param name="Units">The units.</param>
/// <param name="Detail">More, for people, or null.</param>
public sealed record Claim(string Source, ClaimKind Kind, SerialBlock Units, string? Detail = null)
{
    /// <summary>The use that the claim belongs to, or null. Two claims of one use, such as a first transfer and the token that went abroad with it, are no second use.</summary>
    public string? Use { get; init; }

    /// <summary>Whether the claim ends the units, as for a burned token. A registry that shows them as ended is then no second use.</summary>
    public bool IsEnding { get; init; }

    /// <summary>How the units ended, in the words of exports, or how they will end by this claim. Null where it is not stated.</summary>
    public UnitState? End { get; init; }

    /// <summary>The day on which the units ended, where it is stated.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>The name of a first transfer as a use.</summary>
    /// <param name="key">The key of the transfer.</param>
    public static string UseOfFirstTransfer(string key) => "article6/" + Require.NotBlank(key);
}

/// <summary>Units that are claimed twice.</summary>
/// <param name="First">A claim.</param>
/// <param name="Second">Another.</param>
/// <param name="Units">The units of both.</param>
public sealed record DuplicateClaim(Claim First, Claim Second, SerialBlock Units)
{
    /// <summary>One sentence.</summary>
    public string Message => $"{Units} is claimed by {First.Source} ({First.Kind}, {First.Detail ?? "-"}) and by {Second.Source} ({Second.Kind}, {Second.Detail ?? "-"}).";
}

/// <summary>Compares the claims of registries, tokens, Article 6 and orders.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ClaimReport
{
    /// <summary>
    /// Units claimed twice, by registry, scope and number, in any spelling of registry and scope. Units have one holder, so two holdings contradict each other. They are used once: a token, a
    /// transfer under Article 6, an end and an offer exclude each other. A holding beside one use is correct; beside an end it is not. The same end from two sources, of the same kind and
    /// on the same day where both state it, counts once: a retired row is both in a registry's list of retirements and in its list of all rows.
    /// </summary>
    public static IReadOnlyList<DuplicateClaim> Of(IEnumerable<Claim> claims)
    {
        var found = new List<DuplicateClaim>();
        foreach (var scope in Require.Each(claims).GroupBy(c => (c.Units.Registry, c.Units.Scope), Spelled.Scopes).OrderBy(g => g.Key.Registry, System.StringComparer.Ordinal).ThenBy(g => g.Key.Scope, System.StringComparer.Ordinal))
        {
            // Claims are sorted by start, so each is compared only with ranges that are still open.
            var open = new List<Claim>();
            foreach (var claim in scope.OrderBy(c => c.Units.Start).ThenBy(c => c.Source, System.StringComparer.Ordinal))
            {
                open.RemoveAll(o => o.Units.End < claim.Units.Start);
                found.AddRange(open.Where(o => Excludes(o.Kind, claim.Kind) && !IsItsEnd(o, claim) && !IsItsEnd(claim, o) && !IsOneEnd(o, claim) && !(o.Use is { } use && use == claim.Use && o.Source != claim.Source)).Select(o => new DuplicateClaim(o, claim, claim.Units.With(o.Units.Range.Intersect(claim.Units.Range)!.Value))));
                open.Add(claim);
            }
        }

        // A first transfer in the book and in its table is one use: so a claim beside it is reported once.
        return found.GroupBy(d => d.Second.Use is null ? (Use(d.First), d.Second, d.Units) : (Use(d.Second), d.First, d.Units)).Select(g => g.First()).ToList();
    }

    private static object Use(Claim claim) => claim.Use is { } use ? use : claim;

    /// <summary>Why units cannot be used again, because another claim uses some of them; null when they can.</summary>
    /// <param name="units">The units.</param>
    /// <param name="others">The claims of everybody else; null for none. A holding does not count as a use.</param>
    public static BookRefusal? Refusal(IReadOnlyList<SerialBlock> units, IEnumerable<Claim>? others)
    {
        Require.NotNull(units);
        return (others is null ? null : Require.Each(others))?.FirstOrDefault(c => c.Kind != ClaimKind.Holding && units.Any(u => Spelled.Overlap(u, c.Units))) is { } claim
            ? new BookRefusal("claimed-elsewhere", $"{claim.Units} is claimed by {claim.Source} ({claim.Kind}, {claim.Detail ?? "-"}): a tonne would be used twice.")
            : null;
    }

    /// <summary>The blocks of claims that touch units: the claims elsewhere that a desk takes into account.</summary>
    public static IReadOnlyList<SerialBlock> Uses(IEnumerable<Claim> claims) => Require.Each(claims).Where(c => c.Kind != ClaimKind.Holding).Select(c => c.Units).ToList();

    // Units converted into another programme are used there, so that end is a second use.
    private static bool IsItsEnd(Claim ending, Claim end) => ending.IsEnding && end.Kind == ClaimKind.Ended && end.End != UnitState.Converted
        && (ending.End is null || end.End is null or UnitState.RetiredOrCancelled || ending.End == end.End);

    private static bool IsOneEnd(Claim one, Claim other) => one.Source != other.Source && one.Kind == ClaimKind.Ended && other.Kind == ClaimKind.Ended && one.End is { } first && other.End is { } second
        && (first == second || IsEither(first, second) || IsEither(second, first)) && (one.EndedOn is null || other.EndedOn is null || one.EndedOn == other.EndedOn);

    // Some registries do not say whether units were retired or cancelled.
    private static bool IsEither(UnitState one, UnitState other) => one == UnitState.RetiredOrCancelled && (other is UnitState.Retired or UnitState.Cancelled);

    private static bool Excludes(ClaimKind first, ClaimKind second) =>
        (first == ClaimKind.Holding, second == ClaimKind.Holding) switch
        {
            (true, true) => true,
            (false, false) => true,
            _ => first == ClaimKind.Ended || second == ClaimKind.Ended,
        };
}

/// <summary>A credit or project that somebody considers problematic. The host keeps the list and answers for it.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Source">Who says so.</param>
public sealed record WatchEntry(string Reason, string Source)
{
    /// <summary>A project, or null.</summary>
    public string? Project { get; init; }

    /// <summary>Units, or null.</summary>
    public SerialBlock? Units { get; init; }
}

/// <summary>Units on a watch-list.</summary>
/// <param name="Units">The units.</param>
/// <param name="Entry">The entry.</param>
public sealed record WatchFinding(SerialBlock Units, WatchEntry Entry);

/// <summary>Looks for units on a watch-list.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class WatchList
{
    /// <summary>Those of these pieces that are on the list, by project or by number, once for each reason.</summary>
    public static IReadOnlyList<WatchFinding> Of(IEnumerable<CreditPiece> pieces, IReadOnlyList<WatchEntry> entries) => Require.NotNull(pieces)
        .SelectMany(p => Require.NotNull(entries).GroupBy(e => (e.Reason, e.Source)).SelectMany(g =>
            g.FirstOrDefault(e => e.Project is not null && p.Attributes?.Project is { } project && PlainName.Alike(e.Project, project)) is { } entry ? [new WatchFinding(p.Units, entry)]
            : g.Where(e => e.Units is { } block && Spelled.Overlap(block, p.Units)).Select(e => new WatchFinding(p.Units.With(e.Units!.Value.Range.Intersect(p.Units.Range)!.Value), e)))).ToList();
}
