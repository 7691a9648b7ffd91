using System;
using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets.Assessments;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Rules.Rulesets.ProFormas;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Rules.Rulesets;

/// <summary>A year's law as published: identity, instruments, parameters, factors, targets, calendar.</summary>
/// <remarks>Immutable and thread-safe. Made by <see cref="RulesetReader"/> only, so that every ruleset has been checked completely.</remarks>
public sealed class Ruleset
{
    private readonly AssessmentRules? _assessment;

    internal Ruleset(AssessmentRules? assessment) => _assessment = assessment;

    /// <summary>Id, revision and digest.</summary>
    public required RulesetIdentity Identity { get; init; }

    /// <summary>What it is for.</summary>
    public required RulesetKind Kind { get; init; }

    /// <summary>Whether the ruleset as a whole binds; a draft or superseded one is only used if asked for by id.</summary>
    public required Force Force { get; init; }

    /// <summary>The year it is for.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its title in Hindi, or null if there is none.</summary>
    public string? HindiTitle { get; init; }

    /// <summary>The day this revision became known.</summary>
    public required LocalDate Published { get; init; }

    /// <summary>The first day it applies.</summary>
    public required LocalDate Effective { get; init; }

    /// <summary>The legal instruments and other documents it draws on, by id.</summary>
    public required IReadOnlyDictionary<string, Instrument> Instruments { get; init; }

    /// <summary>Its parameters by path, e.g. <c>verification.materiality</c>; empty for a baseline year.</summary>
    public required IReadOnlyDictionary<string, Parameter> Parameters { get; init; }

    /// <summary>Its emission factors.</summary>
    public required FactorLibrary Factors { get; init; }

    /// <summary>Every target row in the order of its files, in force or not; empty for a baseline year.</summary>
    public required IReadOnlyList<ScheduleRow> Schedule { get; init; }

    /// <summary>Its rules and the facts they ask for; empty if it has none.</summary>
    public RuleBook Rules { get; init; } = RuleBook.Empty;

    /// <summary>Who requires which records to be kept, and for how long.</summary>
    public RetentionSchedule Retention { get; init; } = RetentionSchedule.Empty;

    /// <summary>The files it was read from; with overlays, those of the base ruleset.</summary>
    public required RulesetFiles Files { get; init; }

    /// <summary>The files of the applied overlays, in order; empty without overlays.</summary>
    public IReadOnlyList<RulesetFiles> Overlays { get; init; } = [];

    /// <summary>The pro-formas of its sectors.</summary>
    public ProFormaLibrary ProFormas { get; init; } = ProFormaLibrary.Empty;

    /// <summary>What the calculators of <c>Ccts.Sdk</c> take.</summary>
    /// <exception cref="InvalidOperationException">The ruleset is of a baseline year, which has no compliance.</exception>
    public AssessmentRules Assessment => _assessment
        ?? throw new InvalidOperationException($"{Identity.Id} is a baseline year: it gives factors, and nobody complies with it. Take the ruleset of a compliance year.");

    /// <summary>The paths of the parameters that the calculators read; empty for a baseline year.</summary>
    public IReadOnlyCollection<string> CalculatorParameters => Kind == RulesetKind.Baseline ? [] : AssessmentRulesBuilder.Reads(Parameters, Year, Factors);

    /// <summary>Id and revision.</summary>
    public override string ToString() => $"{Identity.Id} revision {Identity.Revision}";
}
