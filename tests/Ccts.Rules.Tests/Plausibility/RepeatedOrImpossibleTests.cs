using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>
/// What stands in a report twice (a total with its rows, the year with its months, what is sold as a product and deducted), and what chemistry or electrolysis do not
/// allow, each put into an invented plant that raises nothing.
/// </summary>
public sealed class RepeatedOrImpossibleTests
{
    private const string Cement = "cement-waste-derived";
    private const string Paper = "paper-integrated";
    private const string Refinery = "refinery-cracker";
    private const string Urea = "fertiliser-urea";
    private const string Chlor = "chlor-alkali-mixed";
    private const string Smelter = "aluminium-smelter";

    private static readonly Dictionary<string, (string Plant, Action<JsonNode> Slip, string Code, string Said)> Grave = new(StringComparer.Ordinal)
    {
        ["CO2 captured and its total"] = (Cement, r => Captured(r, "40000", "55000", "95000"), "entered-twice", "\"c3\" has 95000 t, and \"c1\" and \"c2\" have the same together"),
        ["power sold by feeders and its total"] = (Cement, r => Exported(r, "power", "cpp", 0.1m, 0.2m), "entered-twice", "\"feeder-1\" and \"feeder-2\" have the same together"),
        ["heat sold by units and its total"] = (Paper, r => Add(r, "exportedHeat", Heat("unit-a", "120000 GJ"), Heat("unit-b", "160000 GJ"), Heat("total", "280000 GJ")), "entered-twice", "\"unit-a\" and \"unit-b\" have the same together"),
        ["carbon out by lines and its total"] = (Urea, r => r["massBalances"]![0]!["outputs"] = new JsonArray(Flow("urea", "600000 t", "20 %"), Flow("urea", "300000 t", "20 %"), Flow("urea", "900000 t", "20 %")), "entered-twice", "What left the plant once"),
        ["power sold as a product and deducted"] = (Paper, r => { Add(r, "products", JsonNode.Parse("""{ "id": "power-sold", "product": "power sold", "amount": "20000 MWh", "equivalence": "0.35 t/MWh", "equivalenceSource": "norm" }""")!); Add(r, "exportedPower", JsonNode.Parse("""{ "id": "sold", "amount": "20000 MWh", "factor": "0.9 tCO2/MWh", "factorSource": "heat rate" }""")!); }, "sold-twice", "\"power-sold\" is a product"),
        ["steam sold as a product and deducted"] = (Paper, r => { Add(r, "products", JsonNode.Parse("""{ "id": "steam-sold", "product": "steam sold", "amount": "100000 t", "equivalence": "0.12", "equivalenceSource": "norm" }""")!); Add(r, "exportedHeat", Heat("sold", "280000 GJ")); }, "sold-twice", "\"sold\" deducts 280000 GJ"),
        ["clinker with the factor of limestone"] = (Cement, r => r["processMaterials"]![0]!["factor"]!["value"] = "0.44 tCO2/t", "unusual-process-factor", "gives off 0.44 tCO2 for each tonne of clinker; the carbonates of clinker alone give off 0.48 tCO2/t"),
        ["clinker with a digit less"] = (Cement, r => r["processMaterials"]![0]!["factor"]!["value"] = "0.0527 tCO2/t", "unusual-process-factor", "0.48 tCO2/t or more"),
        ["clinker converted by its share of lime"] = (Cement, r => r["processMaterials"]![0]!["conversionFactor"] = "65 %", "unusual-process-factor", "gives off 0.3426 tCO2"),
        ["hydrogen that holds carbon"] = (Refinery, r => r["massBalances"]![0]!["outputs"] = new JsonArray(Flow("hydrogen", "30000 t", "85 %")), "unusual-carbon-content", "hydrogen as it is known: 0 to 0.25 t/t"),
        ["coke of a catalyst with a digit less"] = (Refinery, r => r["fuels"]![3]!["carbonContent"] = "9.3 %", "unusual-carbon-content", "0.093 looks like a digit too few: without that it is 0.93 t/t"),
        ["urea with the carbon of its CO2"] = (Urea, r => r["massBalances"]![0]!["outputs"]![0]!["carbonContent"] = "27.3 %", "unusual-carbon-content", "urea as it is known: 0.19 to 0.201 t/t"),
        ["urea, and the CO2 in it"] = (Urea, r => Add(r["massBalances"]![0]!, "outputs", Flow("CO2 in urea", "100000 t", "27.2 %")), "carbon-out-twice", "it is the same carbon"),
        ["urea, and the CO2 captured for it"] = (Urea, r => Add(r, "capturedCo2", JsonNode.Parse("""{ "id": "c", "amount": "100000 t", "destination": "urea plant", "receiverProof": "statement" }""")!), "carbon-out-twice", "\"c\" is captured for urea plant"),
        ["caustic soda without the power that it takes"] = (Chlor, r => Times(r["electricity"]![0]!, 0.1m), "no-electricity", "139000 MWh of electricity for 142000 t of product, which is less than the 207320 MWh that electrolysis takes"),
        ["cement made, and despatched"] = (Cement, r => { var again = r["products"]![0]!.DeepClone(); (again["id"], again["product"]) = ("desp", "PPC despatched"); Times(again, 0.986m); Add(r, "products", again); }, "product-counted-twice", "called by what became of one product"),
        ["power sold by its own meter and by the bill"] = (Cement, r => { Exported(r, "power", "cpp", 0.2m); Stream(r, "exportedPower", "total")["id"] = "bill"; Times(Stream(r, "exportedPower", "bill"), 0.98m); }, "entered-twice", "as two meters of one thing have"),
        ["CO2 captured, and the capture plant's own meter"] = (Cement, r => { Exported(r, "power", "cpp", 0.1m); var own = Stream(r, "exportedPower", "feeder-1")["amounts"]!.AsObject(); var bought = Stream(r, "electricity", "grid")["amounts"]!.AsObject(); r.AsObject().Remove("exportedPower"); Meters(r, own, bought); }, "entered-twice", "\"c1\" and \"c2\" have the same together"),
        ["CO2 out of a balance, and captured"] = (Refinery, r => { r["massBalances"]![0]!["outputs"] = new JsonArray(Flow("hydrogen-plant CO2", "30000 t", "27.2 %")); Captured(r, "30000"); }, "carbon-out-twice", "\"c1\" is captured"),
        ["urea, and CO2 for the urea plant"] = (Urea, r => Add(r["massBalances"]![0]!, "outputs", Flow("CO2 to urea plant", "60000 t", "27.2 %")), "carbon-out-twice", "it is the same carbon"),
        ["urea, and CO2 for carbamate"] = (Urea, r => Add(r["massBalances"]![0]!, "outputs", Flow("carbon dioxide for carbamate", "60000 t", "27.2 %")), "carbon-out-twice", "it is the same carbon"),
        ["more urea out than was made"] = (Urea, r => r["massBalances"]![0]!["outputs"]![0]!["amount"] = "1370000 t", "more-carbon-out", "1270000 t were made"),
        ["hydrogen by its formula, that holds carbon"] = (Refinery, r => r["massBalances"]![0]!["outputs"] = new JsonArray(Flow("H2 product (99.9 %)", "20000 t", "85 %")), "unusual-carbon-content", "0 to 0.25 t/t"),
        ["CO2 as all carbon"] = (Refinery, r => r["massBalances"]![0]!["outputs"] = new JsonArray(Flow("liquid CO2 (food grade)", "20000 t", "100 %")), "unusual-carbon-content", "0.2 to 0.2735 t/t"),
        ["coated urea with the carbon of its CO2"] = (Urea, r => (r["massBalances"]![0]!["outputs"]![0]!["material"], r["massBalances"]![0]!["outputs"]![0]!["carbonContent"]) = ("neem coated urea (46 % N)", "27 %"), "unusual-carbon-content", "0.19 to 0.201 t/t"),
        ["raw meal that gives off less than its lime"] = (Cement, r => { ((JsonArray)r["processMaterials"]!).RemoveAt(0); var meal = r["processMaterials"]![0]!.AsObject(); meal.Remove("carbonContent"); meal.Remove("analysisSource"); meal["factor"] = JsonNode.Parse("""{ "tier": "type-ii", "value": "0.243 tCO2/t", "source": "loss on ignition" }"""); }, "unusual-process-factor", "raw meal alone give off 0.3 tCO2/t"),
        ["lye called by its trade, without the power that it takes"] = (Chlor, r => { r["products"]![0]!["product"] = "ECU"; Times(r["electricity"]![0]!, 0.1m); }, "no-electricity", "that electrolysis takes"),
        ["metal called by its trade, without the power that it takes"] = (Smelter, r => { r["products"]![0]!["product"] = "hot metal"; ((JsonArray)r["electricity"]!).RemoveAt(0); Times(r["fuels"]![0]!, 0.8m); }, "no-electricity", "that electrolysis takes"),
        ["a smelter that owes, without the power that it takes"] = (Smelter, r => { (r["ownTarget"]!["target"], r["ownTarget"]!["baseline"]) = ("9 tCO2e/t", "9.3 tCO2e/t"); ((JsonArray)r["electricity"]!).RemoveAt(0); }, "no-electricity", "that electrolysis takes"),
        ["a sector that the ruleset does not have"] = (Paper, r => r["entity"]!["sector"] = "Glass", "unknown-sector", "nothing asks for the sources"),
        ["a sector one letter off"] = (Smelter, r => { r["entity"]!["sector"] = "Aluminum"; r.AsObject().Remove("electricity"); }, "unknown-sector", "nothing asks for the sources"),
        ["a cement works whose only process is bought clinker"] = (Cement, r => r["processMaterials"] = new JsonArray(), "no-process-emissions", "no process emissions"),
        ["a month of fuel with a digit too few"] = (Refinery, r => Month(r, "fo", 0.1m), "unusual-period", "a digit too few"),
        ["aluminium without the power that it takes"] = (Smelter, r => { ((JsonArray)r["electricity"]!).RemoveAt(0); Times(r["fuels"]![0]!, 0.8m); }, "no-electricity", "that electrolysis takes"),
    };

    private static readonly Dictionary<string, (string Plant, Action<JsonNode> Slip, string Code, string Said)> Told = new(StringComparer.Ordinal)
    {
        ["coal and its total"] = (Cement, r => Total(r, "fuels", "kiln-coal", "cpp-coal"), "entered-twice", "\"kiln-coal\" and \"cpp-coal\" have the same together"),
        ["power and its total"] = (Cement, r => Total(r, "electricity", "grid", "cpp", "whr"), "entered-twice", "\"grid\", \"cpp\" and \"whr\" have the same together"),
        ["a year beside its months"] = (Cement, r => { var again = Stream(r, "fuels", "cpp-coal").DeepClone().AsObject(); again["id"] = "cpp-coal-2"; again.Remove("amounts"); again["amount"] = "118000 t"; Add(r, "fuels", again); }, "entered-twice", "\"cpp-coal-2\" has 118000 t"),
        ["limestone under the name of clinker"] = (Cement, r => { var clinker = r["processMaterials"]![0]!.AsObject(); clinker["material"] = "CaCO3"; clinker["factor"] = JsonNode.Parse("""{ "tier": "type-i", "whyTypeI": "pure" }"""); }, "unusual-process-factor", "0.44 tCO2 for each tonne of CaCO3"),
        ["a power plant's fuel and no captive power"] = (Cement, r => { foreach (var id in new[] { "cpp", "whr" }) { var own = Stream(r, "electricity", id); (own["supply"], own["id"]) = ("grid", id == "cpp" ? "line-1" : "line-2"); } }, "captive-as-grid", "\"cpp-coal\" is named for a power plant"),
        ["a month of fuel that was left out"] = (Refinery, r => Month(r, "fo", 0m), "unusual-period", "no other fuel took its place"),
        ["petroleum coke with a digit wrong"] = (Cement, r => r["fuels"]![0]!["ncv"] = "23.4 GJ/t", "unusual-calorific-value", "29.7 to 41.9 GJ/t"),
        ["captive power as power of the grid"] = (Cement, r => Stream(r, "electricity", "cpp")["supply"] = "grid", "captive-as-grid", "called by the plant's own units"),
    };

    private static readonly Dictionary<string, (string Plant, Action<JsonNode> Change)> Honest = new(StringComparer.Ordinal)
    {
        ["several receivers of CO2"] = (Cement, r => Captured(r, "40000", "55000", "61000")),
        ["heat and power, each sold in its way"] = (Paper, r => { Add(r, "products", JsonNode.Parse("""{ "id": "power-sold", "product": "power sold", "amount": "9000 MWh", "equivalence": "0.35 t/MWh", "equivalenceSource": "norm" }""")!); Add(r, "exportedHeat", Heat("sold", "60000 GJ")); }),
        ["a fuel that is by chance what two others of other kinds are in the year"] = (Cement, r => Year(r, ("kiln-petcoke", "171000"), ("kiln-coal", "31000"), ("cpp-coal", "140000"))),
        ["pure hydrogen, and CO2 sold beside urea of another place"] = (Refinery, r => r["massBalances"]![0]!["outputs"] = new JsonArray(Flow("hydrogen", "30000 t", "0 %"))),
        ["flakes made of the lye, by their equivalence"] = (Chlor, r => Add(r, "products", JsonNode.Parse("""{ "id": "flakes", "product": "caustic soda flakes", "amount": "100000 t", "equivalence": "0.05", "equivalenceSource": "energy of flaking, sector guideline" }""")!)),
        ["cloth of power looms beside power sold"] = ("textile-processing", r => { Add(r, "products", JsonNode.Parse("""{ "id": "grey", "product": "power loom cloth, grey sold", "amount": "50 t", "equivalence": "0.4", "equivalenceSource": "norm" }""")!); Add(r, "exportedPower", JsonNode.Parse("""{ "id": "roof", "amount": "400 MWh", "factor": "0 tCO2/MWh", "factorSource": "solar" }""")!); }),
        ["power of a group's captive plant, and a feeder called by where it ends"] = (Chlor, r => { (r["electricity"]![0]!["id"], r["electricity"]![0]!["supply"]) = ("group-captive", "power-purchase-agreement"); (r["electricity"]![0]!["factor"], r["electricity"]![0]!["factorSource"]) = ("0.727 tCO2/MWh", "supplier"); }),
        ["a feeder called by where it ends"] = (Chlor, r => r["electricity"]![0]!["id"] = "ht-connection-dg-set-shed"),
        ["two feeders that share a load"] = (Cement, r => { Exported(r, "power", "cpp", 0.1m, 0.101m); ((JsonArray)r["exportedPower"]!).RemoveAt(2); }),
        ["coal in place of oil in one month"] = (Cement, r => { Month(r, "kiln-petcoke", 0.1m); var coal = Stream(r, "fuels", "kiln-coal")["amounts"]!; coal["2025-08"] = "26000 t"; }),
        ["the turbine as captive power"] = (Cement, r => Stream(r, "electricity", "cpp")["id"] = "gt"),
    };

    public static TheoryData<string> Graves => [.. Grave.Keys];

    public static TheoryData<string> Tolds => [.. Told.Keys];

    public static TheoryData<string> Honests => [.. Honest.Keys];

    [Theory]
    [MemberData(nameof(Graves))]
    public void What_would_make_certificates_withholds_them(string name)
    {
        var (plant, slip, code, said) = Grave[name];
        var assessment = Assess(plant, slip);
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.NeedsReason && f.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tolds))]
    public void What_the_plant_pays_for_is_told(string name)
    {
        var (plant, slip, code, said) = Told[name];
        Assert.Contains(Assess(plant, slip).Findings, f => f.Code == code && !f.NeedsReason && f.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Honests))]
    public void What_only_looks_alike_is_asked_nothing(string name)
    {
        var (plant, change) = Honest[name];
        Assert.DoesNotContain(Assess(plant, change).Findings, f => f.Code is "entered-twice" or "sold-twice" or "unusual-carbon-content" or "carbon-out-twice" or "captive-as-grid" or "product-counted-twice" or "no-electricity" || f.Message.Contains("no other fuel took its place", StringComparison.Ordinal));
    }

    /// <summary>Next to nothing beside a month of nothing is no slip. Elsewhere it is, and a unit is named only where it leads among the other months: 15 GWh would be four times the largest.</summary>
    [Theory]
    [InlineData("textile-monsoon-wind", "2025-08", "15 MWh", null)]
    [InlineData("textile-spinning", "2025-12", "4.3 MWh", "4.3 GWh or MU = 4300 MWh.")]
    [InlineData("textile-spinning", "2025-12", "12 MWh", "so many days.")]
    public void A_month_of_next_to_nothing_is_a_slip_only_where_the_plant_went_on(string plant, string month, string amount, string? said)
    {
        var told = Assess(plant, r => Stream(r, "electricity", "grid")["amounts"]![month] = amount).Findings.Where(f => f.Code == "unusual-period").ToList();
        Assert.Equal(said is null, told.Count == 0);
        Assert.All(told, f => Assert.EndsWith(said!, f.Message, StringComparison.Ordinal));
    }

    private static Assessment Assess(string plant, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plausibility", "Plants", plant + ".json")))!;
        change(json);
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), plant);
        return Assessor.Assess(report, RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment);
    }

    private static void Add(JsonNode to, string list, params JsonNode[] items)
    {
        to[list] ??= new JsonArray();
        foreach (var item in items)
        {
            to[list]!.AsArray().Add(item);
        }
    }

    private static void Captured(JsonNode report, params string[] tonnes) =>
        Add(report, "capturedCo2", [.. tonnes.Select((t, i) => JsonNode.Parse($$"""{ "id": "c{{i + 1}}", "amount": "{{t}} t", "destination": "soda works {{i}}", "receiverProof": "statement" }""")!)]);

    private static JsonNode Heat(string id, string amount) => JsonNode.Parse($$"""{ "id": "{{id}}", "amount": "{{amount}}", "factor": "0.09 tCO2/GJ", "source": "boiler efficiency" }""")!;

    private static JsonNode Flow(string material, string amount, string carbon) => JsonNode.Parse($$"""{ "material": "{{material}}", "amount": "{{amount}}", "carbonContent": "{{carbon}}" }""")!;

    private static JsonNode Stream(JsonNode report, string list, string id) => report[list]!.AsArray().Single(s => (string)s!["id"]! == id)!;

    private static decimal Number(JsonNode amount) => decimal.Parse(((string)amount!).Split(' ')[0], CultureInfo.InvariantCulture);

    private static void Times(JsonNode stream, decimal factor)
    {
        foreach (var (period, amount) in stream["amounts"]!.AsObject().ToList())
        {
            stream["amounts"]![period] = FormattableString.Invariant($"{Number(amount!) * factor} {((string)amount!).Split(' ')[1]}");
        }
    }

    /// <summary>Two feeders that sell parts of the plant's own power, and the sum of both.</summary>
    private static void Exported(JsonNode report, string what, string of, params decimal[] parts)
    {
        var made = Stream(report, "electricity", of)["amounts"]!.AsObject();
        JsonNode Feeder(string id, decimal part) => new JsonObject
        {
            ["id"] = id, ["factor"] = "0.9 tCO2/MWh", ["factorSource"] = "heat rate of " + what,
            ["amounts"] = new JsonObject(made.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)FormattableString.Invariant($"{Number(a.Value!) * part} MWh")))),
        };

        Add(report, "exportedPower", [.. parts.Select((p, i) => Feeder($"feeder-{i + 1}", p)), Feeder("total", parts.Sum())]);
    }

    private static void Total(JsonNode report, string list, params string[] ids)
    {
        var rows = ids.Select(id => Stream(report, list, id)).ToList();
        var total = rows[0].DeepClone();
        total["id"] = "total";
        total["amounts"] = new JsonObject(rows[0]["amounts"]!.AsObject().Select(a => KeyValuePair.Create(a.Key, (JsonNode?)FormattableString.Invariant($"{rows.Sum(r => Number(r["amounts"]![a.Key]!))} {((string)a.Value!).Split(' ')[1]}"))));
        Add(report, list, total);
    }

    /// <summary>A month of a fuel, so many times what it was.</summary>
    private static void Month(JsonNode report, string id, decimal times)
    {
        var amounts = Stream(report, "fuels", id)["amounts"]!;
        amounts["2025-08"] = FormattableString.Invariant($"{Number(amounts["2025-08"]!) * times} t");
    }

    /// <summary>Two receivers of CO2 by month, and a meter before both that has 0.4 % less.</summary>
    private static void Meters(JsonNode report, JsonObject one, JsonObject other)
    {
        JsonNode Line(string id, Func<string, decimal> tonnes) => new JsonObject
        {
            ["id"] = id, ["destination"] = "soda works", ["receiverProof"] = "statement",
            ["amounts"] = new JsonObject(one.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)FormattableString.Invariant($"{tonnes(a.Key)} t")))),
        };

        Add(report, "capturedCo2", Line("c1", m => Number(one[m]!)), Line("c2", m => Number(other[m]!)), Line("own", m => (Number(one[m]!) + Number(other[m]!)) * 0.996m));
    }

    private static void Year(JsonNode report, params (string Id, string Tonnes)[] fuels)
    {
        foreach (var (id, tonnes) in fuels)
        {
            var stream = Stream(report, "fuels", id).AsObject();
            stream.Remove("amounts");
            stream["amount"] = tonnes + " t";
        }
    }
}
