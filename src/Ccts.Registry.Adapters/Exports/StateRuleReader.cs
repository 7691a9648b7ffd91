using System;
using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads the member <c>state</c> of a format file.</summary>
internal static class StateRuleReader
{
    internal static StateRule Read(ObjectReader state)
    {
        var rule = new StateRule
        {
            Fixed = state.Choice("is", UnitStateWords.All, required: false),
            Dated = state.Choice("dated", UnitStateWords.All, required: false),
            Undated = state.Choice("undated", UnitStateWords.All, required: false),
            Words = States(state, "values"),
            Blank = state.Choice("blank", UnitStateWords.All, required: false),
            Flags = States(state, "flags"),
        };
        state.Done();
        return rule;
    }

    private static Dictionary<string, UnitState> States(ObjectReader state, string key)
    {
        var states = new Dictionary<string, UnitState>(StringComparer.OrdinalIgnoreCase);
        if (state.OptionalObject(key) is { } values)
        {
            foreach (var word in FormatTexts.Members(values))
            {
                if (states.ContainsKey(word.Key!))
                {
                    state.Problems.Error("duplicate-word", word.Place, $"\"{word.Key}\" stands here twice but for its case, and case does not count.", "each word once");
                }
                else if (values.Choice(word.Key!, UnitStateWords.All) is { } meaning)
                {
                    states[word.Key!] = meaning;
                }
            }
        }

        return states;
    }
}
