using System;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>The state of an instruction. <c>docs/registry-channels.md</c> draws the states and the moves between them.</summary>
public enum InstructionState
{
    /// <summary>Committed with the reservation. Nothing has been sent.</summary>
    Intended,

    /// <summary>The attempt is saved, and the request may be on its way.</summary>
    Sending,

    /// <summary>The registry has taken it and decides later.</summary>
    Pending,

    /// <summary>Nobody can say whether it took effect.</summary>
    Unknown,

    /// <summary>The registry is being asked.</summary>
    Querying,

    /// <summary>It certainly had no effect; it may be sent again.</summary>
    NotDone,

    /// <summary>It took effect on some numbers. An operator decides on the rest.</summary>
    Partial,

    /// <summary>It waits for an operator, and blocks only instructions on the same numbers.</summary>
    Parked,

    /// <summary>It took effect on every number. Final.</summary>
    Confirmed,

    /// <summary>The registry refused it. Final.</summary>
    Rejected,

    /// <summary>An operator gave up the part that had not been done. Final.</summary>
    Cancelled,
}

/// <summary>The words for states in journals, the tool and the docs.</summary>
public static class InstructionStates
{
    internal static readonly string[] Words =
        ["intended", "sending", "pending", "unknown", "querying", "not-done", "partial", "parked", "confirmed", "rejected", "cancelled"];

    /// <summary>The word for a state, e.g. <c>not-done</c>.</summary>
    public static string Word(this InstructionState state) => Words[(int)state];

    /// <summary>Whether it is final: confirmed, rejected or cancelled.</summary>
    public static bool IsFinal(this InstructionState state) => state >= InstructionState.Confirmed;

    /// <summary>Whether the request may have taken effect without the outbox knowing.</summary>
    internal static bool IsInDoubt(this InstructionState state) =>
        state is InstructionState.Sending or InstructionState.Pending or InstructionState.Unknown or InstructionState.Querying;

    internal static bool TryParse(string? word, out InstructionState state)
    {
        var index = Array.IndexOf(Words, word);
        state = index < 0 ? default : (InstructionState)index;
        return index >= 0;
    }
}
