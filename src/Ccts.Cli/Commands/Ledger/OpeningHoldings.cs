using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>
/// Opening holdings as commands, from a file written by hand or by "ccts ledger export". Units enter with their status; reserved units enter
/// where a release would return them, and are then reserved again.
/// </summary>
internal sealed class OpeningHoldings(Instant at, ProblemList problems)
{
    internal static readonly string[] Columns = ["account", "registry", "scope", "kind", "vintage", "start", "end"];
    private const string Made = "import/";
    private static readonly string[] OfReservations = ["reservation", "purpose", "returns-to", "until"];
    internal static readonly string[] OptionalColumns = ["place", "status", "tonnes", .. OfReservations, "issued", "expires", "source"];

    private readonly List<(LedgerCommand Command, int Line)> _entries = [];
    private readonly Dictionary<(string Account, string Reservation), (List<ReservedRow> Rows, int Line)> _reserved = [];
    private readonly Dictionary<SerialBlock, int> _lines = [];
    private bool _hasPlace;

    /// <summary>A row of units that a reservation holds.</summary>
    private sealed record ReservedRow(SerialBlock Block, ReservationPurpose Purpose, ShadowAccount From, Instant? Until);

    internal List<(LedgerCommand Command, int Line)> Read(CsvTable table)
    {
        _hasPlace = table.Has("place") || table.Has("status");
        while (table.ReadRecord() is { } row)
        {
            ReadRow(row);
        }

        return [.. _entries, .. _reserved.Select(r => ((LedgerCommand)Reserve(r.Key.Account, r.Key.Reservation, r.Value.Rows), r.Value.Line))];
    }

    private void ReadRow(CsvRecord row)
    {
        var account = Name(row, "account");
        var units = Units(row);
        var place = PlaceOf(row);
        var source = CsvFormula.Read(row.OptionalText("source"));
        if (place == ShadowAccount.Reserved)
        {
            ReadReserved(row, account, units, source);
        }
        else if (account is not null && units is { } held && place is { } into && IsUnreserved(row, into))
        {
            Receive(row, account, held, into, source);
        }
    }

    private void ReadReserved(CsvRecord row, string? account, Parcel? units, string? source)
    {
        var reservation = Name(row, "reservation");
        var purpose = row.Choice("purpose", HoldingWords.Purposes, required: false) ?? ReservationPurpose.Other;
        var from = row.Choice("returns-to", HoldingWords.Places, required: false) ?? ShadowAccount.Free;
        var until = row.OptionalValue<Instant>("until", LedgerJson.TryInstant);
        if (from is not (ShadowAccount.Free or ShadowAccount.Banked))
        {
            problems.Error("bad-value", row.PlaceOf("returns-to"), $"Reserved units do not return to {from.Word()}.", "free or banked");
        }

        if (account is null || units is not { } held || reservation is null)
        {
            return;
        }

        Receive(row, account, held, from, source);
        if (!_reserved.TryGetValue((account, reservation), out var known))
        {
            _reserved.Add((account, reservation), known = ([], row.Row.Line));
        }

        var reserved = new ReservedRow(held.Block, purpose, from, until);
        known.Rows.Add(reserved);
        if (known.Rows[0] with { Block = held.Block } != reserved)
        {
            problems.Error("bad-value", row.Row.Place, $"Reservation {reservation} of {account} has another purpose, end or place to return to than in line {known.Line}.", "the same in every row of a reservation");
        }
    }

    // Units marked as free in an edited sheet are still reserved in the ledger that exported it.
    private bool IsUnreserved(CsvRecord row, ShadowAccount place)
    {
        if (Array.Find(OfReservations, c => row.OptionalText(c) is not null) is not { } column)
        {
            return true;
        }

        problems.Error("columns-disagree", row.PlaceOf(column), $"The units are {place.Word()}, and \"{column}\" is of a reservation.", "\"reserved\", or no reservation");
        return false;
    }

    private string? Name(CsvRecord row, string column)
    {
        if (CsvFormula.Read(row.Text(column)) is not { } name || FactVocabulary.BuiltIn.States(name))
        {
            return CsvFormula.Read(row.OptionalText(column));
        }

        problems.Error("not-stated", row.PlaceOf(column), $"\"{name}\" names nothing.", "a name");
        return null;
    }

    // The block is its own key: importing the same file again changes nothing.
    private void Receive(CsvRecord row, string account, Parcel units, ShadowAccount into, string? source)
    {
        // Within one file it is no repetition: the file counts these units twice, and the ledger would hold half of what it says.
        if (!_lines.TryAdd(units.Block, row.Row.Line))
        {
            problems.Error("block-twice", row.Row.Place, $"{units.Block} is in line {_lines[units.Block]} already.", "each unit once", "A tonne cannot be in two places; ask whoever made the file.");
            return;
        }

        _entries.Add((new ReceiveUnits(Key(units.Block.ToString()), at, account, units, source) { Into = into }, row.Row.Line));
    }

    private ReserveUnits Reserve(string account, string reservation, List<ReservedRow> rows) =>
        new ReserveUnits(Key(account + "\n" + reservation), at, account, reservation, new ChosenUnits([.. rows.Select(r => r.Block)]) { From = rows[0].From }, rows[0].Purpose, rows[0].Until);

    private static string Key(string text) => Made + Sha256.Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether a key was made of a row, and not given by whoever imports.</summary>
    internal static bool MadeKey(string key) => key.StartsWith(Made, StringComparison.Ordinal);

    private ShadowAccount? PlaceOf(CsvRecord row)
    {
        if (row.OptionalText("place") is not null && row.OptionalText("status") is not null)
        {
            problems.Error("bad-value", row.PlaceOf("status"), "\"place\" and \"status\" both say where the units are.", "one of them");
        }

        var before = problems.Count;
        var place = row.Choice("place", HoldingWords.Places, required: false) ?? row.Choice("status", HoldingWords.Places, required: false);
        if (place is null && _hasPlace && problems.Count == before)
        {
            problems.Error("csv-empty-field", row.PlaceOf("place"), "The row does not say where its units are.", "a place, such as free", "Only a file without the columns \"place\" and \"status\" is of free units throughout.");
        }

        return problems.Count == before ? place ?? ShadowAccount.Free : null;
    }

    private Parcel? Units(CsvRecord row)
    {
        var (registry, scope, kind) = (Name(row, "registry"), CsvFormula.Read(row.OptionalText("scope")), Name(row, "kind"));
        var vintage = row.Value<int>("vintage", TryVintage);
        var (issued, expires) = (row.OptionalValue<LocalDate>("issued", Scalars.TryDate), row.OptionalValue<LocalDate>("expires", Scalars.TryDate));
        var (start, end) = (row.Value<BlockNumber>("start", TryNumber), row.Value<BlockNumber>("end", TryNumber));
        var tonnes = row.OptionalValue<long>("tonnes", TryTonnes);
        if (registry is null || kind is null || vintage is null || start is not { } first || end is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            problems.Error("bad-value", row.PlaceOf("end"), $"The block ends at {last}, before its start {first}.", "an end at or after the start");
            return null;
        }

        var range = new BlockRange(first, last);
        if (tonnes is { } counted && range.Count != (ulong)counted)
        {
            problems.Error("block-and-tonnes", row.PlaceOf("tonnes"), $"The block {first}-{last} has {range.Count} units, and the row says {counted} t.", "as many tonnes as units", "One of the three was changed; look at the file it comes from.");
            return null;
        }

        return new Parcel(new UnitLot(registry, scope ?? "", kind, vintage.Value, issued, expires), range);
    }

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

    private static bool TryTonnes(string text, out long value, out string? reason)
    {
        reason = "a whole number of tonnes";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;
    }
}
