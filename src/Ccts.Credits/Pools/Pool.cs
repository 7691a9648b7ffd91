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
/// Reductions of small entities on the voluntary side, put together. Targets of obligated entities are never pooled: each complies alone.
/// </summary>
/// <remarks>Immutable and thread-safe. Shares add up, to the last unit and the last paisa.</remarks>
public sealed class Pool
{
    private Pool(IReadOnlyList<PoolShare> shares) => Shares = shares;

    /// <summary>The members, in ordinal order.</summary>
    public IReadOnlyList<PoolShare> Shares { get; }

    /// <summary>All that they bring.</summary>
    public long Tonnes => Shares.Sum(s => s.Tonnes);

    /// <summary>A pool.</summary>
    /// <param name="shares">What each brings; a member named twice, but for case, blanks and marks that print as nothing, brings the sum.</param>
    /// <param name="obligated">The rows of the target schedules that the host knows; an entity is known by its name there too. A registration number is one without them.</param>
    /// <exception cref="ArgumentException">A member is an obligated entity, or brings nothing; the message says which.</exception>
    public static Pool Of(IEnumerable<PoolShare> shares, IEnumerable<EntityTarget> obligated)
    {
        var names = Require.Each(obligated).SelectMany(o => new[] { o.Key, o.Entity }).Distinct(StringComparer.Ordinal).ToList();
        var all = Require.Each(shares).ToList();
        foreach (var share in all)
        {
            if (share.Tonnes <= 0 || NotStated.Shipped.IsSilent(Require.NotNull(share.Member)))
            {
                throw new ArgumentException($"\"{share.Member}\" brings {share.Tonnes} tonnes; a member has a name and brings more than nothing.", nameof(shares));
            }

            // A registration number is one whether or not the year's targets name it, and whatever stands around it.
            if (DisguisedNumber.IsIn(share.Member) || names.Exists(n => PlainName.Alike(n, share.Member) || OrganisationName.Same(n, share.Member)))
            {
                throw new ArgumentException($"\"{share.Member}\" is an obligated entity: its target is met by itself, never by a pool.", nameof(shares));
            }

            if (names.Find(n => OrganisationName.MayBeSame(n, share.Member)) is { } like)
            {
                throw new ArgumentException($"\"{share.Member}\" may be \"{like}\", an obligated entity, whose target is met by itself, never by a pool: name the member by what stands for nobody else.", nameof(shares));
            }
        }

        return all.Count == 0
            ? throw new ArgumentException("A pool has a member.", nameof(shares))
            : new Pool(all.GroupBy(s => PlainName.Of(s.Member), StringComparer.OrdinalIgnoreCase).Select(g => new PoolShare(g.Key, checked(g.Sum(s => s.Tonnes)))).OrderBy(s => s.Member, StringComparer.Ordinal).ToList());
    }

    /// <summary>Divides whole units, such as tonnes issued or paise earned, by what each brought: each has its whole part, what is left goes one by one to the largest remainders, the first name first.</summary>
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
