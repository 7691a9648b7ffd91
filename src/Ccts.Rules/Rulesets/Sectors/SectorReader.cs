using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Sectors;

/// <summary>Reads <c>sectors.csv</c>; the unit of an intensity must be built in or listed in <c>units.csv</c>.</summary>
internal sealed class SectorReader(StandingReader standings, IReadOnlyDictionary<OutputBasis, OutputUnit> units, ProblemList problems)
{
    internal static readonly IReadOnlyList<string> Columns = ["sector", "unit", "entities", "instrument", "clause", "force", "evidence", "note"];

    internal IReadOnlyDictionary<string, Sector> Read(RulesetFile file)
    {
        var sectors = new Dictionary<string, Sector>(StringComparer.Ordinal);
        foreach (var row in RulesetTable.Read(file, Columns, problems))
        {
            var sector = ReadOne(row);
            if (sector is null)
            {
                continue;
            }

            if (sectors.ContainsKey(sector.Name))
            {
                problems.Error("duplicate-id", row.PlaceOf("sector"), $"The sector \"{ShownText.Short(sector.Name)}\" occurs twice.", "each sector once", "Delete one of the two.");
                continue;
            }

            sectors.Add(sector.Name, sector);
        }

        return sectors;
    }

    private Sector? ReadOne(CsvRecord row)
    {
        var name = row.Text("sector");
        var unit = row.Text("unit");
        var entities = row.OptionalValue<int>("entities", Scalars.TryWhole);
        var standing = standings.Read(row);
        if (unit is null)
        {
            return null;
        }

        if (!EmissionIntensity.TryParse("0 " + unit, out var zero, out var reason))
        {
            problems.Unreadable("wrong-unit", row.PlaceOf("unit"), unit, reason);
            return null;
        }

        if (!UnitReader.IsOfIntensities(zero.Basis, units))
        {
            problems.Error("wrong-unit", row.PlaceOf("unit"), $"No unit of output \"{zero.Basis}\" is listed.", $"tCO2e/t, tCO2e/MWh, tCO2e/MBBLS/NRGF, or tCO2e per a unit of {UnitReader.File} that is no multiple", problems.Nearest(zero.Basis.Symbol, [.. units.Keys.Select(u => u.Symbol)]));
            return null;
        }

        return name is null || standing is null ? null : new Sector(name, zero.Basis, entities, standing);
    }
}
