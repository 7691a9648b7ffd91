using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>Entities as rows of a CSV file.</summary>
internal static class ImpactRecords
{
    internal static readonly IReadOnlyList<string> Required = ["output", "unit"];
    internal static readonly IReadOnlyList<string> Optional = ["registration_no", "target_row", "entity", "sector", "sub_sector", "gei", "ghg"];

    internal static ImpactEntityReader.EntityRow? Next(CsvTable table, ProblemList problems)
    {
        var before = problems.Count;
        if (table.ReadRecord() is not { } record)
        {
            return null;
        }

        var entity = problems.Count == before ? Read(record, problems) : null;
        return new ImpactEntityReader.EntityRow(problems.Count == before ? entity : null);
    }

    private static ImpactEntity? Read(CsvRecord row, ProblemList problems)
    {
        var parts = new ImpactEntityParts(row.Row.Place, problems)
        {
            Registration = row.OptionalText("registration_no"),
            TargetRow = row.OptionalText("target_row"),
            Name = row.OptionalText("entity"),
            Sector = row.OptionalText("sector"),
            SubSector = row.OptionalText("sub_sector"),
            Ghg = row.OptionalValue<decimal>("ghg", Scalars.TryDecimal) is { } ghg ? Co2e.FromTonnes(ghg) : null,
        };
        var output = row.Value<decimal>("output", Scalars.TryDecimal);
        var gei = row.OptionalValue<decimal>("gei", Scalars.TryDecimal);
        if (row.Text("unit") is { } unit)
        {
            if (!EmissionIntensity.TryParse("0 " + unit, out var zero, out var reason))
            {
                problems.Unreadable(row.PlaceOf("unit"), unit, reason);
                return null;
            }

            parts.Output = output is { } amount ? Output.Of(amount, zero.Basis) : null;
            parts.Intensity = gei is { } value ? EmissionIntensity.Of(value, zero.Basis) : null;
        }

        return parts.Join();
    }
}
