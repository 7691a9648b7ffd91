using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Law;

/// <summary>The title of a part of a ruleset: in English, and in Hindi if there is one.</summary>
/// <param name="English">English.</param>
/// <param name="Hindi">Hindi, or null.</param>
/// <param name="HindiReviewed">Whether a speaker of Hindi has signed it.</param>
public sealed record LawTitle(string English, string? Hindi = null, bool HindiReviewed = false)
{
    /// <summary>Reads <c>"title"</c>: a text, which is English, or an object with both languages.</summary>
    internal static LawTitle? Read(ObjectReader reader, ProblemList problems)
    {
        if (reader.Optional("title") is not { Kind: LocatedKind.Object } node)
        {
            return reader.Text("title") is { } text ? new LawTitle(text) : null;
        }

        var both = new ObjectReader(node, problems);
        var (english, hindi) = (both.Text("en"), both.Text("hi"));
        var reviewed = both.OptionalFlag("hiReviewed") ?? false;
        both.Done();
        if (english is null || hindi is null)
        {
            return null;
        }

        foreach (var (key, text) in new[] { ("en", english), ("hi", hindi) })
        {
            if (text.Trim().Length is 0 or > RulesetLimits.MaxTextLength)
            {
                problems.Error("bad-title", node.Member(key)!.Place, "The title is empty or too long.", $"1 to {RulesetLimits.MaxTextLength} characters; where there is no Hindi yet, the English text alone");
            }
        }

        return new LawTitle(english, hindi, reviewed);
    }
}
