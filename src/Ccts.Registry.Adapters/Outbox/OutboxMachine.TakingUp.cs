using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>A new owner takes up what the previous owner left.</content>
public sealed partial class OutboxMachine
{
    /// <summary>The move with which a new owner takes up an instruction as read, or null where it continues unchanged.</summary>
    /// <param name="record">The instruction as it was read.</param>
    /// <param name="by">How far its waits move, see <see cref="Recounted"/>.</param>
    /// <param name="at">When, by the new owner's clock.</param>
    public OutboxStep? TakeUp(OutboxRecord record, Duration by, Instant at) =>
        Require.NotNull(record).Row switch
        {
            RowStanding.OutOfStep => null,
            RowStanding.Changed => Changed(record, at),
            _ when record.State is InstructionState.Sending or InstructionState.Querying => OwnerLost(record.MovedBy(by), at),
            _ when record.MovedBy(by) != record => Recounted(record, by, at),
            RowStanding.Unsealed => Step(record.State, record, OutboxCause.Sealed, record.State, at),
            _ => null,
        };

    /// <summary>Its row was changed since it was written. An instruction with an outcome keeps it. Any other is parked, and since its real state is unknown, only an operator ends it.</summary>
    public OutboxStep Changed(OutboxRecord record, Instant at)
    {
        var isParked = !Require.NotNull(record).State.IsFinal() && record.State != InstructionState.Partial;
        var mayComeBack = !isParked && record.Instruction?.Kind == InstructionKind.Transfer && !record.Done.IsEmpty && record.Attempt is not null;
        var next = record.WithFault(OutboxReading.Changed, "Its row was changed since it was written.") with
        {
            IsChanged = true,
            IsInDoubt = isParked && record.Instruction is not null,
            Due = isParked ? null : !record.IsSettled ? at : mayComeBack && record.State.IsFinal() ? at + SettlingOf(record) : null,
            RestsUntil = mayComeBack ? at + SettlingOf(record) : null,
            IsClosed = record.IsClosed || (record.State.IsFinal() && record.IsSettled && !mayComeBack),
        };
        return Step(record.State, next, OutboxCause.Changed, isParked ? InstructionState.Parked : record.State, at);
    }

    /// <summary>What an earlier owner was sending or asking about when it was lost is never sent again without asking.</summary>
    public OutboxStep OwnerLost(OutboxRecord record, Instant at)
    {
        var isSending = Require.NotNull(record).State == InstructionState.Sending;
        var to = !isSending && record.WasAccepted ? InstructionState.Pending : InstructionState.Unknown;
        return Step(record.State, record with { Due = isSending ? Instant.Max(at, record.Attempt!.Until) : at }, OutboxCause.OwnerLost, to, at);
    }

    /// <summary>Moves every wait of an instruction, because no process measured the time since the previous owner, and the two owners' dates cannot both be right.</summary>
    /// <param name="record">The instruction as it was.</param>
    /// <param name="by">How far its waits move.</param>
    /// <param name="at">When, by the new owner's clock.</param>
    public OutboxStep Recounted(OutboxRecord record, Duration by, Instant at) =>
        Step(Require.NotNull(record).State, record.MovedBy(by), OutboxCause.Recounted, record.State, at);
}
