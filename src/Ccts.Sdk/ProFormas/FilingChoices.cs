using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>Reads what a filing chooses for the whole form. A small whole number may stand as a JSON number.</summary>
internal static class FilingChoices
{
    internal static Dictionary<string, string> Read(ObjectReader general, ProForma form, ProblemList problems)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var choice in form.Choices)
        {
            var isRequired = choice.Default is null && choice.Name == form.YearsChoice;
            var node = isRequired ? general.Required(choice.Name) : general.Optional(choice.Name);
            if (node is null)
            {
                continue;
            }

            // The workbook's own lists have blanks before some words.
            var word = node.Kind is LocatedKind.String or LocatedKind.Number ? node.Value!.Trim() : null;
            if (word is not null && choice.Words.Contains(word, StringComparer.Ordinal))
            {
                chosen[choice.Name] = word;
            }
            else if (word is { Length: > 0 } || word is null || isRequired)
            {
                problems.Error("unknown-word", node.Place, $"{(word is null ? "Here stands " + node.Describe() : $"\"{ObjectReader.Shorten(word)}\" is none of the words")} for \"{choice.Name}\" ({choice.Title}).", choice.Words.Count <= 12 ? string.Join(", ", choice.Words) : "a name of the form's list, letter for letter", word is null ? null : problems.Nearest(word, choice.Words));
            }
        }

        general.Done();
        return chosen;
    }
}
