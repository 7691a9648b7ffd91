using System;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
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
        if (subject.OwnsFile(RulesetFiles.OverlayFileName, out var own))
        {
            Beside(subject, own, SaidOfOverlay(subject.Files), earlier is null || !subject.IsLike(earlier) ? null : SaidOfOverlay(LintSubject.FilesOf(earlier)));
        }

        if (!subject.OwnsFile(RulesetFiles.RulesetFileName, out var place))
        {
            return;
        }

        var (ruleset, published) = (subject.Ruleset, subject.Ruleset.Published);
        Beside(subject, place, Said(ruleset), earlier is null ? null : Said(earlier));

        var latest = ruleset.Instruments.Values.Where(i => i.Status == Force.InForce)
            .Select(i => (i.Id, Date: i.Date.Length >= 10 && Scalars.TryDate(i.Date.Substring(0, 10), out var day, out _) ? day : LocalDate.MinIsoValue))
            .OrderBy(i => i.Date).LastOrDefault();
        if (latest.Id is not null && published < latest.Date)
        {
            subject.Warn("published-off", place, $"The ruleset is published on {Text(published)} and draws on {latest.Id} of {Text(latest.Date)}, which was not known then.", $"{Text(latest.Date)} or later");
        }

        if (ruleset.Kind == RulesetKind.ComplianceYear && published > ruleset.Year.LastDay.PlusYears(YearsAfter))
        {
            subject.Warn("published-off", place, $"The ruleset of {ruleset.Year} is published on {Text(published)}, more than {YearsAfter} years after the year is over.", "the day this revision becomes known", "Look for a digit in the wrong place.");
        }
    }

    private static Revision Said(Ruleset ruleset) => new(ruleset.Identity.Id, ruleset.Identity.Revision, ruleset.Published, $"{ruleset.Files.Name} ({ruleset.Identity.Digest})");

    private static Revision SaidOfOverlay(RulesetFiles files) => Overlay.Read(files) is var overlay ? new(overlay.Id, overlay.Revision, overlay.Published, $"{files.Name} ({files.Digest})") : default;

    private static void Beside(LintSubject subject, SourcePlace place, Revision own, Revision? earlier)
    {
        if (earlier is not { } before)
        {
            return;
        }

        if (before.Number == own.Number)
        {
            subject.Warn("revision-off", place, $"Revision {own.Number} of {own.Id} has other contents in {before.Where}: a catalog refuses the two.", "a higher revision with every change", "Is the copy beside the one that was published? Then this is the next revision.");
        }
        else if (before.Number + 1 < own.Number)
        {
            subject.Tell("revision-off", place, $"This is revision {own.Number}, and the one before it that was found is {before.Number}.", "A host that has accepted it takes no revision between the two.");
        }

        if (own.Published < before.Published)
        {
            subject.Warn("published-off", place, $"Revision {own.Number} is published on {Text(own.Published)}, before revision {before.Number} of {Text(before.Published)}: a catalog refuses the two.", $"{Text(before.Published)} or later");
        }
    }

    /// <summary>A revision of a ruleset or an overlay, and where it stands.</summary>
    private readonly record struct Revision(string Id, int Number, LocalDate Published, string Where);

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
