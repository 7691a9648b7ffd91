using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Writes an entry's members. The order is fixed, so that equal entries have equal text.</summary>
internal static class EventWriter
{
    /// <summary>The latest version.</summary>
    internal const int Version = (int)EntryVersion.Dated;

    internal const int FirstVersion = (int)EntryVersion.First;

    internal static readonly string[] Origins = ["issued", "received"];
    internal static readonly string[] Purposes = ["sale", "other"];

    internal static void Write(Utf8JsonWriter json, JournalEntry entry, IReadOnlyList<RegistryIntent> intents)
    {
        json.WriteNumber("v", Math.Max((int)VersionOf(entry.Event), (int)(intents.Count > 0 ? EntryVersion.Instructing : EntryVersion.First)));
        json.WriteNumber("n", entry.Position);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(entry.At));
        json.WriteString("key", entry.Key);
        json.WriteString("print", entry.Print.ToString("x16", CultureInfo.InvariantCulture));
        switch (entry.Event)
        {
            case UnitsEntered e:
                json.WriteString("event", "units-entered");
                json.WriteString("account", e.Account);
                json.WriteString("into", e.Into.Word());
                json.WriteString("origin", Origins[(int)e.Origin]);
                Optional(json, "source", e.Source);
                Units(json, "units", [e.Units]);
                break;
            case UnitsReserved e:
                json.WriteString("event", "units-reserved");
                json.WriteString("account", e.Account);
                json.WriteString("reservation", e.Reservation);
                json.WriteString("purpose", Purposes[(int)e.Purpose]);
                json.WriteString("from", e.From.Word());
                Optional(json, "until", e.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null);
                Units(json, "units", e.Units);
                break;
            case UnitsReleased e:
                json.WriteString("event", "units-released");
                json.WriteString("account", e.Account);
                json.WriteString("reservation", e.Reservation);
                Units(json, "units", e.Units);
                break;
            case UnitsMoved e:
                json.WriteString("event", "units-moved");
                json.WriteString("cause", e.Cause.Word());
                json.WriteString("account", e.Account);
                json.WriteString("from", e.From.Word());
                Optional(json, "reservation", e.Reservation);
                json.WriteString("to-account", e.ToAccount);
                json.WriteString("to", e.To.Word());
                Optional(json, "remark", e.Remark);
                Optional(json, "compliance-year", e.ComplianceYear);
                Units(json, "units", e.Units);
                break;
            case UnitsConverted e:
                json.WriteString("event", "units-converted");
                json.WriteString("account", e.Account);
                json.WriteString("from", e.From.Word());
                Optional(json, "reservation", e.Reservation);
                Units(json, "units", e.Units);
                Units(json, "into", [e.Into]);
                break;
            case AccountFrozen e:
                json.WriteString("event", "account-frozen");
                json.WriteString("account", e.Account);
                json.WriteBoolean("frozen", e.Frozen);
                json.WriteString("reason", e.Reason);
                break;
            case BusinessPaused e:
                json.WriteString("event", "business-paused");
                Optional(json, "registry", e.Registry);
                json.WriteBoolean("paused", e.Paused);
                json.WriteString("reason", e.Reason);
                Optional(json, "holder", e.Holder);
                break;
            case KeysForgotten e:
                json.WriteString("event", "keys-forgotten");
                json.WriteString("before", InstantPattern.ExtendedIso.Format(e.Before));
                break;
            case CommandRefused e:
                json.WriteString("event", "command-refused");
                WriteRefusal(json, e);
                break;
            default:
                throw new NotSupportedException(entry.Event.GetType().Name);
        }

        Intents(json, intents);
    }

    private static void Intents(Utf8JsonWriter json, IReadOnlyList<RegistryIntent> intents)
    {
        if (intents.Count == 0)
        {
            return;
        }

        json.WriteStartArray("intents");
        foreach (var intent in intents)
        {
            json.WriteStartObject();
            json.WriteString("key", intent.Key);
            json.WriteString("registry", intent.Registry);
            json.WriteString("payload", intent.Payload);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static EntryVersion VersionOf(LedgerEvent happened) => happened switch
    {
        BusinessPaused { Holder: not null } => EntryVersion.Holding,
        KeysForgotten => EntryVersion.Forgetting,
        UnitsEntered e when IsDated(e.Units) || e.Into is not (ShadowAccount.Free or ShadowAccount.Pending) => EntryVersion.Dated,
        UnitsReserved e when IsDated(e.Units) => EntryVersion.Dated,
        UnitsReleased e when IsDated(e.Units) => EntryVersion.Dated,
        UnitsMoved e when IsDated(e.Units) => EntryVersion.Dated,
        UnitsConverted e when IsDated(e.Units) || IsDated(e.Into) => EntryVersion.Dated,
        CommandRefused { Refusal.Code: RefusalCode.NotYetIssued or RefusalCode.IssueDayUnknown } => EntryVersion.Dated,
        _ => EntryVersion.First,
    };

    private static bool IsDated(IReadOnlyList<Parcel> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (IsDated(units[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDated(Parcel units) => units.Lot.Issued is not null || units.Lot.Expires is not null;

    private static void WriteRefusal(Utf8JsonWriter json, CommandRefused refused)
    {
        var no = refused.Refusal;
        json.WriteString("code", no.CodeText);
        Optional(json, "account", no.Account);
        Optional(json, "subject", no.Subject);
        Optional(json, "asked", no.Asked);
        Optional(json, "available", no.Available);
        Optional(json, "place", no.Place?.Word());
        Optional(json, "until", Day(no.Until));
        if (no.Block is { } block)
        {
            json.WriteStartObject("block");
            json.WriteString("registry", block.Registry);
            json.WriteString("scope", block.Scope);
            json.WriteString("start", block.Start.ToString());
            json.WriteString("end", block.End.ToString());
            json.WriteEndObject();
        }

        json.WriteBoolean("breach", refused.Breach);
        Optional(json, "barred-until", Day(refused.BarredUntil));
    }

    private static void Units(Utf8JsonWriter json, string name, IReadOnlyList<Parcel> units)
    {
        json.WriteStartArray(name);
        foreach (var (lot, range) in units)
        {
            json.WriteStartObject();
            json.WriteString("registry", lot.Registry);
            json.WriteString("scope", lot.Scope);
            json.WriteString("kind", lot.Kind);
            json.WriteNumber("vintage", lot.Vintage);
            Optional(json, "issued", Day(lot.Issued));
            Optional(json, "expires", Day(lot.Expires));
            json.WriteString("start", range.Start.ToString());
            json.WriteString("end", range.End.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Day(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }
}
