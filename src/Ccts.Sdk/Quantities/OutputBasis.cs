namespace Ccts.Sdk.Quantities;

/// <summary>What an entity's output is counted in (DPCM Annexure III; GEI target schedules).</summary>
public enum OutputBasis
{
    /// <summary>Tonnes of equivalent product, <c>t</c>.</summary>
    Tonne,

    /// <summary>Megawatt-hours, <c>MWh</c>.</summary>
    MegawattHour,

    /// <summary>Refinery throughput weighted by complexity, <c>MBBLS/NRGF</c> as the gazette prints it.</summary>
    RefineryBarrel,
}
