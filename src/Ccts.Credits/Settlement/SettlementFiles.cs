using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Csv.Mappings;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Settlement;

/// <summary>Reads the files of a session's settlement, CSV with the columns of docs/clearing.md. The problems of all files go to one list.</summary>
/// <remarks>Trades and the registry's statement are read by <see cref="SessionFiles"/>. A row with an error is left out; the problems say why.</remarks>
/// <param name="problems">Where problems go.</param>
/// <param name="mapping">How the exchange writes them; null for the columns of docs/clearing.md.</param>
public sealed class SettlementFiles(ProblemList problems, SettlementMapping? mapping = null)
{
    internal static readonly string[] SettlementColumns = ["trade", "tonnes", "amount", "seller", "buyer", "day"], DeliveryColumns = ["trade", "tonnes", "seller", "buyer", "registry", "scope", "start", "end", "day"], FundsColumns = ["amount", "trade", "account", "day"];

    private const string DeliveryKey = "dvp/", DeliveryStep = "/deliver";
    private static readonly string[] Block = ["registry", "scope", "start", "end"];

    /// <summary>What is owed: <c>trade</c>, <c>tonnes</c>, <c>amount</c>; optional <c>seller</c>, <c>buyer</c>, <c>day</c>.</summary>
    public IReadOnlyList<SettlementRow> Settlement(byte[] utf8, string? name) => Read(utf8, name, mapping?.Settlement, ["trade", "tonnes", "amount"], ["seller", "buyer", "day"]);

    /// <summary>What was delivered: <c>trade</c>, and <c>registry</c>, <c>start</c>, <c>end</c> with optional <c>scope</c>, or <c>tonnes</c>; optional <c>seller</c>, <c>buyer</c>, <c>day</c>.</summary>
    public IReadOnlyList<SettlementRow> Delivery(byte[] utf8, string? name) => Read(utf8, name, mapping?.Delivery, ["trade"], ["tonnes", "seller", "buyer", "day", .. Block]);

    /// <summary>What was paid: <c>amount</c>, and <c>trade</c> or <c>account</c>; optional <c>day</c>.</summary>
    public IReadOnlyList<SettlementRow> Funds(byte[] utf8, string? name) => Read(utf8, name, mapping?.Funds, ["amount"], ["trade", "account", "day"]);

    /// <summary>Movements in a ledger for trades settled by <see cref="Ccts.Sdk.Ledger.Settlement.DeliveryVersusPayment"/>.</summary>
    /// <param name="entries">The entries of its journal.</param>
    public static IReadOnlyList<SettlementRow> Ledger(IEnumerable<JournalEntry> entries) => Require.Each(entries)
        .Where(e => e.Event is UnitsMoved && e.Key.StartsWith(DeliveryKey, StringComparison.Ordinal) && e.Key.EndsWith(DeliveryStep, StringComparison.Ordinal))
        .SelectMany(e => ((UnitsMoved)e.Event).Units.Select(u => new SettlementRow(e.Key.Substring(DeliveryKey.Length, e.Key.Length - DeliveryKey.Length - DeliveryStep.Length))
        {
            Tonnes = u.Tonnes, Block = u.Block, Kind = u.Lot.Kind, Vintage = u.Lot.Vintage, Seller = ((UnitsMoved)e.Event).Account, Buyer = ((UnitsMoved)e.Event).ToAccount, Day = SettlementDays.DayOf(e.At),
        })).ToList();

    private List<SettlementRow> Read(byte[] utf8, string? name, CsvMapping? columns, string[] required, string[] optional)
    {
        var rows = new List<SettlementRow>();
        if (CsvTable.OpenFound(Require.NotNull(utf8), name, problems, SessionFiles.MaxBytes, required, optional, columns) is not { } table)
        {
            return rows;
        }

        while (table.ReadRecord() is { } record)
        {
            rows.AddRange(Row(record, required) is { } row ? [row] : []);
        }

        return rows;
    }

    private SettlementRow? Row(CsvRecord record, string[] required)
    {
        var hasErrors = false;
        void Error(string column, string message, string expected)
        {
            hasErrors = true;
            problems.Error("bad-value", record.PlaceOf(column), message, expected);
        }

        foreach (var column in required.Where(c => record.OptionalText(c) is null))
        {
            Error(column, $"\"{column}\" is empty.", "a value");
        }

        var (trade, account) = (record.OptionalText("trade"), record.OptionalText("account"));
        if ((trade is null) == (account is null) && !hasErrors)
        {
            Error("trade", trade is null ? "The row is of no trade and of no account." : "The row is of a trade and of an account.", "a trade or an account");
        }

        var isBlock = Block.Any(c => record.OptionalText(c) is not null);
        var block = isBlock ? BlockOf(record) : null;
        var tonnes = record.OptionalValue<long>("tonnes", TryTonnes);
        var amount = record.OptionalValue<Inr>("amount", Inr.TryParse);
        var day = record.OptionalValue<LocalDate>("day", TryDay);
        if (block is { } units && tonnes is { } counted && units.Count != (BlockNumber)(ulong)counted)
        {
            Error("tonnes", $"The block {units} has {units.Count} tonnes, and the row says {counted}.", "as many as the block has");
        }

        if (trade is not null && account is null && !isBlock && record.OptionalText("tonnes") is null && record.OptionalText("amount") is null)
        {
            Error("tonnes", "The row has neither units nor money.", "a block, tonnes or an amount");
        }

        // A cell that could not be read is reported already.
        var isUnread = (isBlock && block is null) || (record.OptionalText("tonnes") is not null && tonnes is null) || (record.OptionalText("amount") is not null && amount is null) || (record.OptionalText("day") is not null && day is null);
        return hasErrors || isUnread ? null : new SettlementRow(trade)
        {
            Account = account, Tonnes = tonnes ?? (block is { } found ? checked((long)found.Count.ToUInt64()) : null), Amount = amount, Block = block,
            Seller = record.OptionalText("seller"), Buyer = record.OptionalText("buyer"), Day = day, Place = record.Row.Place,
        };
    }

    private SerialBlock? BlockOf(CsvRecord record)
    {
        var (registry, start, end) = (record.Text("registry"), record.Value<BlockNumber>("start", TryNumber), record.Value<BlockNumber>("end", TryNumber));
        if (registry is null || start is not { } first || end is not { } last)
        {
            return null;
        }

        if (first <= last && new BlockRange(first, last).TryGetCount(out var count) && count <= (BlockNumber)(ulong)LedgerState.MostTonnes)
        {
            return new SerialBlock(registry, record.OptionalText("scope") ?? "", first, last);
        }

        problems.Error("bad-value", record.PlaceOf("end"), $"{first} to {last} is no block.", $"an end at or after the start, at most {LedgerState.MostTonnes} tonnes");
        return null;
    }

    private static bool TryTonnes(string text, out long value, out string? reason)
    {
        reason = $"a whole number of tonnes, 1 to {LedgerState.MostTonnes}";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= LedgerState.MostTonnes;
    }

    private static bool TryDay(string text, out LocalDate value, out string? reason)
    {
        reason = "a day such as 2026-11-24";
        return LocalDatePattern.Iso.Parse(text).TryGetValue(LocalDate.MinIsoValue, out value);
    }

    private static bool TryNumber(string text, out BlockNumber value, out string? reason)
    {
        reason = "digits 0-9, at most 2^128 - 1";
        return BlockNumber.TryParse(text, out value);
    }
}
