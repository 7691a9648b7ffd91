using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Looks for tonnes that exist twice: within a registry by their numbers, across registries by evidence that links two rows.</summary>
/// <remarks>
/// Not thread-safe. Registries share no numbers, so across registries the verdict rests on evidence: a link between the projects, the same quantity,
/// a vintage that does not differ, a cancellation on one side, and marks of conversion in serials. A project link alone is never a double count.
/// It keeps only the numbers, states and place of a row, never its text: some 70 bytes a row.
/// </remarks>
public sealed partial class DoubleCountFinder
{
    private readonly Dictionary<string, ProjectRows> _byProject = new(StringComparer.Ordinal);
    private readonly HashSet<(string First, string Second)> _links = [];
    private readonly List<string> _sources = [""];
    private readonly FileNames _files = new();
    private readonly RefusedUnits _refused = new();
    private readonly Reconciler _numbered = new();
    private readonly UnnumberedRows _unnumbered = new();

    /// <summary>How many rows were refused because their units are not tonnes.</summary>
    public int RefusedRows => _refused.Count;

    /// <summary>The first thousand of the rows refused, each with the reason.</summary>
    public IReadOnlyList<Problem> Refused => _refused.First;

    /// <summary>How many rows state numbers and so were compared tonne by tonne within their registry.</summary>
    public int NumberedRows { get; private set; }

    /// <summary>How many rows state no numbers: within a registry only identical rows are found among them.</summary>
    public int UnnumberedRows => _unnumbered.Count;

    /// <summary>The tonnes of the rows without numbers.</summary>
    public decimal UnnumberedTonnes => _unnumbered.Tonnes;

    /// <summary>Adds a row.</summary>
    /// <returns>False when the row is refused because its units are not tonnes and cannot be converted.</returns>
    /// <exception cref="ArgumentException">The row states more than <see cref="StatementEntry.MostUnits"/>, or a negative quantity.</exception>
    public bool Add(StatementEntry entry)
    {
        if (!Require.NotNull(entry).IsCountable)
        {
            throw new ArgumentException($"A row states from 0 to {StatementEntry.MostUnits} units.", nameof(entry));
        }

        if (entry.Unit != UnitOfAccount.TonneCo2e)
        {
            _refused.Add(entry);
            return false;
        }

        if (entry.Block is not null)
        {
            // The row states the project itself; a copy here would waste memory.
            _numbered.Add(StatementSide.Registry, entry with { Project = null });
            NumberedRows++;
        }
        else
        {
            _unnumbered.Add(entry, _files.NumberOf(entry.File));
        }

        if (entry.Project is { } project)
        {
            AddToProject(entry, Rows(entry.Registry, project).Rows);
            if (entry.LinkedProject is { } linked && LinkedRegistry(linked) is { } registry)
            {
                Add(new ProjectLink(registry, linked, entry.Registry, project));
            }
        }

        return true;
    }

    /// <summary>Adds a link between two projects.</summary>
    public void Add(ProjectLink link)
    {
        Require.NotNull(link);
        var (first, second) = (ProjectKey.Of(link.FirstRegistry, link.FirstProject), ProjectKey.Of(link.SecondRegistry, link.SecondProject));
        _links.Add(string.CompareOrdinal(first, second) <= 0 ? (first, second) : (second, first));
    }

    /// <summary>Whether any row belongs to this project: a link to a project without rows has nothing to compare.</summary>
    /// <param name="registry">The registry's id.</param>
    /// <param name="project">The project, as any of the registry's documents writes it.</param>
    public bool HasRowsOf(string registry, string project) => _byProject.ContainsKey(ProjectKey.Of(Require.NotNull(registry), Require.NotNull(project)));

    /// <summary>Every finding in a fixed order: numbers stated twice, then the same row twice, then links by project. Returned as they are found.</summary>
    public IEnumerable<DoubleCountFinding> Find() => ByNumbers().Concat(_unnumbered.Twice(_files)).Concat(
        _links.OrderBy(l => l.First, StringComparer.Ordinal).ThenBy(l => l.Second, StringComparer.Ordinal).SelectMany(l => ByLink(l.First, l.Second)));

    private IEnumerable<DoubleCountFinding> ByNumbers() => _numbered.Findings().Where(f => f.Class == ReconciliationClass.Overlap).Select(f => new DoubleCountFinding(
        DoubleCountVerdict.DoubleCount,
        DoubleCountEvidence.SameUnits,
        f.RegistryTonnes,
        new DoubleCountRow(f.Registry, null, f.AtRegistry!.Value),
        new DoubleCountRow(f.Registry, null, f.Within!.Value))
    {
        Scope = f.Scope,
        Range = f.Range,
    });

    // Another registry states a whole issuance or its converted part; the other parts of a row have no counterpart.
    private void AddToProject(StatementEntry entry, List<ProjectRow> rows)
    {
        var (file, source) = (_files.NumberOf(entry.File), Source(entry.ConvertedFrom));
        if (entry.RowQuantity is not { } whole || whole == entry.Quantity)
        {
            rows.Add(new ProjectRow(entry, file, source));
            return;
        }

        if (!(rows.Count > 0 && rows[rows.Count - 1].IsOf(file, entry.Line)))
        {
            rows.Add(new ProjectRow(entry with { StatedQuantity = whole, Block = null, State = UnitState.Issued }, file, source));
        }

        var part = new ProjectRow(entry, file, source);
        if (part.IsGone)
        {
            rows.Add(part);
        }
    }

    private ProjectRows Rows(string registry, string project)
    {
        var key = ProjectKey.Of(registry, project);
        if (!_byProject.TryGetValue(key, out var rows))
        {
            _byProject[key] = rows = new ProjectRows(registry, project);
        }

        return rows;
    }

    private byte Source(string? registry)
    {
        var at = registry is null ? 0 : _sources.IndexOf(registry);
        if (at < 0)
        {
            at = _sources.Count;
            _sources.Add(registry!);
        }

        return checked((byte)at);
    }

    // Offset project registries write their projects with their own letters.
    private static string? LinkedRegistry(string project) =>
        project.StartsWith("CAR", StringComparison.Ordinal) ? "car"
        : project.StartsWith("ACR", StringComparison.Ordinal) ? "acr"
        : project.StartsWith("VCS", StringComparison.Ordinal) ? "verra" : null;
}
