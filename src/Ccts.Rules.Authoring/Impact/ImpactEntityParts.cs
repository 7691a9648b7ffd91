using System;
using Ccts.Rules.Files;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>The parts of an entity from a row or a line, combined and checked.</summary>
internal sealed class ImpactEntityParts(SourcePlace place, ProblemList problems)
{
    internal string? Registration { get; init; }

    internal string? TargetRow { get; init; }

    internal string? Name { get; init; }

    internal string? Sector { get; init; }

    internal string? SubSector { get; init; }

    internal Co2e? Ghg { get; init; }

    internal Output? Output { get; set; }

    internal EmissionIntensity? Intensity { get; set; }

    /// <summary>The entity, or null with problems.</summary>
    internal ImpactEntity? Join()
    {
        var before = problems.Count;
        CheckKey();
        CheckEmissions();
        if (problems.Count > before || Output is not { } output || (Registration ?? TargetRow) is not { } key || Emissions(output) is not { } emissions)
        {
            return null;
        }

        return new ImpactEntity(key, TargetRow is not null, output, emissions) { Name = Name, Sector = Sector, SubSector = SubSector, Place = place };
    }

    private void CheckKey()
    {
        if (Registration is null == TargetRow is null)
        {
            problems.Error("entity-key", place, Registration is null ? "Nothing says which entity this is." : "A registration number and a target row are given together.", "a registration number, or the key of a row of targets.on-request.csv");
        }
        else if (Registration is not null && !RegistrationNumber.TryParse(Registration, out _, out var reason))
        {
            problems.Unreadable(place, Registration, reason);
        }
    }

    private void CheckEmissions()
    {
        if (Ghg is null == Intensity is null)
        {
            problems.Error("entity-emissions", place, Ghg is null ? "Nothing says what the entity emits." : "GHG and GEI are given together.", "either the total GHG in t CO2e or the intensity");
        }

        if (Output is { Value: <= 0m })
        {
            problems.Error("no-production", place, $"The output is {Output}, so there is no intensity.", "an output above zero");
        }

        if (Ghg is { Tonnes: < 0m } || Intensity is { TonnesPerUnit: < 0m })
        {
            problems.Error("negative-emissions", place, "The emissions are below zero.", "zero or more");
        }

        if (Output is { } output && Intensity is { } intensity && output.Basis != intensity.Basis)
        {
            problems.Error("output-unit", place, $"The output is {output}, the intensity {intensity}.", "both in one unit of output");
        }
    }

    private Co2e? Emissions(Output output)
    {
        try
        {
            return Ghg ?? (Intensity is { } intensity ? intensity * output : null);
        }
        catch (OverflowException)
        {
            problems.Error("number-too-large", place, "Intensity and output multiply beyond what can be held.", "an output and an intensity of a plant");
            return null;
        }
    }
}
