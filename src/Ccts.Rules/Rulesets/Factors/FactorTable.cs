using System;
using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets.Factors;

/// <summary>
/// One table of <c>factors.json</c>: a title, a unit and a standing for all rows, and rows that may each have a
/// standing of its own.
/// </summary>
internal sealed class FactorTable
{
    private readonly StandingReader _standings;
    private readonly ProblemList _problems;
    private readonly Standing? _standing;
    private readonly string _path;
    private readonly string? _unit;

    internal FactorTable(LocatedNode node, StandingReader standings, ProblemList problems)
    {
        (_standings, _problems, _path) = (standings, problems, node.Key ?? "");
        var reader = new ObjectReader(node, problems);
        reader.Text("title");
        _unit = reader.Text("unit");
        _standing = standings.Read(reader);
        Rows = reader.List("rows");
        reader.Done();
        if (Rows.Count > RulesetLimits.MaxRows)
        {
            problems.Error("too-many-rows", node.Place, $"The table has {Rows.Count} rows.", $"at most {RulesetLimits.MaxRows}");
            Rows = [];
        }
    }

    internal IReadOnlyList<LocatedNode> Rows { get; }

    /// <summary>Reads every row into a dictionary; a repeated key is a problem.</summary>
    internal IReadOnlyDictionary<string, T> ByKey<T>(Func<ObjectReader, string, T?> read)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var node in Rows)
        {
            var row = new ObjectReader(node, _problems);
            var key = row.Text("key");
            var value = read(row, key ?? "");
            row.Done();
            if (key is null || value is null)
            {
                continue;
            }

            if (found.ContainsKey(key))
            {
                _problems.Error("duplicate-id", node.Member("key")!.Place, $"The key \"{ShownText.Short(key)}\" occurs twice in this table.", "each key once", "Delete one of the two.");
                continue;
            }

            found.Add(key, value);
        }

        return found;
    }

    /// <summary>Other readings of the row's value; what a reading leaves out of its standing comes from the table.</summary>
    internal IReadOnlyList<LegalValue<T>> OtherReadings<T>(ObjectReader row, string key, TextParser<T> parser)
        where T : struct
    {
        var others = new List<LegalValue<T>>();
        var readings = row.OptionalList("otherReadings");
        if (readings.Count > RulesetLimits.MaxOtherReadings)
        {
            _problems.Error("too-many-rows", readings[0].Place, $"The value has {readings.Count} other readings.", $"at most {RulesetLimits.MaxOtherReadings}");
            return [];
        }

        foreach (var node in readings)
        {
            var reading = new ObjectReader(node, _problems);
            if (Value(reading, key, parser) is { } value)
            {
                others.Add(value);
            }

            reading.Done();
        }

        return others;
    }

    /// <summary>The row's value in the table's unit, with its standing.</summary>
    internal LegalValue<T>? Value<T>(ObjectReader row, string key, TextParser<T> parser)
        where T : struct
    {
        var text = row.Text("value");
        var standing = _standings.ReadRow(row, _standing);
        if (text is null || standing is null || _unit is null)
        {
            return null;
        }

        if (text.Length > 0 && text[0] == '-')
        {
            _problems.Error("bad-value", row.Node.Member("value")!.Place, $"\"{ShownText.Short(text)}\" is negative.", "a factor of zero or more");
            return null;
        }

        if (parser(text + " " + _unit, out var value, out var reason))
        {
            return LegalValue.Known(_path + "." + key, value, standing);
        }

        _problems.Unreadable("bad-value", row.Node.Member("value")!.Place, text + " " + _unit, reason);
        return null;
    }
}
