using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>Columns that nothing is read from: what their cells say of units that ended is held against the row, and what their headers say refuses a registry's file.</summary>
public static class UnreadCellsTests
{
    private const string Serial = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";
    private const string VerraHeader = "Issuance Date,Sustainable Development Goals,Vintage Start,Vintage End,ID,Name,Country/Area,Project Type,Methodology,Total Vintage Quantity,Quantity Issued,Serial Number,Additional Certifications,Retirement/Cancellation Date,Retirement Beneficiary,Retirement Reason,Retirement Details";
    private const string VerraRow = "2021-04-03,,2020-01-01,2020-12-31,1340,A,Ethiopia,AFOLU,VM1,425,425," + Serial + ",,,,,";

    /// <summary>Each of these was passed over: the row has no date, so that its units count as held.</summary>
    [Theory]
    [InlineData("Disposal", "Retired")]
    [InlineData("Account kind", "Retirement")]
    [InlineData("Remarks", "CANCELLED")]
    [InlineData("Frozen", "Yes")]
    [InlineData("Blocked", "true")]
    [InlineData("Void", "x")]
    [InlineData("Revoked", "2026-01-05")]
    [InlineData("Exported", "425")]
    [InlineData("Deducted", "425")]
    [InlineData("Units Remaining", "0")]
    [InlineData("Remaining", "400")]
    [InlineData("Remarks", "Fully retired")]
    [InlineData("Remarks", "Retired on 2026-04-10")]
    [InlineData("Remarks", "Retired by beneficiary")]
    [InlineData("Remarks", "Cancelled by registry")]
    [InlineData("Remarks", "Surrendered to BEE")]
    [InlineData("Remarks", "Transferred out")]
    [InlineData("Remarks", "On hold")]
    [InlineData("Remarks", "Consumed")]
    [InlineData("Account", "Retirement Account")]
    [InlineData("Available Quantity", "0")]
    [InlineData("Current Balance", "0")]
    [InlineData("Quantity Held", "0")]
    [InlineData("Outstanding", "0")]
    [InlineData("Used", "425")]
    [InlineData("Transferred", "425")]
    [InlineData("On hold", "Yes")]
    [InlineData("Lien", "Yes")]
    [InlineData("Claimed by", "Mill")]
    [InlineData("Beneficiary", "Mill")]
    [InlineData("Is Live", "No")]
    [InlineData("Active", "no")]
    public static void A_cell_that_nothing_reads_is_held_against_the_state(string header, string cell)
    {
        var row = Verra(header, cell).Single();
        Assert.Equal(("columns-disagree", header), (row.Problem!.Code, row.Problem.Place.Pointer));
        Assert.Equal((UnitState.Unknown, 425m), (row.Entry!.State, row.Entry.Quantity));
    }

    [Theory]
    [InlineData("Frozen", "no")]
    [InlineData("Exported", "0")]
    [InlineData("Units Remaining", "425")]
    [InlineData("Active", "yes")]
    [InlineData("Project Status", "Withdrawn")]
    [InlineData("Remarks", "Retired Officers Housing")]
    [InlineData("Sl No", "1")]
    [InlineData("Price", "9")]
    [InlineData("Purpose", "Surrender")]
    [InlineData("Remarks", "Converted from CDM")]
    [InlineData("Remarks", "Not retired")]
    [InlineData("Benefits claimed", "Water")]
    [InlineData("###", "1")]
    public static void A_cell_that_says_nothing_of_units_is_passed_over(string header, string cell)
    {
        var row = Verra(header, cell).Single();
        Assert.Null(row.Problem);
        Assert.Equal(UnitState.Held, row.Entry!.State);
    }

    [Theory]
    [InlineData("Status")]
    [InlineData("State")]
    [InlineData("Credit Status")]
    [InlineData("Current Status")]
    [InlineData("Disposition")]
    [InlineData("Lifecycle")]
    [InlineData("Event")]
    [InlineData("Transaction Type")]
    [InlineData("Account Type")]
    [InlineData("Action")]
    public static void A_header_that_says_a_state_refuses_a_registrys_file(string header)
    {
        var refused = Assert.Throws<CctsDataException>(() => Verra(header, "x"));
        Assert.Contains("\"" + header + "\"", Assert.Single(refused.Problems).ToString(), StringComparison.Ordinal);
        var json = $"[{{\"serialNumbers\":\"{Serial}\",\"totalVintageQuantity\":425,\"quantity\":425,\"resourceIdentifier\":\"1340\",\"vintageEnd\":\"2020-12-31\",\"retireOrCancelDate\":null,\"{header}\":\"Retired\"}}]";
        Assert.Throws<CctsDataException>(() => new ExportReader().Read(Stream(json), "v.json").ToList());
    }

    /// <summary>An own ledger states what became of its units; columns of their end say no more, and are filled where they ended.</summary>
    [Theory]
    [InlineData("retirement date", "Retired", "2026-04-10", null)]
    [InlineData("retired on", "Retired", "2026-04-10", null)]
    [InlineData("cancelled on", "Cancelled", "2026-04-10", null)]
    [InlineData("Retirement reason", "Retired", "CSR", null)]
    [InlineData("Retirement beneficiary", "Retired", "A mill", null)]
    [InlineData("Surrendered for year", "Surrendered", "2025-26", null)]
    [InlineData("Compliance period", "Surrendered", "2025-26", null)]
    [InlineData("Compliance period", "Held", "2025-26", null)]
    [InlineData("buffer", "Held", "no", null)]
    [InlineData("date of expiry", "Held", "2030-01-01", null)]
    [InlineData("retirement date", "Held", "", null)]
    [InlineData("retirement date", "Held", "2026-04-10", "columns-disagree")]
    [InlineData("retirement date", "Retired", "10.4.2026", "date-unreadable")]
    [InlineData("Retirement reason", "Held", "CSR", "columns-disagree")]
    [InlineData("buffer", "Held", "yes", "columns-disagree")]
    [InlineData("disposition", "Held", "Retired", "columns-disagree")]
    [InlineData("deleted", "Held", "true", "columns-disagree")]
    [InlineData("active", "Held", "no", "columns-disagree")]
    [InlineData("Sold to", "Held", "A mill", "columns-disagree")]
    [InlineData("Disposed on", "Held", "2026-04-10", "columns-disagree")]
    [InlineData("qty", "Held", "1", "columns-disagree")]
    [InlineData("qty", "Held", "425", null)]
    [InlineData("Remarks", "Held", "Retired on 2026-04-10", "columns-disagree")]
    [InlineData("Retired", "Held", "Yes", "columns-disagree")]
    [InlineData("Retired", "Held", "425", "columns-disagree")]
    [InlineData("Retired", "Held", "No", null)]
    [InlineData("Retired", "Held", "0", null)]
    [InlineData("Retired", "Held", "Not yet", null)]
    [InlineData("Cancelled", "Held", "FALSE", null)]
    [InlineData("Retired", "Retired", "425", null)]
    [InlineData("Purpose", "Held", "Surrender", null)]
    [InlineData("Intended use", "Held", "Retirement", null)]
    [InlineData("Earmarked", "Held", "Surrender", null)]
    [InlineData("Used for", "Held", "Surrender", null)]
    [InlineData("Scheme", "Held", "Surrender", null)]
    [InlineData("Surrender by", "Held", "2026-11-30", null)]
    [InlineData("Surrender deadline", "Held", "2026-11-30", null)]
    [InlineData("Planned surrender year", "Held", "2025-26", null)]
    [InlineData("Retirement account", "Held", "R-1", null)]
    [InlineData("Retire by", "Held", "2027-03-31", null)]
    [InlineData("Sold by", "Held", "Agency X", null)]
    [InlineData("Booking", "Held", "SURRENDERED", "columns-disagree")]
    [InlineData("Situation", "Held", "Retired", "columns-disagree")]
    [InlineData("Booking", "Retired", "Retired", null)]
    [InlineData("Purpose", "Held", "Retired", null)]
    [InlineData("Order", "Held", "Cancelled", null)]
    [InlineData("Custodian", "Held", "Retired Bank", null)]
    [InlineData("exported_at", "Held", "2026-11-01", null)]
    [InlineData("Exported on", "Held", "2026-11-01", null)]
    [InlineData("Remaining validity (months)", "Held", "30", null)]
    [InlineData("Remaining months", "Held", "12", null)]
    [InlineData("Value remaining (INR)", "Held", "382500", null)]
    [InlineData("Balance", "Held", "382500", null)]
    [InlineData("Locked until", "Held", "2027-01-01", null)]
    [InlineData("Price (converted to INR)", "Held", "900", null)]
    [InlineData("Frozen", "Held", "Not frozen", null)]
    [InlineData("Previous holder", "Held", "Sold", null)]
    [InlineData("Pledged to", "Held", "A bank", null)]
    [InlineData("Purchase date", "Held", "2026-05-01", null)]
    [InlineData("Invoice date", "Held", "2026-05-01", null)]
    [InlineData("txn_date", "Held", "2026-05-01", null)]
    [InlineData("updated_at", "Held", "2026-05-01", null)]
    [InlineData("Days remaining", "Held", "12", null)]
    [InlineData("Surrender due date", "Held", "2026-11-30", null)]
    public static void An_own_ledger_may_say_more_of_what_ended(string header, string state, string cell, string? code)
    {
        var row = new ExportReader().OpenLedger(Stream($"serial,quantity,state,{header}\n{Serial},425,{state},{cell}\n"), "own.csv").Rows().Single();
        Assert.Equal(code, row.Problem?.Code);
        Assert.Equal(code is not null && code != "date-unreadable", row.Entry!.State == UnitState.Unknown);
        Assert.Equal(header is "retirement date" or "retired on" or "cancelled on" ? cell.Length > 0 && code != "date-unreadable" : false, row.Entry.Date is not null);
    }

    [Fact]
    public static void An_own_ledger_without_a_state_is_refused_where_another_column_may_hold_it() =>
        Assert.Throws<CctsDataException>(() => new ExportReader().OpenLedger(Stream($"serial,quantity,retirement date\n{Serial},425,2026-04-10\n"), "own.csv"));

    /// <summary>A day of which nothing says that it is that of the state may still be it, and then the message names the way round.</summary>
    [Theory]
    [InlineData("since")]
    [InlineData("As of date")]
    [InlineData("Status date")]
    public static void A_day_of_the_state_under_another_name_is_asked_about(string header)
    {
        MemoryStream Own() => Stream($"serial,quantity,state,{header}\n{Serial},425,Held,2026-05-01\n");
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => new ExportReader().OpenLedger(Own(), "own.csv")).Problems);
        Assert.Contains("--ledger-format", problem.Hint, StringComparison.Ordinal);
        Assert.Null(new ExportReader().OpenLedger(Own(), "own.csv", "ledger").Rows().Single().Problem);
    }

    private static ExportRow[] Verra(string header, string cell) => [.. new ExportReader().Read(Stream($"{VerraHeader},{header}\n{VerraRow},{cell}\n"), "v.csv")];

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
