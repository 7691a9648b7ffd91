using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;

namespace Ccts.Compliance.Sources;

/// <summary>To which part of the total a source belongs.</summary>
public enum SourcePart
{
    /// <summary>Fuel burnt.</summary>
    Combustion,

    /// <summary>Materials, mass balances, PFCs, imported intermediates.</summary>
    Process,

    /// <summary>Electricity consumed.</summary>
    Electricity,

    /// <summary>Heat bought in.</summary>
    Heat,

    /// <summary>Power and heat sold, CO2 captured: deducted.</summary>
    Deducted,

    /// <summary>Reported and not counted (DPCM s.4.4(3)).</summary>
    Memo,
}

/// <summary>What one source of a report comes to, as the assessment computed it.</summary>
/// <param name="Id">The stream's id.</param>
/// <param name="Part">Its part of the total.</param>
/// <param name="Tonnes">t CO2e; zero or more, also where it is deducted.</param>
public sealed record SourceTonnes(string Id, SourcePart Part, decimal Tonnes)
{
    private static readonly Dictionary<string, SourcePart> Parts = new(StringComparer.Ordinal)
    {
        ["combustion"] = SourcePart.Combustion,
        ["process"] = SourcePart.Process,
        ["electricity"] = SourcePart.Electricity,
        ["heat"] = SourcePart.Heat,
        ["adjustments, deducted"] = SourcePart.Deducted,
        ["memo items, not counted"] = SourcePart.Memo,
    };

    /// <summary>Every source of an assessment, part by part.</summary>
    /// <param name="assessment">An assessment with its steps.</param>
    /// <exception cref="ArgumentException">It has no steps.</exception>
    public static IReadOnlyList<SourceTonnes> Of(Assessment assessment)
    {
        if (Require.NotNull(assessment).Steps.Count == 0)
        {
            throw new ArgumentException("The sources are read from the steps of an assessment; ask for them.", nameof(assessment));
        }

        return [.. assessment.Steps.Where(s => s.Subject == "report" && Parts.ContainsKey(s.Title))
            .SelectMany(s => s.Operands.Select(o => new SourceTonnes(o.Name, Parts[s.Title], o.Value)))
            .OrderBy(s => s.Part)];
    }
}
