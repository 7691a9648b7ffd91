using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// The SDK's own ledger behind the outbox. Units stay in the reservation of the instruction until the registry has answered; then exactly
/// the numbers it confirms are moved, retired or cancelled, exactly those it certainly left alone are released, and what of a half-done
/// instruction is in question is quarantined.
/// </summary>
/// <param name="engine">The ledger.</param>
/// <remarks>Thread-safe. An instruction without a <see cref="UnitInstruction.Ledger"/> is the host's own affair.</remarks>
public sealed class EngineLedger(LedgerEngine engine) : IOutboxLedger
{
    /// <summary>The holder of the breaker's pauses.</summary>
    public const string Holder = "registry-breaker";

    private static readonly string Lapsed = new Refusal(RefusalCode.ReservationLapsed).CodeText;

    private static readonly string[] NothingHeld = [.. new[] { RefusalCode.UnknownAccount, RefusalCode.UnknownReservation, RefusalCode.NotHeld }.Select(c => new Refusal(c).CodeText)];

    private readonly LedgerEngine _engine = Require.NotNull(engine);

    /// <inheritdoc/>
    public bool IsPaused(string registry) => _engine.Pauses.Contains(new BusinessPause(registry, Holder));

    /// <inheritdoc/>
    public Task<LedgerReply> PauseAsync(string registry, bool pause, string key, string reason, Instant at, CancellationToken cancellationToken = default) =>
        DoAsync(new PauseBusiness(key, at, registry, pause, reason) { Holder = Holder });

    /// <inheritdoc/>
    public async Task<LedgerReply> SettleAsync(OutboxRecord record, CancellationToken cancellationToken = default)
    {
        if (Require.NotNull(record).NeverSent is { Ledger: { } reserved } unsent)
        {
            return await ReleaseAsync(new HeldUnits(record, unsent, reserved), BlockSet.Of(unsent.Units.Range)).ConfigureAwait(false);
        }

        if (record.Instruction is not { Ledger: { } effect } instruction)
        {
            return LedgerReply.Taken;
        }

        var held = new HeldUnits(record, instruction, effect);
        var moved = await TakeInDoneAsync(held, record.Done.Subtract(record.SettledDone)).ConfigureAwait(false);
        return moved.IsTaken ? await TakeInRestAsync(held).ConfigureAwait(false) : moved;
    }

    // Its key was used before, perhaps with the same reservation: what that holds no longer needs no release.
    private async Task<LedgerReply> ReleaseAsync(HeldUnits held, BlockSet numbers)
    {
        var reply = await DoAsync(held, "released", key => held.Release(key, numbers)).ConfigureAwait(false);
        return NothingHeld.Contains(reply.Code, StringComparer.Ordinal) ? LedgerReply.Taken : reply;
    }

    private async Task<LedgerReply> TakeInDoneAsync(HeldUnits held, BlockSet done)
    {
        if (done.IsEmpty)
        {
            return LedgerReply.Taken;
        }

        if (held.IsQuarantined)
        {
            return await DoAsync(held, "done-late", key => held.Move(key, held.Quarantined(done))).ConfigureAwait(false);
        }

        var reply = await DoAsync(held, "done", key => held.Move(key, held.Reserved(done))).ConfigureAwait(false);
        if (reply.Code != Lapsed)
        {
            return reply;
        }

        // The registry has done it, whatever end the reservation had.
        var apart = await DoAsync(held, "lapsed", key => held.Assign(key, held.Reserved(done), ShadowAccount.Quarantined)).ConfigureAwait(false);
        return apart.IsTaken ? await DoAsync(held, "done-lapsed", key => held.Move(key, held.Quarantined(done))).ConfigureAwait(false) : apart;
    }

    private async Task<LedgerReply> TakeInRestAsync(HeldUnits held)
    {
        var rest = held.Record.Rest;
        return rest.IsEmpty ? LedgerReply.Taken
            : held.Record.State == InstructionState.Partial ? await DoAsync(held, "in-question", key => held.Assign(key, held.Reserved(rest), ShadowAccount.Quarantined)).ConfigureAwait(false)
            : held.IsQuarantined ? await DoAsync(held, "cleared", key => held.Assign(key, held.Quarantined(rest), ShadowAccount.Free)).ConfigureAwait(false)
            : await DoAsync(held, "released", key => held.Release(key, rest)).ConfigureAwait(false);
    }

    // The ledger may remember a refusal under its key for good, so each new try has a key of its own; an earlier one that was accepted answers again.
    private async Task<LedgerReply> DoAsync(HeldUnits held, string word, Func<string, LedgerCommand> command)
    {
        var reply = LedgerReply.Taken;
        for (var times = 0; times <= held.Record.LedgerRefusals; times++)
        {
            reply = await DoAsync(command(held.Record.Key + "/" + word + (times == 0 ? "" : times.ToString(CultureInfo.InvariantCulture)))).ConfigureAwait(false);
            if (reply.IsTaken)
            {
                break;
            }
        }

        return reply;
    }

    private async Task<LedgerReply> DoAsync(LedgerCommand command)
    {
        var answer = await _engine.ExecuteAsync(command).ConfigureAwait(false);
        return answer.Refusal is { } no ? new LedgerReply(no.CodeText, no.Message) : LedgerReply.Taken;
    }

    /// <summary>The units of one instruction, and the ledger's commands about them: the same instruction always gives the same commands.</summary>
    private sealed class HeldUnits(OutboxRecord record, UnitInstruction instruction, LedgerEffect effect)
    {
        internal OutboxRecord Record => record;

        internal bool IsQuarantined => record.RestIsQuarantined;

        internal ReservedUnits Reserved(BlockSet numbers) => new(effect.Reservation) { Blocks = Blocks(numbers) };

        internal ChosenUnits Quarantined(BlockSet numbers) => new(Blocks(numbers)) { From = ShadowAccount.Quarantined };

        internal LedgerCommand Move(string key, UnitSelection units) => instruction.Kind switch
        {
            InstructionKind.Transfer => new TransferUnits(key, At, effect.Account, effect.ToAccount!, units),
            InstructionKind.Retire => new RetireUnits(key, At, effect.Account, units, instruction.Beneficiary),
            _ => new CancelUnits(key, At, effect.Account, units, instruction.Purpose ?? "cancelled at the registry"),
        };

        internal AssignUnits Assign(string key, UnitSelection units, ShadowAccount to) => new(key, At, effect.Account, units, to, "instruction " + record.Key);

        internal ReleaseUnits Release(string key, BlockSet numbers) => new(key, At, effect.Account, effect.Reservation) { Blocks = Blocks(numbers) };

        private Instant At => record.OutcomeAt ?? record.Since;

        private SerialBlock[] Blocks(BlockSet numbers) => numbers.Ranges.Select(instruction.Units.With).ToArray();
    }
}
