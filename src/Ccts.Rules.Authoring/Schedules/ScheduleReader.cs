using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>Reads a gazette schedule typed into CSV. A mistake of form is an error; <see cref="ScheduleSuspicions"/> reports what looks misprinted.</summary>
internal sealed class ScheduleReader(IReadOnlyDictionary<string, Sector> sectors, ProblemList problems)
{
    private const string TargetPrefix = "target_gei_";
    private static readonly string[] Needed = ["registration_no", "entity", "sector", "baseline_year", "baseline_output", "baseline_gei"];
    private static readonly string[] Further = ["sub_sector", "state", "unit", "nrgf", "baseline_emissions"];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The column that holds the targets of a year, e.g. <c>target_gei_2025_26</c>.</summary>
    internal static string ColumnOf(ComplianceYear year) => TargetPrefix + year.ToString().Replace('-', '_');

    internal IReadOnlyList<ScheduleEntry> Read(byte[] csv, string? file, ComplianceYear year)
    {
        var before = problems.Count;
        var around = Enumerable.Range(year.StartYear - 5, 11).Select(y => new ComplianceYear(y)).ToList();
        var table = CsvTable.OpenFound(csv, file, problems, RulesetLimits.MaxFileBytes, [.. Needed, ColumnOf(year)], [.. Further, .. around.Where(y => y != year).Select(ColumnOf)]);
        var entries = new List<ScheduleEntry>();
        if (table is null || problems.Count > before)
        {
            return entries;
        }

        var years = around.Where(y => table.Has(ColumnOf(y))).ToList();
        var count = 0;
        for (before = problems.Count; table.ReadRecord() is { } record; before = problems.Count)
        {
            if (++count > RulesetLimits.MaxRows)
            {
                problems.Error("too-many-rows", record.Row.Place, $"The file has more than {RulesetLimits.MaxRows} rows.", $"at most {RulesetLimits.MaxRows}");
                break;
            }

            // A row of another length is one mistake, not one for each column.
            if (problems.Count == before && ReadOne(record, years) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private ScheduleEntry? ReadOne(CsvRecord row, List<ComplianceYear> years)
    {
        var registration = row.Value<RegistrationNumber>("registration_no", RegistrationNumber.TryParse);
        var entity = row.Text("entity");
        var sector = ReadSector(row);
        var baselineYear = row.Value<ComplianceYear>("baseline_year", ComplianceYear.TryParse);
        var output = row.Value<PrintedNumber>("baseline_output", PrintedNumber.TryParse);
        var complexity = row.OptionalValue<PrintedNumber>("nrgf", PrintedNumber.TryParse);
        var baseline = row.Value<PrintedNumber>("baseline_gei", PrintedNumber.TryParse);
        var emissions = row.OptionalValue<PrintedNumber>("baseline_emissions", PrintedNumber.TryParse);
        var before = problems.Count;

        // A gazette prints a longer dash and a spreadsheet a minus, which may be copied.
        var targets = years.ToDictionary(y => y, y => row.Text(ColumnOf(y)) is not { } printed || printed.All(IsDash) ? null : row.Value<PrintedNumber>(ColumnOf(y), PrintedNumber.TryParseTarget));
        if (baselineYear >= years.Min())
        {
            problems.Error("bad-baseline-year", row.PlaceOf("baseline_year"), $"The baseline year {baselineYear} is not before the year {years.Min()} of the target.", "an earlier year");
        }

        var duplicate = registration is not null && !_seen.Add(registration.Value.Text);
        if (duplicate)
        {
            problems.Error("duplicate-id", row.PlaceOf("registration_no"), $"\"{registration}\" has a row already.", "one row for each entity", "Schedules print rows in Hindi and in English: keep one.");
        }

        if (sector is not null)
        {
            CheckUnit(row, sector);
            CheckComplexity(row, sector, complexity);
        }

        return registration is null || entity is null || sector is null || baselineYear is null || output is null || baseline is null || problems.Count > before
            ? null
            : new ScheduleEntry(row, registration.Value.Text, entity, sector, row.OptionalText("sub_sector"), row.OptionalText("state"), baselineYear.Value, output.Value, complexity, baseline.Value, emissions, targets);
    }

    private static bool IsDash(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation || sign == '\u2212';

    private Sector? ReadSector(CsvRecord row)
    {
        var name = row.Text("sector");
        if (name is null || sectors.TryGetValue(name, out _))
        {
            return name is null ? null : sectors[name];
        }

        problems.Error("dangling-sector", row.PlaceOf("sector"), $"The ruleset has no sector \"{ShownText.Short(name)}\".", string.Join(", ", sectors.Keys), problems.Nearest(name, sectors.Keys));
        return null;
    }

    private void CheckUnit(CsvRecord row, Sector sector)
    {
        var expected = EmissionIntensity.UnitOf(sector.Basis);
        if (row.OptionalText("unit") is { } unit && unit != expected)
        {
            problems.Error("wrong-unit", row.PlaceOf("unit"), $"The sector {sector.Name} is not measured in \"{ShownText.Short(unit)}\".", $"\"{expected}\"");
        }
    }

    // Refineries have throughput and complexity separately; the intensity is divided by their product.
    private void CheckComplexity(CsvRecord row, Sector sector, PrintedNumber? complexity)
    {
        var isRefinery = sector.Basis == OutputBasis.RefineryBarrel;
        if (isRefinery != complexity is not null)
        {
            problems.Error("refinery-complexity", row.PlaceOf("nrgf"), isRefinery ? "The complexity factor NRGF of a refinery is missing." : string.Format(CultureInfo.InvariantCulture, "The sector {0} has no complexity factor NRGF.", sector.Name), isRefinery ? "a number in \"nrgf\"" : "an empty \"nrgf\"");
        }
    }
}
