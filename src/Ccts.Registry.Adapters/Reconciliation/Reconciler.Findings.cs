using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <content>Stretches and rows told as findings.</content>
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
            stretch.Class,
            partition.Registry,
            partition.Scope,
            partition.Range(stretch),
            isLocal ? tonnes : 0,
            !isLocal || faces ? tonnes : 0,
            isLocal ? own : null,
            isLocal ? (faces ? other : null) : own,
            stretch.IsLoss ? other : null);
    }

    // A row without a readable serial: nothing says which units it means.
    private ReconciliationFinding Loose((StatementSide Side, StatementEntry Entry) row)
    {
        var (side, entry) = row;
        var isLocal = side == StatementSide.Local;
        var place = new EntryPlace(entry.File, entry.Line, entry.State);
        var other = isLocal ? StatementSide.Registry : StatementSide.Local;
        var kind = entry.Serial is not null ? ReconciliationClass.Unparsable
            : entry.Project is { } project && _projects[(int)other].ContainsKey(ProjectKey.Of(entry.Registry, project)) ? ReconciliationClass.Ambiguous
            : isLocal ? ReconciliationClass.MissingAtRegistry : ReconciliationClass.MissingLocally;
        return new ReconciliationFinding(
            kind,
            entry.Registry,
            entry.Serial ?? entry.Project ?? "",
            null,
            isLocal ? entry.Quantity : 0,
            isLocal ? 0 : entry.Quantity,
            isLocal ? place : null,
            isLocal ? null : place);
    }

    private EntryPlace Place(in Claim claim) => new(_files[claim.File], claim.Line, claim.State);
}
