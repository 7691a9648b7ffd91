using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets;

/// <summary>The content of <c>ruleset.json</c>; members that could not be read are null.</summary>
internal sealed class RulesetHeader
{
    private const int Format = 1;

    // Of the year in which a compliance year begins: 2026-27.
    private const int YearDigits = 4;

    private static readonly IReadOnlyDictionary<string, RulesetKind> Kinds = new Dictionary<string, RulesetKind>(StringComparer.Ordinal)
    {
        ["compliance-year"] = RulesetKind.ComplianceYear,
        ["baseline"] = RulesetKind.Baseline,
    };

    private RulesetHeader(ObjectReader file, ProblemList problems)
    {
        file.Optional("$schema");
        var format = file.Integer("format");
        Id = file.Text("id");
        Revision = file.Integer("revision");
        Kind = file.Choice("kind", Kinds);
        Force = file.Choice("force", LawWords.Forces);
        Year = file.Value<ComplianceYear>("year", ComplianceYear.TryParse);
        Title = LawTitle.Read(file, problems);
        Published = file.Date("published");
        Effective = file.Date("effective");
        var before = problems.Count;
        Instruments = InstrumentReader.Read(file.List("instruments"), problems);
        InstrumentsAreWhole = file.Node.Kind == LocatedKind.Object && problems.Count == before;
        file.Done();
        if (format is not null and not Format)
        {
            problems.Error("unsupported-format", file.Node.Member("format")!.Place, $"The ruleset is written in format {format}.", $"{Format}", "A newer version of this package may read it.");
        }

        if (Id is not null && !IsId(Id))
        {
            problems.Error("bad-id", file.Node.Member("id")!.Place, $"\"{ShownText.Short(Id)}\" is not an id.", "small letters, digits and hyphens, parted by /, such as in-ccts/2025-26");
        }

        if (Id is not null && Year is { } of && YearOf(Id) is { } named && named != of.ToString())
        {
            problems.Error("bad-id", file.Node.Member("id")!.Place, $"The id \"{ShownText.Short(Id)}\" names the year {named}, and \"year\" is {of}: its law would answer for another year than its name says.", $"{of} in both, or the year that is meant in both");
        }

        if (Revision < 1)
        {
            problems.Error("bad-revision", file.Node.Member("revision")!.Place, $"The revision is {Revision}.", "1 or more; it rises with every publication");
        }

        if (Year is { } year && Effective > year.LastDay)
        {
            problems.Error("bad-effective", file.Node.Member("effective")!.Place, $"The ruleset takes effect on {Effective:uuuu-MM-dd}, after its year {year} is over.", $"a date up to {year.LastDay:uuuu-MM-dd}");
        }
    }

    internal string? Id { get; }

    internal int? Revision { get; }

    internal RulesetKind? Kind { get; }

    internal Force? Force { get; }

    internal ComplianceYear? Year { get; }

    internal LawTitle? Title { get; }

    internal LocalDate? Published { get; }

    internal LocalDate? Effective { get; }

    internal IReadOnlyDictionary<string, Instrument> Instruments { get; }

    /// <summary>False if an instrument could not be read, so that a reference to it is not reported as another mistake.</summary>
    internal bool InstrumentsAreWhole { get; }

    internal static RulesetHeader Read(LocatedNode root, ProblemList problems) => new(new ObjectReader(root, problems), problems);

    // A copied folder with a new id and the old year would be next year's law for this year. An id need not name a year.
    private static string? YearOf(string id) => id.Split('/').Select(YearIn).OfType<string>().FirstOrDefault();

    private static string? YearIn(string step)
    {
        var end = 0;
        while (end < step.Length && (step[end] is >= '0' and <= '9' || (end == YearDigits && step[end] == '-')))
        {
            end++;
        }

        return end > YearDigits + 1 && step[YearDigits] == '-' ? step.Substring(0, end) : null;
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= 128
        && id.Split('/').All(step => step.Length > 0 && step.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'));
}
