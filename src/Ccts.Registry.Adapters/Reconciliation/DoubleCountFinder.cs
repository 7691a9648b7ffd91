using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Looks for tonnes that exist twice: within a registry by their numbers, across registries by what links two rows.</summary>
/// <remarks>
/// Not thread-safe. Across registries no number is shared, so the verdict rests on evidence: a link between the projects, the same quantity,
/// no different vintage, whether one side is cancelled, and marks of conversion in serials. A project link alone is never a double count.
/// </remarks>
public sealed class DoubleCountFinder
{
    private readonly Dictionary<string, List<StatementEntry>> _byProject = new(StringComparer.Ordinal);
    private readonly HashSet<(string First, string Second)> _links = [];
    private readonly List<StatementEntry> _numbered = [];

    /// <summary>Adds a row. Rows whose units are not tonnes have no part in this and are passed over.</summary>
    public void Add(StatementEntry entry)
    {
        if (Require.NotNull(entry).Unit != UnitOfAccount.TonneCo2e)
        {
            return;
        }

        if (entry.Block is not null)
        {
            _numbered.Add(entry);
        }

        if (entry.Project is { } project)
        {
            Rows(ProjectKey.Of(entry.Registry, project)).Add(entry);
            if (entry.LinkedProject is { } linked && LinkedRegistry(linked) is { } registry)
            {
                Add(new ProjectLink(registry, linked, entry.Registry, project));
            }
        }
    }

    /// <summary>Adds a link between two projects.</summary>
    public void Add(ProjectLink link)
    {
        Require.NotNull(link);
        var (first, second) = (ProjectKey.Of(link.FirstRegistry, link.FirstProject), ProjectKey.Of(link.SecondRegistry, link.SecondProject));
        _links.Add(string.CompareOrdinal(first, second) <= 0 ? (first, second) : (second, first));
    }

    /// <summary>Every finding in a fixed order: numbers stated twice, then links by project.</summary>
    public IReadOnlyList<DoubleCountFinding> Find() => 
    [
        .. ByNumbers(),
        .. _links.OrderBy(l => l.First, StringComparer.Ordinal).ThenBy(l => l.Second, StringComparer.Ordinal).SelectMany(l => ByLink(l.First, l.Second)),
    ];

    private IEnumerable<DoubleCountFinding> ByNumbers()
    {
        var reconciler = new Reconciler();
        var rows = new Dictionary<(string, int), StatementEntry>();
        foreach (var entry in _numbered)
        {
            reconciler.Add(StatementSide.Registry, entry);
            rows[(entry.File, entry.Line)] = entry;
        }

        return reconciler.Findings().Where(f => f.Class == ReconciliationClass.Overlap).Select(f => new DoubleCountFinding(
            DoubleCountVerdict.DoubleCount, DoubleCountEvidence.SameUnits, f.RegistryTonnes, Row(f.AtRegistry!.Value), Row(f.Within!.Value)));

        StatementEntry Row(EntryPlace place) => rows[(place.File, place.Line)];
    }

    private List<DoubleCountFinding> ByLink(string first, string second)
    {
        var open = Rows(second).ToList();
        var found = new List<DoubleCountFinding>();
        foreach (var mine in Rows(first).Where(e => e.Quantity > 0))
        {
            // A cancelled counterpart explains more than a live one; of equals the earlier row.
            var theirs = open.Where(e => IsSameTranche(mine, e)).OrderByDescending(e => IsGone(e) ? 1 : 0).FirstOrDefault();
            if (theirs is not null)
            {
                open.Remove(theirs);
                found.Add(Judge(mine, theirs));
            }
        }

        if (found.Count > 0)
        {
            return found;
        }

        if (Rows(first).Count == 0 || Rows(second).Count == 0)
        {
            return found;
        }

        found.Add(Marked(first, second) ?? Marked(second, first) ?? new DoubleCountFinding(
            DoubleCountVerdict.SameProject, DoubleCountEvidence.SameProject, 0, Rows(first)[0], Rows(second)[0]));
        return found;
    }

    private static DoubleCountFinding Judge(StatementEntry first, StatementEntry second)
    {
        var evidence = DoubleCountEvidence.SameProject | DoubleCountEvidence.SameQuantity;
        evidence |= first.VintageYear is not null && first.VintageYear == second.VintageYear ? DoubleCountEvidence.SameVintage : DoubleCountEvidence.None;
        evidence |= IsGone(first) || IsGone(second) ? DoubleCountEvidence.CancelledAtSource : DoubleCountEvidence.None;
        evidence |= IsFrom(first, second) || IsFrom(second, first) ? DoubleCountEvidence.ConversionMark : DoubleCountEvidence.None;
        const DoubleCountEvidence explains = DoubleCountEvidence.CancelledAtSource | DoubleCountEvidence.ConversionMark;
        var verdict = (evidence & explains) != DoubleCountEvidence.None ? DoubleCountVerdict.Conversion : DoubleCountVerdict.DoubleCount;
        return new DoubleCountFinding(verdict, evidence, first.Quantity, first, second);
    }

    // Units of the second project whose serials say that they come from the first one's registry.
    private DoubleCountFinding? Marked(string first, string second)
    {
        var registry = first.Substring(0, first.IndexOf(':'));
        var marked = Rows(second).Find(e => e.ConvertedFrom == registry);
        return marked is null ? null : new DoubleCountFinding(
            DoubleCountVerdict.Conversion, DoubleCountEvidence.SameProject | DoubleCountEvidence.ConversionMark, marked.Quantity, Rows(first)[0], marked);
    }

    private static bool IsSameTranche(StatementEntry first, StatementEntry second) =>
        first.Quantity == second.Quantity
        && (first.VintageYear is null || second.VintageYear is null || first.VintageYear == second.VintageYear);

    private static bool IsGone(StatementEntry entry) => entry.State is UnitState.Converted or UnitState.Cancelled;

    private static bool IsFrom(StatementEntry entry, StatementEntry source) => entry.ConvertedFrom == source.Registry;

    // Offset project registries write their projects with their own letters.
    private static string? LinkedRegistry(string project) =>
        project.StartsWith("CAR", StringComparison.Ordinal) ? "car"
        : project.StartsWith("ACR", StringComparison.Ordinal) ? "acr"
        : project.StartsWith("VCS", StringComparison.Ordinal) ? "verra" : null;

    private List<StatementEntry> Rows(string project)
    {
        if (!_byProject.TryGetValue(project, out var rows))
        {
            _byProject[project] = rows = [];
        }

        return rows;
    }
}
