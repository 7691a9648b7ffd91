using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Clearing;

/// <summary>The clearing proof of a session as a receipt: its inputs, the ruleset's identity, every verdict, every block.</summary>
/// <remarks>
/// Thread-safe. The same session gives the same bytes whatever the order of its rows. <see cref="Ccts.Rules.Receipts.ReceiptReplay"/> replays it.
/// </remarks>
public static class ClearingReceipt
{
    /// <summary>Proves a session and keeps the proof.</summary>
    /// <exception cref="CctsDataException">The ruleset is of another year, or a trade of a kind that it does not know.</exception>
    public static Receipt Of(ClearingSession session, Ruleset ruleset)
    {
        Require.NotNull(session);
        Require.NotNull(ruleset);
        return Receipt.Of(new ClearingReplay(ruleset), SessionJson.Write(session, ruleset.Rules.Vocabulary));
    }
}
