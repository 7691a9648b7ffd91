using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;

namespace Ccts.Credits.Offsets;

/// <summary>The possible next moves of a project, its reports and its units.</summary>
internal static class OffsetNextMoves
{
    internal static IEnumerable<OffsetNext> Of(OffsetLife life, OffsetSteps steps)
    {
        var isOperational = life.Status == ProjectStatus.Operational;
        IEnumerable<OffsetNext> By(OffsetMove move, string? report, string? source) =>
            steps.Roles.Where(r => r.Move == move && r.Unknown is null).Select(r => new OffsetNext(move, r.Role, report, source ?? r.Source));
        return
        [
            .. steps.Projects.Where(t => t.From == life.Status && t.Unknown is null && (t.Move != OffsetMove.Complete || life.OpenReport is null)).SelectMany(t => By(t.Move, null, t.Source)),
            .. steps.Reports.Where(t => isOperational && t.From is null && t.Unknown is null).SelectMany(t => By(t.Move, null, t.Source)),
            .. life.Reports.Where(_ => isOperational).SelectMany(r => steps.Reports
                .Where(t => t.From == r.Stage && t.Unknown is null && (t.Move != OffsetMove.Issue || r.Issued < r.Verified)).SelectMany(t => By(t.Move, r.Id, t.Source))),
            .. life.Reversed < life.Issued || (life.MadeGood < life.Reversed && life.Buffer.Count > 0) ? By(OffsetMove.Reverse, null, null) : [],
            .. life.Free.Count > 0 ? By(OffsetMove.Retire, null, null).Concat(By(OffsetMove.CancelUnits, null, null)) : [],
        ];
    }
}
