using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Ingestion.Cloud;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace TokenOracle;

/// <summary>Scope 2 of cloud usage before and after the change for which a reduction is claimed: electricity from usage exports, read as by <c>ccts cloud</c>, times the grid factor.</summary>
internal sealed record Scope2(Co2e Before, Co2e After, IReadOnlyList<FileRecord> Files, IReadOnlyList<Problem> Notices)
{
    internal Co2e Reduction => Before - After;

    /// <summary>Tokens are for whole tonnes; the rest is not minted.</summary>
    internal long WholeTonnes => (long)Math.Floor(Reduction.Tonnes);

    internal static Scope2 Of(CloudEnergy energy, string before, string after, ElectricityEmissionFactor grid, ComplianceYear year)
    {
        var (earlier, later) = (Read(energy, before, year), Read(energy, after, year));
        return new Scope2(earlier.Total!.Value * grid, later.Total!.Value * grid, [.. earlier.Files, .. later.Files], [.. earlier.Problems, .. later.Problems]);
    }

    // The grid factor and the tokens are for one year, so usage of another year is reported and not counted. Usage whose energy is not stated leaves no total, and then
    // no reduction is claimed.
    private static CloudUsage Read(CloudEnergy energy, string path, ComplianceYear year)
    {
        var usage = CloudUsage.Read(energy, [new IngestionFile(Path.GetFileName(path), () => File.OpenRead(path))], year);
        return usage.Total is null ? throw new CctsDataException(usage.Problems) : usage;
    }
}
