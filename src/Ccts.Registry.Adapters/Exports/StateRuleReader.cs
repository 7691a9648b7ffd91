using System;
using System.Collections.Generic;
using System.Linq;
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
            Absent = state.Choice("absent", UnitStateWords.All, required: false),
            Flags = States(state, "flags"),
            Only = Only(state),
        };
        state.Done();
        return rule;
    }

    private static Dictionary<string, UnitState[]> Only(ObjectReader state)
    {
        var only = new Dictionary<string, UnitState[]>(StringComparer.Ordinal);
        foreach (var column in FormatTexts.Members(state.OptionalObject("only")))
        {
            var nodes = column.Kind == LocatedKind.Array ? column.Children : [column];
            var words = FormatTexts.Of(nodes, state.Problems);
            for (var i = 0; i < words.Length; i++)
            {
                if (nodes[i].Kind == LocatedKind.String && !UnitStateWords.All.ContainsKey(words[i]))
                {
                    state.Problems.Error("unknown-word", nodes[i].Place, $"\"{words[i]}\" is not a state.", string.Join(", ", UnitStateWords.All.Keys), state.Problems.Nearest(words[i], UnitStateWords.All.Keys));
                }
            }

            only[column.Key!] = [.. words.Where(UnitStateWords.All.ContainsKey).Select(w => UnitStateWords.All[w])];
        }

        return only;
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
                    state.Problems.Error("duplicate-word", word.Place, $"\"{word.Key}\" occurs twice; upper and lower case count as the same.", "each word once");
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
