using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Tokens.Supply;

/// <summary>The supply that follows from its records. This class alone guarantees that one unit never becomes two tokens.</summary>
internal sealed partial class SupplyState : IBookState
{
    // More tonnes than any registry has issued, but few enough that sums of many runs are exact.
    private const ulong LongestRun = 1_000_000_000_000;

    private readonly SortedDictionary<ScopeKey, ScopeSupply> _scopes = new(ScopeKey.Order);
    private readonly Dictionary<string, (long Verified, long Minted)> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Ending> _endings = new(StringComparer.Ordinal);

    internal bool IsPaused { get; private set; }

    /// <summary>Burns and slashings in order, with the state of the units behind them.</summary>
    internal IEnumerable<Ending> Endings => _endings.Values.OrderBy(e => e.Number);

    internal long MintedFrom(string statement) => _statements.TryGetValue(statement, out var known) ? known.Minted : 0;

    internal ScopeSupply? Find(SerialBlock block) => _scopes.TryGetValue(ScopeKey.Of(block), out var scope) ? scope : null;

    internal IEnumerable<TokenRun> Runs() =>
        from scope in _scopes
        from place in scope.Value.Places.OrderBy(p => p.Key.Wallet, StringComparer.Ordinal).ThenBy(p => p.Key.Standing)
        from kind in scope.Value.Classes(place.Value)
        from range in kind.Numbers.Ranges
        select new TokenRun(new SerialBlock(scope.Key.Registry, scope.Key.Scope, range), place.Key, kind.Metadata);

    /// <summary>The units that tokens claim: those of tokens that have not ended, and permanently those of burned or slashed tokens, whatever the registry does.</summary>
    internal IEnumerable<Claim> Claims() =>
        from run in Runs()
        where run.Place.Standing is not TokenStanding.Expired
        let isEnding = run.Place.Standing is TokenStanding.Burned or TokenStanding.Slashed
        from part in Find(run.Units)!.Uses(BlockSet.Of(run.Units.Range))
        from range in part.Numbers.Ranges
        select new Claim("tokens", ClaimKind.Token, run.Units.With(range), isEnding ? Word(run.Place.Standing) : null) { Use = part.Use, IsEnding = isEnding, End = !isEnding ? null : run.Place.Standing == TokenStanding.Burned ? UnitState.Retired : UnitState.Cancelled };

    public BookRefusal? Check(JournalRecord record) => record.What switch
    {
        TokenRecords.Pause => IsPaused ? new("paused-already", "Business is paused already.") : null,
        TokenRecords.Resume => IsPaused ? null : new("not-paused", "Business is not paused."),
        TokenRecords.Instructed or TokenRecords.InstructionRefused => CheckInstruction(record),
        TokenRecords.Mint => Shape(record) ?? WhilePaused() ?? CheckMint(record),
        // A pause stops business, but not claw-backs, slashings and expiries.
        TokenRecords.Transfer or TokenRecords.Burn or TokenRecords.Unstake or TokenRecords.Stake => Shape(record) ?? WhilePaused() ?? CheckHeld(record),
        TokenRecords.ClawBack or TokenRecords.Slash or TokenRecords.Expire => Shape(record) ?? CheckHeld(record),
        _ => new("unknown-record", $"There is no record \"{record.What}\"."),
    };

    public void Apply(JournalRecord record)
    {
        switch (record.What)
        {
            case TokenRecords.Pause:
                IsPaused = true;
                break;
            case TokenRecords.Resume:
                IsPaused = false;
                break;
            case TokenRecords.Instructed or TokenRecords.InstructionRefused:
                _endings[record.Text(TokenRecords.Of)].Take(record);
                break;
            case TokenRecords.Mint:
                ApplyMint(record);
                break;
            default:
                var (from, to) = Move(record);
                foreach (var (key, numbers) in Numbers(record))
                {
                    _scopes[key].Move(numbers, from, to, record.At);
                    if (record.Has(TokenRecords.Letter))
                    {
                        _scopes[key].Export(numbers, Claim.UseOfFirstTransfer(record.Key));
                    }
                }

                if (record.What is TokenRecords.Burn or TokenRecords.Slash)
                {
                    _endings.Add(record.Key, new Ending(_endings.Count, record));
                }

                break;
        }
    }

    private void ApplyMint(JournalRecord record)
    {
        var metadata = TokenRecords.MetadataOf(record);
        foreach (var (key, numbers) in Numbers(record))
        {
            if (!_scopes.TryGetValue(key, out var scope))
            {
                _scopes.Add(key, scope = new ScopeSupply());
            }

            scope.Mint(numbers, new TokenPlace(record.Text(TokenRecords.Wallet), TokenStanding.Live), metadata, record.At);
        }

        foreach (var block in record.Blocks(TokenRecords.Units))
        {
            _minted.Add(block);
        }

        var statement = record.Text(TokenRecords.Statement);
        _statements[statement] = (record.Whole(TokenRecords.Verified), checked(MintedFrom(statement) + Tonnes(record)));
    }

    private BookRefusal? CheckMint(JournalRecord record)
    {
        foreach (var block in record.Blocks(TokenRecords.Units))
        {
            if (Find(block)?.Minted.Intersect(BlockSet.Of(block.Range)) is { IsEmpty: false } twice)
            {
                return new("already-minted", $"Of {block} a token exists or existed for {twice}: a tonne would exist twice.");
            }
        }

        TokenRecords.MetadataOf(record);
        var statement = record.Text(TokenRecords.Statement);
        var verified = record.Whole(TokenRecords.Verified);
        return _statements.TryGetValue(statement, out var known) && known.Verified != verified ? new("statement-differs", $"The same verification was stated with {known.Verified} tonnes before, and with {verified} now.")
            : checked(MintedFrom(statement) + Tonnes(record)) > verified ? new("beyond-verified", $"{Tonnes(record)} are to be minted and {MintedFrom(statement)} were, of {verified} verified tonnes.")
            : null;
    }

    private BookRefusal? CheckHeld(JournalRecord record)
    {
        var (from, to) = Move(record);
        if (from == to)
        {
            return new("same-wallet", "The tokens are there already.");
        }

        foreach (var (key, numbers) in Numbers(record))
        {
            var here = _scopes.TryGetValue(key, out var scope) ? scope.At(from) : BlockSet.Empty;
            if (!here.Contains(numbers))
            {
                return new("not-held", $"Wallet \"{from.Wallet}\" has no {Word(from.Standing)} tokens for {numbers.Subtract(here)} of {key.Registry}:{key.Scope}.");
            }
        }

        return null;
    }

    private BookRefusal? CheckInstruction(JournalRecord record) =>
        !_endings.TryGetValue(record.Text(TokenRecords.Of), out var ending) ? new("unknown-ending", "Nothing was burned or slashed under that key.")
        : ending.IsInstructed ? new("instructed-already", "The registry was instructed already.") : null;

    private BookRefusal? WhilePaused() => IsPaused ? new("paused", "Business with these tokens is paused.") : null;

    private static BookRefusal? Shape(JournalRecord record)
    {
        var blocks = record.Blocks(TokenRecords.Units);
        if (blocks.Count == 0)
        {
            return new("malformed", "No units are named.");
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (!blocks[i].Range.TryGetCount(out var count) || count > LongestRun)
            {
                return new("malformed", $"{blocks[i]} is longer than {LongestRun} units.");
            }

            if (blocks.Take(i).Any(b => b.Overlaps(blocks[i])))
            {
                return new("chosen-twice", $"{blocks[i]} overlaps another block of the same command.");
            }
        }

        return record.What != TokenRecords.Expire && string.IsNullOrWhiteSpace(record.Text(TokenRecords.Wallet)) ? new("malformed", "The wallet is not named.") : null;
    }

    private static (TokenPlace From, TokenPlace To) Move(JournalRecord record)
    {
        var wallet = record.Text(TokenRecords.Wallet);
        return record.What switch
        {
            TokenRecords.Transfer => (new(wallet, TokenStanding.Live), new(record.Text(TokenRecords.To), TokenStanding.Live)),
            TokenRecords.Stake => (new(wallet, TokenStanding.Live), new(wallet, TokenStanding.Staked)),
            TokenRecords.Unstake => (new(wallet, TokenStanding.Staked), new(wallet, TokenStanding.Live)),
            TokenRecords.Burn => (new(wallet, TokenStanding.Live), new(wallet, TokenStanding.Burned)),
            TokenRecords.ClawBack => (new(wallet, TokenStanding.Live), new(record.Text(TokenRecords.To), TokenStanding.ClawedBack)),
            TokenRecords.Slash => (new(wallet, TokenStanding.Staked), new(wallet, TokenStanding.Slashed)),
            TokenRecords.Expire => (new(wallet, StandingOf(record.Text(TokenRecords.Of))), new(wallet, TokenStanding.Expired)),
            _ => throw new FormatException($"\"{record.What}\" moves nothing."),
        };
    }

    internal static string Word(TokenStanding standing) => standing switch
    {
        TokenStanding.Live => "live", TokenStanding.Staked => "staked", TokenStanding.ClawedBack => "clawed-back",
        TokenStanding.Burned => "burned", TokenStanding.Expired => "expired", _ => "slashed",
    };

    private static TokenStanding StandingOf(string word) => word switch
    {
        "live" => TokenStanding.Live, "staked" => TokenStanding.Staked, "clawed-back" => TokenStanding.ClawedBack,
        _ => throw new FormatException($"Tokens that are \"{word}\" do not expire."),
    };

    private static IEnumerable<(ScopeKey Key, BlockSet Numbers)> Numbers(JournalRecord record) => record.Blocks(TokenRecords.Units)
        .GroupBy(ScopeKey.Of).Select(g => (g.Key, BlockSet.FromRanges(g.Select(b => b.Range))));

    internal static long Tonnes(IEnumerable<SerialBlock> blocks) => blocks.Sum(b => checked((long)b.Count.ToUInt64()));

    private static long Tonnes(JournalRecord record) => Tonnes(record.Blocks(TokenRecords.Units));

    /// <summary>Tokens that ended with their units, and the instruction to the registry.</summary>
    internal sealed class Ending(int number, JournalRecord record)
    {
        internal int Number => number;

        internal JournalRecord Record => record;

        internal bool IsInstructed { get; private set; }

        internal int Refusals { get; private set; }

        internal void Take(JournalRecord outcome)
        {
            IsInstructed |= outcome.What == TokenRecords.Instructed;
            Refusals += outcome.What == TokenRecords.InstructionRefused ? 1 : 0;
        }
    }
}
