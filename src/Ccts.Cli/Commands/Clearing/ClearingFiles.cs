using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Commands.Serials;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Settlement;
using Ccts.Registry.Adapters.Exports;
using Ccts.Rules.Clearing;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Clearing;

/// <summary>Reads the files of a session; the problems of all of them are reported together.</summary>
internal sealed record ClearingFiles(string Session, string Trades, string Holdings, string Statement, string? Format, ExportReader Reader, bool Shadow, IReadOnlyCollection<string> Ignored, SettlementMapping? Mapping = null)
{
    private readonly ProblemList _problems = new();

    /// <exception cref="CctsDataException">A file has errors; all of them are listed.</exception>
    internal (ClearingSession Session, Ruleset Ruleset) Read(Func<ComplianceYear, Ruleset> choose)
    {
        var root = Collected(() => LocatedJson.Read(Inputs.Read(Session, LocatedJson.DefaultMaxBytes), Inputs.NameOf(Session), _problems));
        var ruleset = root?.Member("year") is { Kind: LocatedKind.String } member && ComplianceYear.TryParse(member.Value, out var year, out _) ? choose(year) : null;
        var terms = root is null ? null : SessionTermsReader.Read(root, ruleset?.Rules.Vocabulary ?? FactVocabulary.BuiltIn, _problems);
        var files = new SessionFiles(_problems);
        var trades = Collected(() => files.Trades(Bytes(Trades), Inputs.NameOf(Trades), Mapping?.Trades)) ?? [];
        var holdings = Collected(() => files.Holdings(Bytes(Holdings), Inputs.NameOf(Holdings), Mapping?.Holdings)) ?? [];
        var statement = Collected(() => IsRows() ? files.Statement(Bytes(Statement), Inputs.NameOf(Statement), Mapping?.Statement) : Export(terms?.Opens ?? trades.Select(t => (Instant?)t.At).Min(), holdings)) ?? [];
        foreach (var silent in trades.Where(t => Shadow && t.Exchange is null))
        {
            _problems.Error("no-verdict", silent.Place, $"The trade {silent.Id} has no verdict of the exchange.", "\"accepted\" or \"rejected\" in the column \"verdict\", for --shadow");
        }

        return _problems.HasErrors || terms is null || ruleset is null
            ? throw new CctsDataException(_problems.ToList())
            : (new ClearingSession(terms, trades, holdings, statement, _problems), ruleset);
    }

    // One unreadable file does not hide the errors of the others.
    private T? Collected<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CctsDataException bad)
        {
            foreach (var problem in bad.Problems)
            {
                _problems.Add(problem);
            }

            return null;
        }
    }

    /// <summary>How an exchange, its bank and its registry write these files; null where none is given.</summary>
    /// <exception cref="CctsDataException">The mapping has errors; all of them are listed.</exception>
    internal static SettlementMapping? MappingOf(string? path) => path is null ? null
        : SettlementMapping.TryRead(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), out var mapping, out var problems) ? mapping : throw new CctsDataException(problems);

    private static byte[] Bytes(string path) => Inputs.Table(path, SessionFiles.MaxBytes);

    /// <summary>Whether the statement has the plain columns, and so is not an export of a registry.</summary>
    private bool IsRows()
    {
        if (Mapping?.Statement is not null)
        {
            return Format is null;
        }

        foreach (var found in FoundFiles.Open(Statement))
        {
            using var file = SheetInput.AsTable(found, Statement);
            if (file.IsInZip ? PlainStatement.HasColumns(file.Content, file.Stream.Head.ToArray()) : PlainStatement.Is(file.Content, file.Content.Kind == ContentKind.Json ? Bytes(Statement) : file.Stream.Head.ToArray(), Format))
            {
                return true;
            }
        }

        return false;
    }

    private List<StatedHolding> Export(Instant? opening, List<SessionHolding> holdings)
    {
        var files = new StatementFiles(Reader);
        var stated = new List<StatedHolding>();
        var day = opening?.WithOffset(LedgerPolicy.Bare.CivilTime).Date;
        var booked = holdings.GroupBy(h => (h.Units.Lot.Registry, h.Units.Lot.Scope)).ToDictionary(g => g.Key, g => BlockSet.FromRanges(g.Select(h => h.Units.Range)));
        foreach (var entry in files.Read(Statement, Format))
        {
            var place = new SourcePlace(entry.File, entry.Line, 0, "");
            if (entry.Block is not { } block)
            {
                _problems.Error("no-numbers", place, "This row states no numbers, so it cannot be compared with blocks.", "serial numbers with a first and a last number");
            }
            else if (entry.HasQuantityFault)
            {
                _problems.Error("block-and-tonnes", place, $"The block {block} has {block.Count} certificates, and the row states another number.", "as many as the block has");
            }
            else if (StatusOf(entry) is { } status && entry.Date > day)
            {
                // What became of units after the opening does not show where they were at the opening.
                if (booked.TryGetValue((block.Registry, block.Scope), out var numbers) && numbers.Overlaps(block.Range))
                {
                    _problems.Error("after-opening", place, $"{block} is {entry.StatedState ?? status.ToString().ToLowerInvariant()} since {LocalDatePattern.Iso.Format(entry.Date.Value)}, after the session's opening on {LocalDatePattern.Iso.Format(day.Value)}: where it stood then is not known.", "the registry's statement of the opening", "Ask the registry for a statement of that day.");
                }
            }
            else if (StatusOf(entry) is { } standing)
            {
                stated.Add(new StatedHolding(block, standing) { Account = entry.Account, VintageEnds = entry.VintageYear, Issued = entry.Issued, Place = place });
            }
        }

        PlainStatement.Refuse(files.Recognised.Select(r => r.Recognition));
        foreach (var problem in files.Problems.Concat(files.Unread(Ignored)))
        {
            _problems.Add(problem);
        }

        return stated;
    }

    // Units in a registry that nobody can sell freely count as held for a reconciliation, but not for a sale. A row that units were issued says nothing about later events. Unreadable rows are among the problems.
    private static StatedStatus? StatusOf(StatementEntry entry) => entry.State switch
    {
        UnitState.Issued or UnitState.Unknown => null,
        UnitState.Held => entry.StatedState?.ToUpperInvariant() switch
        {
            "BANKED" => StatedStatus.Banked,
            "PENDING" => StatedStatus.Pending,
            "BLOCKED" or "RESERVED" or "PLEDGED" or "QUARANTINED" => StatedStatus.Blocked,
            _ => StatedStatus.Held,
        },
        UnitState.Buffer => StatedStatus.Buffered,
        _ => StatedStatus.Ended,
    };
}
