using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Compliance.Years;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Tests;

/// <summary>Years of a plant, each role played by a person and an organisation of its own.</summary>
internal static class Years
{
    internal static readonly LocalDate Start = new(2025, 4, 1);

    internal static Ruleset Ruleset(string folder = "2025-26-revision-1") => RulesetReader.Read(RulesetFiles.FromDirectory(Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", folder)));

    internal static YearState New(string year = "2025-26") => YearState.Begin("CMTOE085RJ", ComplianceYear.Parse(year));

    internal static YearActor Actor(YearRole role) => new(role, "person of " + role, role == YearRole.TechnicalReviewer ? "organisation of Verifier" : "organisation of " + role);

    internal static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;

    internal static YearEvent Event(YearMove move, string day, YearRole? role = null) =>
        new(Day(day), move, Actor(role ?? YearMachine.Transitions.First(t => t.Move == move).Role));

    internal static YearState Play(this YearState year, params (YearMove Move, string Day)[] moves) => moves.Aggregate(year, (y, m) => y.Apply(Event(m.Move, m.Day)));

    /// <summary>Every stage with a year that stands there, by the shortest way.</summary>
    internal static Dictionary<YearStage, YearState> Reached()
    {
        var reached = new Dictionary<YearStage, YearState> { [YearStage.Open] = New() };
        var next = new Queue<YearState>(reached.Values);
        while (next.TryDequeue(out var here))
        {
            foreach (var step in here.Next)
            {
                var there = here.Apply(new YearEvent(Start, step.Move, Actor(step.Role)));
                if (reached.TryAdd(there.Stage, there))
                {
                    next.Enqueue(there);
                }
            }
        }

        return reached;
    }
}
