using System;
using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>Whether a command's names and numbers have the form every command must have. A malformed one is refused and never remembered.</summary>
public static class CommandForm
{
    /// <summary>The most characters of a key, an account, a kind, a registry or a reservation.</summary>
    public const int LongestName = 128;
    internal const int LongestText = 1024;
    internal const string NotTonnes = "a kind that is not of tonnes";

    private static readonly NodaTime.Instant Earliest = NodaTime.Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly NodaTime.Instant Latest = NodaTime.Instant.FromUtc(2999, 1, 1, 0, 0);

    internal static Refusal? Refusal(LedgerCommand command) => Fault(command) is { } fault
        ? new Refusal(RefusalCode.Malformed) { Account = command.Account, Subject = fault }
        : null;

    /// <summary>That units which are no tonnes would enter a ledger. A journal of an earlier version may hold such units, and an exchange's session may name them.</summary>
    internal static Refusal? NoTonnes(LedgerCommand command) => command.Entering is { Lot.Kind.IsOfTonnes: false }
        ? new Refusal(RefusalCode.Malformed) { Account = command.Account, Subject = NotTonnes }
        : null;

    /// <summary>What is wrong, naming the command's fields, or null.</summary>
    private static string? Fault(LedgerCommand command) =>
        !IsName(command.Key) ? "the key"
        : !IsTime(command.At) ? "the time"
        : !command.ConcernsAll && !IsAccount(command.Account) ? "the account"
        : command switch
        {
            IssueUnits issue => Fault(issue.Units) ?? Fault(issue.Into),
            ReceiveUnits receive => Fault(receive.Units) ?? Fault(receive.Into) ?? (IsText(receive.Source) ? null : "the source"),
            ReserveUnits reserve => !IsName(reserve.Reservation) ? "the reservation" : reserve.Purpose is ReservationPurpose.Sale or ReservationPurpose.Other ? Fault(reserve.Units) : "the purpose",
            ReleaseUnits release => Fault(release.Units),
            MoveCommand move => Fault(move),
            FreezeAccount freeze => IsReason(freeze.Reason) ? null : "the reason",
            PauseBusiness pause => pause.Registry is not null && !IsName(pause.Registry) ? "the registry" : pause.Holder is not null && !IsName(pause.Holder) ? "the holder" : IsReason(pause.Reason) ? null : "the reason",
            ForgetKeys forget => IsWholeSecond(forget.Before) && forget.Before <= forget.At ? null : "the instant before which keys are forgotten",
            _ => null,
        };

    private static bool IsWholeSecond(NodaTime.Instant at) => NodaTime.Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()) == at;

    private static string? Fault(MoveCommand move) =>
        move.Cause is MoveCause.Transfer or MoveCause.ClawBack && (!IsAccount(move.OtherAccount) || string.Equals(move.OtherAccount, move.Account, System.StringComparison.Ordinal)) ? "the receiving account"
        : !IsText(move.Remark) ? "the reason"
        : move.Entering is { } entering && Fault(entering) is { } bad ? bad
        : move.Year > ComplianceYear.Of(LedgerPolicy.Bare.DayOf(move.At)).StartYear ? "the compliance year"
        : Fault(move.Target) ?? Fault(move.Units);

    private static string? Fault(ShadowAccount place) => place.IsKnown() ? null : "the shadow account";

    /// <summary>What is wrong with units, naming the command's fields, or null.</summary>
    public static string? Fault(Parcel units) =>
        units.Lot is null || !IsName(units.Lot.Registry) ? "the registry"
        : units.Lot.Scope.Length > 2 * LongestName || HasControl(units.Lot.Scope.AsSpan()) ? "the scope"
        : !IsName(units.Lot.Kind) ? "the kind"
        : units.Lot.Vintage is < 1900 or > 2998 ? "the vintage"
        : !IsDay(units.Lot.Issued) ? "the day of issue"
        : !IsDay(units.Lot.Expires) || units.Lot.ExpiresOn < units.Lot.IssuedOn ? "the day of expiry"
        : LedgerState.IsCountable(units.Range) ? null : "the block";

    private static string? Fault(UnitSelection units) => units switch
    {
        OldestUnits oldest => IsName(oldest.Kind) ? (oldest.Tonnes < 1 ? "the number of tonnes" : Fault(oldest.From)) : "the kind",
        ChosenUnits chosen => Fault(chosen.Blocks) ?? Fault(chosen.From),
        ReservedUnits reserved => !IsName(reserved.Reservation) ? "the reservation"
            : reserved.Tonnes is < 1 || (reserved.Tonnes is not null && reserved.Blocks is not null) ? "the number of tonnes"
            : reserved.Blocks is null ? null : Fault(reserved.Blocks),
        _ => "the selection",
    };

    private static string? Fault(IReadOnlyList<SerialBlock> blocks)
    {
        if (blocks is null || blocks.Count == 0)
        {
            return "the list of blocks";
        }

        foreach (var block in blocks)
        {
            if (!LedgerState.IsCountable(block.Range))
            {
                return "a block";
            }
        }

        return null;
    }

    // A name of only blanks and signs has no content, and two unknown holders would become one account. Journals that have such an account are still read.
    private static bool IsAccount(string? name)
    {
        if (!IsName(name))
        {
            return false;
        }

        foreach (var c in name!)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text can be a key, an account, a kind, a registry or a reservation: 1 to 128 characters, none of them a control character.</summary>
    public static bool IsName(string? name) => name is not null && IsName(name.AsSpan());

    /// <inheritdoc cref="IsName(string?)"/>
    public static bool IsName(ReadOnlySpan<char> name) => name.Length is > 0 and <= LongestName && !HasControl(name);

    /// <summary>A text that no store can keep exactly is refused, and never reported as kept.</summary>
    /// <exception cref="ArgumentException">An intent has no key or registry, or text with half a character or a zero.</exception>
    internal static void RequireWellFormed(IReadOnlyList<RegistryIntent> intents)
    {
        for (var i = 0; i < intents.Count; i++)
        {
            var intent = intents[i];
            var fault = intent is null || !IsName(intent.Key) ? "a key of 1 to 128 characters without control characters"
                : !IsName(intent.Registry) ? "the name of a registry"
                : intent.Payload is null || intent.Payload.AsSpan().IndexOf((char)0) >= 0 || HasHalf(intent.Payload.AsSpan()) ? "a payload of whole characters without a zero among them"
                : null;
            if (fault is not null)
            {
                throw new ArgumentException($"Intent {i + 1} lacks {fault}.", nameof(intents));
            }
        }
    }

    private static bool IsText(string? text) => text is null || IsReason(text);

    private static bool IsReason(string? text) => text is not null && text.Length <= LongestText && !HasHalf(text.AsSpan());

    // Within these years every civil time and every quarter of a policy can be computed.
    private static bool IsTime(NodaTime.Instant at) => at >= Earliest && at < Latest;

    private static bool IsDay(NodaTime.LocalDate? day) => day is not { } known || (known.Calendar == NodaTime.CalendarSystem.Iso && known.Year is >= 1900 and <= 2998);

    private static bool HasControl(ReadOnlySpan<char> text)
    {
#if NET8_0_OR_GREATER
        // Most names are plain, so several characters are checked at a time.
        if (!text.ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }

#endif
        for (var i = 0; i < text.Length; i++)
        {
            // Most characters are plain and need one look.
            if (text[i] is not (>= ' ' and < (char)127) && (text[i] is < ' ' or (char)127 || IsHalf(text, ref i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasHalf(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHalf(text, ref i))
            {
                return true;
            }
        }

        return false;
    }

    // A file cannot keep a lone surrogate: two names that differ by one would be one account after a replay. A whole pair is allowed.
    private static bool IsHalf(ReadOnlySpan<char> text, ref int at)
    {
        if (!char.IsSurrogate(text[at]))
        {
            return false;
        }

        var isWhole = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
        at += isWhole ? 1 : 0;
        return !isWhole;
    }
}
