using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>As what a file is read is never a guess: known by what it must and must not have, told, nameable, and refused where two fit or a column is lacking that decides.</summary>
public class FormatChoiceTests
{
    private const string Verra = "9344-82392553-82392562-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";

    [Theory]
    [InlineData("serial,quantity,state")]
    [InlineData("serial,quantity,state,from,to")]
    [InlineData("serial,quantity,state,as_of,project,vintage,from,to")]
    [InlineData("to,from,vintage,project,as_of,state,quantity,serial")]
    [InlineData("\uFEFFSerial Number , Quantity,\u00A0State")]
    [InlineData("serial")]
    [InlineData("serial,date,quantity,from,to,state")]
    [InlineData("account,registry,scope,kind,vintage,start,end,source")]
    [InlineData("account,place,registry,scope,kind,vintage,start,end,tonnes,reservation")]
    public void Ones_own_ledger_is_read_as_a_ledger(string headers)
    {
        var recognition = Ledger(headers).Recognition;
        Assert.Equal((ExportChoice.Ledger, ""), (recognition.Choice, recognition.Registry));
    }

    [Theory]
    [InlineData("ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date", "not-a-ledger", "verra-transactions")]
    [InlineData("GSID,Credit Status,Serial Number,Issuance Date,Quantity", "not-a-ledger", "gold-standard-issuances")]
    [InlineData("project_name,project_id,serial,vintage,certificate_destination,date,quantity,from,to", "not-a-ledger", "cercarbono-retirements")]
    [InlineData("ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement / Cancellation Date", "unknown-export", "")]
    [InlineData("serial,quantity,retired_on", "unknown-export", "retired_on")]
    [InlineData("serial,quantity,Cancellation", "unknown-export", "Cancellation")]
    [InlineData("serial,quantity,staus", "unknown-export", "staus")]
    [InlineData("serial,quantity,condition", "unknown-export", "condition")]
    [InlineData("serial,quantity,state,valid since", "unknown-export", "valid since")]
    [InlineData("serial,quantty,state", "unknown-export", "quantty")]
    [InlineData("Serial No,quantity,state", "unknown-export", "ledger")]
    public void What_may_be_something_else_is_refused_as_a_ledger_and_can_be_named(string headers, string code, string says)
    {
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => Ledger(headers)).Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.ToString(), StringComparison.Ordinal);
        if (code == "not-a-ledger")
        {
            Assert.Equal((ExportChoice.Named, says), (Ledger(headers, says).Recognition.Choice, Ledger(headers, says).Recognition.Format));
        }
    }

    [Fact]
    public void A_named_ledger_may_have_columns_that_say_nothing() => Assert.Equal(["condition"], Ledger("serial,quantity,condition", "ledger").Recognition.NotRead);

    [Theory]
    [InlineData("verra-transactions", "ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement / Cancellation Date", "Retirement/Cancellation Date")]
    [InlineData("verra-transactions", "ID,Quantity,Serial Number,Retirement/Cancellation Date", "Quantity Issued")]
    [InlineData("gold-standard-retirements", "Vintage,Status,Quantity,GSID,Serial Number,Retirement Date,Note", "Credit Status")]
    [InlineData("gold-standard-retirements", "Vintage,Credit Status,Quantity,GSID,Serial Number,Retired on,Note", "Retirement Date")]
    [InlineData("acr-retirements", "Credit Serial Numbers,Quantity of Credits,Effective,Retirement Reason", "Status Effective (GMT)")]
    [InlineData("acr-cancellations", "Credit Serial Numbers,Quantity of Credits,Status Effective,Type of Cancellation", "Cancellation Type")]
    [InlineData("car-cancellations", "Offset Credit Serial Numbers,Quantity of Offset Credits,Status Effective,Reason", "Cancellation Reason")]
    [InlineData("cercarbono-issuances", "serial,issued_quantity,issuance_date,buffer", "is_buffer")]
    [InlineData("cercarbono-retirements", "serial,quantity,retirement_date,from,to,project_id,end_user", "date")]
    [InlineData("arb-issuances", "CARB Issuance ID,ARB Offset Credits Issued,Issuance Date,OPR Project ID", "Retired*")]
    [InlineData("arb-issuances", "CARB Issuance ID,ARB Offset Credits Issued,Issuance Date,OPR Project ID,Retired Voluntarily", "Invalidated or Cancel*")]
    [InlineData("isometric-retirements", "retirement_id,when,credit_batch_size_total.credit_kgs", "retired_at")]
    [InlineData("icm-holdings-provisional", "CCC Serial,Units,Status,Status Date", "CCC Status")]
    public void A_named_format_without_a_column_that_decides_is_refused(string format, string headers, string lacking)
    {
        foreach (var side in new Func<OpenedExport>[] { () => Statement(headers, format), () => Ledger(headers, format) })
        {
            var problem = Assert.Single(Assert.Throws<CctsDataException>(side).Problems);
            Assert.Equal("missing-column", problem.Code);
            Assert.Contains("\"" + lacking + "\"", problem.Message, StringComparison.Ordinal);
        }

        Assert.Throws<CctsDataException>(() => Statement(headers));
        Assert.Throws<CctsDataException>(() => Statement(headers, ExportFormats.BuiltIn.Find(format)!.Registry));
    }

    [Fact]
    public void Every_column_that_decides_is_needed_by_every_format()
    {
        foreach (var format in ExportFormats.BuiltIn.All)
        {
            var deciding = format.Columns.Where(c => c.Key is "serial" or "quantity" or "date" or "status" or "buffer" && !format.Optional.Contains(c.Key)).ToArray();
            var all = format.Columns.Values.Select(n => n[0]).Concat(format.Recognise.Select(r => r.Split('|')[0])).Concat(format.Parts.Select(p => p.Header.Replace('*', 'x'))).Concat(format.State.Flags.Keys).Concat(format.ConversionColumn is { } c ? [c] : []).Concat(format.Id == "cercarbono-retirements" ? ["end_user"] : []).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            Assert.Equal(format.Id, Statement(Csv(all)).Recognition.Format);
            foreach (var (role, names) in deciding)
            {
                // A name for a role that is also one of those it is known by is lacking in both.
                var without = all.Where(h => !names.Contains(h, StringComparer.OrdinalIgnoreCase)).ToArray();
                Assert.Throws<CctsDataException>(() => Statement(Csv(without)));
                Assert.Equal("missing-column", Assert.Single(Assert.Throws<CctsDataException>(() => Statement(Csv(without), format.Id)).Problems).Code);
            }
        }
    }

    [Fact]
    public void No_shipped_format_fits_another()
    {
        foreach (var format in ExportFormats.BuiltIn.All)
        {
            var headers = format.Columns.Values.Select(n => n[0]).Concat(format.Recognise.Select(r => r.Split('|')[0])).Concat(format.Parts.Select(p => p.Header.Replace('*', 'x'))).Concat(format.State.Flags.Keys).Concat(format.ConversionColumn is { } c ? [c] : []).Concat(format.Id == "cercarbono-retirements" ? ["end_user"] : []).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            Assert.Equal([format.Id], ExportFormats.BuiltIn.Fitting(headers).Select(f => f.Id));
            Assert.Equal([format.Id], ExportFormats.BuiltIn.Fitting([.. headers.Reverse().Select(h => " " + h.ToUpperInvariant() + "\u00A0"), "Unnamed: 31"]).Select(f => f.Id));
        }
    }

    [Fact]
    public void The_columns_that_a_ledger_and_ecoregistry_share_tell_neither()
    {
        const string Shared = "serial,quantity,date,from,to,project_id,vintage";
        foreach (var side in new Func<string?, OpenedExport>[] { format => Statement(Shared, format), format => Ledger(Shared, format) })
        {
            Assert.Equal("ambiguous-export", Assert.Single(Assert.Throws<CctsDataException>(() => side(null)).Problems).Code);
            Assert.Equal(["ledger", "cercarbono-retirements"], new[] { "ledger", "cercarbono-retirements" }.Select(f => side(f).Recognition.Format));
        }
    }

    [Fact]
    public void Where_two_fit_nothing_is_guessed()
    {
        var own = ExportFormats.FromFiles([("mine.json", new MemoryStream(Encoding.UTF8.GetBytes("""
            { "format": "mine", "registry": "woodland", "source": "made up for this test", "recognise": ["serial"], "columns": { "serial": "serial" }, "dates": [], "state": { "is": "retired" } }
            """)))]);
        var reader = new ExportReader(SerialGrammars.BuiltIn, ExportFormats.BuiltIn.With(own));
        OpenedExport Open(string? format) => reader.OpenStatement(new MemoryStream(Encoding.UTF8.GetBytes("serial,quantity\n")), "x.csv", format);
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => Open(null)).Problems);
        Assert.Equal("ambiguous-export", problem.Code);
        Assert.Contains("ledger and mine", problem.Message, StringComparison.Ordinal);
        Assert.Equal("mine", Open("mine").Recognition.Format);
        Assert.Equal("ledger", Open("ledger").Recognition.Format);
        Assert.Equal("mine", Open("woodland").Recognition.Format);
    }

    [Theory]
    [InlineData("Credit Serial Numbers,Quantity of Credits,Status Effective (GMT),Retirement Reason,Project ID", "newer")]
    [InlineData("Credit Serial Numbers,Quantity of Credits,Status Effective,Retirement Reason,Project ID", "older")]
    [InlineData("Date Issued,Vintage,Total Credits Issued,Credits Issued to Project,Project ID", "older")]
    [InlineData("CARB Issuance ID,ARB Offset Credits Issued,Issuance Date,OPR Project ID,Invalidated or Canceled,Retired Voluntarily", "older")]
    [InlineData("CARB Issuance ID,ARB Offset Credits Issued,Issuance Date,OPR Project ID,Invalidated or Cancelled,Retired 5th Compliance Period (CA)", "newer")]
    public void An_older_and_a_newer_download_are_recognised_and_said(string headers, string layout)
    {
        var recognition = Statement(headers).Recognition;
        Assert.StartsWith(layout, recognition.Layout, StringComparison.Ordinal);
        Assert.Contains(layout + " download", recognition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_says_GMT_gives_the_moment()
    {
        var row = Statement("Credit Serial Numbers,Quantity of Credits,Status Effective (GMT),Retirement Reason\nACR-US-776-2020-1937-83608 to 84755,1148,12/28/2023 8:22:22 PM,x").Rows().Single();
        Assert.Equal(NodaTime.Instant.FromUtc(2023, 12, 28, 20, 22, 22), row.Entry!.Moment);
    }

    private static string Csv(string[] headers) => string.Join(",", headers.Select(h => "\"" + h + "\""));

    private static OpenedExport Statement(string text, string? format = null) => new ExportReader().OpenStatement(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.csv", format);

    private static OpenedExport Ledger(string text, string? format = null) => new ExportReader().OpenLedger(new MemoryStream(Encoding.UTF8.GetBytes(text + "\n" + Verra)), "x.csv", format);
}
