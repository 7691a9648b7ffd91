using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>How electricity reached the plant.</summary>
public enum ElectricitySupply
{
    /// <summary>From the grid: the factor frozen at the baseline year (DPCM s.5(7)(vi)).</summary>
    Grid,

    /// <summary>Dedicated power purchase agreement: the supplier's verified factor, otherwise the default (s.5(7)(vii)).</summary>
    PowerPurchaseAgreement,

    /// <summary>Renewable, generated on the site.</summary>
    RenewableOnSite,

    /// <summary>Renewable, through open access.</summary>
    RenewableOpenAccess,

    /// <summary>Renewable, through a green tariff.</summary>
    GreenTariff,

    /// <summary>Captive generation: its fuel is already counted, so the electricity adds nothing.</summary>
    Captive,
}

/// <summary>Electricity consumed.</summary>
public sealed record ElectricityStream : MonitoredStream
{
    /// <summary>How it reached the plant.</summary>
    public required ElectricitySupply Supply { get; init; }

    /// <summary>By period.</summary>
    public required Amounts<ElectricalEnergy> Amounts { get; init; }

    /// <summary>For a PPA, the supplier's verified factor; for grid supply, the entity's own frozen baseline factor; otherwise null.</summary>
    public ElectricityEmissionFactor? Factor { get; init; }

    /// <summary>Where <see cref="Factor"/> comes from; required with it.</summary>
    public string? FactorSource { get; init; }

    /// <summary>The undertaking that the renewable attribute is counted nowhere else (DPCM s.5(17)); without it renewable supply counts as grid supply.</summary>
    public bool NoDoubleCountUndertaking { get; init; }

    /// <summary>Consumption of the previous year, for comparison, or null.</summary>
    public ElectricalEnergy? PreviousYear { get; init; }
}

/// <summary>Heat or steam bought in.</summary>
public sealed record ImportedHeatStream : MonitoredStream
{
    /// <summary>By period.</summary>
    public required Amounts<Energy> Amounts { get; init; }

    /// <summary>The supplier's verified factor (DPCM s.5(16)).</summary>
    public required EnergyEmissionFactor Factor { get; init; }

    /// <summary>Where the factor comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What carries the heat, or null when it is not stated. For chilled water, which removes heat, the factor is also the supplier's (DPCM s.5(18)).</summary>
    public HeatCarrier? Carrier { get; init; }

    /// <summary>Heat metered by mass and enthalpy, of which <see cref="Amounts"/> is <see cref="MeteredSteam.Heat"/>; null when energy was metered.</summary>
    public MeteredSteam? Steam { get; init; }
}

/// <summary>Electricity sold: deducted.</summary>
public sealed record ExportedPowerStream : MonitoredStream
{
    /// <summary>By period.</summary>
    public required Amounts<ElectricalEnergy> Amounts { get; init; }

    /// <summary>The plant's own factor from its weighted net heat rate and fuel; null takes the CEA average (DPCM s.5(16)).</summary>
    public ElectricityEmissionFactor? Factor { get; init; }

    /// <summary>Where <see cref="Factor"/>, or the figures of <see cref="Generation"/>, come from; required with them.</summary>
    public string? FactorSource { get; init; }

    /// <summary>The plant's own units with their net generation and heat rates, which give its factor (DPCM s.5(16)(ii)); empty if not stated in this way. Not together with <see cref="Factor"/>.</summary>
    public IReadOnlyList<GeneratingUnit> Generation { get; init; } = [];
}

/// <summary>Heat sold: deducted with the actual fuel and efficiency (DPCM s.5(16)).</summary>
public sealed record ExportedHeatStream : MonitoredStream
{
    /// <summary>By period.</summary>
    public required Amounts<Energy> Amounts { get; init; }

    /// <summary>Factor of the heat sold; zero with <see cref="Apportioned"/>.</summary>
    public required EnergyEmissionFactor Factor { get; init; }

    /// <summary>Where the factor, or the apportionment, comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What carries the heat, or null when it is not stated.</summary>
    public HeatCarrier? Carrier { get; init; }

    /// <summary>Heat metered by mass and enthalpy, of which <see cref="Amounts"/> is <see cref="MeteredSteam.Heat"/>; null when energy was metered.</summary>
    public MeteredSteam? Steam { get; init; }

    /// <summary>Heat of a plant that also makes power, in place of a factor; null when <see cref="Factor"/> is stated.</summary>
    public HeatApportionment? Apportioned { get; init; }
}

/// <summary>CO2 captured and transferred or utilised: deducted (DPCM s.4.4(3)).</summary>
public sealed record CapturedCo2Stream : MonitoredStream
{
    /// <summary>By period.</summary>
    public required Amounts<Co2e> Amounts { get; init; }

    /// <summary>Who took it, or what it was used for.</summary>
    public required string Destination { get; init; }

    /// <summary>Leakage on the way to the receiver (DPCM s.5(19)): not deducted; null when none is stated.</summary>
    public Co2e? Leakage { get; init; }

    /// <summary>The receiver's statement of the quantity that arrived (DPCM s.5(19)), or null.</summary>
    public string? ReceiverProof { get; init; }
}

/// <summary>Emissions reported but not counted (DPCM s.4.4(3)): biomass, co-processed alternate fuels, colony, transport.</summary>
public sealed record MemoStream : MonitoredStream
{
    /// <summary>What is excluded, e.g. <c>biomass</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>By period.</summary>
    public required Amounts<Co2e> Amounts { get; init; }
}

/// <summary>Renewable energy certificates offered for deduction. They never reduce emissions (DPCM s.5(17)) and are refused.</summary>
public sealed record OfferedCertificates : MonitoredStream
{
    /// <summary>MWh named in the certificates.</summary>
    public required ElectricalEnergy Amount { get; init; }
}
