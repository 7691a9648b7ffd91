using System.Collections.Generic;
using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>Where some of the numbers asked about are.</summary>
/// <param name="Range">The numbers.</param>
/// <param name="State">Their state; null if the registry does not know them.</param>
/// <param name="Account">The account they are in, or were retired from; null if the registry does not show it.</param>
/// <param name="Reference">The reference of the host's instruction that put them there; null if the registry does not show it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UnitsPart(BlockRange Range, UnitState? State, string? Account = null, string? Reference = null);

/// <summary>A registry's answer about the numbers of an instruction. It does not know numbers that are in no part.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Parts">The numbers, in any order.</param>
public sealed record UnitsAnswer(IReadOnlyList<UnitsPart> Parts)
{
    /// <summary>The numbers, in any order.</summary>
    public IReadOnlyList<UnitsPart> Parts { get; init; } = Require.NotNull(Parts);

    /// <summary>The registry's own time of the answer, where it states it: a host's clock that jumps must not shorten a settling time.</summary>
    public Instant? RegistryTime { get; init; }

    /// <summary>The moment at which the numbers stood so, where that is past, as in a statement; null where they are shown as they are now. A settling time lies between two such moments.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>
    /// What the registry says about the instruction itself, by the host's reference or its own; null if it cannot be asked or does not know it. <see cref="OutcomeKind.Unknown"/> if it
    /// says something that is not understood: then nothing counts as not done.
    /// </summary>
    public ChannelOutcome? Status { get; init; }

    /// <summary>Compares the answer with an instruction: which numbers it took effect on, on which it did not, and which contradict it.</summary>
    public EffectReading Read(UnitInstruction instruction) => EffectReading.Of(this, Require.NotNull(instruction));
}

/// <summary>The meaning of an answer for one instruction. Every number is in exactly one of the four sets.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Done">The instruction took effect on these.</param>
/// <param name="NotDone">These are active in the account they were in.</param>
/// <param name="Foreign">Something else has happened to these.</param>
/// <param name="Unseen">The registry does not know these, or does not show enough.</param>
public sealed record EffectReading(BlockSet Done, BlockSet NotDone, BlockSet Foreign, BlockSet Unseen)
{
    private enum Meaning
    {
        Done,
        NotDone,
        Foreign,
        Unseen,
    }

    internal static EffectReading Of(UnitsAnswer answer, UnitInstruction instruction)
    {
        var ranges = new List<BlockRange>[] { [], [], [], [] };
        foreach (var part in answer.Parts)
        {
            if (part.Range.Intersect(instruction.Units.Range) is { } here)
            {
                ranges[(int)MeaningOf(part, instruction)].Add(here);
            }
        }

        // A number that is stated in two ways contradicts itself; one of which something is said that is not understood is known by nothing else that is said.
        var sets = System.Array.ConvertAll(ranges, BlockSet.FromRanges);
        var all = BlockSet.Of(instruction.Units.Range);
        var foreign = sets[2].Union(sets[0].Intersect(sets[1]));
        var notKnown = foreign.Union(sets[3]);
        var done = sets[0].Subtract(notKnown);
        var notDone = sets[1].Subtract(notKnown);
        return new EffectReading(done, notDone, foreign, all.Subtract(done).Subtract(notDone).Subtract(foreign));
    }

    private static Meaning MeaningOf(UnitsPart part, UnitInstruction instruction)
    {
        return (instruction.Kind, part.State) switch
        {
            (_, null) => Meaning.Unseen,
            (InstructionKind.Transfer, UnitState.Held or UnitState.Issued) =>
                part.Account is null ? Meaning.Unseen
                : Is(part.Account, instruction.ToAccount) ? Meaning.Done
                : Is(part.Account, instruction.FromAccount) ? Meaning.NotDone : Meaning.Foreign,
            // Whoever received them may have used them already.
            (InstructionKind.Transfer, _) => Is(part.Account, instruction.ToAccount) ? Meaning.Done : Meaning.Foreign,
            (_, UnitState.Held or UnitState.Issued) => part.Account is null || Is(part.Account, instruction.FromAccount) ? Meaning.NotDone : Meaning.Foreign,
            (InstructionKind.Retire, UnitState.Retired or UnitState.RetiredOrCancelled) or (InstructionKind.Cancel, UnitState.Cancelled or UnitState.RetiredOrCancelled) => WhoseEnd(part, instruction),
            _ => Meaning.Foreign,
        };
    }

    // Somebody else may have retired or cancelled them. Without account and reference it is unknown who did.
    private static Meaning WhoseEnd(UnitsPart part, UnitInstruction instruction) =>
        (part.Reference is not null && !Is(part.Reference, instruction.Key)) || (part.Account is not null && !Is(part.Account, instruction.FromAccount)) ? Meaning.Foreign
        : part.Reference is null && part.Account is null ? Meaning.Unseen
        : Meaning.Done;

    private static bool Is(string? account, string? other) => string.Equals(account, other, System.StringComparison.Ordinal);
}
