using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Tests;

/// <summary>A form that was filed is held against the assessment, the calculator and the ledger; each of them is broken once.</summary>
public sealed class FormCheckTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly FormBasis Basis = FormBasis.Of(Samples.Assessed);
    private static readonly FormDocument[] Forms =
    [
        EnergyForm.Make(Samples.Read("kotputli-2026-27.json"), Samples.Assess(Samples.Read("kotputli-2026-27.json")), Nothing, EnergyForm.Make(Samples.Kotputli, Samples.Assessed, Nothing)),
        ComplianceForms.A(Basis, Nothing), ComplianceForms.B(Basis, Nothing), ComplianceForms.C(Basis, Nothing),
        ComplianceForms.D(Basis, Nothing, [new VintageHolding(Samples.Assessed.Year, 203, 19797)], Samples.Assessed.Year),
    ];

    [Fact]
    public void A_form_as_it_was_filled_agrees_and_what_the_filer_states_is_the_filers()
    {
        Assert.All(Forms, f => Assert.Empty(FormCheck.Compare(f, Json(f))));
        Assert.Empty(Checked(s => ComplianceForms.A(Basis, s), Json(ComplianceForms.A(Basis, new Dictionary<string, string> { ["5"] = "an agency", ["11(i)"] = "a mill" }))));
        Assert.Equal("a", FormCheck.IdOf(Json(Forms[1])));
    }

    [Theory]
    [InlineData("e2", "B2(xiv)", "value", "2964438")]
    [InlineData("e2", "B2(xiv)", "previous", "2964438")]
    [InlineData("e2", "B1(viii)", "value", "1")]
    [InlineData("e2", "B3(iii)", "value", "0.8")]
    [InlineData("a", "9", "value", "19796")]
    [InlineData("a", "7", "value", null)]
    [InlineData("b", "certificates", "value", "0")]
    [InlineData("c", "certificates", "value", "19798")]
    [InlineData("d", "7", "value", "1")]
    [InlineData("d", "8(ii).available", "value", "20001")]
    [InlineData("d", "8(ii).submitted", "value", "19796")]
    public void A_changed_entry_is_found_with_its_place(string id, string number, string member, string? value)
    {
        var form = Forms.Single(f => f.Id == id);
        var filed = JsonNode.Parse(Json(form))!;
        Field(filed, number)[member] = value;
        Field(filed, number)["origin"] = member == "value" ? "stated" : "computed";
        var difference = Assert.Single(FormCheck.Compare(form, Encoding.UTF8.GetBytes(filed.ToJsonString()), "filed.json"));
        Assert.Equal((member == "previous" ? number + ".previous" : number, value), (difference.Number, difference.Filed));
        Assert.Equal(("filed.json", true), (difference.Place.File, difference.Place.Pointer.StartsWith("/parts/", StringComparison.Ordinal)));
    }

    /// <summary>What a form prints is signed as it stands: a word more, less or other is found, and a blank that its particulars fill is none.</summary>
    [Theory]
    [InlineData("b", "(a)", "has been carried out diligently", "has not been carried out diligently")]
    [InlineData("b", "certify", "certify that-", "believe that-")]
    [InlineData("b", "certify", "We ", "They ")]
    [InlineData("c", "(e)", "a true representation of the facts.", "a true representation of the facts, as far as we know.")]
    [InlineData("a", "undertaking", "indemnify such loss", "regret such loss")]
    [InlineData("e2", "undertaking", "accurate ", "")]
    public void A_changed_statement_is_found(string id, string number, string from, string to)
    {
        var form = Forms.Single(f => f.Id == id);
        var filed = JsonNode.Parse(Json(form))!;
        var said = (string)Field(filed, number)["label"]!;
        Assert.Contains(from, said, StringComparison.Ordinal);
        Field(filed, number)["label"] = said.Replace(from, to, StringComparison.Ordinal);
        var difference = Assert.Single(FormCheck.Compare(form, Encoding.UTF8.GetBytes(filed.ToJsonString()), "filed.json"));
        Assert.Equal((number, form.Fields.Single(f => f.Number == number).Label), (difference.Number, difference.Computed));
        Assert.Empty(Checked(s => ComplianceForms.B(Basis, s), Json(ComplianceForms.B(Basis, new Dictionary<string, string> { ["agency"] = "an agency", ["notification"] = "1", ["notification.date"] = "today" }))));
    }

    /// <summary>What a form says of itself is said again from what it states: the honest notice agrees, and one that was taken out is missed.</summary>
    [Fact]
    public void Notices_are_those_of_what_is_stated()
    {
        var filed = ComplianceForms.A(Basis, new Dictionary<string, string> { ["5"] = "Kotputli Cement Works", ["date"] = "2026-02-30" });
        var alone = ComplianceForms.A(Basis, Nothing);
        var stated = FormCheck.Stated(alone, Json(filed));
        Assert.Equal(["5", "date"], stated.Keys.Order(StringComparer.Ordinal));
        var again = ComplianceForms.A(Basis, stated);
        Assert.Empty(FormCheck.Compare(again, Json(filed)));
        Assert.Equal(["notices[0].text", "notices[1].text"], FormCheck.Compare(again, Json(filed with { Notices = [] })).Select(d => d.Number));
    }

    /// <summary>What stands above the figures is read with them: a notice, the title of a part, the name of the ruleset.</summary>
    [Fact]
    public void A_changed_head_is_found()
    {
        foreach (var form in Forms)
        {
            Assert.Equal("notices[0].text", Changed(form, f => f["notices"] = new JsonArray(new JsonObject { ["text"] = "BEE has approved this form.", ["gap"] = false })));
            Assert.Equal("parts[0].title", Changed(form, f => f["parts"]![0]!["title"] = "Another part"));
            Assert.Equal("ruleset.id", Changed(form, f => f["ruleset"]!["id"] = "in-ccts/another"));
        }

        static string Changed(FormDocument form, System.Action<JsonNode> change)
        {
            var filed = JsonNode.Parse(Json(form))!;
            change(filed);
            return Assert.Single(FormCheck.Compare(form, Encoding.UTF8.GetBytes(filed.ToJsonString()))).Number;
        }
    }

    /// <summary>What stands beside an entry is read with it: a remark, a column the form has not, where the entry stands, what the schema has no place for.</summary>
    [Theory]
    [InlineData("remark", "to be issued, not surrendered", "9.remark")]
    [InlineData("previous", "19797", "9.previous")]
    [InlineData("corrected", "0", "9.corrected")]
    [InlineData("origin", "stated", "9.origin")]
    public void What_stands_beside_an_entry_is_compared(string member, string said, string number)
    {
        var filed = JsonNode.Parse(Json(Forms[1]))!;
        Field(filed, "9")[member] = said;
        Assert.Equal((number, said), FormCheck.Compare(Forms[1], Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => (d.Number, d.Filed)).Single());
        filed = JsonNode.Parse(Json(Forms[1]))!;
        filed["correction"] = "All of it is void.";
        Field(filed, "5")["value"] = new JsonObject { ["agency"] = "another" };
        Assert.Equal(["correction", "5"], FormCheck.Compare(Forms[1], Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => d.Number));
    }

    [Fact]
    public void An_entry_in_another_part_is_found()
    {
        var filed = JsonNode.Parse(Json(Forms[1]))!;
        var moved = Field(filed, "9");
        moved.Parent!.AsArray().Remove(moved);
        filed["parts"]![2]!["fields"]!.AsArray().Add(moved);
        Assert.Equal(("9.part", "Enclosures (DPCM s.6(1))", "The entity"), FormCheck.Compare(Forms[1], Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => (d.Number, d.Filed, d.Computed)).Single());
    }

    /// <summary>The sentence that an agency signs names the agency of the particulars, and no other.</summary>
    [Fact]
    public void A_certificate_names_the_agency_of_its_particulars()
    {
        var filed = JsonNode.Parse(Json(ComplianceForms.B(Basis, new Dictionary<string, string> { ["agency"] = "One Agency" })))!;
        Field(filed, "certify")["label"] = ((string)Field(filed, "certify")["label"]!).Replace("One Agency", "Another Agency", StringComparison.Ordinal);
        Assert.Equal("certify", Assert.Single(Checked(s => ComplianceForms.B(Basis, s), Encoding.UTF8.GetBytes(filed.ToJsonString()))).Number);
    }

    public static TheoryData<string> Spoilt => [
        "", " ", "\u00A0", "-", "NIL", "N/A", "#REF!", "=7", "'7", "1,23,456.00", "12 lakh", "0.5 crore", "1e6", "7 tCO2e", "\u0967\u0968", "about 7", "(7)", "+7", "7-", "0x7", "NaN", "99999999999999999999999999999999",
    ];

    /// <summary>Whatever Excel or a hand makes of computed entries, each is named, and nothing else.</summary>
    [Theory]
    [MemberData(nameof(Spoilt))]
    public void No_spoilt_entry_passes(string spoilt)
    {
        foreach (var form in Forms)
        {
            var (filed, computed) = (JsonNode.Parse(Json(form))!, form.Fields.Where(f => f.Origin == FormOrigin.Computed && f.Value != spoilt).ToList());
            computed.ForEach(f => Field(filed, f.Number)["value"] = spoilt);
            Assert.Equal(computed.Select(f => f.Number), FormCheck.Compare(form, Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => d.Number));
        }
    }

    [Fact]
    public void An_entry_in_another_unit_or_in_its_neighbours_line_is_found()
    {
        foreach (var form in Forms)
        {
            var computed = form.Fields.Where(f => f.Origin == FormOrigin.Computed).ToList();
            var weighed = JsonNode.Parse(Json(form))!;
            form.Fields.ToList().ForEach(f => Field(weighed, f.Number)["unit"] = "kg");
            Assert.Equal(form.Fields.Select(f => f.Number + ".unit"), FormCheck.Compare(form, Encoding.UTF8.GetBytes(weighed.ToJsonString())).Select(d => d.Number));

            foreach (var (one, other) in computed.Zip(computed.Skip(1)).Where(p => p.First.Value != p.Second.Value))
            {
                var filed = JsonNode.Parse(Json(form))!;
                (Field(filed, one.Number)["value"], Field(filed, other.Number)["value"]) = (other.Value, one.Value);
                Assert.Equal([one.Number, other.Number], FormCheck.Compare(form, Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => d.Number));
            }
        }
    }

    /// <summary>A label says what the figure is: "to be issued" is not "to be surrendered".</summary>
    [Fact]
    public void A_changed_label_title_or_annexure_is_found()
    {
        foreach (var form in Forms)
        {
            var (labelled, fields) = (JsonNode.Parse(Json(form))!, form.Fields.Where(f => f.Origin != FormOrigin.Printed).ToList());
            fields.ForEach(f => Field(labelled, f.Number)["label"] = f.Label + ": to be issued");
            Assert.Equal(fields.Select(f => f.Number + ".label"), FormCheck.Compare(form, Encoding.UTF8.GetBytes(labelled.ToJsonString())).Select(d => d.Number));

            foreach (var member in new[] { "title", "annexure" })
            {
                var filed = JsonNode.Parse(Json(form))!;
                filed[member] = "another";
                Assert.Equal(member, Assert.Single(FormCheck.Compare(form, Encoding.UTF8.GetBytes(filed.ToJsonString()))).Number);
            }
        }
    }

    /// <summary>What nothing was at hand to check is said, and is no agreement.</summary>
    [Fact]
    public void What_was_not_checked_is_told()
    {
        var next = Samples.Read("kotputli-2026-27.json");
        var alone = EnergyForm.Make(next, Samples.Assess(next), Nothing);
        Assert.Empty(Checked(s => EnergyForm.Make(next, Samples.Assess(next), s), Json(Forms[0])));
        Assert.Contains(FormCheck.Unchecked(alone, Json(Forms[0])), u => u.Number == "B2(xiv).previous");
        Assert.Empty(FormCheck.Unchecked(Forms[0], Json(Forms[0])));

        var stated = ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(ii).submitted"] = "100" });
        Assert.Equal(("8(ii).submitted", "100", "the entity's ledger"), FormCheck.Unchecked(ComplianceForms.D(Basis, Nothing), Json(stated)).Select(u => (u.Number, u.Filed, u.Needs)).Single());
        Assert.Empty(FormCheck.Unchecked(Forms[4], Json(Forms[4])));
    }

    /// <summary>A figure of a later vintage is nobody's to state.</summary>
    [Fact]
    public void A_stated_figure_that_is_computed_alone_is_found()
    {
        var filed = JsonNode.Parse(Json(Forms[4]))!;
        (Field(filed, "8(i).submitted")["value"], Field(filed, "8(i).submitted")["origin"]) = ("100", "stated");
        Assert.Equal(("8(i).submitted", "100", null), FormCheck.Compare(Forms[4], Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => (d.Number, d.Filed, d.Computed)).Single());
    }

    [Fact]
    public void Invented_data_do_not_pass_for_real_ones()
    {
        var filed = JsonNode.Parse(Json(Forms[1]))!;
        Assert.NotNull(Forms[1].Illustrative);
        filed["illustrative"] = null;
        Assert.Equal("illustrative", Assert.Single(FormCheck.Compare(Forms[1], Encoding.UTF8.GetBytes(filed.ToJsonString()))).Number);
    }

    [Fact]
    public void A_line_left_out_put_in_or_claimed_to_be_computed_is_found()
    {
        var filed = JsonNode.Parse(Json(Forms[1]))!;
        Field(filed, "9").Parent!.AsArray().Remove(Field(filed, "9"));
        Field(filed, "5")["origin"] = "computed";
        filed["parts"]![0]!["fields"]!.AsArray().Add(new JsonObject { ["number"] = "99", ["label"] = "x", ["value"] = "1", ["unit"] = null, ["origin"] = "stated", ["remark"] = null });
        filed["complianceYear"] = "2026-27";
        filed["ruleset"]!["digest"] = "sha256:other";
        Assert.Equal(["complianceYear", "ruleset", "5.origin", "9", "99"], FormCheck.Compare(Forms[1], Encoding.UTF8.GetBytes(filed.ToJsonString())).Select(d => d.Number));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"ccts-compliance-form/1\"}")]
    [InlineData("{\"format\":\"ccts-compliance-form/1\",\"form\":\"a\",\"parts\":[{\"fields\":[{\"number\":\"1\"},{\"number\":\"1\"}]}]}")]
    [InlineData("{\"format\":\"ccts-compliance-form/1\",\"form\":\"a\",\"parts\":[{\"fields\":[{}]}]}")]
    public void What_is_no_form_is_refused(string json) => Assert.Throws<CctsDataException>(() => FormCheck.Compare(Forms[1], Encoding.UTF8.GetBytes(json)));

    private static IReadOnlyList<FormDifference> Checked(Func<IReadOnlyDictionary<string, string>, FormDocument> make, byte[] filed) => FormCheck.Compare(make(FormCheck.Stated(make(Nothing), filed)), filed);

    private static byte[] Json(FormDocument form) => Encoding.UTF8.GetBytes(FormJson.Write(form).ToJsonString());

    private static JsonNode Field(JsonNode form, string number) => form["parts"]!.AsArray().SelectMany(p => p!["fields"]!.AsArray()).Single(f => (string?)f!["number"] == number)!;
}
