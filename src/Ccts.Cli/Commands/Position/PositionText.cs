using System.Collections.Generic;
using Ccts.Cli.Output;
using Ccts.Sdk.Assessments.Position;

namespace Ccts.Cli.Commands.Position;

/// <summary>The words of a position.</summary>
internal static class PositionText
{
    /// <summary>Units in the account that cannot be surrendered.</summary>
    internal static IEnumerable<string> NotUsable(YearPosition position, Digits digits)
    {
        if (position.NotUsable > 0)
        {
            yield return $"{digits.Whole(position.NotUsable)} more in the account cannot be surrendered on that day, and are not counted as held: the account is frozen, or their validity is over or not known.";
        }
    }

    /// <summary>Units settled beyond the report's result, and how they count.</summary>
    internal static IEnumerable<string> TooMany(YearPosition position, Digits digits)
    {
        if (position.IssuedTooMany is { } issued and > 0)
        {
            yield return $"{digits.Whole(issued)} were issued too many. No text read says whether they are given back, cancelled or bought back; they are counted as owed.";
        }

        if (position.SurrenderedTooMany is { } given and > 0)
        {
            yield return $"{digits.Whole(given)} were surrendered too many. No text read says whether they come back; they are counted as still there.";
        }
    }

    internal static string Word(OversellLevel level) => level switch
    {
        OversellLevel.Near => "near",
        OversellLevel.AtLimit => "at-limit",
        OversellLevel.Barred => "barred",
        _ => "clear",
    };
}
