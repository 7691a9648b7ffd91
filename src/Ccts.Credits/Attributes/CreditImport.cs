using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Quality;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Credits.Attributes;

/// <summary>What came of an import.</summary>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
/// <param name="Stated">Blocks whose attributes were stated.</param>
/// <param name="Problems">Rows that could not be used, each with its place.</param>
public sealed record CreditImportResult(IReadOnlyList<SerialBlock> Stated, IReadOnlyList<Problem> Problems);

/// <summary>Fills a book of credits from registry exports, and backfills scores.</summary>
/// <remarks>Thread-safe.</remarks>
public static class CreditImport
{
    /// <summary>
    /// States what the rows of an export say: project, serial, and the standard where the registry issues by one alone. What the book knows of the units
    /// already is kept, and a row that contradicts it is a problem.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="key">The idempotency key; each row has it with its line behind it.</param>
    /// <param name="at">When.</param>
    /// <param name="rows">The rows, as <see cref="ExportReader"/> reads them.</param>
    public static CreditImportResult Of(CreditBook book, string key, Instant at, IEnumerable<ExportRow> rows)
    {
        Require.NotNull(book);
        var (stated, problems) = (new List<SerialBlock>(), new List<Problem>());
        foreach (var row in Require.NotNull(rows))
        {
            if (row.Problem is { } problem)
            {
                problems.Add(problem);
            }

            if (row.Entry is not { } entry)
            {
                continue;
            }

            if (entry.Block is not { } block || entry.Unit != UnitOfAccount.TonneCo2e)
            {
                problems.Add(Fault(entry, entry.Block is null ? "The row numbers no units, so nothing can be kept of them." : $"The units are {entry.Unit}, not tonnes."));
                continue;
            }

            foreach (var piece in book.Find(block))
            {
                var known = piece.Attributes ?? new CreditAttributes();
                var standard = CreditStandards.OfRegistry(entry.Registry);
                if ((known.Project is not null && entry.Project is not null && known.Project != entry.Project) || (known.Standard is not null && standard is not null && known.Standard != standard))
                {
                    problems.Add(Fault(entry, $"{piece.Units} is known as of project \"{known.Project}\", standard {known.Standard}; the row says \"{entry.Project}\", {standard}."));
                    continue;
                }

                var attributes = known with { Project = known.Project ?? entry.Project, Standard = known.Standard ?? standard, SerialNumber = known.SerialNumber ?? entry.Serial };
                if (attributes != known || piece.Attributes is null)
                {
                    var answer = book.Set($"{key}/{entry.File}:{entry.Line}/{piece.Units.Start}", at, [piece.Units], attributes);
                    if (answer.Refusal is { } no)
                    {
                        problems.Add(Fault(entry, no.Message));
                        continue;
                    }
                }

                stated.Add(piece.Units);
            }
        }

        return new CreditImportResult(stated, problems);
    }

    /// <summary>Scores what accounts hold and nobody has scored.</summary>
    /// <param name="book">The book.</param>
    /// <param name="key">The idempotency key; each block has it with its numbers behind it.</param>
    /// <param name="at">When.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="ruleset">The weights and tiers.</param>
    /// <param name="day">The day on which they are taken.</param>
    /// <param name="marks">The marks of units, by what is known of them; null where nobody has marked them: they stay unscored.</param>
    /// <returns>The blocks that were scored.</returns>
    public static IReadOnlyList<SerialBlock> Backfill(
        CreditBook book, string key, Instant at, IEnumerable<AccountView> accounts, Ruleset ruleset, LocalDate day, Func<CreditAttributes, IReadOnlyDictionary<string, decimal>?> marks)
    {
        Require.NotNull(marks);
        var scored = new List<SerialBlock>();
        foreach (var piece in Require.NotNull(accounts).SelectMany(a => a.Holdings).SelectMany(h => Require.NotNull(book).Find(h.Units.Block)).Where(p => p.Attributes is { Quality: null }))
        {
            if (marks(piece.Attributes!) is not { } given)
            {
                continue;
            }

            var score = QualityScoring.Of(ruleset, day, given);
            var quality = new CreditQuality(score.Score, score.Tier, given, $"{ruleset.Identity.Id} revision {ruleset.Identity.Revision}", day);
            if (book.Set($"{key}/{Digest.Of(piece.Units.ToString()).Text.Substring(7, 16)}", at, [piece.Units], piece.Attributes! with { Quality = quality }).IsAccepted)
            {
                scored.Add(piece.Units);
            }
        }

        return scored;
    }

    private static Problem Fault(StatementEntry entry, string message) => new("credit-import", Severity.Error, message, new SourcePlace(entry.File, entry.Line, 0, "")) { Expected = "a row of numbered tonnes" };
}
