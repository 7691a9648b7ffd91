using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <content>Reports stretches and rows as findings.</content>
public sealed partial class Reconciler
{
    private ReconciliationFinding Finding(Partition partition, in ToldStretch told)
    {
        var stretch = told.Stretch;
        var own = Place(told.Claim);
        var other = told.Other is { } claim ? Place(claim) : (EntryPlace?)null;
        var isLocal = stretch.Side == StatementSide.Local;
        var faces = stretch.FacesOther;
        var tonnes = (decimal)(stretch.To - stretch.From) + 1;
        return new ReconciliationFinding(
            ClassOf(partition, stretch.Class),
            partition.Registry,
            partition.Scope,
            partition.Range(stretch),
            isLocal ? tonnes : 0,
            !isLocal || faces ? tonnes : 0,
            isLocal ? own : null,
            isLocal ? (faces ? other : null) : own,
            stretch.IsLoss ? other : null);
    }

    // Units not found among the numbers may be in rows of the same serial without readable numbers.
    private ReconciliationClass ClassOf(Partition partition, ReconciliationClass kind)
    {
        var other = kind switch
        {
            ReconciliationClass.MissingAtRegistry => StatementSide.Registry,
            ReconciliationClass.MissingLocally => StatementSide.Local,
            _ => (StatementSide?)null,
        };
        return other is { } side && _unnumbered[(int)side].Contains((partition.Registry, partition.Scope)) ? ReconciliationClass.Ambiguous : kind;
    }

    private IEnumerable<ReconciliationFinding> Findings(SerialAccount account) => account.Findings(
        side => _partitions.TryGetValue((account.Registry, account.Scope, 0), out var numbered) && numbered.Has(side),
        side => _unreadable[(int)side].Contains((account.Registry, account.Scope)));

    // A row without a readable serial: its units are unknown.
    private ReconciliationFinding Loose(LooseRow row)
    {
        var isLocal = row.Side == StatementSide.Local;
        var other = isLocal ? StatementSide.Registry : StatementSide.Local;
        var kind = row.IsUnreadable ? ReconciliationClass.Unparsable
            : row.ProjectKey is { } project && _projects[(int)other].Contains(project) ? ReconciliationClass.Ambiguous
            : isLocal ? ReconciliationClass.MissingAtRegistry : ReconciliationClass.MissingLocally;
        return new ReconciliationFinding(
            kind,
            row.Registry,
            row.Name,
            null,
            isLocal ? row.Quantity : 0,
            isLocal ? 0 : row.Quantity,
            isLocal ? row.Place : null,
            isLocal ? null : row.Place);
    }

    private EntryPlace Place(in Claim claim) => new(_files[claim.File], claim.Line, claim.State);
}
