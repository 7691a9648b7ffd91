namespace Ccts.Tokens.Supply;

/// <summary>What has become of a token. From the last three nothing ever comes back.</summary>
public enum TokenStanding
{
    /// <summary>At its wallet's disposal.</summary>
    Live,

    /// <summary>Given as a stake against false data; may be slashed.</summary>
    Staked,

    /// <summary>Taken back after false data, until it is known what becomes of it.</summary>
    ClawedBack,

    /// <summary>Burned; the units behind it are retired.</summary>
    Burned,

    /// <summary>Past its last day.</summary>
    Expired,

    /// <summary>Forfeited; the units behind it are cancelled.</summary>
    Slashed,
}

/// <summary>Whose a token is and how it stands.</summary>
/// <param name="Wallet">The wallet; of an ended token, the one that had it last.</param>
/// <param name="Standing">How it stands.</param>
public sealed record TokenPlace(string Wallet, TokenStanding Standing);

/// <summary>A run of tokens.</summary>
/// <param name="Units">The units they stand for, one token a unit.</param>
/// <param name="Place">Whose, and how they stand.</param>
/// <param name="Metadata">What they say of themselves.</param>
public sealed record TokenRun(Ccts.Sdk.Ledger.Blocks.SerialBlock Units, TokenPlace Place, TokenMetadata Metadata);
