using System;
using System.Collections.Generic;
using System.Text;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Two grammars that could take the same text.</summary>
/// <param name="First">A grammar.</param>
/// <param name="Second">Another.</param>
/// <param name="Witness">A text that both forms match; its digits are invented.</param>
/// <param name="HasPrecedence">Whether one grammar states that it yields to the other.</param>
public sealed record GrammarOverlap(SerialGrammar First, SerialGrammar Second, string Witness, bool HasPrecedence);

/// <summary>Finds pairs of grammars that match the same text.</summary>
public static class GrammarLint
{
    /// <summary>
    /// Every pair whose forms share a text, in order of ids. Exact over the forms' characters and widths; dates count as digits and repeated
    /// fields as free, so a pair may be reported whose shared texts all have impossible dates.
    /// </summary>
    public static IReadOnlyList<GrammarOverlap> Overlaps(SerialGrammars grammars)
    {
        var found = new List<GrammarOverlap>();
        var all = new List<SerialGrammar>(Require.NotNull(grammars).All);
        all.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (Witness(all[i].Form, all[j].Form) is { } witness)
                {
                    found.Add(new GrammarOverlap(all[i], all[j], witness, States(all[i], all[j]) || States(all[j], all[i])));
                }
            }
        }

        return found;

        static bool States(SerialGrammar loser, SerialGrammar winner) => Contains(loser.YieldsTo, winner.Id);
    }

    /// <summary>Ids of all grammars that match the text exactly, in order of precedence.</summary>
    public static IReadOnlyList<string> Takers(SerialGrammars grammars, string text)
    {
        var takers = new List<string>();
        var fields = new FieldSlice[SerialGrammar.MaxFields];
        foreach (var grammar in Require.NotNull(grammars).All)
        {
            if (grammar.TryMatch(Require.NotNull(text).AsSpan(), fields, out _))
            {
                takers.Add(grammar.Id);
            }
        }

        return takers;
    }

    private static bool Contains(IReadOnlyList<string> ids, string id)
    {
        foreach (var each in ids)
        {
            if (string.Equals(each, id, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // Breadth first over pairs of states: the first pair in which both may end gives a shortest shared text.
    private static string? Witness(FormElement[] first, FormElement[] second)
    {
        var start = (FormState.Start, FormState.Start);
        var cameFrom = new Dictionary<(FormState, FormState), ((FormState, FormState) Before, char Char)> { [start] = (start, '\0') };
        var open = new Queue<(FormState, FormState)>();
        open.Enqueue(start);
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            var mine = FormStates.Moves(first, at.Item1, out var mineEnds);
            var theirs = FormStates.Moves(second, at.Item2, out var theirsEnd);
            if (mineEnds && theirsEnd)
            {
                return Trace(cameFrom, at, start);
            }

            foreach (var (mySet, myNext) in mine)
            {
                foreach (var (theirSet, theirNext) in theirs)
                {
                    var next = (myNext, theirNext);
                    if (!cameFrom.ContainsKey(next) && mySet.FirstShared(theirSet) is { } shared)
                    {
                        cameFrom[next] = (at, shared);
                        open.Enqueue(next);
                    }
                }
            }
        }

        return null;
    }

    private static string Trace(
        Dictionary<(FormState, FormState), ((FormState, FormState) Before, char Char)> cameFrom, (FormState, FormState) at, (FormState, FormState) start)
    {
        var text = new StringBuilder();
        for (; at != start; at = cameFrom[at].Before)
        {
            text.Insert(0, cameFrom[at].Char);
        }

        return text.ToString();
    }
}
