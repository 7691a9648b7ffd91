using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Forms;

namespace Ccts.Compliance.Tests;

/// <summary>The lines of each form, in the order in which the procedure prints them (DPCM Annexures V to IX): none is missing, none is put in.</summary>
public sealed class FormsAsPrintedTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly FormBasis Basis = FormBasis.Of(Samples.Assessed);

    [Fact]
    public void E2() => Assert.Equal(
        "A1 A2 A3 A3.sub-sector A4 A5 A6 A7 B1(1) B1(viii) B2(i) B2(ii) B2(iii) B2(iv) B2(v) B2(vi) B2(vii) B2(viii) B2(ix) B2(x) B2(xi) B2(xii) B2(xiii) B2(xiv) B3(i) B3(ii) B3(iii)"
        + " E.capacity E.units E.gross-generation E.plf E.design-heat-rate E.operating-heat-rate E.apc E.net-heat-rate E.normalised-net-heat-rate C undertaking signatory energy-manager energy-manager.registration entity address date",
        Numbers(EnergyForm.Make(Samples.Kotputli, Samples.Assessed, Nothing)));

    [Fact]
    public void A() => Assert.Equal(
        "1 2 3 4 5 6 7 8 9 " + string.Join(" ", new[] { "i", "ii", "iii", "iv", "v", "vi" }.Select(m => $"11({m}) 11({m}).year 11({m}).before 11({m}).after 11({m}).investment"))
        + " enclosure.registration enclosure.e2 enclosure.measures enclosure.intensities enclosure.report enclosure.energy-manager undertaking undertaking.enquiry signatory designation firm date",
        Numbers(ComplianceForms.A(Basis, Nothing)));

    [Fact]
    public void B_and_C()
    {
        Assert.Equal("agency entity registration notification notification.date year certificates certify (a) (b) (c) (d) (e) (f) signatory designation date", Numbers(ComplianceForms.B(Basis, Nothing)));
        Assert.Equal("agency entity registration notification notification.date year certificates certify (a) (b) (c) (d) (e) signatory designation date", Numbers(ComplianceForms.C(Basis, Nothing)));
    }

    [Fact]
    public void D() => Assert.Equal("1 2 3 4 5 6 7 8(i).available 8(i).submitted 8(ii).available 8(ii).submitted signatory designation date", Numbers(ComplianceForms.D(Basis, Nothing)));

    /// <summary>A certificate says what is certified: the procedure's sentence and statements, with what is known in their blanks, and a line where nothing is.</summary>
    [Fact]
    public void A_certificate_prints_what_its_signatory_certifies()
    {
        var told = new Dictionary<string, string> { ["agency"] = "The Agency", ["notification"] = "G.S.R. 1(E)", ["notification.date"] = "1 January 2026" };
        foreach (var (form, last) in new[] { (ComplianceForms.B(Basis, told), "(f)"), (ComplianceForms.C(Basis, told), "(e)") })
        {
            var said = form.Fields.Where(f => f.Origin == FormOrigin.Printed).ToDictionary(f => f.Number, f => f.Label);
            Assert.StartsWith("We The Agency the accredited carbon verification agency, have undertaken", said["certify"], StringComparison.Ordinal);
            Assert.Contains("notification number G.S.R. 1(E), dated the 1 January 2026 for the compliance year 2025-26", said["certify"], StringComparison.Ordinal);
            Assert.Contains("the entitlement of 19,797 (Nos) carbon credit certificate(s)", string.Join(' ', said.Values), StringComparison.Ordinal);
            Assert.StartsWith("all reasonable professional skill, care, and diligence", said[last], StringComparison.Ordinal);
            Assert.DoesNotContain("____", string.Join(' ', said.Values), StringComparison.Ordinal);
            var page = System.Text.RegularExpressions.Regex.Replace(FormPage.Write(form), "</?span[^>]*>", "");
            Assert.All(said.Values, text => Assert.Contains(System.Net.WebUtility.HtmlEncode(text).Replace("&#8216;", "\u2018", StringComparison.Ordinal).Replace("&#8217;", "\u2019", StringComparison.Ordinal), page, StringComparison.Ordinal));
        }

        Assert.Contains("We ____________ the accredited", ComplianceForms.B(Basis, Nothing).Fields.Single(f => f.Number == "certify").Label, StringComparison.Ordinal);
        Assert.Contains("entitlement of ____________ (Nos)", ComplianceForms.B(Basis with { Certificates = Ccts.Sdk.Assessments.Certificates.CertificateResult.NoTarget }, Nothing).Fields.Single(f => f.Number == "(e)").Label, StringComparison.Ordinal);
        Assert.Equal("form-mismatch", Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => ComplianceForms.B(Basis, new Dictionary<string, string> { ["(a)"] = "not verified" })).Problems[0].Code);
    }

    /// <summary>Whoever signs has a line for it, and a place for name, seal and day where no field of the form has one.</summary>
    [Theory]
    [InlineData("e2", "Signature of the authorised signatory|Signature of the Energy Manager|Seal")]
    [InlineData("a", "Signature|Seal")]
    [InlineData("audit", "Signature of the auditor")]
    [InlineData("ghg", "Signature|Seal")]
    public void A_form_has_a_line_for_each_who_signs_it(string id, string lines)
    {
        var form = id switch
        {
            "e2" => EnergyForm.Make(Samples.Kotputli, Samples.Assessed, Nothing),
            "ghg" => Ccts.Compliance.Plans.EmissionReport.Make(Samples.Kotputli, Samples.Assessed, Nothing),
            "audit" => Ccts.Compliance.Plans.Audits.AuditForm.Make(Samples.Kotputli, 2, Years.Ruleset(), Years.Day("2025-10-10")),
            _ => ComplianceForms.A(Basis, Nothing),
        };
        Assert.Equal(lines.Split('|'), Lines(form));
        Assert.Equal(["Signature", "Name and designation", "Seal", "Place and date"], Lines(form with { Id = "plan", Parts = [new FormPart("x", [new FormField("x", "x", null, null, FormOrigin.Empty)])] }));
        Assert.Equal(["Signature of the lead auditor", "Signature of the technical reviewer"], Lines(form with { Id = "verification" }).Take(2));
    }

    private static IEnumerable<string> Lines(FormDocument form) =>
        System.Text.RegularExpressions.Regex.Matches(FormPage.Write(form), "<p class=\"line\">([^<]*)</p>").Select(m => m.Groups[1].Value);

    /// <summary>A signature on a page of its own could be put under anything: what is undertaken, or who signs, is printed with it.</summary>
    [Fact]
    public void A_signature_is_printed_with_what_is_signed()
    {
        foreach (var form in new[] { EnergyForm.Make(Samples.Kotputli, Samples.Assessed, Nothing), ComplianceForms.A(Basis, Nothing), ComplianceForms.B(Basis, Nothing), ComplianceForms.C(Basis, Nothing), ComplianceForms.D(Basis, Nothing) })
        {
            var page = FormPage.Write(form);
            var signed = page[page.IndexOf("<section class=\"signed\">", System.StringComparison.Ordinal)..page.IndexOf("</section>", System.StringComparison.Ordinal)];
            Assert.Contains(">" + form.Parts[^1].Title + "</h2>", signed, System.StringComparison.Ordinal);
            Assert.True(form.Parts[^1].Fields.Any(f => f.Origin == FormOrigin.Printed) || signed.Contains(">" + form.Parts[^2].Title + "</h2>", System.StringComparison.Ordinal), form.Title);
            Assert.Contains("class=\"sign\"", signed, System.StringComparison.Ordinal);
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<section"));
            Assert.Contains(".part,.signed{break-inside:avoid}", page, System.StringComparison.Ordinal);
        }
    }

    // The measures stand in the table that Form A prints: a row a measure, a column for each thing that is asked of it.
    [Fact]
    public void The_measures_of_Form_A_are_a_table()
    {
        var stated = new Dictionary<string, string> { ["11(ii)"] = "a mill", ["11(ii).year"] = "2025", ["11(ii).before"] = "100000", ["11(ii).after"] = "95000", ["11(ii).investment"] = "12 crore" };
        var form = ComplianceForms.A(Basis, stated);
        var part = form.Parts.Single(p => p.Columns.Count > 0);
        Assert.Equal(["Measure", "Year of Implementation", "GHG Emission (before)", "GHG Emission (after)", "Investment"], part.Columns);
        Assert.Equal(0, part.Fields.Count % part.Columns.Count);
        var row = FormPage.Write(form).Split("<tr>").Single(r => r.Contains("11(ii)</th>", StringComparison.Ordinal));
        Assert.Equal(["a mill", "2025", "100000", "95000", "12 crore"], row.Split("<td").Skip(1).Select(c => c[(c.IndexOf('>', StringComparison.Ordinal) + 1)..c.IndexOf('<', StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("Cement", "grinding", "Sb")]
    [InlineData("Aluminium", "smelter", "Sa1")]
    [InlineData("Aluminium", "Alumina refinery", "Sa1")]
    [InlineData("Aluminium", "cold rolling", "Sa2")]
    [InlineData("Aluminium", null, null)]
    [InlineData("Pulp & paper", null, "Sf")]
    [InlineData("Textile", "composite", "Sg1")]
    [InlineData("Textile", "fibre", "Sg2")]
    [InlineData("Textile", "Spinning", "Sg3")]
    [InlineData("Textile", "processing", "Sg4")]
    [InlineData("Textile", "spinning and processing", null)]
    [InlineData("Petrochemicals", "gas cracker", null)]
    [InlineData("Petroleum refinery", null, null)]
    public void The_code_of_the_pro_forma_is_the_sectors(string sector, string? sub, string? code)
    {
        var entity = Samples.Kotputli.Entity with { Sector = sector, SubSector = sub };
        var field = EnergyForm.Make(Samples.Kotputli with { Entity = entity }, Samples.Assessed with { Entity = entity }, Nothing).Fields.Single(f => f.Number == "C");
        Assert.Equal((code, code is null), (field.Value, field.Remark is not null));
    }

    private static string Numbers(FormDocument form) => string.Join(" ", form.Fields.Select(f => f.Number));
}
