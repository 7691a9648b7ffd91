using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Texts;

namespace Ccts.Credits.Pools;

/// <summary>A member of a pool with what it brings.</summary>
/// <param name="Member">Its id.</param>
/// <param name="Tonnes">The tonnes it brings; above zero.</param>
public sealed record PoolShare(string Member, long Tonnes);

/// <summary>
/// A pool of reductions by small entities on the voluntary side. Targets of obligated entities are never pooled: each entity complies alone.
/// </summary>
/// <remarks>Immutable and thread-safe. Shares add up, to the last unit and the last paisa.</remarks>
public sealed class Pool
{
    private Pool(IReadOnlyList<PoolShare> shares) => Shares = shares;

    /// <summary>The members, in ordinal order.</summary>
    public IReadOnlyList<PoolShare> Shares { get; }

    /// <summary>The tonnes of all members.</summary>
    public long Tonnes => Shares.Sum(s => s.Tonnes);

    /// <summary>A pool.</summary>
    /// <param name="shares">What each member brings. Names that differ only in case, blanks or invisible characters are one member, which brings the sum.</param>
    /// <param name="obligated">The rows of the target schedules that the host knows, which also identify entities by name. Registration numbers are recognised without them.</param>
    /// <exception cref="ArgumentException">A member is an obligated entity, or brings nothing; the message says which.</exception>
    public static Pool Of(IEnumerable<PoolShare> shares, IEnumerable<EntityTarget> obligated)
    {
        var names = Require.Each(obligated).SelectMany(o => new[] { o.Key, o.Entity }).Distinct(StringComparer.Ordinal).ToList();
        var all = Require.Each(shares).ToList();
        foreach (var share in all)
        {
            if (share.Tonnes <= 0 || NotStated.OfNames.Read(Require.NotNull(share.Member)) is null)
            {
                throw new ArgumentException($"\"{share.Member}\" brings {share.Tonnes} tonnes; a member has a name and brings more than nothing.", nameof(shares));
            }

            // A registration number is recognised even if the year's targets lack it, and within other text.
            if (DisguisedNumber.IsIn(share.Member) || names.Exists(n => PlainName.Alike(n, share.Member) || OrganisationName.Same(n, share.Member)))
            {
                throw new ArgumentException($"\"{share.Member}\" is an obligated entity: its target is met by itself, never by a pool.", nameof(shares));
            }

            if (names.Find(n => OrganisationName.MayBeSame(n, share.Member)) is { } like)
            {
                throw new ArgumentException($"\"{share.Member}\" may be \"{like}\", an obligated entity, whose target is met by itself, never by a pool: name the member by something that only it has.", nameof(shares));
            }
        }

        return all.Count == 0
            ? throw new ArgumentException("A pool has a member.", nameof(shares))
            : new Pool(all.GroupBy(s => PlainName.Of(s.Member), StringComparer.OrdinalIgnoreCase).Select(g => new PoolShare(g.Key, checked(g.Sum(s => s.Tonnes)))).OrderBy(s => s.Member, StringComparer.Ordinal).ToList());
    }

    /// <summary>Divides whole units, such as tonnes issued or paise earned, in proportion to the shares, by largest remainder: each member gets its whole part, and the rest goes one by one to the largest remainders, ties by name order.</summary>
    /// <param name="units">How many; 0 or more.</param>
    /// <returns>One number for each member, in the order of <see cref="Shares"/>; they add up to <paramref name="units"/>.</returns>
    public IReadOnlyList<long> Divide(long units)
    {
        if (units < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(units), units, "What is divided is 0 or more.");
        }

        var total = (System.Numerics.BigInteger)Tonnes;
        var parts = Shares.Select((s, i) => (Index: i, Whole: (long)(units * (System.Numerics.BigInteger)s.Tonnes / total), Remainder: units * (System.Numerics.BigInteger)s.Tonnes % total)).ToList();
        var left = units - parts.Sum(p => p.Whole);
        var raised = new HashSet<int>(parts.OrderByDescending(p => p.Remainder).ThenBy(p => p.Index).Take((int)left).Select(p => p.Index));
        return parts.Select(p => p.Whole + (raised.Contains(p.Index) ? 1 : 0)).ToList();
    }
}
