using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using NodaTime;
using static Ccts.Registry.Adapters.Reconciliation.ReconciliationClass;

namespace Ccts.Registry.Adapters.Tests.Reconciliation;

/// <summary>Each class on its own, then what must not give false differences.</summary>
public class ReconcilerTests
{
    private const string Batch = "GS1-1-IN-GS817-4-2012-1303-";

    /// <summary>Gold Standard's issuances say what units are now and not since when, and its retirements list the event: one retirement stands in both lists, and is no double count.</summary>
    [Theory]
    [InlineData("Retired", "2026-04-10", "Contained 1-30 0/30 within r.csv(2)")]
    [InlineData("Canceled", "2026-04-10", "Overlap 1-30 0/30 within r.csv(2)")]
    [InlineData("Issued", "2026-04-10", "Contained 1-30 0/30 within r.csv(2)")]
    public void One_retirement_in_two_lists(string status, string day, string told)
    {
        var reader = new ExportReader();
        var reconciler = new Reconciler();
        void Add(string file, string csv) => reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), file).ToList().ForEach(r => reconciler.Add(StatementSide.Registry, r.Entry!));
        Add("i.csv", $"GSID,Credit Status,Serial Number,Issuance Date,Quantity,Vintage\n817,{status},{Batch}1-30,2013-01-01,30,2012\n");
        Add("r.csv", $"GSID,Credit Status,Serial Number,Retirement Date,Note,Quantity,Vintage,Issuance Date\n817,Retired,{Batch}1-30,{day},,30,2012,2013-01-01\n");
        Assert.Contains(told, reconciler.Findings().Select(Text));
    }

    [Fact]
    public void A_partial_retirement_and_the_rest_match() => Assert.Equal(
        ["Matched 93-99 7/7", "Matched 100-4644 4545/4545"],
        Told($"{Batch}93-99,7,Retired\n{Batch}100-4644,4545,Held", $"{Batch}100-4644,4545,Held\n{Batch}93-99,7,Retired"));

    [Fact]
    public void Splits_do_not_matter() => Assert.Equal(
        ["Matched 1-5 5/5", "Matched 6-10 5/5"],
        Told($"{Batch}1-10,10,Held", $"{Batch}1-5,5,Held\n{Batch}6-10,5,Held"));

    [Fact]
    public void A_batch_contains_its_retirements() => Assert.Equal(
        ["Matched 1-9 9/9", "Matched 10-20 11/11", "Contained 10-20 0/11 within r.csv(3)", "Matched 21-30 10/10"],
        Told($"{Batch}1-9,9,Held\n{Batch}10-20,11,Retired\n{Batch}21-30,10,Held", $"{Batch}1-30,30,Issued\n{Batch}10-20,11,Retired"));

    [Fact]
    public void A_ghost_is_missing_at_the_registry_to_the_tonne() => Assert.Equal(
        ["Matched 1-10 10/10", "MissingAtRegistry 11-12 2/0", "MissingLocally 13-13 0/1"],
        Told($"{Batch}1-12,12,Held", $"{Batch}1-10,10,Held\n{Batch}13-13,1,Held"));

    [Fact]
    public void Held_here_and_retired_there_is_a_state_mismatch() => Assert.Equal(
        ["Matched 1-4 4/4", "StateMismatch 5-10 6/6"],
        Told($"{Batch}1-10,10,Held", $"{Batch}1-4,4,Held\n{Batch}5-10,6,Retired"));

    [Fact]
    public void Verras_either_matches_both() => Assert.Equal(
        ["Matched 1-4 4/4", "Matched 5-10 6/6"],
        Told($"{Batch}1-4,4,Cancelled\n{Batch}5-10,6,Retired", $"{Batch}1-4,4,Retired or cancelled\n{Batch}5-10,6,Retired or cancelled"));

    [Fact]
    public void A_unit_stated_twice_is_an_overlap() => Assert.Equal(
        ["Matched 1-10 10/10", "Overlap 8-10 3/0 within l.csv(2)", "MissingAtRegistry 11-12 2/0"],
        Told($"{Batch}1-10,10,Held\n{Batch}8-12,5,Held", $"{Batch}1-10,10,Held"));

    [Fact]
    public void Retired_twice_is_an_overlap_even_of_equal_rows() => Assert.Equal(
        ["Overlap 1-3 0/3 within r.csv(2)", "MissingLocally 1-3 0/3"],
        Told("", $"{Batch}1-3,3,Retired\n{Batch}1-3,3,Retired").Order(StringComparer.Ordinal).Reverse().ToArray());

    [Fact]
    public void An_earlier_holding_is_what_a_retirement_came_from() => Assert.Equal(
        ["Matched 1-3 3/3", "Contained 1-3 3/0 within l.csv(3)"],
        Told($"{Batch}1-3,3,Held,2026-01-01\n{Batch}1-3,3,Retired,2026-02-01", $"{Batch}1-3,3,Retired"));

    [Fact]
    public void A_verra_block_relabelled_is_the_same_tonnes() => Assert.Equal(
        ["Matched 941467007-941467431 425/425"],
        Told("19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1,425,Held", "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-0,425,Held"));

    [Fact]
    public void A_quantity_off_by_one_taints_its_block() => Assert.Equal(
        ["QuantityMismatch 1-10 10/10"],
        Told($"{Batch}1-10,9,Held", $"{Batch}1-10,10,Held"));

    [Fact]
    public void Converted_there_is_a_link() => Assert.Equal(
        ["ConversionLink 1-3 3/3"],
        Told($"{Batch}1-3,3,Held", $"{Batch}1-3,3,Converted"));

    [Fact]
    public void Unnumbered_serials_compare_by_amount() => Assert.Equal(
        ["Matched 4/4", "StateMismatch 1/1", "StateMismatch 1/1", "QuantityMismatch 1/0"],
        Told("iss_1JF7EGFQ11S0J9VK,5,Held\niss_1JF7EGFQ11S0J9VK,2,Retired", "iss_1JF7EGFQ11S0J9VK,4,Held\niss_1JF7EGFQ11S0J9VK,2,Cancelled"));

    [Fact]
    public void An_unreadable_serial_keeps_its_tonnes_in_a_class_of_their_own() => Assert.Equal(
        ["Unparsable 500/0"],
        Told("GS1-1-IN-GS4521-2022-500,500,Held", ""));

    [Fact]
    public void The_same_project_without_units_is_ambiguous()
    {
        const string issuances = "Date Issued,Project ID,Total Offset Credits Issued,Vintage\n03/19/2026,CAR1316,9166,2026\n03/19/2026,CAR9999,5,2026\n";
        var reconciler = new Reconciler();
        Add(reconciler, StatementSide.Local, "l.csv", Ledger("CAR-ROC-US-1316-105-276-CA-2024-8326-1 to 26033,26033,Held"));
        Add(reconciler, StatementSide.Registry, "r.csv", issuances);
        Assert.Equal(["MissingAtRegistry 1-26033 26033/0", "Ambiguous 0/9166", "MissingLocally 0/5"], reconciler.Findings().Select(Text));
    }

    [Fact]
    public void Thirty_digit_numbers_reconcile_exactly()
    {
        const string prefix = "PURO_PR_CORC_NO_310958_2022_0bc9a654-5c1c-4b09-808a-b5cb831499c2_";
        Assert.Equal(
            ["Matched 643002406801000010000000099260-643002406801000010000000099270 11/11", "MissingAtRegistry 643002406801000010000000099271-643002406801000010000000099279 9/0"],
            Told(prefix + "643002406801000010000000099260-643002406801000010000000099279,20,Held", prefix + "643002406801000010000000099260-643002406801000010000000099270,11,Held"));
    }

    [Fact]
    public void Rows_after_the_day_are_left_out()
    {
        var reconciler = new Reconciler(new LocalDate(2026, 3, 31));
        Add(reconciler, StatementSide.Registry, "r.csv", Ledger($"{Batch}1-10,10,Issued,2026-01-01\n{Batch}1-4,4,Retired,2026-03-31\n{Batch}5-6,2,Retired,2026-04-01"));
        Assert.Equal(1, reconciler.LaterRows);
        Assert.Equal(["MissingLocally 1-4 0/4", "Contained 1-4 0/4 within r.csv(3)", "MissingLocally 5-10 0/6"], reconciler.Findings().Select(Text));
    }

    [Theory]
    [InlineData("ESC-IN-DC001-2019-1-1-500", "neither a tonne")]
    [InlineData("CDB_1_46_253_99_12_3_30_PT_IN_CO_1_1_2023", "biodiversity")]
    public void What_is_not_a_tonne_is_refused_with_the_reason(string serial, string reason)
    {
        var reconciler = new Reconciler();
        Add(reconciler, StatementSide.Local, "l.csv", Ledger(serial + ",5,Held"));
        Assert.Contains(reason, Assert.Single(reconciler.Refused).Message, StringComparison.Ordinal);
        Assert.Equal(0, reconciler.Totals().Of(StatementSide.Local));
    }

    [Fact]
    public void A_whole_registry_against_itself_matches()
    {
        foreach (var file in new[] { "verra/transactions.csv", "gold-standard/retirements.csv", "american-carbon-registry/retirements.csv", "climate-action-reserve/cancellations.csv", "cercarbono/retirements.csv", "isometric/issuances.csv" })
        {
            var reconciler = new Reconciler();
            foreach (var side in new[] { StatementSide.Local, StatementSide.Registry })
            {
                using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Rows", file));
                foreach (var row in new ExportReader().Read(stream, file))
                {
                    reconciler.Add(side, row.Entry!);
                }
            }

            Assert.False(reconciler.Totals().HasDifferences, file);
            Assert.Equal(reconciler.Totals().Of(StatementSide.Local), reconciler.Totals()[Matched, StatementSide.Registry]);
        }
    }

    /// <summary>Verra's numbers are one series: digits that were swapped behind them leave the block as it is, and name another project or year.</summary>
    [Theory]
    [InlineData("1340-01012020-31122020-1", ReconciliationClass.Matched)]
    [InlineData("1340-01012020-31122020-0", ReconciliationClass.Matched)]
    [InlineData("1430-01012020-31122020-1", ReconciliationClass.SerialMismatch)]
    [InlineData("1340-01012020-31122021-1", ReconciliationClass.SerialMismatch)]
    [InlineData("1340-01012019-31122020-1", ReconciliationClass.SerialMismatch)]
    public void The_same_numbers_of_another_project_or_vintage_do_not_agree(string rest, ReconciliationClass kind)
    {
        const string numbers = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-";
        foreach (var own in new[] { $"{numbers}{rest},425,held", $"{numbers.Replace("941467431", "941467008")}{rest},2,held" })
        {
            var reconciler = new Reconciler();
            Add(reconciler, StatementSide.Local, "l.csv", Ledger(own));
            Add(reconciler, StatementSide.Registry, "r.csv", Ledger($"{numbers}1340-01012020-31122020-1,425,held"));
            var totals = reconciler.Totals();
            Assert.Equal(totals.Of(StatementSide.Local), totals[kind, StatementSide.Local]);
            Assert.Equal(totals[kind, StatementSide.Local], totals[kind, StatementSide.Registry]);
        }
    }

    /// <summary>A slip of one digit or letter of what the serial says beside its numbers: the one would be delivered for the other. What a form does not print is no difference.</summary>
    [Theory]
    [InlineData("19386-1-5-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", "SerialMismatch")]
    [InlineData("19835-1-5-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1", "SerialMismatch")]
    [InlineData("19385-1-5-VCS-VCU-1507-VER-IN-14-1340-01012020-31122020-1", "SerialMismatch")]
    [InlineData("19385-1-5-VCS-VCU-1507-VER-ET-14-1341-01012020-31122020-1", "SerialMismatch")]
    [InlineData("19385-1-5-VCS-VCU-1507-VER-ET-14-1340-01012020-31122021-1", "SerialMismatch")]
    [InlineData("19385-1-5-VCS-VCU-1508-VER-ET-1-1340-01012020-31122020-0", "Matched")]
    [InlineData("19385-1-5-VCS-VCU-1507-VER-ET-1340-01012020-31122020-1", "Matched")]
    public void A_serial_is_the_same_in_batch_country_project_and_vintage(string other, string told) => Assert.Equal(
        [$"{told} 1-5 5/5"],
        Told("19385-1-5-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1,5,Held", $"{other},5,Held"));

    internal static void Add(Reconciler reconciler, StatementSide side, string file, string text)
    {
        foreach (var row in new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), file))
        {
            reconciler.Add(side, row.Entry!);
        }
    }

    internal static string Ledger(string rows) =>
        "serial,quantity,state,as_of\n" + string.Concat(rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r + (r.Count(c => c == ',') == 2 ? "," : "") + "\n"));

    private static string[] Told(string local, string registry)
    {
        var reconciler = new Reconciler();
        Add(reconciler, StatementSide.Local, "l.csv", Ledger(local));
        Add(reconciler, StatementSide.Registry, "r.csv", Ledger(registry));
        return reconciler.Findings().Select(Text).ToArray();
    }

    internal static string Text(ReconciliationFinding f) =>
        f.Class + (f.Range is { } range ? " " + range : "") + $" {f.LocalTonnes}/{f.RegistryTonnes}" + (f.Within is { } within ? " within " + within : "");
}
