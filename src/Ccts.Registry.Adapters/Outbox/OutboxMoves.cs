using System.Collections.Generic;
using System.Linq;
using static Ccts.Registry.Adapters.Outbox.InstructionState;
using static Ccts.Registry.Adapters.Outbox.OutboxCause;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Every permitted move. No other can happen.</summary>
internal static class OutboxMoves
{
    internal static IReadOnlyList<(InstructionState? From, OutboxCause Cause, InstructionState To)> All { get; } =
    [
        (null, Taken, Intended),
        (null, Unreadable, Parked),

        (Intended, Send, Sending),
        (NotDone, Send, Sending),
        .. new[] { Intended, NotDone }.SelectMany(from => new (InstructionState?, OutboxCause, InstructionState)[]
        {
            (from, HeldBack, from),
            (from, HeldBack, Parked),
        }),

        (Sending, OutboxCause.Done, Confirmed),
        (Sending, Refused, Rejected),
        (Sending, Accepted, Pending),
        (Sending, PartlyDone, Partial),
        (Sending, NotTaken, NotDone),
        (Sending, TooOften, Parked),
        (Sending, NoAnswer, Unknown),
        (Sending, OwnerLost, Unknown),

        (Unknown, Ask, Querying),
        (Pending, Ask, Querying),

        (Querying, OutboxCause.Done, Confirmed),
        (Querying, Refused, Rejected),
        (Querying, Accepted, Pending),
        (Querying, PartlyDone, Partial),
        (Querying, StillOpen, Unknown),
        (Querying, SettledNotDone, NotDone),
        (Querying, TooOften, Parked),
        (Querying, Contradiction, Parked),
        (Querying, OwnerLost, Unknown),
        (Querying, OwnerLost, Pending),

        (Parked, Retry, NotDone),
        (Parked, Retry, Unknown),

        .. new[] { Unknown, Pending, Parked, Partial }.SelectMany(from => new (InstructionState?, OutboxCause, InstructionState)[]
        {
            (from, ResolvedDone, Confirmed),
            (from, ResolvedNotDone, Cancelled),
        }),

        (Intended, GivenUp, Cancelled),
        (NotDone, GivenUp, Cancelled),
        (Parked, GivenUp, Cancelled),
        (Querying, GivenUp, Cancelled),
        (NotDone, GivenUp, Unknown),
        (Parked, GivenUp, Unknown),
        (Unknown, GivenUp, Unknown),
        (Pending, GivenUp, Pending),

        .. new[] { Confirmed, Rejected, Cancelled, Partial }.SelectMany(state => new (InstructionState?, OutboxCause, InstructionState)[]
        {
            (state, Settled, state),
            (state, NotSettled, state),
            (state, SettledByHand, state),
        }),
        .. new[] { Intended, NotDone, Unknown, Pending, Parked, Partial, Confirmed, Rejected, Cancelled }.SelectMany(state => new (InstructionState?, OutboxCause, InstructionState)[]
        {
            (state, Recounted, state),
            (state, Noted, state),
            (state, Sealed, state),
        }),

        // An instruction with an outcome keeps it; for any other the state in its row is not believed.
        .. new[] { Intended, Sending, Pending, Unknown, Querying, NotDone, Parked }.Select(state => ((InstructionState?)state, Changed, Parked)),
        .. new[] { Partial, Confirmed, Rejected, Cancelled }.Select(state => ((InstructionState?)state, Changed, state)),

        (Confirmed, Closed, Confirmed),
        (Cancelled, Closed, Cancelled),
    ];

    private static readonly HashSet<(InstructionState?, OutboxCause, InstructionState)> Known = [.. All];

    internal static bool Has(InstructionState? from, OutboxCause cause, InstructionState to) => Known.Contains((from, cause, to));
}
