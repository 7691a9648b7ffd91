using System;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds a revision's number or a day of publication that cannot be meant: before an earlier revision, before a cited instrument in force, or years after the
/// year is over. This day alone decides which revision answers, so a slip in it brings back the old law.
/// </summary>
internal static class PublishedCheck
{
    // A year's certificates are surrendered within the next; corrections come within that time or soon after.
    private const int YearsAfter = 2;

    internal static void Check(LintSubject subject, Ruleset? earlier)
    {
        if (!subject.OwnsFile("ruleset.json", out var place))
        {
            return;
        }

        var (ruleset, published) = (subject.Ruleset, subject.Ruleset.Published);
        var (revision, before) = (ruleset.Identity.Revision, earlier?.Identity.Revision);
        if (before == revision)
        {
            subject.Warn("revision-off", place, $"Revision {revision} of {ruleset.Identity.Id} stands with other contents in {earlier!.Files.Name} ({earlier.Identity.Digest}): a catalog refuses the two.", "a higher revision with every change", "Is the copy beside the one that was published? Then this is the next revision.");
        }
        else if (before + 1 < revision)
        {
            subject.Tell("revision-off", place, $"This is revision {revision}, and the one before it that was found is {before}.", "Whoever has accepted it takes none between the two any more.");
        }

        if (earlier is not null && published < earlier.Published)
        {
            subject.Warn("published-off", place, $"Revision {ruleset.Identity.Revision} is published on {Text(published)}, before revision {earlier.Identity.Revision} of {Text(earlier.Published)}: a catalog refuses the two.", $"{Text(earlier.Published)} or later");
        }

        var latest = ruleset.Instruments.Values.Where(i => i.Status == Force.InForce)
            .Select(i => (i.Id, Date: i.Date.Length >= 10 && Scalars.TryDate(i.Date.Substring(0, 10), out var day, out _) ? day : LocalDate.MinIsoValue))
            .OrderBy(i => i.Date).LastOrDefault();
        if (latest.Id is not null && published < latest.Date)
        {
            subject.Warn("published-off", place, $"The ruleset is published on {Text(published)} and draws on {latest.Id} of {Text(latest.Date)}, which nobody knew then.", $"{Text(latest.Date)} or later");
        }

        if (ruleset.Kind == RulesetKind.ComplianceYear && published > ruleset.Year.LastDay.PlusYears(YearsAfter))
        {
            subject.Warn("published-off", place, $"The ruleset of {ruleset.Year} is published on {Text(published)}, more than {YearsAfter} years after the year is over.", "the day this revision becomes known", "Look for a digit in the wrong place.");
        }
    }

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
