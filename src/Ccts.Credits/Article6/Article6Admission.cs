using System;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>Conditions for a new record beyond those of the fold. Journals of earlier versions hold records that do not meet them, and these are still read.</summary>
internal static class Article6Admission
{
    internal static BookRefusal? Check(Article6State state, JournalRecord record) => state.Check(record) ?? record.What switch
    {
        Article6State.Authorise => OfLetter(Letter.Of(record)) ?? NotAhead(Letter.Of(record), record.At, "The letter") ?? KnownOtherwise(state, record.Text("letter")),
        Article6State.Amend => OfLetter(Letter.Of(record)) ?? NotBefore(state.Find(record.Text("letter"))!.Letter, record.FindDay("date")!.Value, "The next version of the letter") ?? OfAmendment(state, Letter.Of(record), record.At),
        Article6State.Revoke => NotBefore(state.Find(record.Text("letter"))!.Letter, record.FindDay("from")!.Value, "The revocation") ?? (NotStated.Shipped.IsSilent(record.Text("reason")) ? new("malformed", $"\"{record.Text("reason")}\" is no reason of a revocation.") : null),
        Article6State.FirstTransfer => OfFirst(state, record),
        _ => OfLater(state, record),
    };

    private static BookRefusal? OfLetter(Letter letter) =>
        NotStated.Shipped.IsSilent(letter.Id) ? new("malformed", $"\"{letter.Id}\" is no id of a letter.")
        : letter.Parties.Any(p => !CountryCodes.Has(p) || p == Article6State.Host) ? new("letter-parties", $"The Parties that may acquire are other countries than the host, by their three letters in ISO 3166-1, and not {string.Join(", ", letter.Parties)}.")
        : letter.Vintages is { } years && years.Last < years.First ? new("letter-vintages", $"The outcomes are of {years.First} to {years.Last}: the last year is before the first.")
        : HasBlank(letter.Activities) ? new("letter-activities", "An activity of the letter is blank.")
        : HasBlank(letter.Sectors) ? new("letter-sectors", "A sector of the letter is blank.")
        : HasBlank(letter.Entities) ? new("letter-entities", "An entity of the letter is blank.")
        : null;

    private static bool HasBlank(System.Collections.Generic.IReadOnlyList<string> names) => names.Any(NotStated.Shipped.IsSilent);

    // With a letter dated in the future, the book would apply what is not in force yet.
    private static BookRefusal? NotAhead(Letter letter, Instant at, string what) => at.WithOffset(LedgerPolicy.Bare.CivilTime).Date is var today && letter.Date > today
        ? new("letter-ahead", $"{what} \"{letter.Id}\" is of {letter.Date:uuuu-MM-dd}, and is written down on {today:uuuu-MM-dd}: a version is entered when it is made, and says itself from when outcomes may be transferred.") : null;

    /// <summary>Refuses a known letter in another spelling: as a second letter, it would authorise twice as much.</summary>
    private static BookRefusal? KnownOtherwise(Article6State state, string id) => state.Letters.FirstOrDefault(l => PlainName.Same(l.Letter.Id, id)) is { } known
        ? new("letter-known", $"There is a letter \"{known.Letter.Id}\" already, which differs from \"{id}\" in case, blanks or marks alone: name it as it is, and amend it.") : null;

    private static BookRefusal? NotBefore(Letter letter, LocalDate day, string what) => day >= letter.Date ? null
        : new("before-letter", $"{what} is of {day:uuuu-MM-dd}, and the letter \"{letter.Id}\" of {letter.Date:uuuu-MM-dd}.");

    // The tables show the version from its day on, so it has to cover transfers made since.
    private static BookRefusal? OfAmendment(Article6State state, Letter letter, Instant at) => NotAhead(letter, at, "The next version of the letter")
        ?? (state.Actions.Where(a => a.Type == Article6ActionType.FirstTransfer && a.Letter == letter.Id && a.Date > letter.Date).FirstOrDefault(a => !Covers(letter, a)) is { } since
            ? new("before-last-event", $"The next version of the letter \"{letter.Id}\" is of {letter.Date:uuuu-MM-dd}, and does not cover what was transferred first on {since.Date:uuuu-MM-dd} under the one before.") : null);

    private static bool Covers(Letter letter, Article6Action first) => (first.Party is null || letter.Parties.Contains(first.Party, StringComparer.Ordinal)) && first.Date >= letter.From && first.Date <= letter.Until
        && (letter.Vintages is not { } years || (first.First.Vintage >= years.First && first.First.Vintage <= years.Last));

    private static BookRefusal? OfFirst(Article6State state, JournalRecord record)
    {
        var (standing, block, day) = (state.Find(record.Text("letter"))!, record.Blocks("units")[0], record.FindDay("date")!.Value);
        var (letter, entity) = (standing.Letter, record.Find(Article6State.Entity));
        return NotBefore(letter, day, "The transfer")
            ?? (state.RevocationWrittenOn(letter.Id) is { } written && day < written ? new("before-last-event", $"The transfer is of {day:uuuu-MM-dd}, and the letter \"{letter.Id}\" was revoked on {written:uuuu-MM-dd}: nothing is dated back behind a revocation.")
            : record.Whole("vintage") > day.Year ? new("vintage-ahead", $"Outcomes of {record.Find("vintage")} are not there yet on {day:uuuu-MM-dd}.")
            : record.FindDay(Article6State.Issued) > day ? new("not-yet-issued", $"The units are issued on {record.FindDay(Article6State.Issued):uuuu-MM-dd}, after the transfer of {day:uuuu-MM-dd}.")
            : record.Find("party") == Article6State.Host ? new("same-party", "The host does not acquire from itself.")
            : !record.Text("first").Split('-')[1].StartsWith(Article6State.Host, StringComparison.Ordinal) ? new("itmo-registry", $"The ITMO registry {record.Text("first").Split('-')[1]} is not the host's: it begins with {Article6State.Host}.")
            : letter.Entities.Count > 0 && entity is null ? new("entity-missing", $"The letter \"{letter.Id}\" authorises {string.Join(", ", letter.Entities)} alone, and the acting entity is not stated.")
            : letter.Entities.Count > 0 && !letter.Entities.Contains(entity, StringComparer.Ordinal) ? new("letter-other-entity", $"The letter \"{letter.Id}\" does not authorise the entity \"{entity}\".")
            : state.Taken(block) is { IsEmpty: false } twice ? new("already-transferred", $"Of {block} the tonnes {twice} were transferred before, under another spelling of registry or scope: a tonne would be claimed twice.")
            : null);
    }

    private static BookRefusal? OfLater(Article6State state, JournalRecord record)
    {
        var day = record.FindDay("date")!.Value;
        if (record.Find("purpose") is { } word && Article6Words.PurposeOf(word) is var purpose && purpose.HasNdc() && purpose.HasOther())
        {
            return new("two-uses", $"A tonne is used once: towards an NDC, or for another purpose, and not for {word}.");
        }

        if (record.Find(Article6State.NdcYear) is { } year && !Article6Words.PurposeOf(record.Text("purpose")).HasNdc())
        {
            return new("two-uses", $"The NDC of {year} is stated, and the use is for {record.Text("purpose")}.");
        }

        foreach (var part in state.Parts(record))
        {
            var letter = state.LetterOf(part);
            if ((Article6State.Forbids(letter, record) ?? Article6State.OtherPurpose(letter, record)) is { } other)
            {
                return other;
            }

            if (record.What == Article6State.Use && (day < letter.From || day > letter.Until))
            {
                return new("letter-out-of-date", $"The letter \"{letter.Id}\" is for {letter.From:uuuu-MM-dd} to {letter.Until:uuuu-MM-dd}, and the use is of {day:uuuu-MM-dd}.");
            }

            var last = state.Actions.Where(a => a.First.Scope == part.First.Scope && a.Serials.Overlaps(part.Serials)).Max(a => a.Date);
            if (day < last)
            {
                return new("before-last-event", $"{day:uuuu-MM-dd} is before the last that was done with {part.First} to {part.Last}, on {last:uuuu-MM-dd}.");
            }
        }

        return null;
    }
}
