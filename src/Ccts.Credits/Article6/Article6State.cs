using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>The state of letters, actions and holdings, built from the records. No tonne has two first transfers, even under different letters.</summary>
internal sealed class Article6State : IBookState
{
    internal const string Authorise = "authorise", Amend = "amend", Revoke = "revoke", FirstTransfer = "first-transfer", Move = "transfer", Use = "use", Cancel = "cancel";

    // The grounds of an export: the request to the ruleset, and that ruleset.
    internal const string Request = "request", Ruleset = "ruleset";

    // The terms of an export beyond its transfer; records of earlier versions lack them.
    internal const string Account = "account", ToAccount = "toAccount", RegistryAccount = "registryAccount", ToRegistryAccount = "toRegistryAccount", Adjustment = "adjustment", ClaimedElsewhere = "claimedElsewhere", Entity = "entity", NdcYear = "ndcYear", Issued = "issued";

    internal static readonly string[] Terms = [Account, ToAccount, RegistryAccount, ToRegistryAccount, Adjustment, ClaimedElsewhere];
    internal const string Host = "IND";

    private readonly SortedDictionary<string, LetterStanding> _letters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _taken = [];
    private readonly SpelledNumbers _takenHowever = new();
    private readonly Dictionary<string, List<Letter>> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Letter> _letterAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalDate> _revocations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BlockNumber> _lastSerials = new(StringComparer.Ordinal);
    private readonly List<Article6Action> _actions = [];
    private readonly Dictionary<string, (JournalRecord Record, LetterStanding Before)> _exports = new(StringComparer.Ordinal);
    private List<ItmoHolding> _holdings = [];

    internal IEnumerable<LetterStanding> Letters => _letters.Values;

    internal IReadOnlyList<Article6Action> Actions => _actions;

    internal IReadOnlyList<ItmoHolding> Holdings => _holdings;

    internal (JournalRecord Record, LetterStanding Before)? Export(string key) => _exports.TryGetValue(key, out var export) ? export : null;

    /// <summary>The state just before a transfer, as far as it affects the transfer.</summary>
    internal static Article6State Before(LetterStanding letter, ItmoIdentifier first)
    {
        var state = new Article6State();
        state._letters.Add(letter.Letter.Id, letter);
        if (first.Serial > BlockNumber.One)
        {
            state._lastSerials[first.Scope] = first.Serial - BlockNumber.One;
        }

        return state;
    }

    internal LetterStanding? Find(string letter) => _letters.TryGetValue(letter, out var standing) ? standing : null;

    /// <summary>Every version of a letter, in order.</summary>
    internal IReadOnlyList<Letter> Versions(string letter) => _versions.TryGetValue(letter, out var versions) ? versions : [];

    /// <summary>The letter of a first transfer, as it stood at the transfer.</summary>
    internal Letter LetterAt(Article6Action first) => _letterAt[first.Key];

    /// <summary>The letter of a holding, in the version at its first transfer: a holding stays under that version.</summary>
    internal Letter LetterOf(ItmoHolding held) => LetterAt(_actions.First(a => a.Type == Article6ActionType.FirstTransfer && a.First.Scope == held.First.Scope && a.Serials.Overlaps(held.Serials)));

    /// <summary>The day on which the revocation of a letter was written down; null where it is not revoked.</summary>
    internal LocalDate? RevocationWrittenOn(string letter) => _revocations.TryGetValue(letter, out var day) ? day : null;

    /// <summary>The numbers of a block that have had their first transfer, in any spelling.</summary>
    internal BlockSet Taken(SerialBlock block) => _takenHowever.Of(block);

    private BlockSet TakenAsWritten(SerialBlock block) => _taken.TryGetValue((block.Registry, block.Scope), out var taken) ? taken.Intersect(BlockSet.Of(block.Range)) : BlockSet.Empty;

    /// <summary>The next serial of a scope.</summary>
    internal BlockNumber NextSerial(string scope) => _lastSerials.TryGetValue(scope, out var last) ? last + BlockNumber.One : BlockNumber.One;

    public BookRefusal? Check(JournalRecord record) => record.What switch
    {
        Authorise => CheckLetter(Letter.Of(record)) ?? (Find(record.Text("letter")) is not null ? new("letter-known", $"There is a letter \"{record.Text("letter")}\" already; amend it.") : null),
        Amend => CheckLetter(Letter.Of(record)) ?? CheckAmendment(Letter.Of(record)),
        Revoke => Find(record.Text("letter")) is not { } known ? Unknown(record.Text("letter"))
            : known.RevokedOn is not null ? new("letter-revoked", $"The letter \"{known.Letter.Id}\" is revoked already.") : null,
        FirstTransfer => CheckFirst(record),
        Move or Use or Cancel => CheckHeld(record),
        _ => new("unknown-record", $"There is no record \"{record.What}\"."),
    };

    public void Apply(JournalRecord record)
    {
        switch (record.What)
        {
            case Authorise:
                var letter = Letter.Of(record);
                _letters.Add(letter.Id, new LetterStanding(letter, 0, null, null));
                _versions.Add(letter.Id, [letter]);
                break;
            case Amend:
                var amended = Letter.Of(record);
                _letters[amended.Id] = _letters[amended.Id] with { Letter = amended };
                _versions[amended.Id].Add(amended);
                break;
            case Revoke:
                var id = record.Text("letter");
                _letters[id] = _letters[id] with { RevokedOn = record.FindDay("from"), RevokedBecause = record.Find("reason") };
                _revocations.Add(id, record.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date);
                break;
            case FirstTransfer:
                ApplyFirst(record);
                break;
            default:
                ApplyLater(record);
                break;
        }
    }

    private BookRefusal? CheckAmendment(Letter letter) =>
        Find(letter.Id) is not { } known ? Unknown(letter.Id)
        : known.RevokedOn is not null ? new("letter-revoked", $"The letter \"{letter.Id}\" is revoked.")
        : letter.Version != known.Letter.Version + 1 ? new("letter-version", $"The letter is of version {known.Letter.Version}; the next is {known.Letter.Version + 1}.")
        : letter.Tonnes < known.Used ? new("letter-used", $"{known.Used} tonnes were used under the letter; it cannot be lowered to {letter.Tonnes}.")
        : letter.Approach != known.Letter.Approach ? new("letter-approach", "The cooperative approach of a letter does not change.") : null;

    private static BookRefusal? CheckLetter(Letter letter) =>
        letter.Tonnes <= 0 ? new("letter-empty", "A letter authorises more than nothing.")
        : letter.Until < letter.From ? new("letter-period", $"The letter ends on {letter.Until:uuuu-MM-dd}, before it begins.")
        : !Article6Formats.IsAuthorizationId(letter.Id) ? new("letter-id", $"\"{letter.Id}\" is no authorization ID: letters, digits, spaces, hyphens, slashes and dots.")
        : !Article6Formats.IsApproach(letter.Approach) ? new("letter-approach", $"\"{letter.Approach}\" is no cooperative approach: CA and four digits.")
        : letter.Parties.Count == 0 || letter.Parties.Any(p => !Article6Formats.IsParty(p)) ? new("letter-parties", "The Parties are named by their three letters, at least one" + (letter.Parties.FirstOrDefault(p => !Article6Formats.IsParty(p)) is { } other ? $", and not \"{other}\"." : "."))
        : letter.Activities.Count == 0 ? new("letter-activities", "A letter names the activities it is for.")
        : letter.Purpose.HasOther() == (letter.FirstTransfer == FirstTransferDefinition.NotApplicable) ? new("letter-first-transfer", "A letter for other purposes than an NDC defines the first transfer, and only such a letter.")
        : NationalAuthority.On(letter.Date) is not { } authority ? new("letter-authority", $"No authority is known for a letter of {letter.Date:uuuu-MM-dd}.")
        : authority.Id != letter.Authority ? new("letter-authority", $"The book keeps India's letters, and on {letter.Date:uuuu-MM-dd} {authority.Reference} ({authority.Id}) authorises, not \"{letter.Authority}\".")
        : null;

    private BookRefusal? CheckFirst(JournalRecord record)
    {
        var block = record.Blocks("units") is [var one] ? one : throw new FormatException("A first transfer is of one block.");
        if (!block.Range.TryGetCount(out var count) || count > 1_000_000_000_000UL)
        {
            return new("malformed", "The block is longer than any letter.");
        }

        if (Find(record.Text("letter")) is not { } standing)
        {
            return Unknown(record.Text("letter"));
        }

        var (letter, day, tonnes) = (standing.Letter, record.FindDay("date")!.Value, checked((long)count.ToUInt64()));
        var (party, activity, vintage) = (record.Find("party"), record.Text("activity"), record.Whole("vintage"));
        var itmo = ItmoIdentifier.TryParse(record.Text("first"), out var first) ? first : throw new FormatException("The first identifier cannot be read.");
        return Revoked(standing, day) is { } gone ? gone
            : day < letter.From || day > letter.Until ? new("letter-out-of-date", $"The letter \"{letter.Id}\" is for {letter.From:uuuu-MM-dd} to {letter.Until:uuuu-MM-dd}.")
            : !letter.Activities.Contains(activity, StringComparer.Ordinal) ? new("letter-other-activity", $"The letter \"{letter.Id}\" is not for the activity \"{activity}\".")
            : party is not null && !letter.Parties.Contains(party, StringComparer.Ordinal) ? new("letter-other-party", $"The letter \"{letter.Id}\" does not authorise {party}.")
            : party is null && letter.FirstTransfer is FirstTransferDefinition.NotApplicable ? new("party-missing", "A first transfer towards an NDC names the Party that acquires.")
            : letter.Vintages is { } years && (vintage < years.First || vintage > years.Last) ? new("letter-other-vintage", $"The letter \"{letter.Id}\" is for outcomes of {years.First} to {years.Last}.")
            : TakenAsWritten(block) is { IsEmpty: false } twice ? new("already-transferred", $"Of {block} the tonnes {twice} were transferred before: a tonne would be claimed twice.")
            : tonnes > standing.Left ? new("letter-used-up", $"{tonnes} tonnes are asked for, the letter \"{letter.Id}\" covers {standing.Left} more.")
            : itmo.Approach != letter.Approach || itmo.Party != Host || itmo.Vintage != vintage || itmo.Serial != NextSerial(itmo.Scope) ? new("itmo-serial", $"The identifier {itmo} is not the next of its kind.")
            : null;
    }

    /// <summary>The refusal for a letter that is revoked on a day, or null.</summary>
    internal static BookRefusal? Revoked(LetterStanding standing, LocalDate day) => standing.RevokedOn is { } revoked && day >= revoked
        ? new("letter-revoked", $"The letter \"{standing.Letter.Id}\" is revoked from {revoked:uuuu-MM-dd}: {standing.RevokedBecause}") : null;

    private BookRefusal? CheckHeld(JournalRecord record)
    {
        var (first, last) = Run(record);
        var party = record.Text("holder");
        var held = BlockSet.FromRanges(_holdings.Where(h => h.Party == party && h.First.Scope == first.Scope).Select(h => h.Serials));
        if (!held.Contains(new BlockRange(first.Serial, last.Serial)))
        {
            return new("not-held", $"{party} does not hold all of {first} to {last}.");
        }

        foreach (var holding in Parts(record))
        {
            // Earlier versions of the SDK applied the last version of a letter; records that they accepted are still read.
            if (Forbids(LetterOf(holding), record) is { } no && Forbids(_letters[holding.Letter].Letter, record) is not null)
            {
                return no;
            }
        }

        return record.What == Move && record.Text("party") == party ? new("same-party", "They are there already.") : null;
    }

    /// <summary>Why a letter does not allow an action after the first transfer of an outcome, or null.</summary>
    internal static BookRefusal? Forbids(Letter letter, JournalRecord record) =>
        record.What == Move && !letter.Parties.Contains(record.Text("party"), StringComparer.Ordinal) && record.Text("party") != Host ? new("letter-other-party", $"The letter \"{letter.Id}\" does not authorise {record.Text("party")}.")
        : record.What == Use ? OtherPurpose(letter, record) : null;

    internal static BookRefusal? OtherPurpose(Letter letter, JournalRecord record) =>
        record.Find("purpose") is { } word && Article6Words.PurposeOf(word) is var purpose && ((purpose.HasNdc() && !letter.Purpose.HasNdc()) || (purpose.HasOther() && !letter.Purpose.HasOther()))
            ? new("letter-other-purpose", $"The letter \"{letter.Id}\" authorises {letter.Purpose.Word()}, not {purpose.Word()}.") : null;

    private void ApplyFirst(JournalRecord record)
    {
        var block = record.Blocks("units")[0];
        var id = record.Text("letter");
        var first = ItmoIdentifier.TryParse(record.Text("first"), out var read) ? read : throw new FormatException("The first identifier cannot be read.");
        var action = new Article6Action
        {
            Key = record.Key, Date = record.FindDay("date")!.Value, Type = Article6ActionType.FirstTransfer, Letter = id, First = first, Units = block,
            Mitigation = Article6Words.MitigationOf(record.Text("mitigation")), TransferringParty = Host, Party = record.Find("party"), Issued = record.FindDay(Issued),
        };
        _actions.Add(action);
        _letterAt.Add(record.Key, _letters[id].Letter);
        if (record.Find(Request) is not null)
        {
            _exports.Add(record.Key, (record, _letters[id]));
        }

        _letters[id] = _letters[id] with { Used = _letters[id].Used + action.Tonnes };
        _taken[(block.Registry, block.Scope)] = (_taken.TryGetValue((block.Registry, block.Scope), out var taken) ? taken : BlockSet.Empty).Union(BlockSet.Of(block.Range));
        _takenHowever.Add(block);
        _lastSerials[first.Scope] = action.Last.Serial;
        _holdings.Add(new ItmoHolding(action.Party ?? Host, id, first, block, action.Mitigation));
    }

    private void ApplyLater(JournalRecord record)
    {
        var party = record.Text("holder");
        var parts = Parts(record).ToList();
        var rest = new List<ItmoHolding>();
        var (first, last) = Run(record);
        foreach (var holding in _holdings)
        {
            var isHere = holding.Party == party && holding.First.Scope == first.Scope;
            rest.AddRange(isHere ? BlockSet.Of(holding.Serials).Subtract(BlockSet.Of(new BlockRange(first.Serial, last.Serial))).Ranges.Select(holding.Part) : [holding]);
        }

        foreach (var part in parts)
        {
            _actions.Add(new Article6Action
            {
                Key = record.Key, Date = record.FindDay("date")!.Value, Letter = part.Letter, First = part.First, Units = part.Units, Mitigation = part.Mitigation,
                Type = record.What == Move ? Article6ActionType.Transfer : record.What == Use ? Article6ActionType.Use : Article6ActionType.Cancellation,
                TransferringParty = record.What == Move ? party : null, Party = record.What == Move ? record.Text("party") : party,
                Purpose = record.Find("purpose") is { } word ? Article6Words.PurposeOf(word) : null, NdcYear = record.Find(NdcYear) is null ? null : (int)record.Whole(NdcYear),
            });
            if (record.What == Move)
            {
                rest.Add(part with { Party = record.Text("party") });
            }
        }

        _holdings = rest;
    }

    internal IEnumerable<ItmoHolding> Parts(JournalRecord record)
    {
        var (first, last) = Run(record);
        var run = new BlockRange(first.Serial, last.Serial);
        return from holding in _holdings
               where holding.Party == record.Text("holder") && holding.First.Scope == first.Scope
               let here = holding.Serials.Intersect(run)
               where here is not null
               orderby here.Value.Start
               select holding.Part(here.Value);
    }

    private static (ItmoIdentifier First, ItmoIdentifier Last) Run(JournalRecord record)
    {
        if (!ItmoIdentifier.TryParse(record.Text("first"), out var first) || !ItmoIdentifier.TryParse(record.Text("last"), out var last) || first.Scope != last.Scope || last < first)
        {
            throw new FormatException("The identifiers are no run.");
        }

        return (first, last);
    }

    internal static BookRefusal Unknown(string letter) => new("letter-unknown", $"There is no letter \"{letter}\".");
}
