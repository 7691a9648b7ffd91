using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds gaps and overlaps in tables by key: words of a choice without a row, rows that no word reaches, keys that differ only in
/// how they are written, sectors with fewer rows than entities. Gaps and overlaps in time are errors when a ruleset is read.
/// </summary>
internal static class TableCheck
{
    internal static void Check(LintSubject subject)
    {
        foreach (var parameter in subject.Ruleset.Parameters.Values.Where(p => p.KeyName is not null))
        {
            CheckKeys(subject, parameter);
            if (subject.IsOwn(parameter.Place))
            {
                CheckAlike(subject, parameter);
            }
        }

        CheckSchedule(subject);
    }

    private static void CheckKeys(LintSubject subject, Parameter table)
    {
        var looked = subject.Rules.SelectMany(r => RuleConditions.Operands(r.When)).OfType<ParameterOperand>()
            .Where(o => o.Parameter.Path == table.Path && o.Key is not null).Select(o => o.Key!).ToList();
        var listed = subject.Rules.SelectMany(r => RuleConditions.Tests(r.When)).OfType<Listing>().Where(l => l.Table.Path == table.Path).Select(l => l.Subject).ToList();
        foreach (var fact in looked.OfType<FactOperand>().Select(f => f.Fact).Where(f => f.Type.Words is not null).Distinct())
        {
            foreach (var word in fact.Type.Words!.Where(w => table.Rows.All(r => r.Key != w)))
            {
                subject.Warn("table-gap", table.Place, $"\"{table.Path}\" has no row for \"{word}\", a word of {fact.Name} by which it is looked up.", "a row for every word", "Where the law is silent, say so with null and a reason.");
            }
        }

        var subjects = looked.Concat(listed).ToList();
        if (subjects.Count == 0 || subjects.Any(s => s.Type.Words is null))
        {
            return;
        }

        var words = new HashSet<string>(subjects.SelectMany(s => s.Type.Words!), StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(r => !words.Contains(r.Key)))
        {
            subject.Warn("unreachable-row", table.Place, $"\"{table.Path}\" has a row \"{row.Key}\" that can never be looked up.", "one of " + string.Join(", ", words));
        }
    }

    private static void CheckAlike(LintSubject subject, Parameter table)
    {
        foreach (var alike in table.Rows.GroupBy(r => Spelling(r.Key), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            subject.Warn("table-overlap", table.Place, $"In \"{table.Path}\" the rows {string.Join(" and ", alike.Select(r => $"\"{r.Key}\""))} are the same but for how they are written.", "each key once");
        }
    }

    private static void CheckSchedule(LintSubject subject)
    {
        var rows = subject.Ruleset.Schedule.Where(r => r.Entity.Standing.Force == Force.InForce).ToList();
        bool IsOwn(ScheduleRow row, out SourcePlace place) => subject.OwnsRow(LintTable.Of(row), row.Entity.Key, out place);
        foreach (var sector in subject.Ruleset.Assessment.Sectors.Values.Where(s => s.Standing.Force == Force.InForce && s.EntityCount is not null))
        {
            var (count, place) = (rows.Count(r => r.Entity.Sector == sector.Name), default(SourcePlace));
            if (count != sector.EntityCount && (rows.Any(r => r.Entity.Sector == sector.Name && IsOwn(r, out place)) || subject.OwnsRow(LintTable.Sectors, sector.Name, out place)))
            {
                subject.Tell("schedule-gap", place, $"{sector.Name} has {sector.EntityCount} entities, and the schedule has {count} rows.", count > sector.EntityCount ? "One of the two is wrong." : null);
            }
        }

        foreach (var alike in rows.GroupBy(r => (Spelling(r.Entity.Entity), r.Entity.Sector, r.Entity.State)).Where(g => g.Count() > 1))
        {
            var place = default(SourcePlace);
            if (alike.Any(r => IsOwn(r, out place)))
            {
                subject.Tell("schedule-overlap", place, $"{string.Join(" and ", alike.Select(r => r.Entity.Key))} have one name, \"{alike.First().Entity.Entity}\", in one sector and state.", "Check that they are two plants.");
            }
        }
    }

    private static string Spelling(string key) =>
        new(key.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit).ToArray());
}
