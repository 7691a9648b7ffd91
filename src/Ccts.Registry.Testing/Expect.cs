using System.Linq;
using Ccts.Registry.Adapters.Channels;

namespace Ccts.Registry.Testing;

/// <summary>Expectations of a case; a failure is described in one sentence.</summary>
internal static class Expect
{
    internal static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ChannelContractBrokenException(otherwise);
        }
    }

    internal static void NoSecret(ChannelFixture fixture, params string?[] told)
    {
        foreach (var secret in fixture.Secrets)
        {
            That(told.All(t => t?.Contains(secret) != true), "What the channel reports contains a secret of the host.");
        }
    }

    internal static ChannelOutcome Honest(ChannelFixture fixture, UnitInstruction instruction, ChannelOutcome outcome)
    {
        NoSecret(fixture, outcome.ToString(), outcome.Code, outcome.Reason, outcome.Reference);
        var effect = fixture.EffectOf(instruction);
        That(outcome.Kind != OutcomeKind.Confirmed || effect.Equals(Sdk.Ledger.Blocks.BlockSet.Of(instruction.Units.Range)), $"The channel reports it confirmed, and it took effect on {effect} of {instruction.Units.Range}.");
        That(outcome.Kind != OutcomeKind.Rejected || effect.IsEmpty, $"The channel reports {outcome}, and it took effect on {effect}.");
        That(outcome.Kind != OutcomeKind.Partial || effect.Equals(outcome.Done), $"{outcome.Done} are reported as done, and it took effect on {effect}.");
        return outcome;
    }
}
