using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>The rows of one project of one registry, in the order they came.</summary>
internal sealed class ProjectRows(string registry, string project)
{
    internal string Registry { get; } = registry;

    /// <summary>The project as it was written first.</summary>
    internal string Project { get; } = project;

    internal List<ProjectRow> Rows { get; } = [];
}
