using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>
/// The rows of a ruleset to print, by sector in its order: those in force, and the draft ones, which are printed
/// separately. Superseded rows, and rows that were never law, are not published and only counted.
/// </summary>
internal sealed record GazetteRows(IReadOnlyList<ScheduleRow> InForce, IReadOnlyList<ScheduleRow> Draft, int Superseded, int WithoutForce)
{
    internal static GazetteRows Of(Ruleset ruleset)
    {
        var sectors = ruleset.Assessment.Sectors.Keys.ToList();
        var rows = ruleset.Schedule.OrderBy(r => sectors.IndexOf(r.Entity.Sector)).ToLookup(r => r.Entity.Standing.Force);
        return new GazetteRows([.. rows[Force.InForce]], [.. rows[Force.Draft]], rows[Force.Superseded].Count(), rows[Force.None].Count());
    }

    /// <summary>The sources of the rows, each once; the notes are numbered in this order.</summary>
    internal IReadOnlyList<Standing> Standings() => InForce.Concat(Draft).Select(r => r.Entity.Standing).Distinct().ToList();
}
