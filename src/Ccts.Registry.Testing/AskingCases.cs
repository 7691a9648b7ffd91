using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Testing;

/// <summary>The requirements of a channel that asks.</summary>
internal static class AskingCases
{
    private const string LostWait = "How long the registry asks to be left alone is lost.";

    private static readonly ChannelFault[] Silent =
    [
        ChannelFault.Throttled, ChannelFault.ServerError, ChannelFault.Html, ChannelFault.Truncated, ChannelFault.DroppedBeforeActing, ChannelFault.Maintenance,
        ChannelFault.ExpiredToken, ChannelFault.Redirect, ChannelFault.NeverEnds, ChannelFault.Huge, ChannelFault.IgnoredFilter, ChannelFault.Clamped,
        ChannelFault.EchoedSecret,
    ];

    internal static IEnumerable<ChannelCase> All { get; } =
    [
        new("Numbers that nothing was done to are reported where they are", NothingDone),
        new("Numbers that were retired are reported as done", Done),
        new("Half-done numbers are reported one by one", HalfDone),
        new("An answer says nothing of numbers that were not asked for", OnlyWhatWasAsked),
        new("A registry that is well is confirmed by a probe", Probed),
        .. Silent.Select(f => new ChannelCase($"Asking: {f} gives no numbers that are not so", fixture => Faulted(fixture, f))),
        new("A registry in maintenance is not confirmed by a probe", f => NotWell(f, ChannelFault.Maintenance)),
        new("A registry that answers a probe with what it was sent is not confirmed, and no secret is shown", f => NotWell(f, ChannelFault.EchoedSecret)),
        new("How long the registry asks to be left alone is passed on from a question", ThrottledQuestion),
        new("How long the registry asks to be left alone is passed on from a probe", ThrottledProbe),
    ];

    private static async Task<string?> NothingDone(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return "This registry has no such instruction.";
        }

        var answer = await TellAsync(fixture, instruction, null).ConfigureAwait(false);
        var told = answer.Value?.Read(instruction);
        Expect.That(told is { } reading && reading.Done.IsEmpty && reading.Foreign.IsEmpty, "The channel reports otherwise.");

        // An instruction still on its way would take effect after it had ended as refused.
        Expect.That(answer.Value!.Status is null or { Kind: OutcomeKind.Unknown } or { MayBeSentAgain: true }, $"What was never sent is reported as {answer.Value.Status}.");
        return told!.NotDone.IsEmpty ? "This registry cannot be asked by numbers." : null;
    }

    private static async Task<string?> Done(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return "This registry has no such instruction.";
        }

        var outcome = await fixture.Channel.SendAsync(instruction).ConfigureAwait(false);
        var told = await AskAsync(fixture, instruction, outcome.Reference).ConfigureAwait(false);
        Agrees(fixture, instruction, told);
        return null;
    }

    private static async Task<string?> HalfDone(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction || !fixture.TryScript(ChannelRequest.Instruction, ChannelFault.HalfDoneAndDropped))
        {
            return "This cannot happen to the channel.";
        }

        await fixture.Channel.SendAsync(instruction).ConfigureAwait(false);
        // Such a registry may call the instruction itself "completed": the numbers decide.
        Agrees(fixture, instruction, (await TellAsync(fixture, instruction, null, isStatusTrue: false).ConfigureAwait(false)).Value?.Read(instruction));
        return null;
    }

    private static async Task<string?> OnlyWhatWasAsked(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return "This registry has no such instruction.";
        }

        var answer = await TellAsync(fixture, instruction, null).ConfigureAwait(false);
        Expect.That(answer.Value is not { } told || told.Parts.All(p => instruction.Units.Range.Contains(p.Range)), "It has others too.");
        var other = await fixture.Channel.AskAsync(instruction with { Units = new SerialBlock("nobody", "s", new BlockRange(1, 2)) }, null).ConfigureAwait(false);
        Expect.That(!other.IsConfirmed, "It answers for another registry.");
        return null;
    }

    private static async Task<string?> Faulted(ChannelFixture fixture, ChannelFault fault)
    {
        // A neighbouring block, so that an ignored filter shows more than was asked for.
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction || fixture.NewInstruction(InstructionKind.Retire) is null || !fixture.TryScript(ChannelRequest.Question, fault))
        {
            return "This cannot happen to the channel.";
        }

        var answer = await TellAsync(fixture, instruction, null).ConfigureAwait(false);
        Expect.That(!answer.IsRejected, $"A registry that does not answer is reported as one that says no: {answer}");
        var reading = answer.Value?.Read(instruction);
        Expect.That(reading is null || (reading.Done.IsEmpty && reading.Foreign.IsEmpty), "Numbers are reported as done that are not.");
        return null;
    }

    private static async Task<string?> Probed(ChannelFixture fixture)
    {
        var outcome = await fixture.Channel.ProbeAsync().ConfigureAwait(false);
        Expect.That(outcome.Kind == OutcomeKind.Confirmed, $"The channel reports {outcome}.");
        return null;
    }

    private static async Task<string?> NotWell(ChannelFixture fixture, ChannelFault fault)
    {
        if (!fixture.TryScript(ChannelRequest.Probe, fault))
        {
            return "This cannot happen to the channel.";
        }

        var outcome = await fixture.Channel.ProbeAsync().ConfigureAwait(false);
        Expect.NoSecret(fixture, outcome.ToString(), outcome.Code, outcome.Reason);
        Expect.That(outcome.Kind != OutcomeKind.Confirmed, "It is confirmed.");
        return null;
    }

    private static async Task<string?> ThrottledQuestion(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction || !fixture.TryScript(ChannelRequest.Question, ChannelFault.ThrottledWithRetryAfter))
        {
            return "This cannot happen to the channel.";
        }

        var answer = await TellAsync(fixture, instruction, null).ConfigureAwait(false);
        Expect.That(answer.IsUnknown, $"The channel reports {answer} where the registry has asked to be left alone.");
        Expect.That(answer.After is not null, LostWait);
        return null;
    }

    private static async Task<string?> ThrottledProbe(ChannelFixture fixture)
    {
        if (!fixture.TryScript(ChannelRequest.Probe, ChannelFault.ThrottledWithRetryAfter))
        {
            return "This cannot happen to the channel.";
        }

        var outcome = await fixture.Channel.ProbeAsync().ConfigureAwait(false);
        Expect.That(outcome.Kind != OutcomeKind.Confirmed, $"The channel reports {outcome} where the registry has asked to be left alone.");
        Expect.That(outcome.After is not null, LostWait);
        return null;
    }

    private static async Task<EffectReading?> AskAsync(ChannelFixture fixture, UnitInstruction instruction, string? reference = null) =>
        (await TellAsync(fixture, instruction, reference).ConfigureAwait(false)).Value?.Read(instruction);

    // A question changes nothing, and its answer about the instruction is as reliable as an answer to sending it.
    private static async Task<RegistryOutcome<UnitsAnswer>> TellAsync(ChannelFixture fixture, UnitInstruction instruction, string? reference, bool isStatusTrue = true)
    {
        var (effect, sent) = (fixture.EffectOf(instruction), fixture.Requests(ChannelRequest.Instruction));
        var answer = await fixture.Channel.AskAsync(instruction, reference).ConfigureAwait(false);
        Expect.NoSecret(fixture, answer.ToString(), answer.Reason);
        Expect.That(fixture.EffectOf(instruction).Equals(effect) && fixture.Requests(ChannelRequest.Instruction) == sent, "A question was sent as an instruction.");
        if (isStatusTrue && answer.Value?.Status is { } status)
        {
            Expect.Honest(fixture, instruction, status);
        }

        return answer;
    }

    private static void Agrees(ChannelFixture fixture, UnitInstruction instruction, EffectReading? told)
    {
        var effect = fixture.EffectOf(instruction);
        Expect.That(told is not null, "A registry that is well is not understood.");
        Expect.That(told!.Done.Subtract(effect).IsEmpty, $"{told.Done} are reported as done, and it took effect on {effect}.");
        Expect.That(told.NotDone.Intersect(effect).IsEmpty, $"{told.NotDone} are reported as left alone, and it took effect on {effect}.");
        Expect.That(told.Foreign.IsEmpty, $"{told.Foreign} are reported as somebody else's doing.");
    }
}
