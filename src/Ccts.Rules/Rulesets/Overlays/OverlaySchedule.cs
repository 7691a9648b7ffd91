using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Rulesets.Assessments;
using Ccts.Rules.Rulesets.Sectors;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Overlays;

/// <summary>The units, sectors and target rows of a ruleset with those that an overlay adds; the base's sectors and entities are unchanged.</summary>
internal sealed class OverlaySchedule
{
    internal const string SectorsFile = "sectors.csv";
    internal const string TargetsFile = "targets.csv";
    internal const string OnRequestFile = "targets.on-request.csv";

    private OverlaySchedule(IReadOnlyDictionary<OutputBasis, OutputUnit> units, IReadOnlyDictionary<string, Sector> sectors, IReadOnlyList<ScheduleRow> rows) =>
        (Units, Sectors, Rows, Targets, OnRequest) = (units, sectors, rows, AssessmentRulesBuilder.InForce(rows), AssessmentRulesBuilder.OnRequest(rows));

    internal IReadOnlyDictionary<OutputBasis, OutputUnit> Units { get; }

    internal IReadOnlyDictionary<string, Sector> Sectors { get; }

    internal IReadOnlyList<ScheduleRow> Rows { get; }

    internal IReadOnlyDictionary<string, EntityTarget> Targets { get; }

    internal IReadOnlyDictionary<string, EntityTarget> OnRequest { get; }

    internal static OverlaySchedule Read(Ruleset under, RulesetFiles files, StandingReader standings, ProblemList problems)
    {
        var before = problems.Count;
        var units = new UnitReader(standings, problems).Read(files.Find(UnitReader.File), under.Assessment.Units);
        var sectors = WithAdded(under.Assessment.Sectors, files, new SectorReader(standings, units, problems), problems);
        var reader = new TargetReader(standings, sectors, sectorsAreWhole: problems.Count == before, under.Year, problems);
        var added = new List<ScheduleRow>();
        added.AddRange(files.Find(TargetsFile) is { } inForce ? reader.ReadInForce(inForce) : []);
        added.AddRange(files.Find(OnRequestFile) is { } onRequest ? reader.ReadOnRequest(onRequest) : []);
        var known = new HashSet<string>(under.Schedule.Select(r => r.Entity.Key), StringComparer.Ordinal);
        foreach (var row in reader.Places.Where(r => known.Contains(r.Key)))
        {
            problems.Error("not-overridable", row.Value, $"\"{row.Key}\" has a row in the base.", "rows that the base lacks", "A target of one plant's own is stated in its report, as \"ownTarget\".");
        }

        return new OverlaySchedule(units, sectors, [.. under.Schedule, .. added]);
    }

    private static IReadOnlyDictionary<string, Sector> WithAdded(IReadOnlyDictionary<string, Sector> under, RulesetFiles files, SectorReader reader, ProblemList problems)
    {
        if (files.Find(SectorsFile) is not { } file)
        {
            return under;
        }

        var all = under.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        foreach (var sector in reader.Read(file).Values)
        {
            if (all.ContainsKey(sector.Name))
            {
                problems.Error("not-overridable", file.Start, $"The base has the sector \"{ShownText.Short(sector.Name)}\" already.", "sectors that the base lacks");
            }

            all[sector.Name] = sector;
        }

        return all;
    }
}
