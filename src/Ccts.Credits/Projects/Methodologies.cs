using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Credits.Projects;

/// <summary>A methodology or activity on an official list.</summary>
/// <param name="Code">Its code or name.</param>
/// <param name="Title">What it is for, where the list says so.</param>
/// <param name="Applies">Whether it is on the list on the day; null where that is not known.</param>
/// <param name="Standing">The source of that statement.</param>
public sealed record ListedActivity(string Code, string? Title, bool? Applies, Standing Standing);

/// <summary>The lists of a ruleset: methodologies of the offset mechanism, activities for Article 6.2. They are data of the year.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class Methodologies
{
    /// <summary>The offset mechanism's methodologies on a day.</summary>
    public static IReadOnlyList<ListedActivity> Offset(Ruleset ruleset, LocalDate day) => Of(ruleset, "offset.methodologies", day);

    /// <summary>The activities whose outcomes may be transferred under Article 6.2 on a day.</summary>
    public static IReadOnlyList<ListedActivity> Article6(Ruleset ruleset, LocalDate day) => Of(ruleset, "article6.activities", day);

    private static List<ListedActivity> Of(Ruleset ruleset, string path, LocalDate day) => Require.NotNull(ruleset).Parameters.TryGetValue(path, out var table)
        ? table.Rows.Select(r => (r.Key, Value: table.On(day, r.Key))).Where(r => r.Value is not null)
            .Select(r => new ListedActivity(r.Key, r.Value!.Standing.Note, r.Value.IsKnown ? r.Value.Text == "yes" : null, r.Value.Standing)).ToList()
        : [];
}
