using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Holds a ledger against a registry, tonne by tonne, as of a day.</summary>
/// <remarks>
/// Not thread-safe. Statements may be added at any time, in any order; only partitions they touch are worked out again. Scopes never
/// touch each other, so the work can be split by scope and the totals added up (<c>docs/scale.md</c>). Rows without a serial are compared
/// by registry and project alone.
/// </remarks>
public sealed partial class Reconciler
{
    private readonly LocalDate? _asOf;
    private readonly Dictionary<(string Registry, string Scope, ulong High), Partition> _partitions = [];
    private readonly Dictionary<(string Registry, string Serial), SerialAccount> _accounts = [];
    private readonly Dictionary<string, int>[] _projects = [new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
    private readonly List<(StatementSide Side, StatementEntry Entry)> _loose = [];
    private readonly List<string> _files = [];
    private readonly List<Problem> _refused = [];

    /// <summary>A reconciliation as of the end of a day.</summary>
    /// <param name="asOf">Rows dated later are left out; null takes every row.</param>
    public Reconciler(LocalDate? asOf = null) => _asOf = asOf;

    /// <summary>How many rows were left out because they are dated after the day.</summary>
    public int LaterRows { get; private set; }

    /// <summary>Rows refused because their units are not tonnes, each with the reason.</summary>
    public IReadOnlyList<Problem> Refused => _refused;

    /// <summary>Adds one row of one side.</summary>
    /// <returns>False when the row is left out: dated later, or not in tonnes.</returns>
    public bool Add(StatementSide side, StatementEntry entry)
    {
        if (Require.NotNull(entry).Date is { } date && date > _asOf)
        {
            LaterRows++;
            return false;
        }

        if (entry.Unit != UnitOfAccount.TonneCo2e)
        {
            _refused.Add(UnitBoundary.Refusal(entry));
            return false;
        }

        if (entry.Project is { } project)
        {
            var key = ProjectKey.Of(entry.Registry, project);
            _projects[(int)side].TryGetValue(key, out var rows);
            _projects[(int)side][key] = rows + 1;
        }

        if (entry.Block is { } block)
        {
            AddBlock(side, entry, block);
        }
        else if (entry.Canonical is { } serial)
        {
            Account(entry.Registry, serial).Add(side, entry);
        }
        else
        {
            _loose.Add((side, entry));
        }

        return true;
    }

    /// <summary>Tonnes by class and side. After more rows, only what they touched is worked out again.</summary>
    public ReconciliationTotals Totals()
    {
        var totals = new ReconciliationTotals();
        foreach (var partition in _partitions.Values)
        {
            totals.Add(partition.Totals());
        }

        foreach (var finding in _accounts.Values.SelectMany(a => a.Findings()).Concat(_loose.Select(Loose)))
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
        foreach (var finding in accounts.SelectMany(a => a.Findings()).Concat(_loose.Select(Loose)))
        {
            yield return finding;
        }
    }

    private void AddBlock(StatementSide side, StatementEntry entry, SerialBlock block)
    {
        // A block across a multiple of 2^64, which nobody issues, is taken in two or more pieces.
        for (var high = block.Start.High; ; high++)
        {
            var start = high == block.Start.High ? block.Start.Low : 0;
            var end = high == block.End.High ? block.End.Low : ulong.MaxValue;
            var day = entry.Date is { } date ? Period.DaysBetween(default, date) : Claim.NoDay;
            Part(block, high).Add(side, new Claim(start, end, entry.State, day, File(entry.File), entry.Line, entry.HasQuantityFault));
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

    private SerialAccount Account(string registry, string serial)
    {
        if (!_accounts.TryGetValue((registry, serial), out var account))
        {
            _accounts[(registry, serial)] = account = new SerialAccount(registry, serial);
        }

        return account;
    }

    private ushort File(string name)
    {
        var at = _files.Count > 0 && _files[_files.Count - 1] == name ? _files.Count - 1 : _files.IndexOf(name);
        if (at < 0)
        {
            at = _files.Count;
            _files.Add(name);
        }

        return checked((ushort)at);
    }
}
