using System;
using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Calendar;

/// <summary>Reads <c>calendar.csv</c>. An empty <c>due</c> means that the date depends on an event the ruleset cannot know.</summary>
internal sealed class CalendarReader(StandingReader standings, ProblemList problems)
{
    internal static readonly IReadOnlyList<string> Columns = ["event", "rule", "due", "form", "instrument", "clause", "force", "evidence", "note"];

    internal IReadOnlyList<Deadline> Read(RulesetFile file)
    {
        var deadlines = new List<Deadline>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in RulesetTable.Read(file, Columns, problems))
        {
            var what = row.Text("event");
            var rule = row.Text("rule");
            var due = row.OptionalValue<LocalDate>("due", Scalars.TryDate);
            var form = row.OptionalText("form");
            var standing = standings.Read(row);
            if (what is not null && !seen.Add(what))
            {
                problems.Error("duplicate-id", row.PlaceOf("event"), $"The event \"{ShownText.Short(what)}\" occurs twice.", "each event once", "Delete one of the two.");
            }

            if (what is not null && rule is not null && standing is not null)
            {
                deadlines.Add(new Deadline(what, rule, form, due, standing));
            }
        }

        return deadlines;
    }
}
