using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Compares a ledger with a registry, tonne by tonne, as of a point in time.</summary>
/// <remarks>
/// Not thread-safe. Statements may be added at any time, in any order; only the partitions they touch are computed again. Scopes never
/// touch each other, so the work can be split by scope and the totals added up (<c>docs/scale.md</c>). Rows without a serial are compared
/// by registry and project alone. It keeps only the numbers, state, day and place of a row, never its text. Where more than
/// 16 rows of one side claim the same number, the least informative are reported as <see cref="ReconciliationClass.Overlap"/> whatever they say.
/// </remarks>
public sealed partial class Reconciler
{
    private readonly AsOf? _asOf;
    private readonly Dictionary<(string Registry, string Scope, ulong High), Partition> _partitions = [];
    private readonly Dictionary<(string Registry, string Scope), (string Registry, string Scope)> _spellings = new(Spelled.Scopes);
    private (string Registry, string Scope) _lastSpelling;
    private readonly Dictionary<(string Registry, string Serial), SerialAccount> _accounts = [];
    private readonly HashSet<string>[] _projects = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly HashSet<(string Registry, string Scope)>[] _unnumbered = [[], []];
    private readonly HashSet<(string Registry, string Scope)>[] _unreadable = [[], []];
    private readonly List<LooseRow> _loose = [];
    private readonly FileNames _files = new();
    private readonly RefusedUnits _refused = new();

    /// <summary>A reconciliation of every row, whatever its date.</summary>
    public Reconciler()
    {
    }

    /// <summary>A reconciliation as of an instant.</summary>
    /// <param name="asOf">
    /// Rows dated later are left out. A row with only a date counts from the beginning of that day in India (+05:30).
    /// </param>
    public Reconciler(Instant asOf) => _asOf = new AsOf(asOf);

    /// <summary>A reconciliation as of the end of a day in India (+05:30).</summary>
    /// <param name="asOf">Rows dated later are left out.</param>
    public Reconciler(LocalDate asOf) => _asOf = new AsOf(asOf);

    /// <summary>How many rows were left out because they are dated later than the instant.</summary>
    public int LaterRows { get; private set; }

    /// <summary>How many rows were refused because their units are not tonnes.</summary>
    public int RefusedRows => _refused.Count;

    /// <summary>The first thousand of the rows refused, each with the reason.</summary>
    public IReadOnlyList<Problem> Refused => _refused.First;

    /// <summary>Adds one row of one side.</summary>
    /// <returns>False when the row is left out: dated later, or not in tonnes.</returns>
    /// <exception cref="ArgumentException">The row states more than <see cref="StatementEntry.MostUnits"/>, or a negative quantity.</exception>
    public bool Add(StatementSide side, StatementEntry entry)
    {
        if (!Require.NotNull(entry).IsCountable)
        {
            throw new ArgumentException($"A row states from 0 to {StatementEntry.MostUnits} units.", nameof(entry));
        }

        if (entry.Issued is { } issued && _asOf?.Precedes(issued) == true)
        {
            LaterRows++;
            return false;
        }

        var endsLater = false;
        if (_asOf?.Precedes(entry) == true)
        {
            endsLater = entry.Issued is null;
            if (!HasEnded(entry.State) || (endsLater && entry.Block is null))
            {
                LaterRows++;
                return false;
            }

            // A registry's row without its day of issue does not say whether the units were there by then: what faces it is neither confirmed nor missing.
            LaterRows += endsLater && side == StatementSide.Registry ? 1 : 0;
            entry = entry with { State = endsLater && side == StatementSide.Registry ? UnitState.Unknown : UnitState.Held, Date = entry.Issued, Moment = null };
        }

        if (entry.Unit != UnitOfAccount.TonneCo2e)
        {
            _refused.Add(entry);
            return false;
        }

        // It is unknown whether an event without a readable date had happened by then.
        if (_asOf is not null && (entry.Doubts & Doubts.Day) != Doubts.None)
        {
            entry = entry with { State = UnitState.Unknown };
        }

        entry = InOneSpelling(entry);
        if (entry.Block is null && entry.Scope is { } scope)
        {
            _unnumbered[(int)side].Add((entry.Registry, scope));
            if (entry.Canonical is null)
            {
                _unreadable[(int)side].Add((entry.Registry, scope));
            }
        }

        if (entry.Project is { } project)
        {
            _projects[(int)side].Add(ProjectKey.Of(entry.Registry, project));
        }

        if (entry.Block is { } block)
        {
            AddBlock(side, entry, block, endsLater);
        }
        else if (entry.Canonical is { } serial)
        {
            Account(entry.Registry, serial, entry.Scope).Add(side, entry);
        }
        else
        {
            _loose.Add(LooseRow.Of(side, entry, keepsSerial: _loose.Count < LooseRow.MostSerialsKept));
        }

        return true;
    }

    // Another case of a letter makes no second registry or scope, and a tonne that stands under both exists twice.
    private StatementEntry InOneSpelling(StatementEntry entry)
    {
        if ((entry.Block?.Scope ?? entry.Scope) is not { } scope)
        {
            return entry;
        }

        var own = (Registry: entry.Block?.Registry ?? entry.Registry, Scope: scope);
        if (own == _lastSpelling)
        {
            return entry;
        }

        if (!_spellings.TryGetValue(own, out var first))
        {
            _spellings.Add(own, first = own);
        }

        if (first == own)
        {
            // Rows of one scope mostly follow each other.
            _lastSpelling = own;
            return entry;
        }

        return entry with { Registry = first.Registry, Scope = first.Scope, Block = entry.Block is { } block ? new SerialBlock(first.Registry, first.Scope, block.Range) : null };
    }

    /// <summary>Tonnes by class and side. After more rows, only the partitions they touched are computed again.</summary>
    public ReconciliationTotals Totals()
    {
        var totals = new ReconciliationTotals();
        foreach (var partition in _partitions.Values)
        {
            totals.Add(partition.Totals(), kind => ClassOf(partition, kind));
        }

        foreach (var finding in _accounts.Values.SelectMany(Findings).Concat(_loose.Select(Loose)))
        {
            totals.Add(finding.Class, StatementSide.Local, finding.LocalTonnes);
            totals.Add(finding.Class, StatementSide.Registry, finding.RegistryTonnes);
        }

        return totals;
    }

    /// <summary>Every finding in a fixed order: numbered units by registry, scope and number, then unnumbered ones, then rows without a serial.</summary>
    public IEnumerable<ReconciliationFinding> Findings()
    {
        foreach (var partition in _partitions.Values.OrderBy(p => p.Registry, StringComparer.Ordinal).ThenBy(p => p.Scope, StringComparer.Ordinal).ThenBy(p => p.High))
        {
            foreach (var told in partition.Stretches())
            {
                yield return Finding(partition, told);
            }
        }

        var accounts = _accounts.Values.OrderBy(a => a.Registry, StringComparer.Ordinal).ThenBy(a => a.Serial, StringComparer.Ordinal);
        foreach (var finding in accounts.SelectMany(Findings).Concat(_loose.Select(Loose)))
        {
            yield return finding;
        }
    }

    // Units that ended later were held until then, where the row says that they were issued by that day: they are not ghosts. A row without an issue date is compared with what
    // the other side has on that day, and ignored where it has nothing.
    private static bool HasEnded(UnitState state) => state is UnitState.Retired or UnitState.Cancelled or UnitState.RetiredOrCancelled or UnitState.Converted;

    private void AddBlock(StatementSide side, StatementEntry entry, SerialBlock block, bool endsLater)
    {
        // A block across a multiple of 2^64, which nobody issues, is split in two.
        for (var high = block.Start.High; ; high++)
        {
            var start = high == block.Start.High ? block.Start.Low : 0;
            var end = high == block.End.High ? block.End.Low : ulong.MaxValue;
            var day = entry.Date is { } date ? Period.DaysBetween(default, date) : Claim.NoDay;
            Part(block, high).Add(side, new Claim(start, end, entry.State, day, _files.NumberOf(entry.File), entry.Line, entry.HasQuantityFault, (entry.Doubts & Doubts.Cell) != Doubts.None, entry.SerialMark, endsLater, (entry.Doubts & (Doubts.Day | Doubts.Cell)) == Doubts.Day));
            if (high == block.End.High)
            {
                return;
            }
        }
    }

    private Partition Part(SerialBlock block, ulong high)
    {
        var key = (block.Registry, block.Scope, high);
        if (!_partitions.TryGetValue(key, out var partition))
        {
            _partitions[key] = partition = new Partition(block.Registry, block.Scope, high);
        }

        return partition;
    }

    private SerialAccount Account(string registry, string serial, string? scope)
    {
        if (!_accounts.TryGetValue((registry, serial), out var account))
        {
            _accounts[(registry, serial)] = account = new SerialAccount(registry, serial, scope);
        }

        return account;
    }
}
