using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts.Sdk.Ledger;

/// <summary>The texts of refusals, in one place, so that code, message and documentation agree.</summary>
internal static class RefusalText
{
    private static readonly string[] Texts =
        Enumerable.Range(0, (int)RefusalCode.IssueDayUnknown + 1).Select(c => Kebab(((RefusalCode)c).ToString())).ToArray();

    internal static IReadOnlyList<string> All => Texts;

    internal static string Of(RefusalCode code) => Texts[(int)code];

    internal static bool TryRead(string text, out RefusalCode code)
    {
        var at = Array.IndexOf(Texts, text);
        code = at < 0 ? default : (RefusalCode)at;
        return at >= 0;
    }

    internal static string Sentence(Refusal no) => no.Code switch
    {
        RefusalCode.Malformed => Malformed(no.Subject),
        RefusalCode.KeyReused => $"The key {no.Subject} was used for another command.",
        RefusalCode.Paused => no.Subject is null ? "All business is paused." : $"Business with units of {no.Subject} is paused.",
        RefusalCode.Frozen => $"Account {no.Account} is frozen.",
        RefusalCode.UnknownAccount => $"There is no account {no.Account}.",
        RefusalCode.UnknownReservation => $"Account {no.Account} has no open reservation {no.Subject}.",
        RefusalCode.ReservationOpen => $"Account {no.Account} has an open reservation {no.Subject} already.",
        RefusalCode.ReservationLapsed => $"The time of reservation {no.Subject} is over; it can only be released or clawed back.",
        RefusalCode.AlreadyInLedger => $"{no.Block} is in the ledger already; the tonne would exist twice.",
        RefusalCode.NotEnough => $"{Refusal.Number(no.Asked)} t asked for, {Refusal.Number(no.Available)} t usable in account {no.Account}.",
        RefusalCode.Oversell => $"A sale of {Refusal.Number(no.Asked)} t exceeds what the registry balance of account {no.Account} leaves, {Refusal.Number(no.Available)} t. Counted as a breach.{Bar(no)}",
        RefusalCode.Barred => $"Account {no.Account} is barred from selling until {no.Until:uuuu-MM-dd}.",
        RefusalCode.NotHeld => $"{no.Block} is not in account {no.Account}.",
        RefusalCode.HeldByReservation => $"{no.Block} is held by reservation {no.Subject}.",
        RefusalCode.Final => $"{no.Block} was {no.Place!.Value.Word()}; nothing moves after that.",
        RefusalCode.Elsewhere => $"{no.Block} is among the {no.Place!.Value.Word()} units of account {no.Account}.",
        RefusalCode.ChosenTwice => $"{no.Block} was chosen twice.",
        RefusalCode.NoSuchMove => $"{no.Subject} cannot take units from, or put them into, {no.Place!.Value.Word()}.",
        RefusalCode.KindNotSurrenderable => $"No rule admits units of kind {no.Subject} for surrender.",
        RefusalCode.Borrowing => $"{no.Block} has a vintage later than the compliance year; nothing permits borrowing.",
        RefusalCode.VintageTooOld => $"{no.Block} has an older vintage than policy admits.",
        RefusalCode.ValidityOver => no.Subject is null ? $"The validity of {no.Block} is over." : $"The validity of {no.Block} ended on {no.Subject}.",
        RefusalCode.StillValid => $"{no.Block} is valid until {no.Until:uuuu-MM-dd}.",
        RefusalCode.NoValidityRule => $"No rule sets a validity for units of kind {no.Subject}.",
        RefusalCode.TonnesChange => $"{Refusal.Number(no.Asked)} t would become {Refusal.Number(no.Available)} t.",
        RefusalCode.PastRetention => $"The command is dated before {no.Subject}; keys from before are forgotten, and it may have been done already.",
        RefusalCode.NotYetIssued => $"{no.Block} is issued on {no.Until:uuuu-MM-dd}; nothing is done with it before.",
        RefusalCode.IssueDayUnknown => $"Validity counts from the day of issue, and that of {no.Block} is not known.",
        _ => throw new ArgumentOutOfRangeException(nameof(no)),
    };

    // Each with the allowed range, so that the command can be corrected.
    private static string Malformed(string? subject) => subject switch
    {
        "the receiving account" => "the receiving account is the giving account itself, or its name is not 1 to 128 characters, one of them at least a letter or a digit, none of them a control character or half a character. Name another account.",
        "the number of tonnes" => "the number of tonnes is below 1. Ask for 1 or more.",
        "the list of blocks" => "the list of blocks is empty. Name one block or more.",
        "the block" or "a block" => $"{subject} has more than 10^12 units. Split it.",
        "the selection" => "the command names no units. Name the oldest, chosen blocks, or a reservation.",
        "the purpose" => "the purpose is neither a sale nor other.",
        "the day of issue" or "the day of expiry" => $"{subject} is not a day of the years 1900 to 2998, or the units expire before they are issued.",
        "the compliance year" => "the compliance year has not begun at the time of the command. Look at the year.",
        CommandForm.NotTonnes => "the units are no tonnes of CO2e: a REC or I-REC is a MWh, an ESCert is energy saved, a Green Credit is of its own programme. No conversion exists.",
        "the vintage" => "the vintage is not a year from 1900 to 2998.",
        "the shadow account" => "there is no such shadow account.",
        "the instant before which keys are forgotten" => $"{subject} is not a whole second, or is later than the command.",
        "the time" => "the time is not within the years 1900 to 2998.",
        "the source" => "the source has more than 1024 characters, or half a character.",
        "the reason" => "the reason is missing, has more than 1024 characters, or half a character.",
        "the scope" => "the scope has more than 256 characters, a control character or half a character.",
        "the account" => "the account is not 1 to 128 characters, one of them at least a letter or a digit, none of them a control character or half a character.",
        "the key" or "the registry" or "the kind" or "the reservation" => $"{subject} is not 1 to 128 characters, none of them a control character or half a character.",
        _ => $"{subject} is empty, too long or out of range.",
    };

    private static string Bar(Refusal no) => no.Until is { } day ? $" Barred from selling until {day:uuuu-MM-dd}." : "";

    private static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
