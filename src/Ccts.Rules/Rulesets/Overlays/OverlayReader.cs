using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets.Assessments;
using Ccts.Rules.Rulesets.ProFormas;
using Ccts.Rules.Rulesets.Sectors;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets.Overlays;

/// <summary>
/// Applies an overlay to a ruleset: further facts, parameters, rules, units of output, sectors, target rows and pro-formas, and other values or
/// exceptions only if the base marks them overridable. The result is a new ruleset, with an id and a digest of both.
/// </summary>
/// <remarks>Thread-safe. Overlays are applied one after the other, in the order the caller declares.</remarks>
public static class OverlayReader
{
    private const string HeaderFile = RulesetFiles.OverlayFileName;
    private const string ParametersFile = "parameters.json";
    private static readonly string[] KnownFiles = [HeaderFile, ParametersFile, UnitReader.File, OverlaySchedule.SectorsFile, OverlaySchedule.TargetsFile, OverlaySchedule.OnRequestFile, RuleBookReader.FactsFile, RuleBookReader.RulesFile, RulesetFiles.SignatureFileName];

    /// <summary>Applies an overlay to a ruleset; false with every problem if it has an error.</summary>
    /// <param name="under">The base, of a compliance year; it may already have overlays.</param>
    /// <param name="overlay">The overlay's files.</param>
    /// <param name="combined">The ruleset of both, or null.</param>
    /// <param name="problems">Every problem, in the order of files and lines.</param>
    public static bool TryApply(Ruleset under, RulesetFiles overlay, [NotNullWhen(true)] out Ruleset? combined, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = Read(Require.NotNull(under), Require.NotNull(overlay), found);
        problems = found.ToList();
        combined = found.HasErrors ? null : read;
        return combined is not null;
    }

    /// <summary>Lays an overlay over a ruleset.</summary>
    /// <exception cref="CctsDataException">The overlay has errors, all of them listed.</exception>
    public static Ruleset Apply(Ruleset under, RulesetFiles overlay) =>
        TryApply(under, overlay, out var combined, out var problems) ? combined : throw new CctsDataException(problems);

    private static Ruleset? Read(Ruleset under, RulesetFiles files, ProblemList problems)
    {
        files.RefuseLinks(problems);
        if (ReadHeader(files, problems) is not { } header)
        {
            return null;
        }

        header.CheckExtends(BaseId(under), problems, files.Find(HeaderFile)!.Start);
        if (under.Identity.Id.Split('+').Skip(1).Contains(header.Id, StringComparer.Ordinal))
        {
            problems.Error("overlay-twice", files.Find(HeaderFile)!.Start, $"The overlay \"{header.Id}\" already lies over this ruleset.", "each overlay once");
        }

        foreach (var path in files.Paths.Where(p => !KnownFiles.Contains(p, StringComparer.Ordinal) && !CaseFiles.Contains(p) && !ProFormaFolder.Contains(p)))
        {
            problems.Error("unknown-file", files.Find(path)!.Start, "This file does not belong to an overlay.", string.Join(", ", KnownFiles) + ", tests/*.json, proformas/", problems.Nearest(path, KnownFiles));
        }

        var instruments = Join(under.Instruments, header.Instruments);
        var standings = new StandingReader(instruments, instrumentsAreWhole: true, problems);
        var parameters = Parameters(under, files, standings, problems);
        QualityTables.Check(parameters, problems);
        OffsetTables.Check(parameters, problems);
        var schedule = OverlaySchedule.Read(under, files, standings, problems);
        var forms = under.ProFormas.With(new ProFormaFolder(files, instruments, schedule.Units, problems).Read());
        var rules = new RuleBookReader(parameters, [.. schedule.Sectors.Keys], standings, problems).Read(Json(files, RuleBookReader.FactsFile, problems), Json(files, RuleBookReader.RulesFile, problems), under.Rules);
        return problems.HasErrors ? null : Make(under, files, header, instruments, parameters, schedule, rules, forms, problems);
    }

    internal static OverlayHeader? ReadHeader(RulesetFiles files, ProblemList problems)
    {
        if (files.Find(HeaderFile) is not { } file)
        {
            problems.Error("missing-file", new SourcePlace(files.Name, 0, 0, ""), $"The file {HeaderFile} is missing; it says what overlay this is.", HeaderFile);
            return null;
        }

        return LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes) is { } root ? OverlayHeader.Read(root, problems) : null;
    }

    private static string BaseId(Ruleset under) => under.Identity.Id.Split('+')[0];

    private static Dictionary<string, Instrument> Join(IReadOnlyDictionary<string, Instrument> under, IReadOnlyDictionary<string, Instrument> over)
    {
        // An overlay cannot change an instrument of the base.
        var all = over.ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal);
        foreach (var instrument in under)
        {
            all[instrument.Key] = instrument.Value;
        }

        return all;
    }

    private static IReadOnlyDictionary<string, Parameter> Parameters(Ruleset under, RulesetFiles files, StandingReader standings, ProblemList problems)
    {
        if (Json(files, ParametersFile, problems) is not { } root)
        {
            return under.Parameters;
        }

        var all = under.Parameters.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var parameter in new ParameterReader(new DatedValuesReader(standings, under.Year, problems), problems).Read(root).Values)
        {
            if (under.Parameters.TryGetValue(parameter.Path, out var replaced))
            {
                Check(parameter, replaced, problems);
            }

            all[parameter.Path] = parameter.Informational is null && replaced?.Informational is { } said ? parameter.Saying(said) : parameter;
        }

        return all;
    }

    private static void Check(Parameter parameter, Parameter replaced, ProblemList problems)
    {
        if (!replaced.Overridable)
        {
            problems.Error("not-overridable", parameter.Place, $"The overlay gives \"{parameter.Path}\" another value; the base does not let an overlay do so.", "a parameter that the base marks \"overridable\": true");
        }

        var (unit, before) = (UnitOf(parameter), UnitOf(replaced));
        if (!parameter.IsBroken && unit is not null && (unit != before || parameter.KeyName != replaced.KeyName))
        {
            string Form(Parameter of, string? its) => of.KeyName is null ? $"a single value in {its}" : $"a table by \"{of.KeyName}\" in {its}";
            problems.Error("unit-change", parameter.Place, $"\"{parameter.Path}\" is {Form(parameter, unit)}; in the base it is {Form(replaced, before)}.", "the unit and the form of the base");
        }
    }

    private static string? UnitOf(Parameter parameter) => parameter.Rows.SelectMany(r => r.Values).FirstOrDefault()?.Unit;

    private static Ruleset Make(Ruleset under, RulesetFiles files, OverlayHeader header, IReadOnlyDictionary<string, Instrument> instruments, IReadOnlyDictionary<string, Parameter> parameters, OverlaySchedule schedule, RuleBook rules, ProFormaLibrary forms, ProblemList problems)
    {
        var digest = CanonicalJson.Digest(new JsonObject { ["base"] = under.Identity.Digest, ["overlay"] = files.Digest });
        var identity = new RulesetIdentity(under.Identity.Id + "+" + header.Id, under.Identity.Revision, digest);
        var binding = new ParameterBinding(parameters, under.Year, new SourcePlace(files.Name, 0, 0, ""), problems);
        var assessment = under.Assessment with
        {
            Ruleset = identity,
            Units = schedule.Units,
            Sectors = schedule.Sectors,
            Targets = schedule.Targets,
            TargetsOnRequest = schedule.OnRequest,
            Emissions = AssessmentRulesBuilder.Emissions(binding, under.Factors),
            Monitoring = AssessmentRulesBuilder.Monitoring(binding),
            Certificates = AssessmentRulesBuilder.Certificates(binding),
        };
        return new Ruleset(assessment)
        {
            Identity = identity,
            Kind = under.Kind,
            Force = header.Force!.Value == Sdk.Law.Force.InForce ? under.Force : header.Force.Value,
            Year = under.Year,
            Title = under.Title + ", with " + header.Title!.English,
            HindiTitle = under.HindiTitle is { } title && header.Title.Hindi is { } with ? title + "; " + with : null,
            Published = header.Published!.Value > under.Published ? header.Published.Value : under.Published,
            Effective = under.Effective,
            Instruments = instruments,
            Parameters = parameters,
            Factors = under.Factors,
            Schedule = schedule.Rows,
            Rules = rules,
            Retention = under.Retention,
            ProFormas = forms,
            Files = under.Files,
            Overlays = [.. under.Overlays, files],
        };
    }

    private static LocatedNode? Json(RulesetFiles files, string path, ProblemList problems) =>
        files.Find(path) is { } file ? LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes) : null;
}
