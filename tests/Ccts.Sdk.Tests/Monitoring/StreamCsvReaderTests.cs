using System;
using System.Linq;
using System.Text;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Monitoring;

public sealed class StreamCsvReaderTests
{
    private static readonly MonitoringReport Header = Samples.Read("kotputli-2025-26.header.json");

    [Fact]
    public void The_sample_as_CSV_is_the_sample_as_JSON()
    {
        var combined = StreamCsvReader.Add(Header, Samples.Bytes("kotputli-2025-26.streams.csv"), "streams.csv");

        Assert.Null(SameContent.FirstDifference(Samples.Read("kotputli-2025-26.json"), combined));
    }

    [Fact]
    public void A_stream_knows_the_row_where_it_begins()
    {
        var combined = StreamCsvReader.Add(Header, Samples.Bytes("kotputli-2025-26.streams.csv"), "streams.csv");

        Assert.Equal("streams.csv(14,1) 14", combined.Fuels[1].Place.ToString());
        Assert.Contains(ReportValidator.Validate(combined with { Fuels = [combined.Fuels[0], combined.Fuels[1] with { Samples = 3 }] }, Samples.Rules("2025-26")), p => p.Place.ToString() == "streams.csv(14,1) 14/samples");
    }

    [Fact]
    public void Streams_are_added_after_those_of_the_report()
    {
        var report = Samples.Read("kotputli-2025-26.json");

        var combined = StreamCsvReader.Add(report, Utf8("list,id,amount,destination\ncapturedCo2,flue,12 t,soda ash\n"), null);

        Assert.Equal(report with { CapturedCo2 = combined.CapturedCo2 }, combined);
        Assert.Equal("12 t", combined.CapturedCo2.Single().Amounts[0].Amount.ToString());
        Assert.Equal("2025-26", combined.CapturedCo2.Single().Amounts[0].Period.ToString());
    }

    [Fact]
    public void Rows_of_a_stream_need_not_stand_together()
    {
        var combined = StreamCsvReader.Add(Header, Utf8("list,id,period,amount,product\nproducts,a,2025-04,1 t,cement\nproducts,b,2025-04,2 t,clinker\nproducts,a,2025-05,3 t,\n"), null);

        Assert.Equal(["a", "b"], combined.Products.Select(p => p.Id));
        Assert.Equal(4m, combined.Products[0].Amounts.CanonicalTotal);
    }

    [Theory]
    [InlineData("id,amount\nx,1 t", "csv-missing-column", 1, 1)]
    [InlineData("list,id,amuont\n", "csv-unknown-column", 1, 9)]
    [InlineData("list,id,amount\nfuel,x,1 t", "unknown-word", 2, 1)]
    [InlineData("list,id,amount\nmassBalance,x,1 t", "unknown-word", 2, 1)]
    [InlineData("list,id,amount,kind\nmemo,,1 t,biomass", "csv-empty-field", 2, 6)]
    [InlineData("list,id,amount,kind\nmemo,x,1 t,", "csv-empty-field", 2, 12)]
    [InlineData("list,id,amount,kind\nmemo,x,,biomass", "csv-empty-field", 2, 8)]
    [InlineData("list,id,amount,kind\nmemo,x,\"1,000 t\",biomass", "bad-value", 2, 8)]
    [InlineData("list,id,period,amount,kind\nmemo,x,2025-04,1 t,biomass\nmemo,x,2025-04,1 t,", "duplicate-period", 3, 16)]
    [InlineData("list,id,period,amount,kind\nmemo,x,04/2025,1 t,biomass", "bad-period", 2, 8)]
    [InlineData("list,id,period,amount,kind\nmemo,x,2025-04,1 t,biomass\nmemo,x,2025-05,1 t,colony", "csv-conflicting-value", 3, 20)]
    [InlineData("list,id,amount,kind,ncv\nmemo,x,1 t,biomass,30 GJ/t", "csv-field-not-used", 2, 20)]
    [InlineData("list,id,amount,supply,noDoubleCountUndertaking\nelectricity,x,1 MWh,grid,yes", "bad-value", 2, 26)]
    [InlineData("list,id,amount,fuel,state,samples\nfuels,x,1 t,coal,solid,12.5", "bad-value", 2, 24)]
    [InlineData("list,id,amount,fuel,state,ncv\nfuels,x,1 kl,oil,liquid,30 GJ/t", "calorific-value-unit", 2, 25)]
    [InlineData("list,id,amount,fuel,state\nfuels,x,1 t,coal", "csv-row-length", 2, 1)]
    [InlineData("", "csv-no-header", 1, 1)]
    public void Every_mistake_has_its_line_and_column(string csv, string code, int line, int column)
    {
        Assert.False(StreamCsvReader.TryAdd(Header, Utf8(csv), "s.csv", out var combined, out var problems));

        Assert.Null(combined);
        Assert.Contains((code, line, column), problems.Select(p => (p.Code, p.Place.Line, p.Place.Column)));
        Assert.Equal(problems, Assert.Throws<CctsDataException>(() => StreamCsvReader.Add(Header, Utf8(csv), "s.csv")).Problems);
    }

    [Fact]
    public void Evidence_is_collected_from_the_rows_once_each()
    {
        var combined = StreamCsvReader.Add(Header, Utf8("list,id,period,amount,kind,evidence.document\nmemo,x,2025-04,1 t,biomass,Log A\nmemo,x,2025-05,1 t,,Log A\nmemo,x,2025-06,1 t,,Log B\n"), null);

        Assert.Equal(["Log A", "Log B"], combined.Memo.Single(m => m.Id == "x").Evidence.Select(e => e.Document));
    }

    [Fact]
    public void Very_many_rows_of_one_stream_end_in_bounded_time()
    {
        var csv = new StringBuilder("list,id,period,amount,kind\n");
        for (var i = 0; i < 100_000; i++)
        {
            csv.Append("memo,x,1900-01-01/").Append(1900 + (i % 1000)).Append("-02-").Append((i % 28 + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture)).Append(",1 t,biomass\n");
        }

        Assert.False(StreamCsvReader.TryAdd(Header, Utf8(csv.ToString()), null, out _, out var problems));
        Assert.Contains(problems, p => string.Equals(p.Code, "too-many-amounts", StringComparison.Ordinal));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
