using System;
using System.Collections.Generic;
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
/// The SDK's own ledger behind the outbox. Units stay in the instruction's reservation until the registry has answered. Then exactly
/// the numbers it confirms are moved, retired or cancelled, exactly those it certainly left alone are released, and what of a half-done
/// instruction is in question is quarantined.
/// </summary>
/// <param name="engine">The ledger.</param>
/// <remarks>Thread-safe. An instruction without a <see cref="UnitInstruction.Ledger"/> is for the host to settle.</remarks>
public sealed class EngineLedger(LedgerEngine engine) : IOutboxLedger
{
    /// <summary>The holder of the breaker's pauses.</summary>
    public const string Holder = "registry-breaker";

    private static readonly string Lapsed = new Refusal(RefusalCode.ReservationLapsed).CodeText;

    private static readonly string Frozen = new Refusal(RefusalCode.Frozen).CodeText;

    private static readonly string[] NothingHeld = [.. new[] { RefusalCode.UnknownAccount, RefusalCode.UnknownReservation, RefusalCode.NotHeld }.Select(c => new Refusal(c).CodeText)];

    private readonly LedgerEngine _engine = Require.NotNull(engine);

    /// <inheritdoc/>
    public IReadOnlyList<string> Paused => [.. _engine.Pauses.Where(p => p.Holder == Holder).Select(p => p.Registry).OfType<string>()];

    /// <inheritdoc/>
    public Task<LedgerReply> PauseAsync(string registry, bool pause, string key, string reason, Instant at, CancellationToken cancellationToken = default)
    {
        Require.NotNull(registry);
        // A pause ends under the spelling with which it began.
        return DoAsync(new PauseBusiness(Require.NotNull(key), at, pause ? registry : Paused.FirstOrDefault(p => Spelled.Same(p, registry)) ?? registry, pause, Require.NotNull(reason)) { Holder = Holder });
    }

    /// <inheritdoc/>
    /// <exception cref="JournalConflictException">The journal has entries that the ledger lacks: another process writes to it.</exception>
    public async Task<LedgerReply> MayLeaveAsync(OutboxRecord record, CancellationToken cancellationToken = default)
    {
        if (Require.NotNull(record).Instruction is not { Ledger: { } effect } instruction)
        {
            return LedgerReply.Taken;
        }

        var (open, isFrozen, position) = await _engine.ReservationAsync(effect.Account, effect.Reservation, cancellationToken).ConfigureAwait(false);
        var held = Held(open, instruction.Units);
        return !held.Contains(BlockSet.Of(instruction.Units.Range))
                ? position < record.Place.Position ? throw new JournalConflictException($"The ledger is at entry {position}, and instruction {record.Key} was committed with entry {record.Place.Position}.")
                : NotReserved($"Reservation {effect.Reservation} of account {effect.Account} {(open is null ? "is not open" : $"does not hold all of {instruction.Units}")}.")
            : open!.Until is { } end ? NotReserved($"Reservation {effect.Reservation} of account {effect.Account} ends at {end}; what is on its way is held until the registry has answered.")
            : isFrozen ? new LedgerReply(Frozen, $"Account {effect.Account} is frozen and gives nothing out.")
            : LedgerReply.Taken;
    }

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

    private async Task<BlockSet> HeldAsync(LedgerEffect effect, SerialBlock units) =>
        Held((await _engine.ReservationAsync(effect.Account, effect.Reservation).ConfigureAwait(false)).Open, units);

    private static BlockSet Held(Reservation? open, SerialBlock units) =>
        BlockSet.FromRanges((open?.Units ?? []).Where(u => u.Block.SharesScopeWith(units)).Select(u => u.Range));

    private static LedgerReply NotReserved(string reason) => new(LedgerReply.NotReserved, reason);

    // Units that the reservation no longer holds need no release: the host released them, or they never belonged to the instruction.
    private async Task<LedgerReply> ReleaseAsync(HeldUnits held, BlockSet numbers)
    {
        var reply = await DoAsync(held, "released", key => held.Release(key, numbers)).ConfigureAwait(false);
        if (!NothingHeld.Contains(reply.Code, StringComparer.Ordinal))
        {
            return reply;
        }

        var left = (await HeldAsync(held.Effect, held.Instruction.Units).ConfigureAwait(false)).Intersect(numbers);
        return left.IsEmpty ? LedgerReply.Taken : await DoAsync(held, "released-left", key => held.Release(key, left)).ConfigureAwait(false);
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

        // The registry carried it out, however the reservation ended.
        var apart = await DoAsync(held, "lapsed", key => held.Assign(key, held.Reserved(done), ShadowAccount.Quarantined)).ConfigureAwait(false);
        return apart.IsTaken ? await DoAsync(held, "done-lapsed", key => held.Move(key, held.Quarantined(done))).ConfigureAwait(false) : apart;
    }

    private async Task<LedgerReply> TakeInRestAsync(HeldUnits held)
    {
        var rest = held.Record.Rest;
        return rest.IsEmpty ? LedgerReply.Taken
            : held.Record.State == InstructionState.Partial ? await DoAsync(held, "in-question", key => held.Assign(key, held.Reserved(rest), ShadowAccount.Quarantined)).ConfigureAwait(false)
            : held.IsQuarantined ? await DoAsync(held, "cleared", key => held.Assign(key, held.Quarantined(rest), ShadowAccount.Free)).ConfigureAwait(false)
            : await ReleaseAsync(held, rest).ConfigureAwait(false);
    }

    // The ledger may keep a refusal under its key for good, so each new try has its own key. An earlier command that was accepted gives the same answer again.
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

    /// <summary>The units of one instruction and the ledger commands for them. The same instruction always gives the same commands.</summary>
    private sealed class HeldUnits(OutboxRecord record, UnitInstruction instruction, LedgerEffect effect)
    {
        internal OutboxRecord Record => record;

        internal UnitInstruction Instruction => instruction;

        internal LedgerEffect Effect => effect;

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
