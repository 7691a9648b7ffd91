using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>A sector, its targets and its pro-forma arrive as files alone: a made-up sector of glass and what a plant of it comes to.</summary>
public sealed class OverlayDataTests
{
    private const string Sectors = "sector,unit,entities,instrument,clause,force,evidence,note\nGlass,tCO2e/t,2,MADE-UP,First Schedule,draft,assumption,\n";
    private const string Targets = "key,entity,sector,sub_sector,state,baseline_year,baseline_output,baseline_gei,target_gei,unit,instrument,clause,force,evidence,note\n"
        + "made-up-glass-works,Glass Works,Glass,,GJ,2023-24,1000,0.9000,0.8000,tCO2e/t,MADE-UP,First Schedule,draft,assumption,\n";

    private const string Gas = """
        { "parameters": { "gases.global-warming-potential": { "title": { "en": "Further gases that count", "hi": "N2O", "hiReviewed": false }, "by": "gas",
          "table": { "N2O": [{ "from": "2026-04-01", "value": "265", "unit": "multiple", "source": { "instrument": "MADE-UP", "clause": "Annex" }, "force": "draft", "evidence": "assumption" }] } } } }
        """;

    private const string Report = """
        { "format": "ccts-monitoring-report/1", "entity": { "name": "Glass Works", "sector": "Glass" }, "complianceYear": "2026-27", "targetRow": "made-up-glass-works",
          "electricity": [ { "id": "grid", "supply": "grid", "amount": "1000 MWh" } ], "products": [ { "id": "glass", "product": "glass", "amount": "1000 t" } ] }
        """;

    [Fact]
    public void A_sector_and_its_targets_come_from_files_alone()
    {
        var combined = OverlayReader.Apply(Base, Files(("sectors.csv", Sectors), ("targets.on-request.csv", Targets)));
        var assessment = Assessor.Assess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(Report), "glass"), combined.Assessment);
        Assert.Equal("0.8 tCO2e/t", assessment.Intensity.Target.ToString());
        Assert.Equal(CertificateKind.Issue, assessment.Certificates.Kind);
        Assert.DoesNotContain(assessment.Findings, f => f.Code is "unknown-sector" or "target-not-in-ruleset");
        Assert.Equal(Base.Schedule.Count + 1, combined.Schedule.Count);
        Assert.DoesNotContain("Glass", Base.Assessment.Sectors.Keys);
    }

    /// <summary>An overlay only adds rows: those of the base that it does not repeat have not gone, and each of its own is named.</summary>
    [Fact]
    public void What_an_overlay_adds_to_tables_is_told_row_by_row_and_nothing_else()
    {
        var combined = OverlayReader.Apply(Base, Files(("sectors.csv", Sectors), ("targets.on-request.csv", Targets), ("units.csv", "unit,of,each,title,instrument,clause,force,evidence,note\nm,,,metres of cloth,MADE-UP,First Schedule,draft,assumption,\n")));
        var rows = RulesetDiff.Between(Base, combined).Entries.Where(e => e.File.EndsWith(".csv", StringComparison.Ordinal)).ToList();
        Assert.Equal([("made-up/sectors.csv", "Glass"), ("made-up/targets.on-request.csv", "made-up-glass-works"), ("made-up/units.csv", "m")], rows.Select(e => (e.File, e.Entry)));
        Assert.All(rows, e => Assert.True(e.Old is null && e.New is not null));
    }

    /// <summary>A gas is a row of data: 3 t of it at a potential of 265 are a memo item until a ruleset or an overlay lists it, and then they count.</summary>
    [Fact]
    public void A_gas_comes_from_files_alone()
    {
        var emitting = Report.Replace("\"products\"", "\"gases\": [ { \"id\": \"stack\", \"gas\": \"N2O\", \"amount\": \"3 t\", \"source\": \"analyser\" } ], \"products\"", StringComparison.Ordinal);
        var combined = OverlayReader.Apply(Base, Files(("sectors.csv", Sectors), ("targets.on-request.csv", Targets), ("parameters.json", Gas)));
        var counted = Assessor.Assess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(emitting), "glass"), combined.Assessment);
        Assert.Equal(("795 t", "0 t"), (counted.Emissions.Process.ToString(), counted.Emissions.Memo.ToString()));
        Assert.Contains(counted.Assumptions, v => v.Path == "gases.global-warming-potential[N2O]");

        var without = OverlayReader.Apply(Base, Files(("sectors.csv", Sectors), ("targets.on-request.csv", Targets)));
        Assert.False(Assessor.TryAssess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(emitting), "glass"), without.Assessment, new AssessmentOptions(), out _, out var problems));
        Assert.Contains(problems, p => p.Code == "missing-gwp");
        var own = emitting.Replace("\"source\": \"analyser\"", "\"globalWarmingPotential\": \"265\", \"source\": \"analyser; AR5\"", StringComparison.Ordinal);
        var memo = Assessor.Assess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(own), "glass"), without.Assessment);
        Assert.Equal(("0 t", "795 t"), (memo.Emissions.Process.ToString(), memo.Emissions.Memo.ToString()));
        var strong = own.Replace("N2O", "SF6", StringComparison.Ordinal).Replace("265", "23500", StringComparison.Ordinal);
        Assert.Equal("70500 t", Assessor.Assess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(strong), "glass"), without.Assessment).Emissions.Memo.ToString());
        Assert.False(Assessor.TryAssess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(strong.Replace("23500", "235000", StringComparison.Ordinal)), "glass"), without.Assessment, new AssessmentOptions(), out _, out problems));
        Assert.Contains(problems, p => p.Code == "implausible-factor" && p.Message.Contains("above 30,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_comes_from_files_alone_and_those_of_the_base_stay()
    {
        var cement = new[] { "fields.csv", "proforma.json" }.Select(f => ($"proformas/glass/{f}", Encoding.UTF8.GetString(Base.Files.Read($"proformas/cement/{f}")!)));
        var combined = OverlayReader.Apply(Base, Files([.. cement]));
        Assert.Equal(["cement", "glass"], combined.ProFormas.Ids);
        Assert.NotNull(combined.ProFormas.Find("glass"));
        Assert.Equal(["cement"], OverlayReader.Apply(Base, Files()).ProFormas.Ids);
        Assert.Equal(Base.ProFormas.Listed.Count, combined.ProFormas.Listed.Count);
    }

    /// <summary>
    /// A made-up sector that is counted in metres: unit, multiple, gas, sector and target are files. The plant makes 600,000 m, 300 km, and yarn that a stated factor makes
    /// metres of (20 t x 5000 m/t): 1,000,000 m. It gives off 3 t of N2O at 265, 795 t; its target is 1000 t of them.
    /// </summary>
    [Fact]
    public void A_sector_with_a_unit_of_its_own_comes_from_files_alone()
    {
        var combined = OverlayReader.Apply(Base, Cloth());
        Assert.Equal(("metres of cloth", 1000m), (combined.Assessment.Units[OutputBasis.Parse("m")].Title, combined.Assessment.Units[OutputBasis.Parse("km")].Each));
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(Weaver), "weaver");
        var assessment = Assessor.Assess(report, combined.Assessment, new AssessmentOptions { Steps = true });
        Assert.Equal(("1000000 m", "795 t", "0.0008 tCO2e/m"), (assessment.Output.ToString(), assessment.Emissions.Total.ToString(), assessment.Intensity.Achieved.ToString()));
        Assert.Equal((CertificateKind.Issue, 205L), (assessment.Certificates.Kind, assessment.Certificates.Quantity));
        Assert.Contains(assessment.Steps!, s => s.Subject == "long" && s.Operands.Any(o => o is { Name: "unit", Value: 1000m, Unit: "m/km" }));
        var receipt = Receipt.Of(report, combined.Assessment);
        Assert.True(ReceiptVerifier.Verify(Encoding.UTF8.GetBytes(receipt.Text), null, _ => combined.Assessment).Outcome == ReceiptOutcome.Identical);
    }

    [Theory]
    [InlineData("\"600000 m\"", "\"600000 mm\"", "output-unit")]
    [InlineData("\"600000 m\"", "\"600000 t\"", "output-unit")]
    [InlineData("\"5000 m/t\"", "\"5000 ell/t\"", "output-unit")]
    [InlineData("\"sector\": \"Cloth\"", "\"sector\": \"Nobody\"", "unknown-sector")]
    public void A_unit_that_is_not_the_sectors_is_told(string from, string to, string code)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(Weaver.Replace(from, to, StringComparison.Ordinal)), "weaver");
        Assessor.TryAssess(report, OverlayReader.Apply(Base, Cloth()).Assessment, new AssessmentOptions(), out _, out var problems);
        Assert.Contains(problems, p => p.Code == code);
        Assessor.TryAssess(report, Base.Assessment, new AssessmentOptions(), out var without, out problems);
        Assert.Null(without);
        Assert.Contains(problems, p => p.Code is "unknown-output-unit" && p.Expected!.Contains("MBBLS/NRGF", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("units.csv", "m,,,metres", "t,,,metres", "duplicate-id")]
    [InlineData("units.csv", "km,m,1000", "m,m,1000", "duplicate-id")]
    [InlineData("units.csv", "km,m,1000", "km,n,1000", "dangling-unit")]
    [InlineData("units.csv", "km,m,1000", "km,km,1000", "dangling-unit")]
    [InlineData("units.csv", "km,m,1000", "km,m,", "unit-multiple")]
    [InlineData("units.csv", "km,m,1000", "km,m,0", "bad-value")]
    [InlineData("units.csv", "m,,,metres", "kt,,,metres", "bad-value")]
    [InlineData("sectors.csv", "tCO2e/m", "tCO2e/km", "wrong-unit")]
    [InlineData("sectors.csv", "tCO2e/m", "tCO2e/ell", "wrong-unit")]
    [InlineData("targets.on-request.csv", "tCO2e/m", "tCO2e/t", "wrong-unit")]
    public void A_mistake_in_a_unit_is_told_with_its_file(string file, string from, string to, string code)
    {
        Assert.False(OverlayReader.TryApply(Base, Cloth(file, from, to), out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Place.File!.EndsWith(file, StringComparison.Ordinal));
    }

    private const string Weaver = """
        { "format": "ccts-monitoring-report/1", "entity": { "name": "Weaver", "sector": "Cloth" }, "complianceYear": "2026-27", "targetRow": "made-up-weaver",
          "gases": [ { "id": "stack", "gas": "N2O", "amount": "3 t", "source": "analyser" } ],
          "products": [ { "id": "cloth", "product": "cloth", "amount": "600000 m" }, { "id": "long", "product": "cloth", "amount": "300 km" },
            { "id": "yarn", "product": "yarn", "amount": "20 t", "equivalence": "5000 m/t", "equivalenceSource": "norm of the sector" } ] }
        """;

    private static RulesetFiles Cloth(string file = "", string from = "-", string to = "-")
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["units.csv"] = "unit,of,each,title,instrument,clause,force,evidence,note\nm,,,metres of cloth,MADE-UP,First Schedule,draft,assumption,\nkm,m,1000,kilometres of cloth,MADE-UP,First Schedule,draft,assumption,\n",
            ["sectors.csv"] = Sectors.Replace("Glass,tCO2e/t", "Cloth,tCO2e/m", StringComparison.Ordinal),
            ["targets.on-request.csv"] = Targets.Replace("made-up-glass-works,Glass Works,Glass,,GJ,2023-24,1000,0.9000,0.8000,tCO2e/t", "made-up-weaver,Weaver,Cloth,,GJ,2023-24,1000000,0.0011,0.0010,tCO2e/m", StringComparison.Ordinal),
            ["parameters.json"] = Gas,
        };
        return Files([.. files.Select(f => (f.Key, f.Key == file ? f.Value.Replace(from, to, StringComparison.Ordinal) : f.Value))]);
    }

    [Theory]
    [InlineData("sectors.csv", "Glass,tCO2e/t", "Cement,tCO2e/t", "not-overridable")]
    [InlineData("targets.on-request.csv", "made-up-glass-works", "draft-2025-04-hindalco-hirakud", "not-overridable")]
    [InlineData("targets.on-request.csv", ",Glass,", ",Glas,", "dangling-sector")]
    [InlineData("targets.on-request.csv", ",MADE-UP,", ",NOBODYS,", "dangling-instrument")]
    [InlineData("sectors.csv", "tCO2e/t", "tCO2e/pane", "wrong-unit")]
    public void What_an_overlay_may_not_say_is_told_with_its_file(string file, string from, string to, string code)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["sectors.csv"] = Sectors, ["targets.on-request.csv"] = Targets };
        files[file] = files[file].Replace(from, to, StringComparison.Ordinal);
        Assert.False(OverlayReader.TryApply(Base, Files([.. files.Select(f => (f.Key, f.Value))]), out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Place.File!.EndsWith(file, StringComparison.Ordinal));
    }

    /// <summary>A plant that tries a target of its own writes its row of the base anew, into either file and of any force: it is told which row, whatever else is wrong.</summary>
    [Theory]
    [InlineData("targets.csv", "none,assumption")]
    [InlineData("targets.csv", "in-force,assumption")]
    [InlineData("targets.on-request.csv", "none,assumption")]
    public void A_row_that_the_base_has_is_refused_where_it_stands(string file, string force)
    {
        var inForce = file == "targets.csv";
        var key = inForce ? "CMTOE085RJ" : Base.Schedule.First(r => r.Entity.Standing.Force != Sdk.Law.Force.InForce).Entity.Key;
        var text = Targets.Split('\n')[0].Replace("key", inForce ? "registration_no" : "key", StringComparison.Ordinal) + $"\n{key},Kotputli,Cement,,RJ,2023-24,3666138,0.8086,0.9,tCO2e/t,MADE-UP,1,{force},\n";

        Assert.False(OverlayReader.TryApply(Base, Files((file, text)), out _, out var problems));
        Assert.Equal(("made-up/" + file, 2), Assert.Single(problems, p => p.Code == "not-overridable").Place is var place ? (place.File, place.Line) : default);
    }

    [Fact]
    public void A_form_with_half_its_files_is_refused()
    {
        Assert.False(OverlayReader.TryApply(Base, Files(("proformas/glass/fields.csv", "key\n")), out _, out var problems));
        Assert.Contains(problems, p => p.Code == "missing-file" && p.Severity == Severity.Error);
    }

    private static Ruleset Base => RulesetCatalog.Default.Resolve(ComplianceYear.Parse("2026-27"), new LocalDate(2026, 11, 28));

    private static RulesetFiles Files(params (string Path, string Text)[] files)
    {
        const string Header = """
            { "format": 1, "id": "made-up", "revision": 1, "force": "draft", "title": "a made-up sector", "published": "2026-11-22", "extends": ["in-ccts/2026-27"],
              "instruments": [ { "id": "MADE-UP", "title": "A made-up schedule", "issuer": "nobody", "date": "2026-11-22", "status": "draft", "evidence": "assumption" } ] }
            """;
        var all = files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal);
        all["overlay.json"] = Encoding.UTF8.GetBytes(Header);
        return RulesetFiles.FromMemory("made-up", all);
    }
}
