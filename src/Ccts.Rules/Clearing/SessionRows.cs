using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>Turns rows into trades, holdings and statements. A row with an error is left out; the problems say why.</summary>
internal sealed class SessionRows(ProblemList problems)
{
    // Further columns of the ledger: its word for the status, a count that has to agree, and its reservations.
    private static readonly string[] OfReservations = ["reservation", "purpose", "returns-to", "until"];
    private static readonly string[] OfLedger = ["place", "tonnes", .. OfReservations];

    /// <summary>The place of units, in the words of the books; one of the two columns is required.</summary>
    internal static readonly string[] StatusColumns = ["status", "place"];

    internal static readonly string[] TradeColumns = ["trade", "at", "seller", "buyer", "tonnes", "price", "kind"];
    internal static readonly string[] OptionalTradeColumns = ["vintage", "registry", "scope", "start", "end", "verdict", "reason"];
    internal static readonly string[] HoldingColumns = ["account", "registry", "scope", "start", "end", "vintage", "kind"];
    internal static readonly string[] OptionalHoldingColumns = ["status", "issued", "expires", .. OfLedger];
    internal static readonly string[] StatementColumns = ["account", "registry", "start", "end"];
    internal static readonly string[] OptionalStatementColumns = ["status", "scope", "vintage", "kind", "issued", "expires", .. OfLedger];

    /// <summary>Of an export alone: in a receipt, and no column of a statement.</summary>
    internal const string VintageEnds = "vintageEnds";

    internal static readonly Dictionary<string, ExchangeVerdict> Verdicts = new(StringComparer.Ordinal) { ["accepted"] = ExchangeVerdict.Accepted, ["rejected"] = ExchangeVerdict.Rejected };

    internal static readonly Dictionary<string, ShadowAccount> Statuses = Enumerable.Range(0, ShadowAccounts.Count).ToDictionary(i => ShadowAccounts.Words[i], i => (ShadowAccount)i, StringComparer.Ordinal);

    // Also accepts the words of the books, so that a statement can be made from books; each maps to what a registry can know.
    private static readonly Dictionary<string, StatedStatus> s_stated = Statuses.ToDictionary(s => s.Key, s => Stated(s.Value), StringComparer.Ordinal)
        .Concat([new("held", StatedStatus.Held), new("blocked", StatedStatus.Blocked), new("ended", StatedStatus.Ended)])
        .ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);

    internal static string WordOf(StatedStatus status) => status.ToString().ToLowerInvariant();

    internal SessionTrade? Trade(SessionRow row)
    {
        var (id, seller, buyer, kind) = (row.Text("trade"), row.Text("seller"), row.Text("buyer"), row.Text("kind"));
        var at = row.Value<Instant>("at", LedgerJson.TryInstant);
        var tonnes = row.Value<long>("tonnes", TryTonnes);
        var price = row.Value<Inr>("price", TryPrice);
        var vintage = row.OptionalValue<int>("vintage", TryVintage);
        var exchange = row.Choice("verdict", Verdicts, required: false);
        var reason = row.OptionalText("reason");
        var isBlock = row.OptionalText("registry") is not null || row.OptionalText("start") is not null || row.OptionalText("end") is not null || row.OptionalText("scope") is not null;
        var block = isBlock ? Block(row) : null;
        return id is null || seller is null || buyer is null || kind is null || at is null || tonnes is null || price is null || (isBlock && block is null) ? null
            : new SessionTrade(id, at.Value, seller, buyer, tonnes.Value, price.Value, kind) { Vintage = vintage, Block = block, Exchange = exchange, ExchangeReason = reason, Place = row.Place };
    }

    internal SessionHolding? Holding(SessionRow row)
    {
        var (account, kind) = (row.Text("account"), row.Text("kind"));
        var vintage = row.Value<int>("vintage", TryVintage);
        var status = Status(row, Statuses);
        CheckReservation(row, status is null or ShadowAccount.Reserved);
        var days = Days(row);
        return Counted(row) is not { } block || account is null || kind is null || vintage is null || status is null ? null
            : new SessionHolding(account, new Parcel(new UnitLot(block.Registry, block.Scope, kind, vintage.Value), block.Range), status.Value) { Issued = days.Issued, Expires = days.Expires, Place = row.Place };
    }

    internal StatedHolding? Statement(SessionRow row)
    {
        var status = Status(row, s_stated);
        CheckReservation(row, status is null or StatedStatus.Blocked);
        var (account, kind, vintage) = (row.OptionalText("account"), row.OptionalText("kind"), row.OptionalValue<int>("vintage", TryVintage));
        var days = Days(row);
        return Counted(row) is not { } block || status is null ? null
            : new StatedHolding(block, status.Value) { Account = account, Kind = kind, Vintage = vintage, VintageEnds = row.OptionalValue<int>(VintageEnds, TryVintage), Issued = days.Issued, Expires = days.Expires, Place = row.Place };
    }

    private T? Status<T>(SessionRow row, Dictionary<string, T> words)
        where T : struct
    {
        if (row.OptionalText("place") is null || row.OptionalText("status") is null)
        {
            return row.Choice(row.OptionalText("place") is not null ? "place" : "status", words, required: true);
        }

        problems.Error("columns-disagree", row.PlaceOf("status"), "\"place\" and \"status\" both say where the units are.", "one of them");
        return null;
    }

    // Units that somebody changed to free in a sheet are still reserved in the ledger.
    private void CheckReservation(SessionRow row, bool isReserved)
    {
        if (!isReserved && Array.Find(OfReservations, c => row.OptionalText(c) is not null) is { } column)
        {
            problems.Error("columns-disagree", row.PlaceOf(column), $"The row is of no reserved units, and its \"{column}\" is of a reservation.", "\"reserved\", or no reservation");
        }
    }

    private static UnitDays Days(SessionRow row) => new(row.OptionalValue<LocalDate>("issued", Scalars.TryDate), row.OptionalValue<LocalDate>("expires", Scalars.TryDate));

    // A count beside the block helps to notice a changed row.
    private SerialBlock? Counted(SessionRow row)
    {
        var block = Block(row);
        if (block is { } units && row.OptionalValue<long>("tonnes", TryTonnes) is { } tonnes && units.Count != (ulong)tonnes)
        {
            problems.Error("block-and-tonnes", row.PlaceOf("tonnes"), $"The block {units} has {units.Count} certificates, and the row says {tonnes}.", "as many as the block has");
            return null;
        }

        return block;
    }

    private SerialBlock? Block(SessionRow row)
    {
        var (registry, scope) = (row.Text("registry"), row.OptionalText("scope") ?? "");
        var (start, end) = (row.Value<BlockNumber>("start", TryNumber), row.Value<BlockNumber>("end", TryNumber));
        if (registry is null || start is not { } first || end is not { } last)
        {
            return null;
        }

        if (first <= last)
        {
            return new SerialBlock(registry, scope, first, last);
        }

        problems.Error("bad-value", row.PlaceOf("end"), $"The block ends at {last}, before its start {first}.", "an end at or after the start");
        return null;
    }

    private static StatedStatus Stated(ShadowAccount status) => status switch
    {
        ShadowAccount.Free => StatedStatus.Held,
        ShadowAccount.Banked => StatedStatus.Banked,
        ShadowAccount.Pending => StatedStatus.Pending,
        ShadowAccount.Buffered => StatedStatus.Buffered,
        _ => status.IsFinal() ? StatedStatus.Ended : StatedStatus.Blocked,
    };

    private static bool TryTonnes(string text, out long value, out string? reason)
    {
        reason = $"a whole number of certificates, 1 to {LedgerState.MostTonnes}";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= LedgerState.MostTonnes;
    }

    private static bool TryPrice(string text, out Inr value, out string? reason) => Inr.TryParse(text, out value, out reason);

    private static bool TryVintage(string text, out int value, out string? reason)
    {
        reason = "a year from 1900 to 2998, or a compliance year such as 2025-26";
        if (ComplianceYear.TryParse(text, out var year, out _))
        {
            value = year.StartYear;
            return true;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1900 and <= 2998;
    }

    private static bool TryNumber(string text, out BlockNumber value, out string? reason)
    {
        reason = "digits 0-9, at most 2^128 - 1";
        return BlockNumber.TryParse(text, out value);
    }
}
