using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Entities;

/// <summary>One row of a target schedule: an entity's baseline and its target for one compliance year.</summary>
/// <remarks>Immutable and thread-safe. A missing target is not zero: there is no obligation in that year.</remarks>
public sealed record EntityTarget
{
    /// <summary>The key under which the row is looked up: the registration number, or a key of our own for draft rows printed without one.</summary>
    public required string Key { get; init; }

    /// <summary>The entity's name as the schedule prints it.</summary>
    public required string Entity { get; init; }

    /// <summary>The sector, e.g. <c>Cement</c>.</summary>
    public required string Sector { get; init; }

    /// <summary>The sub-sector, e.g. <c>grinding</c>, or null.</summary>
    public string? SubSector { get; init; }

    /// <summary>Two-letter state code, or null.</summary>
    public string? State { get; init; }

    /// <summary>The baseline year, e.g. 2023-24.</summary>
    public required ComplianceYear BaselineYear { get; init; }

    /// <summary>Equivalent product of the baseline year, or null when the row does not print it.</summary>
    public Output? BaselineOutput { get; init; }

    /// <summary>Emission intensity of the baseline year, or null when the row does not print it.</summary>
    public EmissionIntensity? BaselineIntensity { get; init; }

    /// <summary>The year the target is for.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>The target, or null if the schedule prints a dash: no obligation in this year.</summary>
    public EmissionIntensity? Target { get; init; }

    /// <summary>The instrument whose schedule lists the entity. Its notes apply even if the caller states the target.</summary>
    internal string Schedule { get => field ?? Standing.Source.Instrument; init; }

    /// <summary>Source, force and evidence of the row.</summary>
    public required Standing Standing { get; init; }
}
