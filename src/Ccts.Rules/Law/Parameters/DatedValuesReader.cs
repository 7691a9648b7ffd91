using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Law.Parameters;

/// <summary>Reads a list of dated values: each with its unit and source, in the order of their days, without gap or overlap.</summary>
internal sealed class DatedValuesReader(StandingReader standings, ComplianceYear? year, ProblemList problems)
{
    internal IReadOnlyList<DatedValue> Read(LocatedNode list)
    {
        if (list.Kind != LocatedKind.Array || list.Children.Count == 0)
        {
            problems.Error("wrong-type", list.Place, $"\"{list.Key}\" holds {(list.Kind == LocatedKind.Array ? "an empty list" : list.Describe())}.", "a list [ … ] of at least one dated value");
            return [];
        }

        if (list.Children.Count > RulesetLimits.MaxDatedValues)
        {
            problems.Error("too-many-values", list.Place, $"There are {list.Children.Count} dated values.", $"at most {RulesetLimits.MaxDatedValues}");
            return [];
        }

        // Every value is read, so that all its mistakes are found.
        var read = new List<DatedValue>(list.Children.Count);
        for (var i = 0; i < list.Children.Count; i++)
        {
            if (ReadOne(list.Children[i]) is { } value)
            {
                read.Add(value);
            }
        }

        if (read.Count < list.Children.Count)
        {
            return [];
        }

        return IsSequence(read) & HaveOneUnit(read) && CoverTheYear(read) ? read : [];
    }

    private DatedValue? ReadOne(LocatedNode node)
    {
        var reader = new ObjectReader(node, problems);
        var from = reader.Date("from");
        var to = reader.OptionalDate("to");
        var value = reader.Required("value");
        var unit = reader.Text("unit");
        var standing = standings.Read(reader);
        var reason = reader.OptionalText("reason");
        var settledBy = reader.OptionalText("settledBy");
        reader.Done();
        if (value is null || unit is null || !UnitIsKnown(unit, node))
        {
            return null;
        }

        if (value.Kind == LocatedKind.Number)
        {
            problems.Error("wrong-type", value.Place, "\"value\" holds a bare number.", $"text in double quotes, such as \"{value.Value}\"", "Regulated numbers are written as text, so that no reader turns them into a rounded binary number.");
            return null;
        }

        if (value.Kind is not (LocatedKind.String or LocatedKind.Null))
        {
            problems.Error("wrong-type", value.Place, $"\"value\" holds {value.Describe()}.", "text in double quotes, or null where the law is silent");
            return null;
        }

        if (value.Value is { } text && !ParameterUnit.Accepts(text, unit, out var expected))
        {
            problems.Unreadable("bad-value", value.Place, text + " " + unit, expected);
            return null;
        }

        if (standing is not null)
        {
            CheckUnknown(value, standing, reason, settledBy);
        }

        if (from is not null && to < from)
        {
            problems.Error("dates-reversed", node.Member("to")!.Place, $"The value ends on {to:uuuu-MM-dd}, before it begins on {from:uuuu-MM-dd}.", "\"to\" on or after \"from\"");
            return null;
        }

        return from is null || standing is null ? null : new DatedValue(from.Value, to, value.Value, unit, standing, reason, settledBy, node.Place);
    }

    private bool UnitIsKnown(string unit, LocatedNode node)
    {
        if (ParameterUnit.IsKnown(unit))
        {
            return true;
        }

        problems.Error("unknown-unit", node.Member("unit")!.Place, $"\"{ShownText.Short(unit)}\" is not a unit known here.", string.Join(", ", ParameterUnit.PlainWords) + ", or a unit of a quantity such as t, MWh, tCO2/TJ, INR", problems.Nearest(unit, ParameterUnit.PlainWords));
        return false;
    }

    private void CheckUnknown(LocatedNode value, Standing standing, string? reason, string? settledBy)
    {
        var isNull = value.Kind == LocatedKind.Null;
        if (isNull != (standing.Evidence == Evidence.Unknown))
        {
            problems.Error("unknown-contradicts-value", value.Place, isNull ? "The value is null, its evidence is not \"unknown\"." : "The evidence is \"unknown\", but there is a value.", "null together with evidence \"unknown\", or neither");
        }

        if (isNull && (reason is null || settledBy is null))
        {
            problems.Error("unexplained-unknown", value.Place, "The value is null and does not say why or who can settle it.", "\"reason\" and \"settledBy\"", "An unknown of the law is explained, never left blank.");
        }

        if (!isNull && (reason is not null || settledBy is not null))
        {
            problems.Error("unknown-contradicts-value", value.Place, "\"reason\" and \"settledBy\" belong to an unknown, but there is a value.", hint: "Move the text into \"note\".");
        }
    }

    private bool IsSequence(List<DatedValue> values)
    {
        var before = problems.Count;
        for (var i = 1; i < values.Count; i++)
        {
            var (earlier, later) = (values[i - 1], values[i]);
            if (earlier.To is null || later.From <= earlier.To.Value)
            {
                problems.Error("dated-overlap", later.Place, $"This value begins on {later.From:uuuu-MM-dd}, and the one before it {(earlier.To is { } end ? $"ends on {end:uuuu-MM-dd}" : "has no end")}.", "each value after the one before it has ended", later.From > earlier.From ? $"End the earlier one with \"to\": \"{DayBefore(later.From):uuuu-MM-dd}\"." : "Put the values in the order of their days.");
            }
            else if (earlier.To.Value.PlusDays(1) != later.From)
            {
                problems.Error("dated-gap", later.Place, $"Nothing is said for {earlier.To.Value.PlusDays(1):uuuu-MM-dd} to {DayBefore(later.From):uuuu-MM-dd}.", "values without a gap", "Where the law is silent, say so with null and a reason.");
            }
        }

        return problems.Count == before;
    }

    private bool CoverTheYear(List<DatedValue> values)
    {
        if (year is not { } covered)
        {
            return true;
        }

        var before = problems.Count;
        var (first, last) = (values[0], values[values.Count - 1]);
        if (first.From > covered.FirstDay)
        {
            problems.Error("dated-gap", first.Place, $"Nothing is said for the beginning of {covered}, {covered.FirstDay:uuuu-MM-dd} to {DayBefore(first.From):uuuu-MM-dd}.", "values for every day of the year", "Where the law is silent, say so with null and a reason.");
        }

        if (last.To is { } end && end < covered.LastDay)
        {
            problems.Error("dated-gap", last.Place, $"Nothing is said for the end of {covered}, from {end.PlusDays(1):uuuu-MM-dd}.", "values for every day of the year", "Where the law is silent, say so with null and a reason.");
        }

        return problems.Count == before;
    }

    private bool HaveOneUnit(List<DatedValue> values)
    {
        var changed = values.Where(v => v.Unit != values[0].Unit).ToList();
        foreach (var value in changed)
        {
            problems.Error("unit-change", value.Place, $"The unit changes from \"{values[0].Unit}\" to \"{value.Unit}\".", "one unit for all values of a parameter", $"Convert this value into {values[0].Unit}, or give it a parameter of its own.");
        }

        return changed.Count == 0;
    }

    // The calendar has a first day; a hostile date on it has no day before.
    private static LocalDate DayBefore(LocalDate day) => day == LocalDate.MinIsoValue ? day : day.PlusDays(-1);
}
