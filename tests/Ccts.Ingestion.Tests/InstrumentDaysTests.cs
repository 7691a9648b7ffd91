using System.Linq;
using Ccts.Ingestion.Evidence;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>A value of a day that the calibration of its instrument, or the accreditation of its laboratory, does not reach is told with both, and counted.</summary>
public sealed class InstrumentDaysTests
{
    private static IngestionResult Meter(string evidence, string counts = "interval", System.Func<int, string?>? value = null) => Plant.Run(Plant.Meter(counts, $"\"evidence\":{{{evidence}}}"), Plant.Csv(Plant.April(value)));

    private static IngestionResult Sheet(string evidence) =>
        Plant.Run(LaboratoryTests.Sheet($"\"evidence\":{{{evidence}}}"), "day,value\n2025-04-06,24.5\n2025-05-06,24.7\n");

    [Fact]
    public void A_calibration_that_ran_out_is_told_with_instrument_and_days()
    {
        var result = Meter("\"instrument\":\"MM-1\",\"calibrated\":\"2024-04-29\",\"calibratedUntil\":\"2025-04-28\"");
        var told = Plant.Finding(result, "calibration-lapsed");
        Assert.Equal(("f0.csv", "row 114", Severity.Warning), (told.Place.File, told.Place.Pointer, told.Severity));
        Assert.Equal("grid: 8 values are of days after 2025-04-28, until when the calibration of MM-1 of 2024-04-29 holds: from this row (2025-04-29) to row 121 of f0.csv (2025-04-30 18:00).", told.Message);
        Assert.Equal("19.14 MWh", Plant.Amount(result));
    }

    [Theory]
    [InlineData("2025-04-30", 0)]
    [InlineData("2025-04-29", 4)]
    [InlineData("2025-03-31", 120)]
    public void Its_last_day_is_within_it(string until, int values)
    {
        var told = Meter($"\"instrument\":\"MM-1\",\"calibrated\":\"2024-04-29\",\"calibratedUntil\":\"{until}\"").Problems.SingleOrDefault(p => p.Code == "calibration-lapsed");
        Assert.Equal(values, told is null ? 0 : int.Parse(told.Message.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    // What a register shows at the midnight that ends the last day was counted within it; the three readings after it were not.
    [Fact]
    public void A_register_is_read_at_the_end_of_its_day() =>
        Assert.StartsWith("grid: 3 values ", Plant.Finding(Meter("\"instrument\":\"MM-1\",\"calibrated\":\"2024-04-29\",\"calibratedUntil\":\"2025-04-29\"", "register", i => (1000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture)), "calibration-lapsed").Message, System.StringComparison.Ordinal);

    [Theory]
    [InlineData("accreditation-lapsed", "\"accreditedUntil\":\"2025-04-30\"", "days after 2025-04-30, until when Plant laboratory is accredited (NABL TC-0000)", "row 3")]
    [InlineData("accredited-later", "\"accreditedFrom\":\"2025-05-01\"", "days before 2025-05-01, from when Plant laboratory is accredited (NABL TC-0000)", "row 2")]
    public void A_result_of_a_day_without_accreditation_is_told(string code, string days, string sentence, string row)
    {
        var told = Plant.Finding(Sheet($"\"instrument\":\"Plant laboratory\",\"accreditation\":\"NABL TC-0000\",{days}"), code);
        Assert.Contains(sentence, told.Message, System.StringComparison.Ordinal);
        Assert.Equal(row, told.Place.Pointer);
    }

    [Fact]
    public void All_of_it_stands_behind_the_value_in_report_and_pack()
    {
        const string evidence = "\"instrument\":\"Plant laboratory\",\"calibrated\":\"2025-01-15\",\"calibratedUntil\":\"2026-06-30\",\"accreditation\":\"NABL TC-0000\",\"accreditedFrom\":\"2025-02-01\",\"accreditedUntil\":\"2027-01-31\"";
        var mapping = LaboratoryTests.Sheet($"\"evidence\":{{{evidence}}}");
        IngestionFile[] files = [IngestionFile.Of("lab.csv", "day,value\n2025-04-06,24.5\n"u8.ToArray())];
        var result = Ingestor.Run(Plant.Read(mapping), files);
        Assert.Empty(result.Problems);
        var document = Assert.Single(result.Report!.Fuels[0].Evidence);
        Assert.Equal(("2026-06-30", "NABL TC-0000", "2025-02-01", "2027-01-31"), (document.CalibratedUntil, document.Accreditation, document.AccreditedFrom, document.AccreditedUntil));
        Assert.Contains("Plant laboratory (calibrated 2025-01-15 until 2026-06-30, accredited: NABL TC-0000 from 2025-02-01 until 2027-01-31)", document.ToString(), System.StringComparison.Ordinal);
        var bytes = System.Text.Encoding.UTF8.GetBytes(mapping.ToJsonString());
        var pack = EvidencePack.Make(result.Report, bytes, files);
        Assert.Equal(("NABL TC-0000", "2027-01-31"), (pack["values"]![0]!["sources"]![0]!["accreditation"]!.ToString(), pack["values"]![0]!["sources"]![0]!["accreditedUntil"]!.ToString()));

        // Who claims an accreditation that the mapping does not is found out.
        var altered = result.Report with { Fuels = [result.Report.Fuels[0] with { Evidence = [document with { Accreditation = "NABL TC-9999" }] }] };
        Assert.Equal("evidence-differs", Assert.Single(Assert.Throws<CctsDataException>(() => EvidencePack.Make(altered, bytes, files)).Problems).Code);
    }

    [Fact]
    public void A_laboratory_may_be_stated_to_have_none()
    {
        var result = Sheet("\"instrument\":\"Plant laboratory\",\"accreditation\":\"none\"");
        Assert.Empty(result.Problems);
        Assert.Contains("Plant laboratory (not accredited)", result.Report!.Fuels[0].Evidence[0].ToString(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing-key", "\"calibratedUntil\":\"2025-04-28\"")]
    [InlineData("bad-value", "\"calibrated\":\"2025-04-29\",\"calibratedUntil\":\"2025-04-28\"")]
    [InlineData("missing-key", "\"accreditedUntil\":\"2025-04-28\"")]
    [InlineData("missing-key", "\"accreditation\":\"none\",\"accreditedFrom\":\"2025-04-28\"")]
    [InlineData("bad-value", "\"accreditation\":\"NABL 1\",\"accreditedFrom\":\"2025-04-28\",\"accreditedUntil\":\"2025-04-27\"")]
    public void Days_that_make_no_sense_are_refused_with_their_place(string code, string evidence)
    {
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => Plant.Read(LaboratoryTests.Sheet($"\"evidence\":{{{evidence}}}"))).Problems);
        Assert.Equal(code, problem.Code);
        Assert.True(problem.Place.Line > 0 && problem.Place.Pointer.StartsWith("/sources/0/series/0/evidence/", System.StringComparison.Ordinal), problem.ToString());
    }

    [Fact]
    public void A_meter_is_calibrated_and_not_accredited() =>
        Assert.Contains(Assert.Throws<CctsDataException>(() => Meter("\"accreditation\":\"NABL TC-0000\"")).Problems, p => p.Code == "unknown-key");
}
