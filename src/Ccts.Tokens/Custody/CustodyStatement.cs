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

/// <summary>The registry's word on what the custody account holds, block by block, at a time.</summary>
/// <remarks>Immutable and thread-safe. Where it comes from is the host's affair: a channel that is trusted, or an export.</remarks>
public sealed class CustodyStatement
{
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _held;
    private readonly List<CustodyBlock> _described;

    /// <summary>A statement of blocks that are held and usable.</summary>
    /// <param name="asOf">The registry's time of the statement.</param>
    /// <param name="held">The blocks.</param>
    public CustodyStatement(Instant asOf, IEnumerable<SerialBlock> held)
        : this(asOf, Require.NotNull(held).Select(b => new CustodyBlock(b)))
    {
    }

    /// <summary>A statement of blocks that are held and usable, with the days that the registry states of them.</summary>
    /// <param name="asOf">The registry's time of the statement.</param>
    /// <param name="held">The blocks. Of a number that stands there twice, the earlier last day counts.</param>
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

    /// <summary>The word of a channel that was asked about units: those it shows as held in the account.</summary>
    /// <param name="asked">The units that were asked about.</param>
    /// <param name="account">The custody account, as the registry names it.</param>
    /// <param name="answer">What the registry says.</param>
    /// <param name="asOf">When, where the registry does not tell its own time.</param>
    public static CustodyStatement Of(SerialBlock asked, string account, UnitsAnswer answer, Instant asOf)
    {
        Require.NotNull(account);
        // A number that is told as held and as something else contradicts itself: it is not held.
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

    /// <summary>The word of an export of the custody account. Only rows of numbered tonnes that are held count; what could not be read is a problem, and not held.</summary>
    /// <param name="rows">The rows of the export.</param>
    /// <param name="asOf">The time of the export.</param>
    /// <param name="account">The custody account, as the registry names it: a row that names another is of what is not held, and so is one that names none where others do. Null where the export names accounts in words of its own.</param>
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

    /// <summary>Blocks without the numbers that stand elsewhere as something else, however registry and scope are spelled there: a number that is told in two ways contradicts itself.</summary>
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

    /// <summary>The last day that the registry states of a block: the earliest, where it states several; null where it states none.</summary>
    public LocalDate? LastDay(SerialBlock block) => Of(block).Min(b => b.Expires);

    /// <summary>The days of issue that the registry states of a block; empty where it states none.</summary>
    public IReadOnlyList<LocalDate> IssueDays(SerialBlock block) => [.. Of(block).Select(b => b.Issued).OfType<LocalDate>().Distinct().OrderBy(d => d)];

    /// <summary>What the registry states of a block beside its numbers, row by row.</summary>
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

    // A registry writes 1686 for what others call VCS-1686; a name without a number is compared with no number.
    internal bool IsOfAnother(string project) => Project is { } own && NumberOf(own) is { } one && NumberOf(project) is { } other && one != other;

    private static string? NumberOf(string project)
    {
        var key = PlainName.Key(project);
        var letters = key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Length == key.Length ? null : key.Substring(letters.Length).TrimStart('0');
    }
}
