using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets.Assessments;
using Ccts.Rules.Rulesets.Calendar;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Rules.Rulesets.ProFormas;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Rules.Rulesets.Sectors;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets;

/// <summary>Reads rulesets strictly: every problem of all files at once, each with file, line, column and pointer; nothing half-loads.</summary>
/// <remarks>Thread-safe. The format is described in docs/rulesets.md.</remarks>
public static class RulesetReader
{
    private const string HeaderFile = RulesetFiles.RulesetFileName;
    private const string ParametersFile = "parameters.json";
    private const string FactorsFile = "factors.json";
    private const string SectorsFile = "sectors.csv";
    private const string TargetsFile = "targets.csv";
    private const string OnRequestFile = "targets.on-request.csv";
    private const string CalendarFile = "calendar.csv";

    private static readonly string[] BaselineFiles = [HeaderFile, FactorsFile, RulesetFiles.SignatureFileName];
    private static readonly string[] YearFiles = [.. BaselineFiles, ParametersFile, SectorsFile, TargetsFile, OnRequestFile, UnitReader.File, CalendarFile, RuleBookReader.FactsFile, RuleBookReader.RulesFile, RetentionReader.File];
    private static readonly string[] OptionalFiles = [OnRequestFile, UnitReader.File, RulesetFiles.SignatureFileName, RuleBookReader.FactsFile, RuleBookReader.RulesFile, RetentionReader.File];

    /// <summary>Reads a ruleset; false with every problem when it has an error.</summary>
    /// <param name="files">The ruleset's files.</param>
    /// <param name="ruleset">The ruleset, or null when there is an error.</param>
    /// <param name="problems">Every problem, in the order of files and lines; at most 1,000, and a last one that counts the rest.</param>
    public static bool TryRead(RulesetFiles files, [NotNullWhen(true)] out Ruleset? ruleset, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = Read(Require.NotNull(files), found);
        problems = found.ToList();
        ruleset = found.HasErrors ? null : read;
        return ruleset is not null;
    }

    /// <summary>Reads a ruleset.</summary>
    /// <exception cref="CctsDataException">It has errors, all of them listed.</exception>
    public static Ruleset Read(RulesetFiles files) =>
        TryRead(files, out var ruleset, out var problems) ? ruleset : throw new CctsDataException(problems);

    private static Ruleset? Read(RulesetFiles files, ProblemList problems)
    {
        files.RefuseLinks(problems);
        var root = Json(files, HeaderFile, problems);
        if (root is null)
        {
            return null;
        }

        var header = RulesetHeader.Read(root, problems);
        var isYear = header.Kind != RulesetKind.Baseline;
        CheckFiles(files, isYear ? YearFiles : BaselineFiles, isYear, problems);

        var standings = new StandingReader(header.Instruments, header.InstrumentsAreWhole, problems);
        var factors = Json(files, FactorsFile, problems) is { } factorsRoot ? new FactorReader(standings, problems).Read(factorsRoot) : null;
        if (!isYear)
        {
            return factors is null || problems.HasErrors ? null : Make(files, header, factors, assessment: null, new Dictionary<string, Parameter>(StringComparer.Ordinal), []);
        }

        return ReadYear(files, header, standings, factors, problems);
    }

    private static Ruleset? ReadYear(RulesetFiles files, RulesetHeader header, StandingReader standings, FactorLibrary? factors, ProblemList problems)
    {
        var parametersRoot = Json(files, ParametersFile, problems);
        var parameters = parametersRoot is null ? null : new ParameterReader(new DatedValuesReader(standings, header.Year, problems), problems).Read(parametersRoot);
        var before = problems.Count;
        var units = new UnitReader(standings, problems).Read(files.Find(UnitReader.File), new Dictionary<OutputBasis, OutputUnit>());
        var sectors = files.Find(SectorsFile) is { } sectorsFile ? new SectorReader(standings, units, problems).Read(sectorsFile) : null;
        var sectorsAreWhole = problems.Count == before;
        var deadlines = files.Find(CalendarFile) is { } calendarFile ? new CalendarReader(standings, problems).Read(calendarFile) : null;
        var rows = sectors is not null && header.Year is { } year ? ReadTargets(files, new TargetReader(standings, sectors, sectorsAreWhole, year, problems)) : null;
        if (parameters is null || header.Year is null)
        {
            return null;
        }

        var binding = new ParameterBinding(parameters, header.Year.Value, files.Find(ParametersFile)!.Start, problems);
        var assessment = AssessmentRulesBuilder.Build(
            new RulesetIdentity(header.Id ?? "", header.Revision ?? 0, files.Digest),
            header.Year.Value,
            binding,
            factors ?? FactorLibrary.Empty,
            sectors ?? new Dictionary<string, Sector>(StringComparer.Ordinal),
            rows ?? [],
            deadlines ?? []) with { Units = units };
        CheckReadings(assessment, parameters, header, problems);
        QualityTables.Check(parameters, problems);
        OffsetTables.Check(parameters, problems);
        var rules = ReadRules(files, parameters, [.. assessment.Sectors.Keys], standings, problems);
        var retention = new RetentionReader(standings, problems).Read(Json(files, RetentionReader.File, problems));
        var forms = new ProFormaFolder(files, header.Instruments, units, problems).Read();
        return problems.HasErrors ? null : Make(files, header, factors!, assessment, parameters, rows!, rules, retention, forms);
    }

    private static RuleBook ReadRules(RulesetFiles files, IReadOnlyDictionary<string, Parameter> parameters, IReadOnlyCollection<string> sectors, StandingReader standings, ProblemList problems)
    {
        var facts = Json(files, RuleBookReader.FactsFile, problems);
        var rules = Json(files, RuleBookReader.RulesFile, problems);
        return new RuleBookReader(parameters, sectors, standings, problems).Read(facts, rules);
    }

    private static List<ScheduleRow> ReadTargets(RulesetFiles files, TargetReader reader)
    {
        var rows = new List<ScheduleRow>();
        if (files.Find(TargetsFile) is { } inForce)
        {
            rows.AddRange(reader.ReadInForce(inForce));
        }

        if (files.Find(OnRequestFile) is { } onRequest)
        {
            rows.AddRange(reader.ReadOnRequest(onRequest));
        }

        return rows;
    }

    private static Ruleset Make(RulesetFiles files, RulesetHeader header, FactorLibrary factors, AssessmentRules? assessment, IReadOnlyDictionary<string, Parameter> parameters, IReadOnlyList<ScheduleRow> rows, RuleBook? rules = null, RetentionSchedule? retention = null, ProFormaLibrary? forms = null) => new(assessment)
    {
        Identity = new RulesetIdentity(header.Id!, header.Revision!.Value, files.Digest),
        Kind = header.Kind!.Value,
        Force = header.Force!.Value,
        Year = header.Year!.Value,
        Title = header.Title!.English,
        HindiTitle = header.Title.Hindi,
        Published = header.Published!.Value,
        Effective = header.Effective!.Value,
        Instruments = header.Instruments,
        Parameters = parameters,
        Factors = factors,
        Schedule = rows,
        Rules = rules ?? RuleBook.Empty,
        Retention = retention ?? RetentionSchedule.Empty,
        Files = files,
        ProFormas = forms ?? ProFormaLibrary.Empty,
    };

    private static void CheckFiles(RulesetFiles files, string[] known, bool isYear, ProblemList problems)
    {
        foreach (var path in files.Paths.Where(p => !known.Contains(p, StringComparer.Ordinal) && !(isYear && (CaseFiles.Contains(p) || ProFormaFolder.Contains(p)))))
        {
            var baselineHint = !isYear && YearFiles.Contains(path, StringComparer.Ordinal) ? "A baseline year has factors only." : null;
            problems.Error("unknown-file", files.Find(path)!.Start, "This file does not belong to a ruleset.", string.Join(", ", known), baselineHint ?? StrayHint(path) ?? problems.Nearest(path, known));
        }

        foreach (var path in known.Where(p => files.Find(p) is null && p != HeaderFile && !OptionalFiles.Contains(p, StringComparer.Ordinal)))
        {
            problems.Error("missing-file", new SourcePlace(files.Name, 0, 0, ""), $"The file {path} is missing.", path);
        }
    }

    private static string? StrayHint(string path) =>
        path[path.LastIndexOf('/') + 1] is '.' or '~' ? "A program left it here; delete it."
        : path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xls", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".ods", StringComparison.OrdinalIgnoreCase) ? "Save the sheet as CSV with commas and the encoding UTF-8, and take the spreadsheet out of the folder."
        : null;

    // A reading keyed by an unlisted instrument would silently never apply.
    private static void CheckReadings(AssessmentRules assessment, IReadOnlyDictionary<string, Parameter> parameters, RulesetHeader header, ProblemList problems)
    {
        foreach (var key in assessment.Certificates.OtherOutputMonths.Keys.Where(k => header.InstrumentsAreWhole && !header.Instruments.ContainsKey(k)))
        {
            var place = parameters.Values.First(p => p.Rows.Any(r => r.Key == key)).Place;
            problems.Error("dangling-instrument", place, $"The table is keyed by instrument, and no instrument \"{ShownText.Short(key)}\" is listed.", "an id from \"instruments\" in ruleset.json", problems.Nearest(key, header.Instruments.Keys));
        }
    }

    private static LocatedNode? Json(RulesetFiles files, string path, ProblemList problems)
    {
        var file = files.Find(path);
        if (file is not null)
        {
            return LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes);
        }

        if (path == HeaderFile)
        {
            problems.Error("missing-file", new SourcePlace(files.Name, 0, 0, ""), $"The file {path} is missing; it says what ruleset this is.", path, files.Find(RulesetFiles.OverlayFileName) is null ? null : "This is an overlay: \"ccts ruleset test BASE --overlay FOLDER\" reads it with the ruleset under it.");
        }

        return null;
    }
}
