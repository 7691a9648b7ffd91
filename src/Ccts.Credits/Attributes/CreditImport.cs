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
    /// States what the rows of an export say: project, serial, the standard where the registry issues by one alone, and, read with
    /// <see cref="ExportReader.WithDetails"/>, type, methodology, country, reduction or removal, and verifier. A row without numbers, such as that of an
    /// issuance, says them for the numbered rows of its project. What the book knows of the units already is kept, and a row that contradicts it is a problem.
    /// </summary>
    /// <param name="book">The book.</param>
    /// <param name="key">The idempotency key; each row has it with its line behind it.</param>
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

        var projects = entries.Where(e => e.Details is not null && e.Project is not null).GroupBy(e => (e.Registry, e.Project!)).ToDictionary(g => g.Key, g => Agreed([.. g.Select(Said)]));
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

            var said = entry.Project is { } project && projects.TryGetValue((entry.Registry, project), out var agreed) ? Filled(Said(entry), agreed) : Said(entry);
            foreach (var piece in book.Find(block))
            {
                var known = piece.Attributes ?? new CreditAttributes();
                var contradictions = Compared.Where(c => c.Of(known) is { } here && c.Of(said) is { } there && here != there).Select(c => $"{c.Name} {c.Of(known)}, and not {c.Of(said)}").ToList();
                if (contradictions.Count > 0)
                {
                    problems.Add(Fault(entry, $"{piece.Units} is known to be of {string.Join("; ", contradictions)}."));
                    continue;
                }

                var attributes = Filled(known, said) with { SerialNumber = known.SerialNumber ?? entry.Serial };
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

    private static readonly (string Name, Func<CreditAttributes, string?> Of)[] Compared =
    [
        ("project", a => a.Project), ("standard", a => a.Standard?.Name), ("project type", a => a.ProjectType), ("methodology", a => a.Methodology), ("country", a => a.Country),
        ("credit type", a => CreditWords.Word(a.CreditType)), ("verification body", a => a.VerificationBody),
    ];

    private static CreditAttributes Said(StatementEntry entry) => new()
    {
        Project = entry.Project, Standard = CreditStandard.OfRegistry(entry.Registry), ProjectType = entry.Details?.ProjectType, Methodology = entry.Details?.Methodology,
        Country = entry.Details?.Country, CreditType = TypeOf(entry.Details?.CreditType), VerificationBody = entry.Details?.Verifier,
    };

    private static CreditAttributes Filled(CreditAttributes known, CreditAttributes said) => known with
    {
        Project = known.Project ?? said.Project, Standard = known.Standard ?? said.Standard, ProjectType = known.ProjectType ?? said.ProjectType, Methodology = known.Methodology ?? said.Methodology,
        Country = known.Country ?? said.Country, CreditType = known.CreditType ?? said.CreditType, VerificationBody = known.VerificationBody ?? said.VerificationBody,
    };

    // What rows of a project say otherwise of each other, such as two verifiers in two years, is known of none that does not say it itself.
    private static CreditAttributes Agreed(IReadOnlyList<CreditAttributes> rows)
    {
        T? One<T>(Func<CreditAttributes, T?> of) => rows.Select(of).Where(v => v is not null).Distinct().Take(2).ToList() is [var only] ? only : default;
        return new CreditAttributes
        {
            ProjectType = One(a => a.ProjectType), Methodology = One(a => a.Methodology), Country = One(a => a.Country), CreditType = One(a => a.CreditType), VerificationBody = One(a => a.VerificationBody),
        };
    }

    // "Emission Reduction", "Removal"; a word of both, such as "Reduction/Removal", says neither.
    private static CreditType? TypeOf(string? words)
    {
        bool Has(string word) => words?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
        return (Has("reduc"), Has("remov"), Has("avoid")) switch
        {
            (true, false, false) => CreditType.Reduction,
            (false, true, false) => CreditType.Removal,
            (false, false, true) => CreditType.Avoidance,
            _ => null,
        };
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
