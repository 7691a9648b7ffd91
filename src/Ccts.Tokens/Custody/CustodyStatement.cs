using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Tokens.Custody;

/// <summary>The registry's statement of what the custody account holds, block by block, at a point in time.</summary>
/// <remarks>Immutable and thread-safe. The host chooses the source: a trusted channel or an export.</remarks>
public sealed class CustodyStatement
{
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _held;
    private readonly List<CustodyBlock> _described;

    /// <summary>Makes a statement of blocks that are held and usable.</summary>
    /// <param name="asOf">The registry's time of the statement.</param>
    /// <param name="held">The blocks.</param>
    public CustodyStatement(Instant asOf, IEnumerable<SerialBlock> held)
        : this(asOf, Require.NotNull(held).Select(b => new CustodyBlock(b)))
    {
    }

    /// <summary>Makes a statement of blocks that are held and usable, with the dates that the registry states for them.</summary>
    /// <param name="asOf">The registry's time of the statement.</param>
    /// <param name="held">The blocks. For a number that occurs twice, the earlier last day counts.</param>
    public CustodyStatement(Instant asOf, IEnumerable<CustodyBlock> held)
    {
        var blocks = Require.Each(held).ToList();
        AsOf = asOf;
        _held = blocks.GroupBy(b => (b.Units.Registry, b.Units.Scope)).ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(b => b.Units.Range)));
        _described = blocks.FindAll(b => b.Issued is not null || b.Expires is not null || b.Kind is not null || b.Vintage is not null || b.VintageEnds is not null || b.Project is not null);
    }

    /// <summary>The registry's time of the statement.</summary>
    public Instant AsOf { get; }

    /// <summary>Why rows of an export were not counted; empty for none.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    /// <summary>Makes a statement from a channel's answer about units: those that it shows as held in the account.</summary>
    /// <param name="asked">The units that the channel was asked about.</param>
    /// <param name="account">The custody account, as the registry names it.</param>
    /// <param name="answer">What the registry says.</param>
    /// <param name="asOf">The time, where the registry does not state its own.</param>
    public static CustodyStatement Of(SerialBlock asked, string account, UnitsAnswer answer, Instant asOf)
    {
        Require.NotNull(account);
        // A number that is stated as held and as something else is contradictory: it does not count as held.
        var (held, other) = (new List<BlockRange>(), new List<BlockRange>());
        foreach (var part in Require.NotNull(answer).Parts)
        {
            var isHeld = part.State is UnitState.Held or UnitState.Issued && string.Equals(part.Account, account, StringComparison.Ordinal);
            if (part.Range.Intersect(asked.Range) is { } here)
            {
                (isHeld ? held : other).Add(here);
            }
        }

        return new CustodyStatement(answer.RegistryTime ?? asOf, BlockSet.FromRanges(held).Subtract(BlockSet.FromRanges(other)).Ranges.Select(asked.With));
    }

    /// <summary>Makes a statement from an export of the custody account. Only rows of numbered tonnes that are held count. A row that cannot be read is a problem, and does not count as held.</summary>
    /// <param name="rows">The rows of the export.</param>
    /// <param name="asOf">The time of the export.</param>
    /// <param name="account">The custody account, as the registry names it. A row that names another account does not count as held; nor does a row without an account where other rows have one. Null where the export names accounts in its own words.</param>
    public static CustodyStatement Of(IEnumerable<ExportRow> rows, Instant asOf, string? account = null)
    {
        var (held, other, problems) = (new List<CustodyBlock>(), new List<SerialBlock>(), new List<Problem>());
        var all = Require.Each(rows).ToList();
        var isNamed = all.Exists(r => r.Entry?.Account is not null);
        foreach (var row in all)
        {
            if (row.Problem is { } problem)
            {
                problems.Add(problem);
            }

            if (row.Entry is { Block: { } block } entry)
            {
                var isHeld = row.Problem is null && !entry.IsDoubtful && !entry.HasQuantityFault && entry.Unit == UnitOfAccount.TonneCo2e && entry.State == UnitState.Held
                    && (account is null || (entry.Account is null && !isNamed) || string.Equals(entry.Account, account, StringComparison.Ordinal));
                if (isHeld)
                {
                    held.Add(new CustodyBlock(block, entry.Issued) { VintageEnds = entry.VintageYear, Project = entry.Project });
                }
                else
                {
                    other.Add(block);
                }
            }
        }

        return new CustodyStatement(asOf, Without(held, other)) { Problems = problems };
    }

    /// <summary>The blocks without numbers that another row states differently, in any spelling of registry and scope: a number stated in two ways is contradictory.</summary>
    public static IEnumerable<CustodyBlock> Without(IEnumerable<CustodyBlock> held, IEnumerable<SerialBlock> other)
    {
        var numbers = new SpelledNumbers();
        foreach (var block in Require.NotNull(other))
        {
            numbers.Add(block);
        }

        return [.. Require.Each(held).SelectMany(b => BlockSet.Of(b.Units.Range).Subtract(numbers.Of(b.Units)).Ranges.Select(r => b with { Units = b.Units.With(r) }))];
    }

    /// <summary>The numbers held of a registry and scope.</summary>
    public BlockSet Held(string registry, string scope) => _held.TryGetValue((registry, scope), out var numbers) ? numbers : BlockSet.Empty;

    /// <summary>The numbers of a block that are not held.</summary>
    public BlockSet Missing(SerialBlock block) => BlockSet.Of(block.Range).Subtract(Held(block.Registry, block.Scope));

    /// <summary>The last day that the registry states for a block: the earliest of several; null for none.</summary>
    public LocalDate? LastDay(SerialBlock block) => Of(block).Min(b => b.Expires);

    /// <summary>The days of issue that the registry states for a block; empty for none.</summary>
    public IReadOnlyList<LocalDate> IssueDays(SerialBlock block) => [.. Of(block).Select(b => b.Issued).OfType<LocalDate>().Distinct().OrderBy(d => d)];

    /// <summary>What the registry states for a block apart from its numbers, row by row.</summary>
    internal IEnumerable<CustodyBlock> Of(SerialBlock block) => _described.Where(b => Spelled.Overlap(b.Units, block));
}

/// <summary>Units that a registry shows in custody.</summary>
/// <param name="Units">The units.</param>
/// <param name="Issued">The day of their issue, of the ISO calendar; null where the registry states none.</param>
/// <param name="Expires">Their last day, of the ISO calendar; null where the registry states none.</param>
public sealed record CustodyBlock(SerialBlock Units, LocalDate? Issued = null, LocalDate? Expires = null)
{
    /// <summary>Their kind; null where the registry states none.</summary>
    public UnitKind? Kind { get; init; }

    /// <summary>The year in which their compliance year begins; null where the registry states none.</summary>
    public int? Vintage { get; init; }

    /// <summary>The calendar year in which their vintage ends, as exports of registries state it; null where the registry states none.</summary>
    public int? VintageEnds { get; init; }

    /// <summary>Their project, by the registry's number; null where the registry states none.</summary>
    public string? Project { get; init; }

    // A registry writes 1686 for what others call VCS-1686. A name without a number is never compared with a number.
    internal bool IsOfAnother(string project) => Project is { } own && NumberOf(own) is { } one && NumberOf(project) is { } other && one != other;

    private static string? NumberOf(string project)
    {
        var key = PlainName.Key(project);
        var letters = key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length == key.Length ? null : key.Substring(letters.Length).TrimStart('0');
    }
}
