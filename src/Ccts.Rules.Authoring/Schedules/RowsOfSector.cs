using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>
/// Compares a row of a schedule with the others: kilograms for tonnes, lakhs for units, a row under another sector or number, or a copied row.
/// For a plant that no earlier law has, there is no other comparison.
/// </summary>
internal sealed class RowsOfSector
{
    /// <summary>The factor from the median of the sector's intensities that indicates another unit; plants of one sector differ by up to about fifty times.</summary>
    internal const decimal Far = 100m;

    /// <summary>The same of outputs: integrated steel works produce about a hundred times as much as a small sponge iron works.</summary>
    internal const decimal FarOutput = 1000m;

    /// <summary>The minimum number of rows, including this one, to know what is usual.</summary>
    internal const int Fewest = 3;

    private readonly Dictionary<(string, string?), (decimal? Intensity, decimal? Output)> _medians;
    private readonly Dictionary<string, List<ComplianceYear>> _years;
    private readonly ILookup<(decimal?, decimal?), PlantRow> _figures;
    private readonly ILookup<(string, string), PlantRow> _gone;
    private readonly IEnumerable<string> _sectors;
    private readonly PlausibilityRules? _known;

    /// <param name="rows">All rows.</param>
    /// <param name="gone">Rows of the known law whose numbers none of these rows has.</param>
    /// <param name="ruleset">The ruleset with the sectors, and the sizes that plants have.</param>
    internal RowsOfSector(IReadOnlyList<PlantRow> rows, IReadOnlyList<PlantRow> gone, Ruleset ruleset)
    {
        _sectors = ruleset.Assessment.Sectors.Keys;
        _known = ruleset.Assessment.Monitoring.Plausibility;
        _medians = rows.Select(r => (r, Group: (r.Sector, (string?)null))).Concat(rows.Where(r => r.SubSector is not null).Select(r => (r, Group: (r.Sector, r.SubSector))))
            .GroupBy(r => r.Group, r => r.r).ToDictionary(g => g.Key, g => (Median(g.Select(r => r.Intensity)), Median(g.Select(r => r.Output))));
        _years = rows.GroupBy(r => r.Sector, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r.BaselineYear).ToList(), StringComparer.Ordinal);
        _figures = rows.Concat(gone).Where(r => r.Number is not null).ToLookup(r => (r.Output, r.Intensity));
        _gone = gone.Where(r => r.Number is not null).ToLookup(r => (r.Sector, PlainName.Key(r.Name)));
    }

    internal IEnumerable<OddRow> Look(PlantRow row)
    {
        var narrow = _medians[(row.Sector, row.SubSector)];
        var (intensity, output) = narrow.Output is null ? _medians[(row.Sector, null)] : narrow;
        return new[]
        {
            Size(row, "baseline_gei", "the intensity", row.Intensity, intensity, Far, _known?.ScheduleIntensities),
            Size(row, "baseline_output", "the output", row.Output, output, FarOutput, _known?.ScheduleOutputs),
            OtherYear(row),
            Twin(row),
            OtherSector(row),
            OtherState(row),
        }.OfType<OddRow>();
    }

    internal static decimal? Median(IEnumerable<decimal?> of)
    {
        var sorted = of.OfType<decimal>().OrderBy(o => o).ToList();
        return sorted.Count < Fewest ? null : sorted[(sorted.Count - 1) / 2];
    }

    private static OddRow? Size(PlantRow row, string column, string what, decimal? own, decimal? usual, decimal far, IReadOnlyDictionary<string, PlausibleSpan>? known)
    {
        const string Expected = "a figure in the unit of the sector: tonnes and not kilograms, units and not lakhs";
        return own is not { } size ? null
            : usual is { } median && (size / far > median || median / far > size) ? new OddRow("far-from-sector", column, $"{row.Key}: {what} {QuantityText.Format(size)} is of another size than the others of {row.Sector}, {QuantityText.Format(median)} in the middle.", Expected)
            : row.Basis == OutputBasis.Tonne && known is { Count: > 0 } && SpanOf(row.Sector, known) is var span && (size > span.Most || size < span.Least) ? new OddRow("far-from-sector", column, $"{row.Key}: {what} {QuantityText.Format(size)} is of a size that no plant of {row.Sector} has: {QuantityText.Format(span.Least)} to {QuantityText.Format(span.Most)}.", Expected)
            : null;
    }

    // Of a new sector, what any has.
    private static PlausibleSpan SpanOf(string sector, IReadOnlyDictionary<string, PlausibleSpan> known) =>
        known.TryGetValue(sector, out var span) ? span : new PlausibleSpan(known.Values.Min(s => s.Least), known.Values.Max(s => s.Most));

    // A schedule has one baseline year for each sector.
    private OddRow? OtherYear(PlantRow row)
    {
        var others = _years[row.Sector].Where(y => y != row.BaselineYear).ToList();
        return others.Count >= Fewest && others.Count == _years[row.Sector].Count - 1 && others.Distinct().Count() == 1
            ? new OddRow("baseline-year-differs", "baseline_year", $"{row.Key}: the baseline year is {row.BaselineYear}; that of all others of {row.Sector} is {others[0]}.", others[0].ToString())
            : null;
    }

    // An output has seven digits and a baseline four, so no two plants share both. A row was copied, or its number is wrong.
    private OddRow? Twin(PlantRow row) => row.Number is null ? null
        : row.Output is not null && row.Intensity is not null && _figures[(row.Output, row.Intensity)].FirstOrDefault(r => r.Key != row.Key) is { } copied ? new OddRow("row-twice", "registration_no", $"{row.Key}: the output and the intensity of the baseline are those of {copied.Key}, too.", "figures of its own, or the number of the plant")
        : _gone[(row.Sector, PlainName.Key(row.Name))].FirstOrDefault(r => r.State == row.State || r.State is null || row.State is null) is { } named ? new OddRow("registration-differs", "registration_no", $"{row.Key}: the number of \"{ShownText.Short(row.Name)}\" is {named.Key} in the law that is known.", named.Key)
        : null;

    // The letters of a number come from its sector's name, such as ALM for Aluminium. Some, such as CGU for grinding units, do not, and are ignored.
    private OddRow? OtherSector(PlantRow row) =>
        row.Number is { } number && !Fits(number.SectorCode, row.Sector) && _sectors.FirstOrDefault(s => Fits(number.SectorCode, s)) is { } other
            ? new OddRow("registration-differs", "sector", $"{row.Key}: the number is of {other}, the row of {row.Sector}.", $"a number of {row.Sector}, or the sector {other}")
            : null;

    private static OddRow? OtherState(PlantRow row) => row.Number is not { } number ? null
        : !StateCodes.IsKnown(number.StateCode) ? new OddRow("registration-differs", "registration_no", $"{row.Key}: {number.StateCode} is the code of no state.", "the code of a state, such as RJ")
        : row.State is { } state && StateCodes.Of(state) is { } code && !StateCodes.AreOne(code, number.StateCode) ? new OddRow("registration-differs", "state", $"{row.Key}: the number is of the state {number.StateCode}, the row of {state}.", number.StateCode)
        : null;

    private static bool Fits(string code, string sector) => sector.ToUpperInvariant().Split([' ', '-', '&', '/', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Any(word =>
    {
        var at = 0;
        foreach (var letter in word)
        {
            at += at < code.Length && letter == code[at] ? 1 : 0;
        }

        return word[0] == code[0] && at == code.Length;
    });
}

/// <summary>What is odd about a row.</summary>
internal sealed record OddRow(string Code, string ColumnName, string Message, string Expected);

/// <summary>The parts of a row that are compared, from a ruleset or an imported schedule.</summary>
internal sealed record PlantRow(string Key, string Name, string Sector, string? SubSector, string? State, ComplianceYear BaselineYear, OutputBasis? Basis, decimal? Intensity, decimal? Output)
{
    /// <summary>The registration number; null if the key is this product's own.</summary>
    internal RegistrationNumber? Number => RegistrationNumber.TryParse(Key, out var number, out _) ? number : null;

    internal static PlantRow Of(ScheduleRow row) => new(row.Entity.Key, row.Entity.Entity, row.Entity.Sector, row.Entity.SubSector, row.Entity.State, row.Entity.BaselineYear, row.Entity.BaselineOutput?.Basis ?? row.Entity.BaselineIntensity?.Basis, (row.Entity.BaselineIntensity ?? row.Entity.Target)?.TonnesPerUnit, row.Entity.BaselineOutput?.Value);
}
