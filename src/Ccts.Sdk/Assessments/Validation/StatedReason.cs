using System;
using System.Linq;
using Ccts.Sdk.Formats.Texts;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// What a stated reason explains. A reason without a finding's name is shown with findings that do not withhold, and releases nothing: a new boiler does not explain
/// a product ten times too large. To release a finding, the reason names it: <c>no-electricity: the shafts are driven by steam</c>. Several reasons have
/// semicolons between them; several findings with one cause have commas before the colon.
/// </summary>
internal static class StatedReason
{
    private static readonly string[] Courtesies = ["please note that ", "please note: ", "please note ", "kindly note that "];

    /// <summary>The reason for a finding, or null where none is stated for it.</summary>
    /// <param name="text">All that is stated.</param>
    /// <param name="name">The code of the finding, with its figure or field if that must be named too.</param>
    /// <param name="needsName">Whether it has to be named.</param>
    internal static string? For(string? text, string name, bool needsName)
    {
        string? plain = null;
        foreach (var part in (text ?? "").Split(';'))
        {
            var colon = part.IndexOf(':');
            var names = colon < 0 ? [] : Array.ConvertAll(part.Substring(0, colon).Split(','), n => n.Trim());
            if (names.Length == 0 || !Array.TrueForAll(names, IsName))
            {
                plain = plain is null ? part : plain + ";" + part;
            }
            else if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return Read(part.Substring(colon + 1));
            }
        }

        return needsName || plain is null ? null : Read(plain);
    }

    /// <summary>What is stated. "Please" alone begins the prompt of a template; "please note that" begins an answer.</summary>
    private static string? Read(string text)
    {
        var trimmed = text.Trim();
        var courtesy = Array.Find(Courtesies, c => trimmed.StartsWith(c, StringComparison.OrdinalIgnoreCase));
        return NotStated.Shipped.Read(trimmed.Substring(courtesy?.Length ?? 0));
    }

    /// <summary>Words of a code with hyphens between; after it a figure, or the key of a field.</summary>
    private static bool IsName(string text)
    {
        var words = text.Split(' ');
        return words[0].IndexOf('-') > 0 && words[0].All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')) && (words.Length == 1 || text.IndexOf('@') > 0 || (words.Length == 2 && words[1].Any(char.IsDigit)));
    }
}
