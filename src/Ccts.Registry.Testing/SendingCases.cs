using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Testing;

/// <summary>The requirements of a channel that sends.</summary>
internal static class SendingCases
{
    private const string NoSuch = "This registry has no such instruction.";
    private const string CannotHappen = "This cannot happen to the channel.";

    // Only a channel that fails is waited for so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // The outcomes allowed for each fault. Every case also checks: never a yes without effect, never a no with one.
    private static readonly (ChannelFault Fault, string[] May)[] Faults =
    [
        (ChannelFault.Throttled, ["not-taken", "unknown"]),
        (ChannelFault.ThrottledWithRetryAfter, ["not-taken"]),
        (ChannelFault.ServerError, ["unknown"]),
        (ChannelFault.ServerErrorAfterActing, ["unknown"]),
        (ChannelFault.CompletedInServerError, ["unknown"]),
        (ChannelFault.ErrorInOk, ["rejected"]),
        (ChannelFault.UnexplainedErrorInOk, ["unknown"]),
        (ChannelFault.OkWithRemark, ["unknown"]),
        (ChannelFault.OkWithRemarkAfterActing, ["unknown"]),
        (ChannelFault.Html, ["unknown"]),
        (ChannelFault.HtmlAfterActing, ["unknown"]),
        (ChannelFault.Truncated, ["unknown"]),
        (ChannelFault.OtherAnswer, ["unknown"]),
        (ChannelFault.DroppedBeforeActing, ["unknown"]),
        (ChannelFault.DroppedAfterActing, ["unknown"]),
        (ChannelFault.LateEffect, ["unknown", "pending"]),
        (ChannelFault.Doubled, ["unknown", "confirmed"]),
        (ChannelFault.HalfDone, ["partial", "unknown"]),
        (ChannelFault.HalfDoneAndDropped, ["unknown"]),
        (ChannelFault.Pending, ["pending"]),
        (ChannelFault.Maintenance, ["not-taken", "unknown"]),
        (ChannelFault.ExpiredToken, ["not-taken", "unknown"]),
        (ChannelFault.Redirect, ["unknown"]),
        (ChannelFault.NeverEnds, ["unknown"]),
        (ChannelFault.Huge, ["unknown"]),
        (ChannelFault.EchoedSecret, ["unknown", "rejected", "not-taken"]),
    ];

    private const string Text = "Kit-4711";

    // Optional texts of an instruction. A registry that has no field for one of them must not receive the instruction without it.
    private static readonly (string Name, Func<UnitInstruction, UnitInstruction> With)[] Texts =
    [
        ("beneficiary", i => i with { Beneficiary = Text }),
        ("purpose", i => i with { Purpose = Text }),
    ];

    internal static IEnumerable<ChannelCase> All { get; } =
    [
        .. new[] { InstructionKind.Transfer, InstructionKind.Retire, InstructionKind.Cancel }.Select(kind =>
            new ChannelCase($"A {kind} that the registry carries out is confirmed, or pending until it has", f => CarriedOut(f, kind))),
        new("The same instruction sent again takes no second effect and is not confirmed as another", SentAgain),
        new("An instruction about another registry is refused and not sent", OtherRegistry),
        new("An instruction with a fault is refused and not sent", Faulty),
        new("A call that is cancelled before it begins sends nothing", Cancelled),
        new("A call that is cancelled while the registry is silent ends", CancelledMeanwhile),
        new("A key that reads like other numbers takes effect on its own numbers or on none", NamesOthers),
        new("An instruction about another scope takes no effect on these numbers", OtherScope),
        .. Texts.Select(t => new ChannelCase($"A {t.Name} is refused or arrives", fixture => Carried(fixture, t.With))),
        .. Faults.Select(f => new ChannelCase($"Sending: {f.Fault} is reported as {string.Join(" or ", f.May)}", fixture => Faulted(fixture, f.Fault, f.May))),
    ];

    private static async Task<string?> CarriedOut(ChannelFixture fixture, InstructionKind kind)
    {
        if (fixture.NewInstruction(kind) is not { } instruction)
        {
            return NoSuch;
        }

        var before = fixture.Requests(ChannelRequest.Instruction);
        var outcome = Expect.Honest(fixture, instruction, await fixture.Channel.SendAsync(instruction).ConfigureAwait(false));
        Expect.That(outcome.Kind is OutcomeKind.Confirmed or OutcomeKind.Pending, $"A registry that is well gives {outcome}.");
        Expect.That(before < 0 || fixture.Requests(ChannelRequest.Instruction) == before + 1, "One call sent not exactly one request.");
        return null;
    }

    private static async Task<string?> SentAgain(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return NoSuch;
        }

        var first = await fixture.Channel.SendAsync(instruction).ConfigureAwait(false);
        var effect = fixture.EffectOf(instruction);
        var second = Expect.Honest(fixture, instruction, await fixture.Channel.SendAsync(instruction).ConfigureAwait(false));
        Expect.That(fixture.EffectOf(instruction).Equals(effect), "The second took another effect.");
        Expect.That(first.Kind != OutcomeKind.Confirmed || second.Kind is OutcomeKind.Confirmed or OutcomeKind.Unknown, $"The second is reported as {second}, although the numbers are done.");
        return null;
    }

    private static async Task<string?> OtherRegistry(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return NoSuch;
        }

        return await NotSent(fixture, instruction with { Units = new SerialBlock("nobody", instruction.Units.Scope, instruction.Units.Range) }).ConfigureAwait(false);
    }

    private static async Task<string?> Faulty(ChannelFixture fixture) => fixture.NewInstruction(InstructionKind.Retire) is { } instruction
        ? await NotSent(fixture, instruction with { Key = "" }).ConfigureAwait(false) : NoSuch;

    private static async Task<string?> NotSent(ChannelFixture fixture, UnitInstruction instruction)
    {
        var before = fixture.Requests(ChannelRequest.Instruction);
        var outcome = await fixture.Channel.SendAsync(instruction).ConfigureAwait(false);
        Expect.That(outcome is { Kind: OutcomeKind.Rejected, MayBeSentAgain: false }, $"The channel reports {outcome}.");
        Expect.That(fixture.Requests(ChannelRequest.Instruction) == before, "It was sent.");
        return null;
    }

    private static async Task<string?> Cancelled(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return NoSuch;
        }

        var before = fixture.Requests(ChannelRequest.Instruction);
        try
        {
            Expect.Honest(fixture, instruction, await fixture.Channel.SendAsync(instruction, new CancellationToken(canceled: true)).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // That is one way to end.
        }

        Expect.That(fixture.Requests(ChannelRequest.Instruction) == before && fixture.EffectOf(instruction).IsEmpty, "It was sent, although its call was cancelled before it began.");
        return null;
    }

    // A channel that ignores it may send after the outbox has given up the attempt, asked about it and sent it again.
    private static async Task<string?> CancelledMeanwhile(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction || !fixture.TryScript(ChannelRequest.Instruction, ChannelFault.Silent))
        {
            return CannotHappen;
        }

        using var cancelled = new CancellationTokenSource();
        var sending = fixture.Channel.SendAsync(instruction, cancelled.Token);
        cancelled.Cancel();
        Expect.That(await Task.WhenAny(sending, Task.Delay(Patience)).ConfigureAwait(false) == sending, "It goes on.");
        try
        {
            Expect.Honest(fixture, instruction, await sending.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // That is one way to end.
        }

        return null;
    }

    // In a line of text a key with blanks may be read as a key, other numbers and another account.
    private static async Task<string?> NamesOthers(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction || fixture.NewInstruction(InstructionKind.Retire) is not { } other || fixture.Held < 0)
        {
            return CannotHappen;
        }

        var held = fixture.Held;
        var trick = instruction with { Key = $"{other.Key} {other.Units.Range} {other.FromAccount}" };
        Expect.Honest(fixture, trick, await fixture.Channel.SendAsync(trick).ConfigureAwait(false));
        var effect = fixture.EffectOf(trick);
        Expect.That(
            fixture.EffectOf(other).IsEmpty && effect.Subtract(BlockSet.Of(trick.Units.Range)).IsEmpty && (held - fixture.Held == effect.Count.ToDecimal() || held == fixture.Held),
            $"It took effect on numbers that it does not name: {held - fixture.Held} units are gone, {effect} of its own.");
        return null;
    }

    private static async Task<string?> OtherScope(ChannelFixture fixture)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return NoSuch;
        }

        var held = fixture.Held;
        var elsewhere = instruction with { Units = new SerialBlock(instruction.Units.Registry, instruction.Units.Scope + "another", instruction.Units.Range) };
        var outcome = await fixture.Channel.SendAsync(elsewhere).ConfigureAwait(false);
        Expect.That(outcome.Kind is not (OutcomeKind.Confirmed or OutcomeKind.Partial), $"The channel reports {outcome}.");
        Expect.That(held == fixture.Held, "Its scope was passed over: it took effect on the same numbers of another.");
        return null;
    }

    private static async Task<string?> Carried(ChannelFixture fixture, Func<UnitInstruction, UnitInstruction> with)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } plain)
        {
            return NoSuch;
        }

        var instruction = with(plain);
        var outcome = Expect.Honest(fixture, instruction, await fixture.Channel.SendAsync(instruction).ConfigureAwait(false));
        if (outcome is { Kind: OutcomeKind.Rejected, MayBeSentAgain: false })
        {
            return null;
        }

        if (fixture.Received is not { } received)
        {
            return CannotHappen;
        }

        Expect.That(received.Contains(Text), "It was dropped on the way, and the rest was sent.");
        return null;
    }

    private static async Task<string?> Faulted(ChannelFixture fixture, ChannelFault fault, string[] may)
    {
        if (fixture.NewInstruction(InstructionKind.Retire) is not { } instruction)
        {
            return NoSuch;
        }

        if (!fixture.TryScript(ChannelRequest.Instruction, fault))
        {
            return CannotHappen;
        }

        var before = fixture.Requests(ChannelRequest.Instruction);
        var outcome = Expect.Honest(fixture, instruction, await fixture.Channel.SendAsync(instruction).ConfigureAwait(false));
        var word = outcome.Kind == OutcomeKind.Rejected && outcome.MayBeSentAgain ? "not-taken" : outcome.Kind.ToString().ToLowerInvariant();
        Expect.That(may.Contains(word, StringComparer.Ordinal) || (fixture.DecidesLater && outcome.Kind == OutcomeKind.Pending), $"The channel reports {outcome}.");
        Expect.That(fault != ChannelFault.ThrottledWithRetryAfter || outcome.Kind == OutcomeKind.Pending || outcome.After is not null, "How long the registry asks to be left alone is lost.");
        Expect.That(before < 0 || fixture.Requests(ChannelRequest.Instruction) <= before + 1, "One call sent more than one request.");
        return null;
    }
}
