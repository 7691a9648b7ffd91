namespace Ccts.Tokens.Supply;

/// <summary>The state of a token. The last three are final.</summary>
public enum TokenStanding
{
    /// <summary>At its wallet's disposal.</summary>
    Live,

    /// <summary>Given as a stake against false data; may be slashed.</summary>
    Staked,

    /// <summary>Taken back after false data, until a decision about it.</summary>
    ClawedBack,

    /// <summary>Burned; the units behind it are retired.</summary>
    Burned,

    /// <summary>Past its last day.</summary>
    Expired,

    /// <summary>Forfeited; the units behind it are cancelled.</summary>
    Slashed,
}

/// <summary>The wallet of a token and its state.</summary>
/// <param name="Wallet">The wallet; for an ended token, its last one.</param>
/// <param name="Standing">Its state.</param>
public sealed record TokenPlace(string Wallet, TokenStanding Standing);

/// <summary>A run of tokens.</summary>
/// <param name="Units">The units that the tokens represent, one token per unit.</param>
/// <param name="Place">Their wallet and state.</param>
/// <param name="Metadata">Their metadata.</param>
public sealed record TokenRun(Ccts.Sdk.Ledger.Blocks.SerialBlock Units, TokenPlace Place, TokenMetadata Metadata);
