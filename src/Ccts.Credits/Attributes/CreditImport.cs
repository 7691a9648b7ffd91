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

/// <summary>The result of an import.</summary>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
/// <param name="Stated">Blocks whose attributes were stated.</param>
/// <param name="Problems">Rows that could not be used, each with its place.</param>
public sealed record CreditImportResult(IReadOnlyList<SerialBlock> Stated, IReadOnlyList<Problem> Problems);

/// <summary>Fills a book of credits from registry exports, and backfills scores.</summary>
/// <remarks>Thread-safe.</remarks>
public static class CreditImport
{
    /// <summary>
    /// States the attributes in the rows of an export: project, serial, the standard where the registry issues under only one, and, read with
    /// <see cref="ExportReader.WithDetails"/>, type, methodology, country, reduction or removal, verifier and day of
    /// verification, co-benefits, corresponding adjustment, removal method, permanence and reversal risk, each where a column has it. A row without numbers, such as an
    /// issuance, states them for the numbered rows of its project. Attributes already in the book are kept, and a row that contradicts them is a problem.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="key">The idempotency key. Each statement's key is this one followed by a digest of its content, regardless of the file name.</param>
    /// <param name="at">When.</param>
    /// <param name="rows">The rows, as <see cref="ExportReader"/> reads them; all files of one import together.</param>
    public static CreditImportResult Of(CreditBook book, string key, Instant at, IEnumerable<ExportRow> rows)
    {
        Require.NotNull(book);
        var (stated, problems) = (new List<SerialBlock>(), new List<Problem>());
        var entries = new List<StatementEntry>();
        foreach (var row in Require.NotNull(rows))
        {
            problems.AddRange(row.Problem is { } problem ? [problem] : []);
            entries.AddRange(row.Entry is { } entry ? [entry] : []);
        }

        problems.AddRange(entries.SelectMany(e => RowWords.NotUnderstood(e).Select(why => Fault(e, why))));
        var projects = entries.Where(e => e.Details is not null && e.Project is not null).GroupBy(e => (e.Registry, e.Project!)).ToDictionary(g => g.Key, g => RowWords.Agreed([.. g.Select(RowWords.Said)]));
        foreach (var entry in entries)
        {
            if (entry.Block is not { } block || entry.Unit != UnitOfAccount.TonneCo2e)
            {
                if (entry.Block is not null || entry.Details is null || entry.Project is null)
                {
                    problems.Add(Fault(entry, entry.Block is null ? "The row numbers no units, so nothing can be kept of them." : $"The units are {entry.Unit}, not tonnes."));
                }

                continue;
            }

            var said = entry.Project is { } project && projects.TryGetValue((entry.Registry, project), out var agreed) ? RowWords.Filled(RowWords.Said(entry), agreed) : RowWords.Said(entry);
            foreach (var piece in book.Find(block))
            {
                var known = piece.Attributes ?? new CreditAttributes();
                var contradictions = RowWords.Contradictions(known, said);
                if (contradictions.Count > 0)
                {
                    problems.Add(Fault(entry, $"{piece.Units} is known to be of {string.Join("; ", contradictions)}."));
                    continue;
                }

                var attributes = RowWords.Filled(known, said) with { SerialNumber = known.SerialNumber ?? entry.Serial };
                if (attributes != known || piece.Attributes is null)
                {
                    var answer = book.Set(KeyOf(key, piece.Units, attributes), at, [piece.Units], attributes);
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

    /// <summary>Scores unscored holdings of accounts.</summary>
    /// <param name="book">The book.</param>
    /// <param name="key">The idempotency key. Each block's key is this one followed by the block's numbers.</param>
    /// <param name="at">When.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="ruleset">The weights and tiers.</param>
    /// <param name="day">The day for which weights and tiers apply.</param>
    /// <param name="marks">Gives the marks of units from their attributes; null for units without marks, which stay unscored.</param>
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

    // The key does not use file and line: two files may share a name, and one file may have two names.
    private static string KeyOf(string key, SerialBlock units, CreditAttributes attributes) =>
        $"{key}/{Digest.Of(attributes.WriteTo(new JournalRecord("credit", "-", default).With("units", [units])).ToJson().ToJsonString()).Text.Substring(7, 32)}";

    private static Problem Fault(StatementEntry entry, string message) => new("credit-import", Severity.Error, message, new SourcePlace(entry.File, entry.Line, 0, "")) { Expected = "a row of numbered tonnes" };
}
