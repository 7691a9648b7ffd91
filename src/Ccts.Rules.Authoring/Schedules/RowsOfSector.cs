using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>
/// Holds a row of a schedule against the others of its sector: kilograms for tonnes, lakhs for units, a row that stands under another sector. Of a plant
/// that no earlier law knows, this is all there is to hold it against.
/// </summary>
internal sealed class RowsOfSector
{
    /// <summary>How many times the median of the sector, or what part of it, is another unit and no other plant; plants of one sector lie up to some fifty times apart.</summary>
    internal const decimal Far = 100m;

    /// <summary>Fewer rows, this one among them, say nothing about what is usual.</summary>
    internal const int Fewest = 3;

    /// <summary>Codes of one state: ISO 3166-2:IN changed them, and numbers keep what they were given.</summary>
    private static readonly string[][] StatesOfTwoCodes = [["OR", "OD"], ["TG", "TS"], ["UA", "UT", "UK"], ["CT", "CG"]];

    private readonly Dictionary<string, (decimal? Intensity, decimal? Output)> _medians;
    private readonly IEnumerable<string> _sectors;

    internal RowsOfSector(IEnumerable<PlantRow> rows, IEnumerable<string> sectors)
    {
        _sectors = sectors;
        _medians = rows.GroupBy(r => r.Sector, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (Median(g.Select(r => r.Intensity)), Median(g.Select(r => r.Output))), StringComparer.Ordinal);
    }

    internal IEnumerable<OddRow> Look(PlantRow row)
    {
        var (intensity, output) = _medians[row.Sector];
        return new[]
        {
            Size(row, "baseline_gei", "the intensity", row.Intensity, intensity),
            Size(row, "baseline_output", "the output", row.Output, output),
            OtherSector(row),
            OtherState(row),
        }.OfType<OddRow>();
    }

    private static decimal? Median(IEnumerable<decimal?> of)
    {
        var sorted = of.OfType<decimal>().OrderBy(o => o).ToList();
        return sorted.Count < Fewest ? null : sorted[(sorted.Count - 1) / 2];
    }

    private static OddRow? Size(PlantRow row, string column, string what, decimal? own, decimal? usual) =>
        own is not { } size || usual is not { } median || (size / Far <= median && median / Far <= size) ? null
            : new OddRow("far-from-sector", column, $"{row.Key}: {what} {QuantityText.Format(size)} is of another size than the others of {row.Sector}, {QuantityText.Format(median)} in the middle.", "a figure in the unit of the sector: tonnes and not kilograms, units and not lakhs");

    // The letters of a number are those of its sector's name, as ALM of Aluminium. Some, as CGU of grinding units, are of none, and say nothing.
    private OddRow? OtherSector(PlantRow row) =>
        row.Number is { } number && !Fits(number.SectorCode, row.Sector) && _sectors.FirstOrDefault(s => Fits(number.SectorCode, s)) is { } other
            ? new OddRow("registration-differs", "sector", $"{row.Key}: the number is of {other}, the row of {row.Sector}.", $"a number of {row.Sector}, or the sector {other}")
            : null;

    private static OddRow? OtherState(PlantRow row) =>
        row.Number is { } number && row.State is { Length: 2 } state && state != number.StateCode && !StatesOfTwoCodes.Any(c => c.Contains(state, StringComparer.Ordinal) && c.Contains(number.StateCode, StringComparer.Ordinal))
            ? new OddRow("registration-differs", "state", $"{row.Key}: the number is of the state {number.StateCode}, the row of {state}.", number.StateCode)
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

/// <summary>What of a row is held against others, be it of a ruleset or of a schedule that is imported.</summary>
internal sealed record PlantRow(string Key, string Sector, string? State, decimal? Intensity, decimal? Output)
{
    /// <summary>The registration number; null where the key is one of our own.</summary>
    internal RegistrationNumber? Number => RegistrationNumber.TryParse(Key, out var number, out _) ? number : null;

    internal static PlantRow Of(EntityTarget row) =>
        new(row.Key, row.Sector, row.State, (row.BaselineIntensity ?? row.Target)?.TonnesPerUnit, row.BaselineOutput?.Value);
}
