using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Tests.Impact;

public sealed class ImpactStudyTests
{
    private static readonly Ruleset Old = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
    private static readonly Ruleset New = RulesetCatalog.Default.Find("in-ccts/2026-27")!;

    [Fact]
    public void Plants_that_stay_as_they_were_end_where_the_targets_put_them()
    {
        var impact = Study("""
            registration_no,output,gei,unit
            CMTOE085RJ,3666138,0.8086,tCO2e/t
            CGUOE005UP,2787464,0.0128,tCO2e/t
            CMTOE001KA,3532948,0.4402,tCO2e/t
            """).ToDictionary(i => i.Entity.Key, StringComparer.Ordinal);

        // (0.8086 - 0.8032) x 3666138 = 19797.1452; (0.8086 - 0.7891) x 3666138 = 71489.691.
        Assert.Equal((EntitySide.Short, -19797L, EntitySide.Short, -71490L, -51693L), Sides(impact["CMTOE085RJ"]));

        // A dash in 2025-26, and 0.0125 in 2026-27: (0.0128 - 0.0125) x 2787464 = 836.2392.
        Assert.Equal((EntitySide.NoTarget, null, EntitySide.Short, -836L, null), Sides(impact["CGUOE005UP"]));
        Assert.True(impact["CGUOE005UP"].ChangesSide);
        Assert.Equal(EntitySide.Even, impact["CMTOE001KA"].New.Side);
        Assert.Equal("JK Cement Works Muddapur", impact["CMTOE001KA"].Name);
    }

    /// <summary>A target that fell for a plant that is not in the input was in no figure and in no list.</summary>
    [Fact]
    public void A_target_of_a_plant_that_was_not_asked_about_is_named()
    {
        var study = new ImpactStudy(Old, New);
        study.Add(Entity("CMTOE085RJ", 3_666_138m, 0.8086m));
        var targets = study.Report().Unreached.Select(e => e.Entry).Where(e => e.EndsWith(", target_gei", StringComparison.Ordinal)).ToList();

        Assert.Contains("CMTOE019MP, target_gei", targets);
        Assert.DoesNotContain("CMTOE085RJ, target_gei", targets);
    }

    [Fact]
    public void An_unknown_target_is_counted_and_in_no_sum()
    {
        var study = new ImpactStudy(Old, New);
        study.Add(Entity("CMTOE999RJ", 1000m, 0.9m));
        study.Add(Entity("CMTOE998RJ", 1000m, 0.9m) with { Sector = "Cement" });
        var report = study.Report();

        Assert.Equal([ImpactStudy.OtherSector, "Cement"], report.Sectors.Select(s => s.Sector));
        Assert.Equal((2, 2, 0m, 0m, 0m), (report.OldTotal.Unknown, report.NewTotal.Unknown, report.NewTotal.TonnesLong, report.NewTotal.TonnesShort, report.NewTotal.Net));
        Assert.Null(study.Add(Entity("CMTOE997RJ", 1m, 1m)).Change);
        Assert.False(report.ChangesAnything);
    }

    [Fact]
    public void Sums_are_those_of_the_certificate_calculator_in_any_order()
    {
        var random = new Random(7);
        var entities = Enumerable.Range(0, 500).Select(_ => Entity(New.Schedule[random.Next(5)].Entity.Key, random.Next(1, 9_000_000), random.Next(1, 12_000) / 10_000m)).ToList();
        var report = Report(entities);

        var results = entities.Where(e => New.Assessment.Targets[e.Key].Target is not null)
            .Select(e => CertificateCalculator.Calculate(e.Emissions, e.Output, New.Assessment.Targets[e.Key].Target!.Value, New.Assessment.Certificates).Value).ToList();
        Assert.Equal(results.Where(r => r.Kind == CertificateKind.Issue).Sum(r => (decimal)r.Quantity!), report.NewTotal.TonnesLong);
        Assert.Equal(results.Where(r => r.Kind == CertificateKind.Surrender).Sum(r => (decimal)r.Quantity!), report.NewTotal.TonnesShort);
        Assert.Equal(results.Count(r => r.Kind == CertificateKind.Surrender), report.NewTotal.Short);
        Assert.Equal(500, report.Entities);

        Assert.Equal(ImpactReportJson.Write(report with { Remarks = [] }).ToJsonString(), ImpactReportJson.Write(Report([.. entities.OrderBy(_ => random.Next())]) with { Remarks = [] }).ToJsonString());
    }

    [Fact]
    public void Lists_are_as_long_as_asked_for_and_hold_the_largest_changes()
    {
        var study = new ImpactStudy(Old, New, most: 3);
        var all = Enumerable.Range(1, 200).Select(i => study.Add(Entity("CMTOE085RJ", i * 1000m, 0.8m) with { Place = new SourcePlace("x", i, 1, "") })).ToList();

        Assert.Equal(all.OrderByDescending(i => Math.Abs(i.Change!.Value)).Take(3).Select(i => i.Entity.Output), study.Report().Movers.Select(m => m.Entity.Output));
        Assert.Contains(study.Report().Remarks, r => r.Code == "counted-twice");
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactStudy(Old, New, 0));
    }

    /// <summary>One plant in kg, or with digits too many, outweighs its sector; it is counted as stated, and said.</summary>
    [Theory]
    [InlineData(3666138, 808.6, "intensity that is 1000 times")]
    [InlineData(3666138, 0.3, "intensity that is 0.371 times")]
    [InlineData(36661380, 0.8086, "output that is 10 times")]
    [InlineData(3666138, 0.7, null)]
    public void A_plant_far_from_its_baseline_is_told(double output, double intensity, string? said)
    {
        var study = new ImpactStudy(Old, New);
        study.Add(Entity("CMTOE085RJ", (decimal)output, (decimal)intensity));

        Assert.Equal(said is not null, study.Report().Remarks.Any(r => r.Code == "far-from-baseline" && r.Message.Contains(said ?? "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_draft_row_without_a_number_is_found_by_its_key()
    {
        var impact = Study("""
            target_row,output,ghg,unit
            draft-2025-04-vedanta-jharsuguda-2,1238336,15000000,tCO2e/t
            """).Single();

        Assert.Equal(EntitySide.Long, impact.New.Side);
        Assert.Equal("Aluminium", impact.Sector);
    }

    /// <summary>Certificates by a draft's row are in the sums because the row was asked for; that nobody owes by them is said once, with how many.</summary>
    [Fact]
    public void What_is_counted_by_a_draft_is_told()
    {
        var study = new ImpactStudy(Old, New);
        study.Add(Entity("CMTOE085RJ", 1000m, 0.9m));
        Assert.DoesNotContain(study.Report().Remarks, r => r.Code == "not-in-force");

        var draft = new ImpactEntityReader(new StringReader("target_row,output,gei,unit\ndraft-2025-04-hindalco-hirakud,1000,20,tCO2e/t\n"), "entities.csv").Read().Single();
        var owed = study.Add(draft).New.Certificates!.Value;
        var remark = Assert.Single(study.Report().Remarks, r => r.Code == "not-in-force");
        Assert.Equal(("entities.csv", 2), (remark.Place.File, remark.Place.Line));
        Assert.Contains(owed.ToString("N0", CultureInfo.InvariantCulture) + " certificates", remark.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entity-key", ",100,0.8,,tCO2e/t")]
    [InlineData("entity-emissions", "CMTOE085RJ,100,,,tCO2e/t")]
    [InlineData("entity-emissions", "CMTOE085RJ,100,0.8,80,tCO2e/t")]
    [InlineData("no-production", "CMTOE085RJ,0,0.8,,tCO2e/t")]
    [InlineData("negative-emissions", "CMTOE085RJ,100,-0.8,,tCO2e/t")]
    [InlineData("bad-value", "CMTOE85RJ,100,0.8,,tCO2e/t")]
    [InlineData("bad-value", "CMTOE085RJ,1e3,0.8,,tCO2e/t")]
    [InlineData("bad-value", "CMTOE085RJ,100,0.8,,t")]
    [InlineData("csv-empty-field", "CMTOE085RJ,,0.8,,tCO2e/t")]
    [InlineData("csv-row-length", "CMTOE085RJ,100,0.8,tCO2e/t")]
    [InlineData("number-too-large", "CMTOE085RJ,79228162514264337593543950335,2,,tCO2e/t")]
    public void A_bad_row_is_named_with_its_line_and_the_others_are_still_read(string code, string row)
    {
        var reader = new ImpactEntityReader(new StringReader("registration_no,output,gei,ghg,unit\n" + row + "\nCMTOE085RJ,100,0.8,,tCO2e/t\n"), "entities.csv");

        Assert.Single(reader.Read());
        Assert.True(reader.HasErrors);
        Assert.Equal(("entities.csv", 2, code), reader.Problems.Select(p => (p.Place.File, p.Place.Line, p.Code)).First());
    }

    [Fact]
    public void Another_unit_than_the_target_and_numbers_beyond_reach_are_refused()
    {
        var study = new ImpactStudy(Old, New);
        Assert.Equal("output-unit", Assert.Throws<CctsDataException>(() => study.Add(new ImpactEntity("CMTOE085RJ", false, Output.Parse("5 MWh"), default))).Problems[0].Code);
        Assert.Equal("number-too-large", Assert.Throws<CctsDataException>(() => study.Add(new ImpactEntity("CMTOE085RJ", false, Output.Parse("79228162514264337593543950335 t"), default))).Problems[0].Code);
        Assert.Equal("no-production", Assert.Throws<CctsDataException>(() => study.Add(new ImpactEntity("CMTOE085RJ", false, default, default))).Problems[0].Code);
        Assert.Equal("baseline-year", Assert.Throws<CctsDataException>(() => new ImpactStudy(RulesetCatalog.Default.Find("in-ccts/2023-24")!, New)).Problems[0].Code);
    }

    [Fact]
    public void Json_lines_say_the_same_as_rows()
    {
        const string Lines = """
            { "registration": "CMTOE085RJ", "output": "3666138 t", "gei": "0.8086 tCO2e/t" }

            { "registration": "CGUOE005UP", "sector": "Cement", "output": "2787464 t", "ghg": "35679.5392 t" }
            """;
        var reader = new ImpactEntityReader(new StringReader("\uFEFF" + Lines), "x");
        Assert.Equal([-71490L, -836L], reader.Read().Select(e => new ImpactStudy(Old, New).Add(e).New.Certificates!.Value));
        Assert.Empty(reader.Problems);

        var bad = new ImpactEntityReader(new StringReader("{ \"registration\": \"CMTOE085RJ\" }\n{ \"x\": 1 }\n{ not json\n" + new string('{', 70_000) + "\n" + Lines), "x");
        Assert.Equal(2, bad.Read().Count());
        Assert.Equal([1, 2, 3, 4], bad.Problems.Select(p => p.Place.Line).Distinct());
    }

    [Fact]
    public void Bytes_that_are_no_text_and_a_file_without_the_columns_are_refused()
    {
        var reader = new ImpactEntityReader(new StreamReader(new MemoryStream([.. "registration_no,output,gei,unit\nCMTOE085RJ,"u8, 0xFF, 0xFE]), new System.Text.UTF8Encoding(false, true)), "x");
        Assert.Empty(reader.Read());
        Assert.Contains(reader.Problems, p => p.Code == "text-encoding");

        var other = new ImpactEntityReader(new StringReader("a,b\n1,2\n"), "x");
        Assert.Empty(other.Read());
        Assert.Contains(other.Problems, p => p.Code == "csv-missing-column");
    }

    private static (EntitySide, long?, EntitySide, long?, long?) Sides(EntityImpact impact) => (impact.Old.Side, impact.Old.Certificates, impact.New.Side, impact.New.Certificates, impact.Change);

    private static List<EntityImpact> Study(string csv)
    {
        var study = new ImpactStudy(Old, New);
        var reader = new ImpactEntityReader(new StringReader(csv), "entities.csv");
        var found = reader.Read().Select(study.Add).ToList();
        Assert.Empty(reader.Problems);
        return found;
    }

    private static ImpactReport Report(IReadOnlyList<ImpactEntity> entities)
    {
        var study = new ImpactStudy(Old, New);
        foreach (var entity in entities)
        {
            study.Add(entity);
        }

        return study.Report();
    }

    private static ImpactEntity Entity(string key, decimal output, decimal intensity) =>
        new(key, false, Output.Of(output, OutputBasis.Tonne), Co2e.FromTonnes(output * intensity));
}
