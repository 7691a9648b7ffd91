using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>A table of a ruleset that lint checks row by row.</summary>
/// <param name="File">Its file.</param>
/// <param name="Key">The column that names a row.</param>
internal sealed record LintTable(string File, string Key)
{
    internal static readonly LintTable Calendar = new("calendar.csv", "event");
    internal static readonly LintTable Sectors = new("sectors.csv", "sector");
    internal static readonly LintTable Units = new("units.csv", "unit");
    private static readonly LintTable InForce = new("targets.csv", "registration_no");
    private static readonly LintTable OnRequest = new("targets.on-request.csv", "key");

    /// <summary>The table of a row of the schedule.</summary>
    internal static LintTable Of(ScheduleRow row) => row.Entity.Standing.Force == Force.InForce ? InForce : OnRequest;
}
