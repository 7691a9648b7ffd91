using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Sdk.Formats.Texts;

namespace Ccts.Tokens.Supply;

/// <content>Extra conditions for a new record. Journals of earlier versions hold records that do not meet them, which are still read.</content>
internal sealed partial class SupplyState
{
    private readonly SpelledNumbers _minted = new();

    /// <summary>Why a new record cannot follow those applied so far; null when it can. Does not change the state.</summary>
    internal BookRefusal? Admit(JournalRecord record) => Check(record) ?? Blank(record) ?? (record.Has(TokenRecords.Units) ? InTwoSpellings(record) ?? Older(record) : null);

    // Earlier versions made tokens of wallets without a name; these may still expire. The wallet 0x0 is nobody's, and contracts refuse it.
    private static BookRefusal? Blank(JournalRecord record) => new[] { TokenRecords.Wallet, TokenRecords.To, TokenRecords.Beneficiary, TokenRecords.Reason }
        .Where(name => record.What is not (TokenRecords.Expire or TokenRecords.InstructionRefused) && record.Find(name) is { } text && (name == TokenRecords.Beneficiary ? NotStated.OfNames : NotStated.Shipped).Read(text) is null).Select(name => new BookRefusal("malformed", $"The member \"{name}\" says nothing.")).FirstOrDefault();

    private BookRefusal? InTwoSpellings(JournalRecord record)
    {
        var blocks = record.Blocks(TokenRecords.Units);
        return blocks.Where((b, i) => blocks.Take(i).Any(o => Spelled.Overlap(o, b))).Any() ? new("chosen-twice", "A unit is named twice, under two spellings of registry or scope.")
            : record.What != TokenRecords.Mint ? null
            : blocks.Select(b => (Block: b, Twice: _minted.Of(b))).FirstOrDefault(t => !t.Twice.IsEmpty) is { Twice: { } twice } found
            ? new("already-minted", $"Of {found.Block} a token exists or existed for {twice}, under another spelling of registry or scope: a tonne would exist twice.") : null;
    }

    private BookRefusal? Older(JournalRecord record) => Numbers(record).Where(n => _scopes.TryGetValue(n.Key, out var scope) && scope.LastOf(n.Numbers) > record.At)
        .Select(n => new BookRefusal("before-last-event", $"{record.At} is before the last that was done with tokens of {n.Key.Registry}:{n.Key.Scope} {n.Numbers}.")).FirstOrDefault();
}
