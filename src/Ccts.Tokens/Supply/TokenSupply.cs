using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Tokens.Supply;

/// <summary>What was minted and where it is, kept in a journal. It only ensures that no unit becomes two tokens; <see cref="TokenDesk"/> decides everything else.</summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal.</remarks>
public sealed class TokenSupply(ILineJournal lines)
{
    internal JournalBook<SupplyState> Book { get; } = new(lines, new SupplyState());

    /// <summary>The end of its journal. Keep a copy elsewhere to detect later whether lines were cut off: <see cref="Follows"/>.</summary>
    public JournalHead Head => Book.Head;

    /// <summary>Whether its journal still contains that earlier end, unchanged.</summary>
    public bool Follows(JournalHead earlier) => Book.Follows(earlier);

    /// <summary>Whether business is paused.</summary>
    public bool IsPaused => Book.Ask(s => s.IsPaused);

    /// <summary>Every run of tokens that was ever minted and its state, by registry, scope, wallet and state.</summary>
    public IReadOnlyList<TokenRun> Runs() => Book.Ask(s => s.Runs().ToList());

    /// <summary>Tokens of a wallet in a state.</summary>
    public long Tonnes(string wallet, TokenStanding standing = TokenStanding.Live) =>
        SupplyState.Tonnes(Runs().Where(r => r.Place == new TokenPlace(wallet, standing)).Select(r => r.Units));

    /// <summary>Tokens in a state, over all wallets.</summary>
    public long Tonnes(TokenStanding standing) => SupplyState.Tonnes(Runs().Where(r => r.Place.Standing == standing).Select(r => r.Units));

    /// <summary>The units behind tokens that have not ended, block by block: what must be in custody.</summary>
    public IReadOnlyList<SerialBlock> Outstanding() => Runs().Where(r => r.Place.Standing is TokenStanding.Live or TokenStanding.Staked or TokenStanding.ClawedBack).Select(r => r.Units).ToList();

    /// <summary>The units that the supply claims: those of every token that has not ended, and those of burned or slashed tokens, since their units are used up whatever the registry does.</summary>
    public IEnumerable<Claim> Claims => Book.Ask(s => s.Claims().ToList());

    /// <summary>Keys of burns and slashings whose registry instruction the ledger does not have yet, in order.</summary>
    public IReadOnlyList<string> NotInstructed() => Book.Ask(s => s.Endings.Where(e => !e.IsInstructed).Select(e => e.Record.Key).ToList());
}
