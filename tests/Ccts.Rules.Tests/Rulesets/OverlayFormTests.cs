using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using NodaTime;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>
/// A pro-forma of a made-up sector as files of an overlay: what is right is computed, what is wrong is told with its place, and nothing half-loads.
/// 1,000 t of fuel at 3 t CO2 each and 100 MWh at 0.5: 3,050 t on 2,000 kt of glass.
/// </summary>
public sealed class OverlayFormTests
{
    private const string Fields = """
        key,section,label,basis,unit,kind,formula,baseline,current
        G.fuel@1,a,Fuel,,t,input,,,
        G.power@2,a,Power,,MWh,input,,,
        G.glass@3,a,Glass,,kt,input,,,
        G.direct@4,a,Direct,,t CO2e,computed,@1*3,,
        G.process@5,a,Process,,t CO2e,computed,@1*0,,
        G.indirect@6,a,Indirect,,t CO2e,computed,@2/2,,
        G.total@7,a,Total,,t CO2e,computed,@4+@6,,
        G.intensity@8,a,Intensity,,t CO2e/kt,computed,@7/@3,,

        """;

    private const string Form = """
        { "format": 1, "form": "G", "sector": "Glass", "title": "Glass, made up", "ownSheet": "G", "yearsChoice": "years",
          "source": { "instrument": "MADE-UP", "clause": "Form G" }, "force": "draft", "evidence": "assumption",
          "constants": [ { "name": "most", "value": "5000", "title": "Most fuel" } ],
          "choices": [ { "name": "years", "title": "Years of the baseline", "words": ["1", "2", "3"] } ],
          "checks": [ { "code": "much-fuel", "severity": "warning", "field": "G.fuel@1", "when": "@1>most", "message": "More fuel than a furnace burns.", "columns": ["current"],
            "source": { "instrument": "MADE-UP", "clause": "limits" }, "force": "none", "evidence": "assumption" } ],
          "headline": { "direct": "G.direct@4", "process": "G.process@5", "indirect": "G.indirect@6", "total": "G.total@7", "product": "G.glass@3",
            "productUnit": "1000 t", "intensity": "G.intensity@8" } }
        """;

    private const string Filing = """
        { "format": "ccts-proforma-filing/1", "proForma": "glass", "name": "Glass Works 2026-27", "complianceYear": "2026-27", "entity": { "name": "Glass Works" }, "general": { "years": 1 },
          "inputs": [ { "field": "fuel@1", "unit": "t", "baseline_years": ["1000"], "current": "1000" }, { "field": "power@2", "unit": "MWh", "baseline_years": ["100"], "current": "100" },
            { "field": "glass@3", "unit": "kt", "baseline_years": ["2"], "current": "2" } ] }
        """;

    [Fact]
    public void A_form_that_is_right_is_computed()
    {
        var combined = OverlayReader.Apply(Base, Files(Form, Fields));
        var form = combined.ProFormas.Find("glass")!;
        Assert.Equal("t", form.ProductUnit.Symbol);
        Assert.Equal(["limits", "Form G"], form.Sources.Select(s => s.Clause).Order(StringComparer.Ordinal).Reverse());

        var assessment = ProFormaAssessor.Assess(ProFormaFilingReader.Read(Encoding.UTF8.GetBytes(Filing), "glass.json", form), form, combined.Assessment);
        Assert.Equal(("3000 t", "50 t", "3050 t", "2000 t"), (assessment.Current.Direct.ToString(), assessment.Current.Indirect.ToString(), assessment.Current.Total.ToString(), assessment.Current.Product.ToString()));

        // A limit of ours names itself and not the form.
        var much = ProFormaAssessor.Assess(ProFormaFilingReader.Read(Encoding.UTF8.GetBytes(Filing.Replace("\"current\": \"1000\"", "\"current\": \"5001\"", StringComparison.Ordinal)), "glass.json", form), form, combined.Assessment);
        Assert.Contains("limits", Assert.Single(much.Findings, f => f.Code == "much-fuel").Clause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@1*3", "@4*3", "circular-formula", "fields.csv", 5)]
    [InlineData("@1*3", "@7-@6", "circular-formula", "fields.csv", 5)]
    [InlineData("@1*3", "@9*3", "bad-formula", "fields.csv", 5)]
    [InlineData("@1*3", "least*3", "bad-formula", "fields.csv", 5)]
    [InlineData("@1*3", "G.coal@1*3", "bad-formula", "fields.csv", 5)]
    [InlineData("\"when\": \"@1>most\"", "\"when\": \"@1>least\"", "bad-formula", "proforma.json", 5)]
    [InlineData("\"field\": \"G.fuel@1\"", "\"field\": \"G.coal@1\"", "unknown-field", "proforma.json", 5)]
    [InlineData("\"direct\": \"G.direct@4\"", "\"direct\": \"G.nothing@4\"", "unknown-field", "proforma.json", 7)]
    [InlineData("\"1000 t\"", "\"5 gallons\"", "unknown-output-unit", "proforma.json", 8)]
    [InlineData("\"1000 t\"", "\"1 ell\"", "unknown-output-unit", "proforma.json", 8)]
    [InlineData("\"clause\": \"limits\"", "\"clause\": \"limits\", \"page\": \"4\"", "unknown-key", "proforma.json", 6)]
    [InlineData("{ \"instrument\": \"MADE-UP\", \"clause\": \"limits\" }", "{ \"instrument\": \"NOBODYS\" }", "dangling-instrument", "proforma.json", 1)]
    public void What_is_wrong_is_told_with_its_place(string from, string to, string code, string file, int line)
    {
        Assert.Contains(from, Form + Fields, StringComparison.Ordinal);
        Assert.False(OverlayReader.TryApply(Base, Files(Form.Replace(from, to, StringComparison.Ordinal), Fields.Replace(from, to, StringComparison.Ordinal)), out _, out var problems));
        var problem = Assert.Single(problems, p => p.Severity == Severity.Error);
        Assert.Equal((code, line), (problem.Code, problem.Place.Line));
        Assert.EndsWith("proformas/glass/" + file, problem.Place.File, StringComparison.Ordinal);
    }

    /// <summary>A unit that the overlay lists itself may be that of its form.</summary>
    [Fact]
    public void A_unit_of_the_overlays_own_may_be_the_forms()
    {
        const string Units = "unit,of,each,title,instrument,clause,force,evidence,note\npane,,,panes of glass,MADE-UP,First Schedule,draft,assumption,\ncrate,pane,40,crates of panes,MADE-UP,First Schedule,draft,assumption,\n";
        Assert.Equal("pane", OverlayReader.Apply(Base, Files(Form.Replace("1000 t", "1 pane", StringComparison.Ordinal), Fields, Units)).ProFormas.Find("glass")!.ProductUnit.Symbol);
        Assert.False(OverlayReader.TryApply(Base, Files(Form.Replace("1000 t", "1 crate", StringComparison.Ordinal), Fields, Units), out _, out var problems));
        Assert.Contains("pane", Assert.Single(problems, p => p.Code == "unknown-output-unit").Expected, StringComparison.Ordinal);
    }

    private static Ruleset Base => RulesetCatalog.Default.Resolve(ComplianceYear.Parse("2026-27"), new LocalDate(2026, 11, 28));

    private static RulesetFiles Files(string form, string fields, string? units = null)
    {
        const string Header = """
            { "format": 1, "id": "made-up", "revision": 1, "force": "draft", "title": "a made-up sector", "published": "2026-11-22", "extends": ["in-ccts/2026-27"],
              "instruments": [ { "id": "MADE-UP", "title": "A made-up schedule", "issuer": "nobody", "date": "2026-11-22", "status": "draft", "evidence": "assumption" } ] }
            """;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["overlay.json"] = Encoding.UTF8.GetBytes(Header),
            ["proformas/glass/proforma.json"] = Encoding.UTF8.GetBytes(form),
            ["proformas/glass/fields.csv"] = Encoding.UTF8.GetBytes(fields),
        };
        if (units is not null)
        {
            files["units.csv"] = Encoding.UTF8.GetBytes(units);
        }

        return RulesetFiles.FromMemory("made-up", files);
    }
}
