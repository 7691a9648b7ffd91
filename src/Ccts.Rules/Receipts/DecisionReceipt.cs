using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Receipts;

/// <summary>Proof of a decision: the request, the ruleset's identity, the outcome and every finding.</summary>
/// <remarks>Thread-safe. <see cref="ReceiptReplay"/> replays it.</remarks>
public static class DecisionReceipt
{
    /// <summary>Decides a request and keeps the proof.</summary>
    /// <exception cref="CctsDataException">The request states facts that this ruleset does not know.</exception>
    public static Receipt Of(DecisionRequest request, Ruleset ruleset)
    {
        Require.NotNull(request);
        Require.NotNull(ruleset);
        return Receipt.Of(new DecisionReplay(ruleset), RequestJson.Write(request, ruleset.Rules.Vocabulary));
    }
}
