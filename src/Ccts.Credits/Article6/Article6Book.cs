using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>A first transfer of units under a letter.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record FirstTransfer
{
    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>The time of recording.</summary>
    public required Instant At { get; init; }

    /// <summary>The day of the transfer.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The letter.</summary>
    public required string Letter { get; init; }

    /// <summary>The units, one tonne each.</summary>
    public required SerialBlock Units { get; init; }

    /// <summary>The calendar year of the outcomes.</summary>
    public required int Vintage { get; init; }

    /// <summary>The activity behind them, by its name in the list.</summary>
    public required string Activity { get; init; }

    /// <summary>The host's ITMO registry: three letters and two digits. India's is not known from any text read.</summary>
    public required string Registry { get; init; }

    /// <summary>The Party that acquires; null where the letter's definition makes a first transfer of the authorisation, issuance, use or cancellation.</summary>
    public string? Party { get; init; }

    /// <summary>Reductions or removals.</summary>
    public required MitigationType Mitigation { get; init; }

    /// <summary>The entity that acts, by its identification number; needed where the letter names the entities that may.</summary>
    public string? Entity { get; init; }

    /// <summary>The day on which the units were issued; null where it is not known. A letter may make it the day of the first transfer.</summary>
    public LocalDate? Issued { get; init; }
}

/// <summary>
/// Letters of Authorization, the balance of each, counted block by block, and the actions under them. A letter is never used beyond its quantity, and no
/// tonne has two first transfers, even under different letters.
/// </summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal.</remarks>
public sealed class Article6Book(ILineJournal lines)
{
    private readonly JournalBook<Article6State> _book = new(lines, new Article6State());

    /// <summary>The end of its journal. Keep a copy elsewhere to detect later whether lines were cut off: <see cref="Follows"/>.</summary>
    public JournalHead Head => _book.Head;

    /// <summary>Whether its journal still contains that earlier end, unchanged.</summary>
    public bool Follows(JournalHead earlier) => _book.Follows(earlier);

    /// <summary>The current state of every letter, by id.</summary>
    public IReadOnlyList<LetterStanding> Letters => _book.Ask(s => s.Letters.ToList());

    /// <summary>Every action, in order.</summary>
    public IReadOnlyList<Article6Action> Actions => _book.Ask(s => s.Actions.ToList());

    /// <summary>Current holdings of each Party, as far as this book knows.</summary>
    public IReadOnlyList<ItmoHolding> Holdings => _book.Ask(s => s.Holdings.OrderBy(h => h.Party, StringComparer.Ordinal).ThenBy(h => h.First).ToList());

    /// <summary>Its claims on units: every first transfer, split where some of it was used or cancelled since.</summary>
    public IEnumerable<Claim> Claims
    {
        get
        {
            var actions = Actions;
            var ends = actions.Select(OutcomeEnds.Of).OfType<OutcomeEnds>().ToList();
            return actions.Where(a => a.Type == Article6ActionType.FirstTransfer)
                .SelectMany(a => OutcomeEnds.Parts(new Claim("article6", ClaimKind.Article6, a.Units, $"{a.First} to {a.Last}, letter {a.Letter}") { Use = Claim.UseOfFirstTransfer(a.Key) }, a.First.Scope, a.Serials, ends)).ToList();
        }
    }

    /// <summary>The current state of a letter, or null.</summary>
    public LetterStanding? Find(string letter) => _book.Ask(s => s.Find(Require.NotNull(letter)));

    /// <summary>The numbers of a block that have had their first transfer.</summary>
    public BlockSet Taken(SerialBlock block) => _book.Ask(s => s.Taken(block));

    /// <summary>Enters a letter.</summary>
    public BookAnswer Authorise(string key, Instant at, Letter letter) => Execute(Require.NotNull(letter).ToRecord(Article6State.Authorise, key, at));

    /// <summary>Enters the next version of a letter. Its quantity cannot fall below what was used.</summary>
    public BookAnswer Amend(string key, Instant at, Letter letter) => Execute(Require.NotNull(letter).ToRecord(Article6State.Amend, key, at));

    /// <summary>Revokes a letter: from a day on, nothing more is transferred under it. Earlier transfers remain valid, because no text read says otherwise.</summary>
    public BookAnswer Revoke(string key, Instant at, string letter, LocalDate from, string reason) =>
        Execute(new JournalRecord(Article6State.Revoke, key, at).With("letter", letter).With("from", (LocalDate?)from).With("reason", Require.NotBlank(reason)));

    /// <summary>Makes the first transfer of units. It reduces the letter's balance, and each tonne receives its identifier.</summary>
    /// <param name="transfer">The transfer.</param>
    /// <param name="demands">Further conditions before it is written, e.g. that no token claims the tonnes; null for none.</param>
    /// <exception cref="ArgumentException">The registry or the vintage is not valid in an identifier.</exception>
    public BookAnswer Transfer(FirstTransfer transfer, Func<BookRefusal?>? demands = null) => Transfer(transfer, record => record, _ => demands?.Invoke());

    /// <summary>The same, for a caller that requests more than the transfer and adds its grounds to the record.</summary>
    internal BookAnswer Transfer(FirstTransfer transfer, Func<JournalRecord, JournalRecord> terms, Func<JournalRecord, BookRefusal?> demands)
    {
        Require.NotNull(transfer);
        while (true)
        {
            var earlier = _book.Find(transfer.Key);
            var record = Record(transfer, terms, earlier);
            var first = record.Text("first");
            var answer = _book.Execute(record, state => demands(record) ?? Article6Admission.Check(state, record));

            // Somebody else has written meanwhile.
            var isStale = answer.Refusal?.Code switch { "itmo-serial" => _book.Ask(s => Next(s, transfer)).ToString() != first, "key-reused" => earlier is null, _ => false };
            if (!isStale)
            {
                return answer;
            }
        }
    }

    /// <summary>Whether the record under the transfer's key made the same request; false where there is none.</summary>
    internal bool IsSame(FirstTransfer transfer, Func<JournalRecord, JournalRecord> terms) => _book.Find(transfer.Key) is { } earlier && earlier.SaysTheSameAs(Record(transfer, terms, earlier));

    // A repeat keeps the identifier and the grounds of the first request.
    private JournalRecord Record(FirstTransfer transfer, Func<JournalRecord, JournalRecord> terms, JournalRecord? earlier)
    {
        var known = ItmoIdentifier.TryParse(earlier?.Find("first"), out var id) && id.Registry == transfer.Registry ? id : null;
        var record = new JournalRecord(Article6State.FirstTransfer, transfer.Key, transfer.At)
            .With("letter", transfer.Letter).With("date", (LocalDate?)transfer.Date).With("units", [transfer.Units]).With("vintage", (long?)transfer.Vintage)
            .With("activity", transfer.Activity).With("first", (known ?? _book.Ask(s => Next(s, transfer))).ToString()).With("party", transfer.Party).With("mitigation", transfer.Mitigation.Word())
            .With(Article6State.Entity, transfer.Entity);
        return terms(record).With(Article6State.Issued, transfer.Issued ?? earlier?.FindDay(Article6State.Issued)).With(Article6State.Request, earlier?.Find(Article6State.Request)).With(Article6State.Ruleset, earlier?.Find(Article6State.Ruleset));
    }

    /// <summary>Every version of every letter with the letter's current state, and the actions with first transfers as the letters define them.</summary>
    internal (IReadOnlyList<(Letter Version, LetterStanding Now)> Versions, IReadOnlyList<(Article6Action Action, bool IsDayKnown)> Actions) ForTables() =>
        _book.Ask(s => ((IReadOnlyList<(Letter, LetterStanding)>)s.Letters.SelectMany(l => s.Versions(l.Letter.Id).Select(v => (v, l))).ToList(), FirstTransfers.Of(s.Actions, s.LetterAt)));

    private BookAnswer Execute(JournalRecord record) => _book.Execute(record, state => Article6Admission.Check(state, record));

    /// <summary>The record of an export, with the letter's state before it; null when nothing was exported under the key.</summary>
    internal (JournalRecord Record, LetterStanding Before)? Export(string key) => _book.Ask(s => s.Export(key));

    /// <summary>Transfers ITMOs to another Party.</summary>
    public BookAnswer Transfer(string key, Instant at, LocalDate date, string holder, string party, ItmoIdentifier first, ItmoIdentifier last) =>
        Execute(Later(Article6State.Move, key, at, date, holder, first, last).With("party", Require.NotBlank(party)));

    /// <summary>Uses ITMOs, for one purpose; towards an NDC, with the calendar year of that NDC where it is known.</summary>
    public BookAnswer Use(string key, Instant at, LocalDate date, string holder, ItmoIdentifier first, ItmoIdentifier last, Article6Purpose purpose, int? ndcYear = null) =>
        Execute(Later(Article6State.Use, key, at, date, holder, first, last).With("purpose", purpose.Word()).With(Article6State.NdcYear, (long?)ndcYear));

    /// <summary>Cancels ITMOs.</summary>
    public BookAnswer Cancel(string key, Instant at, LocalDate date, string holder, ItmoIdentifier first, ItmoIdentifier last, Article6Purpose? purpose = null) =>
        Execute(Later(Article6State.Cancel, key, at, date, holder, first, last).With("purpose", purpose?.Word()));

    /// <summary>
    /// The corresponding adjustments of all actions so far. The host adds its first transfers, as the letter defines them; a Party that used ITMOs towards its NDC subtracts them.
    /// </summary>
    public IReadOnlyList<CorrespondingAdjustmentEntry> Adjustments() => ForTables().Actions.SelectMany(a => CorrespondingAdjustmentEntry.Of(a.Action)).ToList();

    private static ItmoIdentifier Next(Article6State state, FirstTransfer transfer)
    {
        var approach = state.Find(transfer.Letter)?.Letter.Approach ?? "CA0000";
        var one = new ItmoIdentifier(approach, transfer.Registry, Article6State.Host, BlockNumber.One, transfer.Vintage);
        return one.At(state.NextSerial(one.Scope));
    }

    private static JournalRecord Later(string what, string key, Instant at, LocalDate date, string holder, ItmoIdentifier first, ItmoIdentifier last) => new JournalRecord(what, key, at)
        .With("date", (LocalDate?)date).With("holder", Require.NotBlank(holder)).With("first", Require.NotNull(first).ToString()).With("last", Require.NotNull(last).ToString());
}

/// <summary>The day of an outcome's first transfer, by the three definitions.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class FirstTransferDay
{
    /// <summary>
    /// For use towards an NDC, the day of the first international transfer. For other purposes, as the letter defines it: of the authorisation, the issuance, or the use
    /// or cancellation. Null while that has not happened or is not known, and for a purpose of both kinds, because no text read says which of the two days counts then.
    /// </summary>
    /// <param name="purpose">The purpose of the outcome's use.</param>
    /// <param name="definition">The letter's definition.</param>
    /// <param name="transferred">The day of the first international transfer, or null.</param>
    /// <param name="authorised">The day of the authorisation, or null.</param>
    /// <param name="issued">The day of issuance, or null.</param>
    /// <param name="ended">The day of use or cancellation, or null.</param>
    public static LocalDate? Of(Article6Purpose purpose, FirstTransferDefinition definition, LocalDate? transferred, LocalDate? authorised, LocalDate? issued, LocalDate? ended)
    {
        var other = definition switch
        {
            FirstTransferDefinition.Authorization => authorised,
            FirstTransferDefinition.Issuance => issued,
            FirstTransferDefinition.UseOrCancellation => ended,
            _ => null,
        };

        return !purpose.HasOther() ? transferred : !purpose.HasNdc() ? other : null;
    }
}
