using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Sectors;

/// <summary>Reads <c>units.csv</c>: the units of output that a ruleset or an overlay adds. A multiple names its base unit, in a row above it.</summary>
internal sealed class UnitReader(StandingReader standings, ProblemList problems)
{
    internal const string File = "units.csv";
    private const decimal LargestMultiple = 1_000_000_000m;
    private static readonly IReadOnlyList<string> Columns = ["unit", "of", "each", "title", "instrument", "clause", "force", "evidence", "note"];

    /// <summary>The base's units with those of the file; the base's units if there is no file.</summary>
    internal IReadOnlyDictionary<OutputBasis, OutputUnit> Read(RulesetFile? file, IReadOnlyDictionary<OutputBasis, OutputUnit> under)
    {
        if (file is null)
        {
            return under;
        }

        var units = under.ToDictionary(u => u.Key, u => u.Value);
        foreach (var row in RulesetTable.Read(file, Columns, problems))
        {
            var unit = row.Value<OutputBasis>("unit", OutputBasis.TryParse);
            if (unit is { } stated && (stated.IsBuiltIn || units.ContainsKey(stated)))
            {
                problems.Error("duplicate-id", row.PlaceOf("unit"), $"The unit \"{stated}\" is known already.", "units that neither the product nor the ruleset below knows, each once", "Delete the row.");
            }
            else if (ReadOne(row, unit, units) is { } read)
            {
                units.Add(unit!.Value, read);
            }
        }

        return units;
    }

    /// <summary>Whether an intensity may be divided by this unit: a built-in one, or a listed one that is not a multiple.</summary>
    internal static bool IsOfIntensities(OutputBasis unit, IReadOnlyDictionary<OutputBasis, OutputUnit> listed) =>
        unit.IsBuiltIn || (listed.TryGetValue(unit, out var own) && own.Basis == unit);

    private OutputUnit? ReadOne(CsvRecord row, OutputBasis? unit, Dictionary<OutputBasis, OutputUnit> known)
    {
        var title = row.Text("title");
        var standing = standings.Read(row);
        var of = row.OptionalValue<OutputBasis>("of", OutputBasis.TryParse);
        var each = row.OptionalValue<decimal>("each", Multiple);
        if (row.OptionalText("of") is null != row.OptionalText("each") is null)
        {
            problems.Error("unit-multiple", row.PlaceOf("each"), "A multiple needs the unit it is of and how many of it one is.", "both \"of\" and \"each\", or neither");
            return null;
        }

        if (of is { } basis && !IsOfIntensities(basis, known))
        {
            problems.Error("dangling-unit", row.PlaceOf("of"), $"No unit \"{basis}\" that intensities are per is listed above.", "t, MWh, MBBLS/NRGF or the unit of a row above, itself no multiple", problems.Nearest(basis.Symbol, [.. known.Keys.Select(u => u.Symbol)]));
            return null;
        }

        return unit is null || title is null || standing is null ? null : new OutputUnit(title, of ?? unit.Value, each ?? 1m, standing);
    }

    private static bool Multiple(string text, out decimal value, out string? reason)
    {
        var read = Scalars.TryDecimal(text, out value, out _) && value is > 0m and <= LargestMultiple;
        reason = read ? null : "a plain number above zero and at most 1000000000, such as 1000";
        return read;
    }
}
