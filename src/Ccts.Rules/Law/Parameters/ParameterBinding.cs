using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Law.Parameters;

/// <summary>
/// Reads the parameters that the calculators need, typed, for one compliance year. A missing parameter or one of the
/// wrong kind becomes a problem, and a placeholder is returned that is never visible outside.
/// </summary>
internal sealed class ParameterBinding(IReadOnlyDictionary<string, Parameter> parameters, ComplianceYear year, SourcePlace file, ProblemList problems)
{
    /// <summary>The paths of every parameter that was asked for.</summary>
    internal HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    internal LegalValue<T> Value<T>(string path, TextParser<T> parser)
        where T : struct
    {
        var parameter = Find(path, isTable: false);
        return parameter is null || parameter.IsBroken ? Placeholder<T>(path) : Bind(path, parameter.Rows[0].Values, parser);
    }

    /// <summary>
    /// A value that a ruleset may leave out; null if it does, and if it says that nothing applies the value: what was published before a
    /// calculator could is taken at its word.
    /// </summary>
    internal LegalValue<T>? Optional<T>(string path, TextParser<T> parser)
        where T : struct
    {
        if (parameters.TryGetValue(path, out var parameter) && parameter.Informational is not null)
        {
            return null;
        }

        Asked.Add(path);
        return parameter is null ? null : Value(path, parser);
    }

    internal LegalValue<decimal> Number(string path, string unit) => Value(path, In<decimal>(unit, Scalars.TryDecimal));

    internal LegalValue<int> Whole(string path, string unit) => Value(path, In<int>(unit, Scalars.TryWhole));

    /// <summary>A clause that the ruleset has or has not; only its standing matters.</summary>
    internal Standing Statement(string path) => Value(path, In<bool>(ParameterUnit.Statement, AnyStatement)).Standing;

    /// <summary>A table's rows by key, in the order of the file.</summary>
    internal IReadOnlyList<KeyValuePair<string, LegalValue<T>>> Table<T>(string path, TextParser<T> parser)
        where T : struct =>
        (Find(path, isTable: true)?.Rows ?? [])
            .Select(r => new KeyValuePair<string, LegalValue<T>>(r.Key, Bind(path + "[" + r.Key + "]", r.Values, parser)))
            .ToList();

    /// <summary>The rows of a table that a ruleset may leave out; empty if it does.</summary>
    internal IReadOnlyList<KeyValuePair<string, LegalValue<T>>> OptionalRows<T>(string path, TextParser<T> parser)
        where T : struct
    {
        Asked.Add(path);
        return parameters.ContainsKey(path) ? Table(path, parser) : [];
    }

    /// <summary>The known values of a table that a ruleset may leave out; empty if it does. A key that is not among the given words is an error.</summary>
    internal IReadOnlyDictionary<string, T> OptionalTable<T>(string path, TextParser<T> parser, IReadOnlyCollection<string>? words = null)
        where T : struct
    {
        Asked.Add(path);
        if (!parameters.ContainsKey(path))
        {
            return new Dictionary<string, T>(StringComparer.Ordinal);
        }

        var rows = Table(path, parser);
        foreach (var row in rows.Where(r => words is not null && !words.Contains(r.Key, StringComparer.Ordinal)))
        {
            problems.Error("unknown-word", parameters[path].Place, $"\"{ShownText.Short(row.Key)}\" is no key of \"{path}\".", string.Join(", ", words!), problems.Nearest(row.Key, words!));
        }

        return rows.Where(r => r.Value.IsKnown).ToDictionary(r => r.Key, r => r.Value.Value, StringComparer.Ordinal);
    }

    /// <summary>A key of a table that cannot be read.</summary>
    internal void Refuse(string path, string key, string expected) =>
        problems.Error("unknown-word", parameters[path].Place, $"\"{ShownText.Short(key)}\" is no key of \"{path}\".", expected);

    /// <summary>The standing of a table's first row; null if the ruleset leaves it out.</summary>
    internal Standing? StandingOf(string path) =>
        parameters.TryGetValue(path, out var parameter) && parameter.Rows is [{ Values: [var first, ..] }, ..] ? first.Standing : null;

    /// <summary>Reads the plain number of a value whose unit must be the one given.</summary>
    internal static TextParser<T> In<T>(string unit, TextParser<T> number)
    {
        bool Parse(string text, out T value, out string? reason)
        {
            var blank = text.LastIndexOf(' ');
            if (text.Substring(blank + 1) == unit)
            {
                return number(text.Substring(0, blank), out value, out reason);
            }

            value = default!;
            reason = $"a value in the unit \"{unit}\"";
            return false;
        }

        return Parse;
    }

    private static bool AnyStatement(string text, out bool value, out string? reason)
    {
        value = text == ParameterUnit.Yes;
        reason = value ? null : ParameterUnit.Yes;
        return value;
    }

    private Parameter? Find(string path, bool isTable)
    {
        Asked.Add(path);
        if (!parameters.TryGetValue(path, out var parameter))
        {
            problems.Error("missing-parameter", file with { Pointer = "/parameters" }, $"The parameter \"{path}\" is missing; an assessment needs it.", $"\"{path}\"", problems.Nearest(path, parameters.Keys.Where(k => k.Length <= path.Length + 4)) ?? "Where the law is silent, say so with null, a reason and who can settle it.");
            return null;
        }

        if (parameter.IsBroken || isTable == (parameter.KeyName is not null))
        {
            return parameter;
        }

        problems.Error("values-or-table", parameter.Place, isTable ? $"\"{path}\" is a single value." : $"\"{path}\" is a table.", isTable ? "a table: \"by\" and \"table\"" : "a single value: \"values\"");
        return null;
    }

    private LegalValue<T> Bind<T>(string path, IReadOnlyList<DatedValue> values, TextParser<T> parser)
        where T : struct
    {
        var within = values.Where(v => v.From <= year.LastDay && (v.To is null || v.To.Value >= year.FirstDay)).ToList();
        if (within.Count == 0)
        {
            // Reading the dated values has already said why there is none.
            return Placeholder<T>(path);
        }

        if (within.Count > 1)
        {
            problems.Error("changes-within-year", within[1].Place, $"\"{path}\" changes within {year}; an assessment of the year needs one value.", "one value for the whole year");
            return Placeholder<T>(path);
        }

        var value = within[0];
        if (value.Text is null)
        {
            return LegalValue.Unknown<T>(path, value.Standing, value.Reason ?? "", value.SettledBy ?? "");
        }

        if (parser(value.Text + " " + value.Unit, out var read, out var reason))
        {
            return LegalValue.Known(path, read, value.Standing);
        }

        problems.Unreadable("bad-parameter", value.Place, path + " = " + value, reason);
        return Placeholder<T>(path);
    }

    private static LegalValue<T> Placeholder<T>(string path)
        where T : struct => LegalValue.Unknown<T>(path, new Standing(new LegalSource("", null), Force.None, Evidence.Unknown), "", "");
}
