using System;
using System.Linq;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// An instruction to a registry about numbered units, as a channel sends it. It names the numbers, never "n tonnes": the same numbers
/// cannot be retired twice, a quantity can.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record UnitInstruction
{
    // The ledger's own commands for it have this key with a word appended.
    private const int LongestKey = 100;

    /// <summary>The idempotency key: made when the order is matched, unique for ever, sent to the registry as the host's reference. 1 to 100 characters, all of them visible.</summary>
    public required string Key { get; init; }

    /// <summary>What to do.</summary>
    public required InstructionKind Kind { get; init; }

    /// <summary>The units: a whole block as in the registry's holdings.</summary>
    public required SerialBlock Units { get; init; }

    /// <summary>These numbers as the registry writes them, if its interface needs a serial; otherwise null.</summary>
    public string? Serial { get; init; }

    /// <summary>The registry's account that the units are in.</summary>
    public required string FromAccount { get; init; }

    /// <summary>The registry's account that they go to; for a transfer only.</summary>
    public string? ToAccount { get; init; }

    /// <summary>For whom they are retired, or null.</summary>
    public string? Beneficiary { get; init; }

    /// <summary>Why, in words, or null.</summary>
    public string? Purpose { get; init; }

    /// <summary>What the ledger does once the registry has answered; null if the host does that itself.</summary>
    public LedgerEffect? Ledger { get; init; }

    /// <summary>The instruction as committed with the ledger's entry.</summary>
    /// <exception cref="InvalidOperationException">It cannot be sent; the message says why.</exception>
    public RegistryIntent ToIntent() => Fault() is { } fault
        ? throw new InvalidOperationException(fault)
        : new RegistryIntent(Key, Units.Registry, InstructionText.Write(this));

    /// <summary>Why it cannot be sent, in one sentence; null if it can.</summary>
    public string? Fault() =>
        !IsKey(Key) ? "The key is empty, longer than 100 characters, or has characters that cannot be seen: control characters, marks of direction, blanks at its ends or side by side."
        : Kind is not (InstructionKind.Transfer or InstructionKind.Retire or InstructionKind.Cancel) ? "There is no such instruction."
        : !IsName(Units.Registry) ? "The units name no registry."
        : !Units.Range.TryGetCount(out _) ? "The range of numbers is larger than can be counted."
        : !IsName(FromAccount) ? "The registry's account that the units are in is missing, or has characters that cannot be seen."
        : !IsReceiver(ToAccount) ? "A transfer names the account the units go to; a retirement or cancellation does not."
        : Kind == InstructionKind.Transfer && string.Equals(FromAccount, ToAccount, StringComparison.Ordinal) ? "A transfer goes to another account."
        : !IsText(Serial) || !IsText(Beneficiary) || !IsText(Purpose) ? "Serial, beneficiary and purpose have at most 1,024 characters, each of them whole."
        : Ledger is { } effect && (!IsName(effect.Account) || !IsName(effect.Reservation) || !IsReceiver(effect.ToAccount))
            ? "The ledger's side names an account and a reservation, and for a transfer alone the account that receives."
        : null;

    private bool IsReceiver(string? account) => Kind == InstructionKind.Transfer ? IsName(account) : account is null;

    private static bool IsText(string? text)
    {
        if (text is null)
        {
            return true;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return text.Length <= 1024;
    }

    private static bool IsName(string? text) => text is { Length: > 0 and <= 128 } && IsText(text) && text.All(ShownText.IsShown);

    // Two keys that look the same are two instructions to the ledger, and one to whoever reads a list of them.
    private static bool IsKey(string? text) => IsName(text) && text!.Length <= LongestKey && string.Equals(VisibleText.Of(text), text, StringComparison.Ordinal);
}
