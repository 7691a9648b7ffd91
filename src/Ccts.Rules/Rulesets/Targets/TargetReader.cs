using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Targets;

/// <summary>
/// Reads <c>targets.csv</c> (rows in force, by registration number) and <c>targets.on-request.csv</c> (draft, superseded and
/// other rows, by a key of our own).
/// </summary>
public sealed class TargetReader(StandingReader standings, IReadOnlyDictionary<string, Sector> sectors, bool sectorsAreWhole, ComplianceYear year, ProblemList problems)
{
    /// <summary>How a row says that there is no target.</summary>
    public const string Dash = "-";

    /// <summary>How a row says that a figure was not read.</summary>
    internal const string NotRead = "?";

    private static readonly string[] Shared =
    [
        "entity", "sector", "sub_sector", "state", "baseline_year", "baseline_output", "baseline_gei", "target_gei", "unit",
        "instrument", "clause", "force", "evidence", "note",
    ];

    /// <summary>The columns of targets that are in force.</summary>
    public static readonly IReadOnlyList<string> InForceColumns = ["registration_no", .. Shared];

    /// <summary>The columns of targets that are looked up on request: drafts and superseded schedules.</summary>
    public static readonly IReadOnlyList<string> OnRequestColumns = ["key", .. Shared];

    private readonly Dictionary<string, SourcePlace> _places = new(StringComparer.Ordinal);

    /// <summary>The place of each row, by its key, including rows that could not be read.</summary>
    internal IReadOnlyDictionary<string, SourcePlace> Places => _places;

    internal IReadOnlyList<ScheduleRow> ReadInForce(RulesetFile file) => Read(file, InForceColumns, onRequest: false);

    internal IReadOnlyList<ScheduleRow> ReadOnRequest(RulesetFile file) => Read(file, OnRequestColumns, onRequest: true);

    private List<ScheduleRow> Read(RulesetFile file, IReadOnlyList<string> columns, bool onRequest)
    {
        var rows = new List<ScheduleRow>();
        foreach (var record in RulesetTable.Read(file, columns, problems))
        {
            if (ReadOne(record, columns[0], onRequest) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private ScheduleRow? ReadOne(CsvRecord row, string keyColumn, bool onRequest)
    {
        var key = onRequest ? ReadKey(row, keyColumn) : row.Value<RegistrationNumber>(keyColumn, RegistrationNumber.TryParse)?.Text;
        if (key is not null && !_places.ContainsKey(key))
        {
            _places.Add(key, row.PlaceOf(keyColumn));
        }
        else if (key is not null)
        {
            problems.Error("duplicate-id", row.PlaceOf(keyColumn), $"\"{key}\" has a row already.", "one row for each entity", "Delete one of the two.");
        }

        var entity = row.Text("entity");
        var sector = ReadSector(row);
        var baselineYear = row.Value<ComplianceYear>("baseline_year", ComplianceYear.TryParse);
        var unit = row.Text("unit");
        var basis = unit is null ? null : ReadBasis(row, unit, sector);
        var standing = standings.Read(row);
        CheckForce(row, standing, sector, onRequest);
        if (baselineYear >= year)
        {
            problems.Error("bad-baseline-year", row.PlaceOf("baseline_year"), $"The baseline year {baselineYear} is not before the year {year} of the target.", "an earlier year");
        }

        var output = basis is null ? null : ReadOutput(row, basis.Value, onRequest);
        var baseline = basis is null ? null : ReadIntensity(row, "baseline_gei", basis.Value, onRequest);
        var status = row.OptionalText("target_gei") switch
        {
            Dash => TargetStatus.None,
            NotRead when onRequest => TargetStatus.NotRead,
            _ => TargetStatus.Set,
        };
        var target = status == TargetStatus.Set && basis is not null ? ReadIntensity(row, "target_gei", basis.Value, onRequest) : null;
        if (key is null || entity is null || sector is null || baselineYear is null || standing is null)
        {
            return null;
        }

        return new ScheduleRow(
            new EntityTarget
            {
                Key = key,
                Entity = entity,
                Sector = sector.Name,
                SubSector = row.OptionalText("sub_sector"),
                State = row.OptionalText("state"),
                BaselineYear = baselineYear.Value,
                BaselineOutput = output,
                BaselineIntensity = baseline,
                Year = year,
                Target = target,
                Standing = standing,
            },
            status);
    }

    private string? ReadKey(CsvRecord row, string column)
    {
        var key = row.Text(column);
        if (key is null || (key.Length <= 100 && key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
        {
            return key;
        }

        problems.Error("bad-value", row.PlaceOf(column), $"\"{ShownText.Short(key)}\" is not a key.", "small letters, digits and hyphens, such as draft-2025-04-some-smelter");
        return null;
    }

    private Sector? ReadSector(CsvRecord row)
    {
        if (row.Text("sector") is not { } name)
        {
            return null;
        }

        if (sectors.TryGetValue(name, out var sector) || !sectorsAreWhole)
        {
            return sector;
        }

        problems.Error("dangling-sector", row.PlaceOf("sector"), $"No sector \"{ShownText.Short(name)}\" is listed.", "a sector from sectors.csv", problems.Nearest(name, sectors.Keys));
        return null;
    }

    private OutputBasis? ReadBasis(CsvRecord row, string unit, Sector? sector)
    {
        if (!EmissionIntensity.TryReadUnit(unit, out var basis))
        {
            problems.Unreadable("wrong-unit", row.PlaceOf("unit"), unit, EmissionIntensity.TryParse("0 " + unit, out _, out var reason) ? null : reason);
            return null;
        }

        if (sector is not null && sector.Basis != basis)
        {
            problems.Error("wrong-unit", row.PlaceOf("unit"), $"The sector {sector.Name} is not measured in \"{unit}\".", $"\"{EmissionIntensity.UnitOf(sector.Basis)}\", as sectors.csv says");
            return null;
        }

        return basis;
    }

    private static Output? ReadOutput(CsvRecord row, OutputBasis basis, bool mayBeUnread)
    {
        if (mayBeUnread && row.OptionalText("baseline_output") == NotRead)
        {
            return null;
        }

        var number = row.Value<decimal>("baseline_output", Positive);
        return number is null ? null : Output.Of(number.Value, basis);
    }

    private static EmissionIntensity? ReadIntensity(CsvRecord row, string column, OutputBasis basis, bool mayBeUnread)
    {
        if (mayBeUnread && row.OptionalText(column) == NotRead)
        {
            return null;
        }

        var number = row.Value<decimal>(column, Positive);
        return number is null ? null : EmissionIntensity.Of(number.Value, basis);
    }

    private static bool Positive(string text, out decimal value, out string? reason)
    {
        var read = Scalars.TryDecimal(text, out value, out _) && value > 0m;
        reason = read ? null : "a plain number above zero such as 0.8086; \"-\" in target_gei where the schedule prints a dash";
        return read;
    }

    private void CheckForce(CsvRecord row, Standing? standing, Sector? sector, bool onRequest)
    {
        // A sector without a notification has no plant with a target in force; a draft's row in the wrong file would count as law.
        if (!onRequest && sector is { Standing: { Force: not Force.InForce } its })
        {
            problems.Error("sector-not-in-force", row.PlaceOf("sector"), $"{sector.Name} is in sectors.csv as \"{LawWords.Of(its.Force)}\", by {its.Source.Instrument}.", "a sector in force", "Rows of a draft belong in targets.on-request.csv; if a notification covers the sector by now, say so in sectors.csv first.");
        }

        if (standing is not null && onRequest == (standing.Force == Force.InForce))
        {
            problems.Error("force-in-wrong-file", row.PlaceOf("force"), $"This row is \"{LawWords.Of(standing.Force)}\".", onRequest ? "draft, superseded or none" : "in-force", onRequest ? "Rows in force belong in targets.csv." : "Draft and superseded rows belong in targets.on-request.csv.");
        }
    }
}
