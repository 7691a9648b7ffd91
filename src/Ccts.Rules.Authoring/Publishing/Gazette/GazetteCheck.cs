using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>Reads the printed schedule back and compares it with the data, so that no misprint is published.</summary>
internal static class GazetteCheck
{
    /// <exception cref="CctsDataException">A row does not read back as it was written; all such rows are listed.</exception>
    internal static void Check(Ruleset ruleset, string html)
    {
        var problems = new ProblemList();
        var (printed, rows) = (GazetteReader.Read(html), GazetteRows.Of(ruleset));
        if (printed.Year != ruleset.Year || printed.Rows.Count != rows.InForce.Count || printed.DraftRows.Count != rows.Draft.Count)
        {
            problems.Error("gazette-round-trip", default, $"The printed schedule reads back as {printed.Rows.Count} rows in force and {printed.DraftRows.Count} draft rows for {printed.Year}; the ruleset has {rows.InForce.Count} and {rows.Draft.Count} for {ruleset.Year}.");
        }

        foreach (var entity in rows.InForce.Concat(rows.Draft).Select(r => r.Entity))
        {
            CheckSeen(entity, problems);
        }

        Check(rows.InForce.Select(r => r.Entity), printed.Rows, r => r.Key, problems);
        Check(rows.Draft, printed.DraftRows, r => r.Entity.Key, problems);
        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }
    }

    // An invisible character reads back exactly, but makes another name for somebody who looks up the plant.
    private static void CheckSeen(EntityTarget row, ProblemList problems)
    {
        foreach (var text in new[] { row.Key, row.Entity, row.Sector, row.SubSector, row.State, row.Standing.Source.Clause, row.Standing.Note }.OfType<string>())
        {
            if (UnseenCharacters.In(text) is { Length: > 0 } points)
            {
                var key = ShownText.Short(row.Key);
                problems.Error("unseen-character", new SourcePlace(null, 0, 0, "targets/" + key), $"\"{ShownText.Short(text)}\" in the row of {key} holds {points}, which cannot be seen on paper.", "letters, digits, signs and plain blanks", "Type the text again.");
            }
        }
    }

    private static void Check<T>(IEnumerable<T> rows, IEnumerable<T> printed, Func<T, string> keyOf, ProblemList problems)
        where T : notnull
    {
        foreach (var key in rows.Zip(printed, (r, b) => (Row: r, Back: b)).Where(p => !p.Row.Equals(p.Back)).Select(p => ShownText.Short(keyOf(p.Row))))
        {
            problems.Error("gazette-round-trip", new SourcePlace(null, 0, 0, "targets/" + key), $"The printed row of {key} does not read back as it is in the data.", "text that can be printed exactly", "Look for control characters, characters that turn the direction of writing, and double blanks.");
        }
    }
}
