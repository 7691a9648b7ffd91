using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>A block on which the opening holdings and the registry's statement disagree.</summary>
/// <remarks>Immutable and thread-safe. Units that the registry does not confirm are quarantined for the session: they cannot be sold.</remarks>
/// <param name="Kind">In what they disagree.</param>
/// <param name="Block">The block.</param>
public sealed record HoldingDifference(DifferenceKind Kind, SerialBlock Block)
{
    /// <summary>Who holds it by the books; null if nobody does.</summary>
    public string? Account { get; init; }

    /// <summary>Where it stands by the books.</summary>
    public ShadowAccount? Status { get; init; }

    /// <summary>Who holds it by the statement; null if nobody does or the registry does not print it.</summary>
    public string? StatedAccount { get; init; }

    /// <summary>What the statement says of it.</summary>
    public StatedStatus? StatedStatus { get; init; }
}

/// <summary>In what books and statement disagree.</summary>
public enum DifferenceKind
{
    /// <summary>Live by the books, but not in the registry's statement.</summary>
    NotStated,

    /// <summary>Held by the statement, but not in the books: nobody can sell it through this exchange.</summary>
    NotInBooks,

    /// <summary>Another holder.</summary>
    Holder,

    /// <summary>Another status.</summary>
    Status,

    /// <summary>Another kind or vintage, another day of issue or of expiry.</summary>
    Unit,
}
