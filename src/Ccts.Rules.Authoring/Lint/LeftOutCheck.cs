using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds what the law before has and this one lacks: a rule, a day or a whole file may be missing although nothing here looks wrong. A repeal
/// looks the same, so missing names are remarks. A missing file is a warning, and so is a rule that a revision of the same year no longer has: what it refused is permitted.
/// </summary>
internal static class LeftOutCheck
{
    private const int Shown = 5;

    internal static void CheckFiles(LintSubject subject, Ruleset previous)
    {
        if (!IsComparable(subject, previous))
        {
            return;
        }

        foreach (var path in LintSubject.FilesOf(previous).Paths.Where(p => p != RulesetFiles.SignatureFileName && !p.StartsWith("tests/", StringComparison.Ordinal) && subject.Files.Find(p) is null))
        {
            subject.OwnsFile(path, out var place);
            subject.Warn("file-left-out", place, $"{previous} has the file {path}, and this ruleset has none.", $"{path} for {subject.Ruleset.Year}", "Was it left behind when the folder was copied?");
        }
    }

    internal static void CheckNames(LintSubject subject, Ruleset previous)
    {
        if (!IsComparable(subject, previous))
        {
            return;
        }

        var now = subject.Ruleset;
        Check(subject, previous, "rules.json", "rules", previous.Rules.Rules.Select(r => r.Id), now.Rules.Rules.Select(r => r.Id), refuses: previous.Year == now.Year);
        Check(subject, previous, "facts.json", "facts", previous.Rules.Vocabulary.Facts.Select(f => f.Name), now.Rules.Vocabulary.Facts.Select(f => f.Name));
        Check(subject, previous, "parameters.json", "parameters", Rows(previous), Rows(now));
        Check(subject, previous, "factors.json", "factors", Factors(previous), Factors(now));
        Check(subject, previous, "sectors.csv", "sectors", previous.Assessment.Sectors.Keys, now.Assessment.Sectors.Keys);
        Check(subject, previous, "calendar.csv", "events", previous.Assessment.Deadlines.Select(d => d.Event), now.Assessment.Deadlines.Select(d => d.Event));
        Check(subject, previous, "targets.csv", "entities", previous.Schedule.Select(r => r.Entity.Key), now.Schedule.Select(r => r.Entity.Key));
        Check(subject, previous, "retention.json", "claims of retention", previous.Retention.Claims.Select(c => c.Id), now.Retention.Claims.Select(c => c.Id));
    }

    // A ruleset published later could not have been copied, unless it is an earlier revision with a wrong day.
    private static bool IsComparable(LintSubject subject, Ruleset previous) => subject.IsLike(previous) && (previous.Year == subject.Ruleset.Year || previous.Published <= subject.Ruleset.Published);

    private static IEnumerable<string> Rows(Ruleset ruleset) => ruleset.Parameters.Values.SelectMany(p => p.Rows.Select(r => r.Key.Length == 0 ? p.Path : p.Path + "[" + r.Key + "]"));

    private static IEnumerable<string> Factors(Ruleset ruleset) => ruleset.Factors.Fuels.Keys.Concat(ruleset.Factors.Materials.Keys).Concat(ruleset.Factors.GlobalWarmingPotentials.Keys);

    private static void Check(LintSubject subject, Ruleset previous, string file, string what, IEnumerable<string> before, IEnumerable<string> now, bool refuses = false)
    {
        var gone = before.Except(now, StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal).ToList();
        if (gone.Count == 0 || !subject.OwnsFile(file, out var place))
        {
            return;
        }

        var said = $"{gone.Count} {what} of {LintSubject.NameOf(subject.Ruleset, previous)} are not here: {string.Join(", ", gone.Take(Shown))}{(gone.Count > Shown ? ", …" : "")}.";
        if (refuses)
        {
            subject.Warn("name-left-out", place, said, "every rule that still applies", "What a rule refused is permitted without it. Was it repealed, or lost?");
        }
        else
        {
            subject.Tell("name-left-out", place, said);
        }
    }
}
