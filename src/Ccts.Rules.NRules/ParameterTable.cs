using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using NodaTime;

namespace Ccts.Rules.NRules;

/// <summary>A parameter with its values read once, by row and day. An explicit unknown of the law has no value.</summary>
internal sealed class ParameterTable
{
    private readonly Dictionary<string, (DatedValue Dated, FactValue? Value)[]> _rows;

    internal ParameterTable(Parameter parameter, FactType type) => _rows = parameter.Rows.ToDictionary(
        r => r.Key,
        r => r.Values.Select(v => (v, v.IsKnown ? ParameterValues.Read(v, type) : null)).ToArray(),
        StringComparer.Ordinal);

    internal bool HasRow(string key) => _rows.ContainsKey(key);

    /// <summary>The single value on a day.</summary>
    internal FactValue? On(LocalDate day) => Find("", day);

    /// <summary>The value of a row on a day; none for an unknown key.</summary>
    internal FactValue? On(FactValue? key, LocalDate day) => key is null ? null : Find(key.Shown, day);

    private FactValue? Find(string key, LocalDate day) =>
        _rows.TryGetValue(key, out var values) ? Array.Find(values, v => v.Dated.AppliesOn(day)).Value : null;
}
