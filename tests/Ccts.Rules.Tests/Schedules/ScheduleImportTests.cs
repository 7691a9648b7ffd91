using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Schedules;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Tests.Schedules;

public sealed class ScheduleImportTests
{
    private const string Header = "registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,nrgf\n";

    private static byte[] Row(string row) => Encoding.UTF8.GetBytes("registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,target_gei_2026_27\nCMTOE085RJ," + row + "\n");

    public static TheoryData<string> Years => ["2025-26", "2026-27"];

    [Theory]
    [MemberData(nameof(Years))]
    public void The_gazetted_cement_rows_come_out_as_shipped(string year)
    {
        var imported = Import(Bytes("gazetted-cement.csv"), year);

        Assert.Equal(5, imported.Count);
        var own = WithTargets(year, imported.TargetsCsv).Targets;
        var shipped = Ruleset(year).Assessment.Targets;
        foreach (var (key, row) in shipped)
        {
            Assert.Equal(row with { Standing = own[key].Standing }, own[key]);
            Assert.Equal((row.Standing.Source, row.Standing.Force, row.Standing.Evidence), (own[key].Standing.Source, own[key].Standing.Force, own[key].Standing.Evidence));
        }

        Assert.DoesNotContain(imported.Remarks, r => r.Severity == Severity.Warning);
        Assert.Equal(year == "2025-26" ? ["no-target"] : [], imported.Remarks.Select(r => r.Code));
    }

    [Fact]
    public void Rows_that_look_misprinted_are_pointed_at_and_not_changed()
    {
        var imported = Import(Bytes("made-up-schedule.csv"), "2025-26");

        var expected = """
            schedule.csv(6,72) 6/target_gei_2025_26: info no-target: TXTOE905TN prints a dash: no target in 2025-26, which is not a target of zero.
            schedule.csv(7,92) 7/target_gei_2026_27: warning cut-far-from-sector: TXTOE906TN: 0.94244 for 2026-27 is a cut of 90.18 % from 9.6000; the others of Textile are cut by 3.06 % in the middle. Expected: a cut like the others', about 9.3061. Compare with the printed schedule.
            schedule.csv(8,83) 8/target_gei_2025_26: warning target-above-baseline: TXTOE907TN: the target 8.1000 for 2025-26 is above the baseline 8.0000. Expected: at most 8.0000. Compare with the printed schedule.
            schedule.csv(10,109) 10/baseline_emissions: warning baseline-emissions-differ: REFOE902MH: 90000 x 9.5 x 3.9700 = 3394350, the schedule states 33943500, and rounding does not explain it. Expected: about 3394350. One of the numbers is misprinted; compare with the printed schedule.
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", imported.Remarks));
        Assert.Equal((9, 8), (imported.Count, imported.WithTarget));
        Assert.Contains("TXTOE906TN,\"Made-up Mill Six, misprinted\",Textile,composite,TN,2023-24,12000,9.7000,9.6000,tCO2e/t,GEI-AMD-2026,Second Schedule,in-force,transcribed,\n", imported.TargetsCsv, StringComparison.Ordinal);
    }

    /// <summary>One plant alone has no others to be compared with; its own years, its own row in the ruleset and the size of the cut still tell.</summary>
    [Theory]
    [InlineData("3666138,0.8086,0.8032,0.0789", "cut-too-deep target-differs", "is a cut of 90.18 % from 0.8032")]
    [InlineData("3666138,0.8086,0.7532,0.8058", "target-differs target-rises", "the target 0.8058 for 2026-27 is above that of the year before, 0.7532")]
    [InlineData("36661380,0.8086,0.8032,0.7891", "baseline-differs far-from-sector", "the output 36661380 of 2023-24 is 3666138 t in the ruleset")]
    [InlineData("3666138,0.8806,0.8032,0.7891", "baseline-differs", "the baseline 0.8806 of 2023-24 is 0.8086 tCO2e/t in the ruleset")]
    [InlineData("3666138,0.8086,0.8032,0.7981", "target-differs", "the target 0.7981 for 2026-27 is 0.7891 tCO2e/t in the ruleset")]
    [InlineData("3666138,0.8086,0.8032,0.7819", "target-differs", "the target 0.7819 for 2026-27 is 0.7891 tCO2e/t in the ruleset")]
    [InlineData("3666138,0.8086,0.8032,-", "no-target target-differs", "")]
    [InlineData("3666138,0.8086,0.8032,\u2013", "no-target target-differs", "")]
    [InlineData("3666138,0.8086,0.8032,\u2212", "no-target target-differs", "")]
    [InlineData("3666138,0.8086,0.8032,\u2015", "no-target target-differs", "")]
    [InlineData("3666138,0.8086,0.8032,0.7891", "", "")]
    public void A_digit_in_the_wrong_place_of_a_single_row_is_pointed_at(string figures, string codes, string said)
    {
        var imported = Import(Row("Kotputli Cement Works,Cement,2023-24," + figures), "2026-27");

        Assert.Equal(codes, string.Join(' ', imported.Remarks.Select(r => r.Code).OrderBy(c => c, StringComparer.Ordinal)));
        Assert.True(said.Length == 0 || imported.Remarks.Any(r => r.Message.Contains(said, StringComparison.Ordinal)), string.Join("; ", imported.Remarks));
    }

    /// <summary>A row that slipped has the name, the sector or the baseline of another plant.</summary>
    [Theory]
    [InlineData("Naramada Cement Jafrabad Works,Cement,2023-24", "name-differs", "the entity \"Naramada Cement Jafrabad Works\" is \"Kotputli Cement Works\" in the ruleset")]
    [InlineData("Kotputli Cement Works,Aluminium,2023-24", "sector-differs registration-differs", "the sector Aluminium is Cement in the ruleset")]
    [InlineData("Kotputli Cement Works,Cement,2022-23", "baseline-year-differs", "the baseline year 2022-23 is 2023-24 in the ruleset")]
    [InlineData("KOTPUTLI  Cement-Works,Cement,2023-24", "", "")]
    public void A_row_that_is_not_of_its_plant_is_pointed_at(string plant, string codes, string said)
    {
        var imported = Import(Row(plant + ",3666138,0.8086,0.8032,0.7891"), "2026-27");

        Assert.Equal(codes, string.Join(' ', imported.Remarks.Select(r => r.Code)));
        Assert.True(said.Length == 0 || imported.Remarks[0].Message.Contains(said, StringComparison.Ordinal), string.Join("; ", imported.Remarks));
    }

    /// <summary>A plant that the ruleset does not know is held against the others of its sector: kilograms for tonnes, lakhs for tonnes, a number of another sector or state.</summary>
    [Theory]
    [InlineData("CMTOE501RJ,New Works,Cement,RJ,3666138,808.6,803.2,789.1", "far-from-sector", "the intensity 808.6 is of another size than the others of Cement")]
    [InlineData("CMTOE501RJ,New Works,Cement,RJ,36.66138,0.8086,0.8032,0.7891", "far-from-sector", "the output 36.66138 is of another size")]
    [InlineData("ALMOE501RJ,New Works,Cement,RJ,3666139,0.8086,0.8032,0.7891", "registration-differs", "the number is of Aluminium, the row of Cement")]
    [InlineData("CMTOE501RJ,New Works,Cement,GJ,3666139,0.8086,0.8032,0.7891", "registration-differs", "the number is of the state RJ, the row of GJ")]
    [InlineData("CMTOE501RJ,New Works,Cement,Gujarat,3666139,0.8086,0.8032,0.7891", "registration-differs", "the number is of the state RJ, the row of Gujarat")]
    [InlineData("CMTOE501XX,New Works,Cement,,3666139,0.8086,0.8032,0.7891", "registration-differs", "XX is the code of no state")]
    [InlineData("CMTOE501RJ,New Works,Cement,RJ,3666138,0.8086,0.8032,0.7891", "row-twice", "are those of CMTOE085RJ, too")]
    [InlineData("CMTOE058RJ,KOTPUTLI CEMENT WORKS,Cement,,3666139,0.8086,0.8032,0.7891", "registration-differs", "is CMTOE085RJ in the law that is known")]
    [InlineData("PPROE501RJ,New Mill,Pulp & paper,RJ,90000,1850,1840,1830", "far-from-sector", "of a size that no plant of")]
    [InlineData("PPROE501RJ,New Mill,Pulp & paper,RJ,0.4,1.85,1.84,1.83", "far-from-sector", "of a size that no plant of")]
    [InlineData("CMTOE501RJ,New Works,Cement,RJ,300000000,0.8086,0.8032,0.7891", "far-from-sector", "of a size that no plant of")]
    [InlineData("TXTOE010DN,Silvassa Mill,Textile,DH,850,2.5,2.4,2.3", "", "")]
    [InlineData("TXTOE011DD,Daman Mill,Textile,Dadra & Nagar Haveli and Daman & Diu,850,2.5,2.4,2.3", "", "")]
    [InlineData("CMTOE501RJ,New Works,Cement,RJ,3666139,0.8086,0.8032,0.7891", "", "")]
    [InlineData("CMTOE501RJ,New Works,Cement,Rajasthan,3666139,0.8086,0.8032,0.7891", "", "")]
    [InlineData("CGUOE501OR,Grinding Unit,Cement,OD,400000,0.0100,0.0099,0.0098", "", "")]
    [InlineData("CMTOE501RJ,New Works,Cement,,100000,0.0100,0.0099,0.0098", "", "")]
    [InlineData("CMTOE501RJ,Small Works,Cement,,20000,0.8100,0.8099,0.8098", "", "")]
    public void A_plant_that_nobody_knows_is_held_against_its_sector(string row, string codes, string said)
    {
        var cells = row.Split(',');
        var imported = Import(Encoding.UTF8.GetBytes("registration_no,entity,sector,state,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,target_gei_2026_27\n" + string.Join(',', [.. cells[..4], "2023-24", .. cells[4..]]) + "\n"), "2026-27");

        Assert.Equal(codes, string.Join(' ', imported.Remarks.Select(r => r.Code)));
        Assert.True(said.Length == 0 || imported.Remarks[0].Message.Contains(said, StringComparison.Ordinal), string.Join("; ", imported.Remarks));
    }

    /// <summary>A column whose point stands in another place: no row is far from the others, and all are far from the law's.</summary>
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(10, 1, 13)]
    [InlineData(0.1, 1, 1)]
    [InlineData(1, 0.001, 12)]
    public void A_whole_schedule_is_held_against_what_plants_have_and_against_the_law(double intensity, double output, int remarks)
    {
        var rows = Enumerable.Range(0, 12).Select(i => (Output: (decimal)output * (1_000_000 + (i * 90_000)), Intensity: (decimal)intensity * (0.62m + (i * 0.02m))))
            .Select((r, i) => FormattableString.Invariant($"CMTOE{600 + i}GJ,Works {i},Cement,2023-24,{r.Output:0},{r.Intensity:0.0000},{r.Intensity * 0.98m:0.0000}\n"));
        var imported = Import(Encoding.UTF8.GetBytes("registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2026_27\n" + string.Concat(rows)), "2026-27");
        Assert.Equal(remarks, imported.Remarks.Count(r => r.Code == "far-from-sector" && r.Severity == Severity.Warning));
        Assert.Equal(intensity is 0.1, imported.Remarks.Any(r => r.Message.Contains("are 0.072 in the middle; those of 4 other plants in the ruleset are 0.5923", StringComparison.Ordinal)));
    }

    /// <summary>A schedule has one baseline year for a sector; a plant that nobody knows has it too.</summary>
    [Theory]
    [InlineData("2022-23", "baseline-year-differs")]
    [InlineData("2023-24", "")]
    public void A_baseline_year_is_that_of_the_sector(string year, string codes) =>
        Assert.Equal(codes, string.Join(' ', Import(Encoding.UTF8.GetBytes($"registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2026_27\nCMTOE301RJ,New Works,Cement,{year},3000000,0.8,0.79\n"), "2026-27").Remarks.Select(r => r.Code)));

    /// <summary>Integrated works and sponge iron stand in one sector, and are no slips.</summary>
    [Fact]
    public void Large_and_small_works_of_one_sector_are_not_accused() =>
        Assert.DoesNotContain(Import(Encoding.UTF8.GetBytes("registration_no,entity,sector,sub_sector,baseline_year,baseline_output,baseline_gei,target_gei_2026_27\nISFOE001JH,One,Iron & steel,,2023-24,8700000,2.4,2.3\nISFOE002OR,Two,Iron & steel,,2023-24,10000000,2.5,2.4\nISFOE003CG,Three,Iron & steel,,2023-24,60000,2.1,2.0\n"), "2026-27", new ScheduleImportOptions { Instrument = "GEI-DRAFT-STEEL", Clause = "Schedule" }).Remarks, r => r.Severity == Severity.Warning);

    /// <summary>Where columns slipped by a year, the column of a year that nobody asked for is the only sign.</summary>
    [Fact]
    public void The_columns_of_other_years_are_held_against_their_rulesets()
    {
        var slipped = Row("Kotputli Cement Works,Cement,2023-24,3666138,0.8086,0.7996,0.7891");
        Assert.Empty(Import(slipped, "2026-27").Remarks);

        var told = Assert.Single(Import(slipped, "2026-27", new ScheduleImportOptions { OtherYears = [Ruleset("2025-26")] }).Remarks);
        Assert.Equal("target-differs", told.Code);
        Assert.Contains("the target 0.7996 for 2025-26 is 0.8032 tCO2e/t in the ruleset", told.Message, StringComparison.Ordinal);
        Assert.Empty(Import(Row("Kotputli Cement Works,Cement,2023-24,3666138,0.8086,0.8032,0.7891"), "2026-27", new ScheduleImportOptions { OtherYears = [Ruleset("2025-26")] }).Remarks);
    }

    /// <summary>The rows of a folder that was copied are last year's: that all are others is told once.</summary>
    [Fact]
    public void Targets_that_are_all_others_are_told_together()
    {
        var schedule = Encoding.UTF8.GetString(Bytes("gazetted-cement.csv")).Replace("target_gei_2026_27", "target_gei_x", StringComparison.Ordinal).Replace("target_gei_2025_26", "target_gei_2026_27", StringComparison.Ordinal).Replace("target_gei_x", "target_gei_2027_28", StringComparison.Ordinal);
        var differs = Import(Encoding.UTF8.GetBytes(schedule), "2026-27").Remarks.Where(r => r.Code == "target-differs").ToList();

        Assert.Equal("All 5 targets that the ruleset has for 2026-27 are others: CMTOE085RJ, CMTOE087GJ, CMTOE019MP, CGUOE005UP, CMTOE001KA.", Assert.Single(differs).Message);
    }

    [Fact]
    public void A_refinery_is_measured_against_throughput_times_complexity()
    {
        var row = WithTargets("2025-26", Import(Bytes("made-up-schedule.csv"), "2025-26").TargetsCsv).Targets["REFOE901AS"];

        Assert.Equal("9125 MBBLS/NRGF", row.BaselineOutput.ToString());
        Assert.Equal("7.7 tCO2e/MBBLS/NRGF", row.Target.ToString());
    }

    [Theory]
    [InlineData("70993", true)]
    [InlineData("70992", true)]
    [InlineData("71600", false)]
    [InlineData("7099.3", false)]
    public void Rounding_of_the_printed_numbers_is_allowed_for(string stated, bool fits)
    {
        Assert.True(PrintedNumber.TryParse(stated, out var emissions, out _));
        var factors = new[] { "7300", "1.25", "7.7800" }.Select(t => PrintedNumber.TryParse(t, out var n, out _) ? n : default).ToArray();

        Assert.Equal(fits, PrintedNumber.CanBeProduct(emissions, factors));
    }

    [Fact]
    public void The_source_can_be_named()
    {
        var imported = Import(Bytes("gazetted-cement.csv"), "2025-26", new ScheduleImportOptions { Instrument = "GEI-AMD-2026", Clause = "Second Schedule", Evidence = Evidence.Verbatim });

        Assert.Equal(5, imported.TargetsCsv.Split("GEI-AMD-2026,Second Schedule,in-force,verbatim").Length - 1);
    }

    [Theory]
    [InlineData("CMTOE901RJ,A,Cement,2023-24,36,66,138,0.8,0.7,\n", "csv-row-length")]
    [InlineData("CMTOE901RJ,A,Cement,2023-24,\"36,66,138\",0.8,0.7,\n", "bad-value")]
    [InlineData("CMTOE901RJ,A,Cement,2023-24,1000,0.8,,\n", "csv-empty-field")]
    [InlineData("CMTOE901RJ,A,Cemet,2023-24,1000,0.8,0.7,\n", "dangling-sector")]
    [InlineData("CMTOE901RJ,A,Cement,2023-24,1000,0.8,0.7,2\n", "refinery-complexity")]
    [InlineData("REFOE901AS,A,Petroleum refinery,2023-24,1000,0.8,0.7,\n", "refinery-complexity")]
    [InlineData("CMTOE901RJ,A,Cement,2023-24,1000,0.8,0.7,\nCMTOE901RJ,अ,Cement,2023-24,1000,0.8,0.7,\n", "duplicate-id")]
    [InlineData("CMTOE901R,A,Cement,2023-24,1000,0.8,0.7,\n", "bad-value")]
    [InlineData("CMTOE901RJ,A,Cement,2030-31,1000,0.8,0.7,\n", "bad-baseline-year")]
    public void A_row_that_cannot_be_read_is_an_error_and_nothing_is_imported(string rows, string code)
    {
        Assert.False(ScheduleImport.TryImport(Encoding.UTF8.GetBytes(Header + rows), "schedule.csv", Ruleset("2025-26"), new ScheduleImportOptions(), out var schedule, out var problems));

        Assert.Null(schedule);
        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Fact]
    public void Draft_sectors_have_no_rows_in_force()
    {
        var rows = Header.Replace("2025_26", "2026_27", StringComparison.Ordinal) + "STLOE901GJ,Made-up Steel,Iron & steel,2023-24,1000,2.2,2.1,\n";

        Assert.False(ScheduleImport.TryImport(Encoding.UTF8.GetBytes(rows), "schedule.csv", Ruleset("2026-27"), new ScheduleImportOptions(), out _, out var problems));
        Assert.Equal("schedule-not-in-force", Assert.Single(problems).Code);
    }

    /// <summary>A draft does not become law by the name of another instrument, in the import or in a row that was typed; that the instrument is another than the sector's is said.</summary>
    [Fact]
    public void A_draft_sector_has_no_row_in_force_by_another_instrument()
    {
        const string Steel = "STLOE901GJ,Made-up Steel,Iron & steel,2023-24,1000,2.2,2.1,\n";
        var header = Header.Replace("2025_26", "2026_27", StringComparison.Ordinal);
        Assert.False(ScheduleImport.TryImport(Encoding.UTF8.GetBytes(header + Steel), "schedule.csv", Ruleset("2026-27"), new ScheduleImportOptions { Instrument = "GEI-2025" }, out _, out var problems));
        Assert.Equal(("schedule-not-in-force", 2), (Assert.Single(problems).Code, problems[0].Place.Line));
        Assert.Contains("GEI-DRAFT-STEEL", problems[0].Message, StringComparison.Ordinal);

        var row = string.Join(",", TargetReader.InForceColumns) + "\nSTLOE901GJ,Made-up Steel,Iron & steel,,GJ,2023-24,1000,2.2,2.1,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n";
        Assert.Equal("sector-not-in-force", Assert.Single(Assert.Throws<CctsDataException>(() => With("2026-27", "targets.csv", row)).Problems).Code);

        var remark = Assert.Single(Import(Bytes("gazetted-cement.csv"), "2026-27", new ScheduleImportOptions { Instrument = "ECA-2022" }).Remarks, r => r.Code == "other-instrument");
        Assert.Equal((Severity.Info, "Cement is of GEI-2025 in sectors.csv; 5 rows say ECA-2022."), (remark.Severity, remark.Message));
        Assert.DoesNotContain(Import(Bytes("gazetted-cement.csv"), "2026-27", new ScheduleImportOptions { Instrument = "GEI-2025" }).Remarks, r => r.Code == "other-instrument");
    }

    [Fact]
    public void A_draft_that_is_named_gives_rows_on_request_under_keys_of_their_own()
    {
        var rows = Header.Replace("2025_26", "2026_27", StringComparison.Ordinal) + "STLOE901GJ,Made-up Steel,Iron & steel,2023-24,1000,2.2,2.1,\n";
        var imported = Import(Encoding.UTF8.GetBytes(rows), "2026-27", new ScheduleImportOptions { Instrument = "GEI-DRAFT-STEEL", Clause = "Schedule" });

        Assert.Equal((Force.Draft, "targets.on-request.csv"), (imported.Force, imported.FileName));
        var row = Assert.Single(With("2026-27", imported.FileName, imported.TargetsCsv).Schedule, r => r.Entity.Standing.Force == Force.Draft).Entity;
        Assert.Equal(("gei-draft-steel-stloe901gj", "2.1 tCO2e/t"), (row.Key, row.Target.ToString()));
    }

    [Fact]
    public void A_schedule_without_the_year_is_refused()
    {
        Assert.False(ScheduleImport.TryImport(Encoding.UTF8.GetBytes(Header), "schedule.csv", Ruleset("2026-27"), new ScheduleImportOptions(), out _, out var problems));
        Assert.Equal("The column \"target_gei_2026_27\" is missing.", Assert.Single(problems).Message);
    }

    private static ImportedSchedule Import(byte[] csv, string year, ScheduleImportOptions? options = null)
    {
        Assert.True(ScheduleImport.TryImport(csv, "schedule.csv", Ruleset(year), options ?? new ScheduleImportOptions(), out var schedule, out var problems), string.Join("\n", problems));
        return schedule;
    }

    private static Ccts.Sdk.Assessments.Inventory.AssessmentRules WithTargets(string year, string targets) => With(year, "targets.csv", targets).Assessment;

    private static Ruleset With(string year, string file, string text)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", year);
        var files = Directory.GetFiles(folder).ToDictionary(p => Path.GetFileName(p)!, File.ReadAllBytes, StringComparer.Ordinal);
        files[file] = Encoding.UTF8.GetBytes(text);
        return RulesetReader.Read(RulesetFiles.FromMemory("imported", files));
    }

    private static Ruleset Ruleset(string year) => RulesetCatalog.Default.Resolve(ComplianceYear.Parse(year), new LocalDate(2026, 11, 28));

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Schedules", name));
}
