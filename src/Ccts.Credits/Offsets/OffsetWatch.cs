using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Claims;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk;

namespace Ccts.Credits.Offsets;

/// <summary>
/// Offset projects as entries of a watch-list: suspended, struck off, or with a reversal that has not been made good. Their issued units can be traded, because no
/// text read says otherwise. Being on the list, they are reported in every request about units, and a host's own rule may refuse them.
/// </summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class OffsetWatch
{
    private const string Source = "offset projects";

    /// <summary>The entries, by project and by its units that have not ended, because a book of credits may not know their project.</summary>
    /// <param name="projects">The projects as they stand.</param>
    public static IReadOnlyList<WatchEntry> Of(IEnumerable<OffsetStanding> projects) => [.. Require.Each(projects).SelectMany(p => Reasons(p).SelectMany(why => p.FreeUnits.Concat(p.BufferUnits).Select(u => new WatchEntry(why, Source) { Units = u })
        .Prepend(new WatchEntry(why, Source) { Project = p.Project.Id })))];

    private static IEnumerable<string> Reasons(OffsetStanding project)
    {
        if (project.Status == ProjectStatus.Suspended)
        {
            yield return $"The project is suspended: {project.Events.Last(e => e.Move == OffsetMove.Suspend).Note}";
        }

        if (project.Status == ProjectStatus.Cancelled)
        {
            yield return "The project was struck off.";
        }

        if (project.Open > 0)
        {
            yield return $"{project.Open} tonnes of the project were reversed, and nothing has made them good.";
        }
    }
}
