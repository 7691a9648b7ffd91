using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Pages;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Tests.Shared;

namespace Ccts.Compliance.Tests;

/// <summary>Forms say what the assessment says, and nobody can make them say another thing.</summary>
public sealed class FormTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static readonly MonitoringReport Report = Samples.Kotputli;

    private static readonly Assessment Assessed = Samples.Assessed;

    private static readonly FormBasis Basis = FormBasis.Of(Assessed);

    [Fact]
    public void E2_is_the_assessment()
    {
        var form = EnergyForm.Make(Report, Assessed, Nothing);
        Assert.Equal(Assessed.Emissions.Total.Tonnes, Figure(form, "B2(xiv)"));
        Assert.Equal(Assessed.Emissions.Total.Tonnes, Figure(form, "B2(xi)") + Figure(form, "B2(xii)") + Figure(form, "B2(xiii)") + Assessed.Emissions.Adjustments.Tonnes);
        Assert.Equal(Assessed.Output.Value, Figure(form, "B1(viii)"));
        Assert.Equal(Assessed.Intensity.Achieved.TonnesPerUnit, Figure(form, "B3(iii)"));
        Assert.Equal(Figure(form, "B2(iv)"), Figure(form, "B2(i)") + Figure(form, "B2(ii)") - Figure(form, "B2(iii)"));
        Assert.Equal(Figure(form, "B2(viii)"), Figure(form, "B2(v)") + Figure(form, "B2(vi)") + Figure(form, "B2(vii)"));
        Assert.Equal("Sb", form.Fields.Single(f => f.Number == "C").Value);
        Assert.Equal(FormOrigin.Empty, form.Fields.Single(f => f.Number == "B2(x)").Origin);
    }

    /// <summary>The cement form has a sheet for Form E2, and its data says which field fills which line: each figure is the form's own.</summary>
    [Fact]
    public void E2_of_a_pro_forma_is_filled_by_the_fields_that_the_form_names()
    {
        var rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
        var cement = rules.ProFormas.Find("cement")!;
        var filing = ProFormaFilingReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "maihar-form-sb-2025-26.json")), null, cement);
        var assessed = ProFormaAssessor.Assess(filing, cement, rules.Assessment, new ProFormaOptions { Account = false });
        var form = EnergyForm.Make(assessed, Nothing);
        Assert.All(cement.FormE2, line => Assert.Equal(assessed.Figures.Single(f => f.Field == line.Field).Current, form.Fields.Single(f => f.Number == line.Number).Value));
        Assert.All(form.Fields.Where(f => f.Number.StartsWith('B')), f => Assert.Equal(FormOrigin.Computed, f.Origin));
        Assert.Equal(Figure(form, "B2(iv)"), Figure(form, "B2(i)") + Figure(form, "B2(ii)") - Figure(form, "B2(iii)"));
        Assert.Equal(Figure(form, "B2(viii)"), Figure(form, "B2(v)") + Figure(form, "B2(vi)") + Figure(form, "B2(vii)"));
    }

    /// <summary>The same coal analysed month by month has the same heat, and a lot that is reported by its carbon leaves the heat of all unknown.</summary>
    [Fact]
    public void E2_has_the_heat_of_all_lots()
    {
        var fuel = Report.Fuels[0];
        var weighed = (WeighedFuel)fuel.Measured;
        var analyses = weighed.Amounts.Select(a => new FuelAnalysis(a.Period) { Net = weighed.Net!.Value.GigajoulesPerTonne, Source = "laboratory" }).ToList();
        var byLot = Report with { Fuels = [fuel with { Analyses = analyses }, .. Report.Fuels.Skip(1)] };
        var options = new AssessmentOptions { Steps = true };
        var form = EnergyForm.Make(byLot, Assessor.Assess(byLot, Years.Ruleset().Assessment, options), Nothing);
        Assert.Equal(Figure(EnergyForm.Make(Report, Assessed, Nothing), "B2(viii)"), Figure(form, "B2(viii)"));

        var byCarbon = Report with { Fuels = [fuel with { Analyses = [analyses[0] with { Net = null, CarbonContent = 0.87m }, .. analyses.Skip(1)] }, .. Report.Fuels.Skip(1)] };
        form = EnergyForm.Make(byCarbon, Assessor.Assess(byCarbon, Years.Ruleset().Assessment, options), Nothing);
        Assert.Equal(FormOrigin.Empty, form.Fields.Single(f => f.Number == "B2(viii)").Origin);
    }

    [Fact]
    public void Forms_A_to_D_have_the_calculators_certificates()
    {
        var owed = Assessed.Certificates.Quantity!.Value;
        Assert.Equal(owed, Figure(ComplianceForms.A(Basis, Nothing), "9"));
        Assert.Equal(owed, Figure(ComplianceForms.B(Basis, Nothing), "certificates"));
        Assert.Equal(owed, Figure(ComplianceForms.C(Basis, Nothing), "certificates"));
        Assert.Equal(owed, Figure(ComplianceForms.D(Basis, Nothing), "7"));
        Assert.Equal(12m, Figure(ComplianceForms.D(Basis, Nothing, Ledger(12)), "8(ii).available"));
    }

    [Fact]
    public void A_stated_value_may_repeat_a_computed_one_and_never_replace_it()
    {
        var right = Assessed.Certificates.Quantity!.Value + ".0";
        Assert.Equal(FormOrigin.Computed, ComplianceForms.A(Basis, new Dictionary<string, string> { ["9"] = right }).Fields.Single(f => f.Number == "9").Origin);
        Assert.Equal("form-mismatch", Code(new() { ["9"] = "1" }));
        Assert.Equal("form-mismatch", Code(new() { ["1"] = "Another plant" }));
        Assert.Equal("unknown-field", Code(new() { ["99"] = "1" }));
        Assert.Equal("The agency", ComplianceForms.A(Basis, new Dictionary<string, string> { ["5"] = "The agency" }).Fields.Single(f => f.Number == "5").Value);
        Assert.Equal("form-mismatch", Assert.Throws<CctsDataException>(() => ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(ii).available"] = "13" }, Ledger(12))).Problems[0].Code);
    }

    [Fact]
    public void Every_form_is_as_its_schema_says()
    {
        var schema = SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json"));
        FormDocument[] forms = [EnergyForm.Make(Report, Assessed, Nothing), ComplianceForms.A(Basis, Nothing), ComplianceForms.B(Basis, Nothing), ComplianceForms.C(Basis, Nothing), ComplianceForms.D(Basis, Nothing)];
        Assert.All(forms, form => Assert.Empty(schema.Errors(FormJson.Write(form).ToJsonString())));
    }

    [Fact]
    public void Without_a_target_there_is_no_figure_and_no_zero()
    {
        var form = ComplianceForms.A(Basis with { Certificates = Ccts.Sdk.Assessments.Certificates.CertificateResult.NoTarget }, Nothing);
        Assert.Equal("not known", form.Fields.Single(f => f.Number == "9").Value);
    }

    [Fact]
    public void E2_of_another_years_assessment_is_refused() =>
        Assert.Throws<CctsDataException>(() => EnergyForm.Make(Report, Assessed with { Year = Assessed.Year.Next }, Nothing));

    [Fact]
    public void What_a_file_says_never_becomes_markup()
    {
        const string evil = "<script>alert(1)</script>\"'&\u202E";
        var assessment = Assessed with { Entity = Assessed.Entity with { Name = evil, SubSector = evil }, Illustrative = evil };
        string[] pages =
        [
            FormPage.Write(ComplianceForms.A(FormBasis.Of(assessment), new Dictionary<string, string> { ["5"] = evil, ["date"] = evil })),
            AssessmentPage.Write(assessment, PageLanguage.English, evil, _ => evil),
            AssessmentPage.Write(assessment, PageLanguage.Hindi, evil, _ => evil),
        ];
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202E', page);
            Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        });
    }

    /// <summary>A file among others and a sheet among others say of whom and of which year they are; the foot of a sheet is a text of the style, and what a file says cannot end it.</summary>
    [Fact]
    public void A_form_has_its_entity_and_year_in_its_title_and_at_the_foot_of_every_sheet()
    {
        var page = FormPage.Write(ComplianceForms.A(FormBasis.Of(Assessed with { Entity = Assessed.Entity with { Name = "Works \";}</style>" } }), Nothing));
        Assert.Contains("<title>Form A: Performance Assessment Document, Works &quot;;}&lt;/style&gt;, 2025-26</title>", page, StringComparison.Ordinal);
        Assert.Contains("@bottom-left{content:\"Form A\\3a  Performance Assessment Document\\2c  Works \\22 \\3b \\7d \\3c \\2f style\\3e \\2c  2025\\2d 26\";", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("</style>").Length - 1);
    }

    private static VintageHolding[] Ledger(long held) => [new(Assessed.Year, held, 0)];

    private static string Code(Dictionary<string, string> stated) => Assert.Throws<CctsDataException>(() => ComplianceForms.A(Basis, stated)).Problems[0].Code;

    private static decimal Figure(FormDocument form, string number) => decimal.Parse(form.Fields.Single(f => f.Number == number).Value!, System.Globalization.CultureInfo.InvariantCulture);
}
