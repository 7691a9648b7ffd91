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
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>
/// Slips that people make, each put into a sample plant that is right. The expected texts are arithmetic: 8,030 kcal/kg x 4.1868 = 33.62 GJ/t,
/// 26.4 tC/TJ x 44/12 = 96.8, 43 GJ/t x 0.84 t/kl = 36.12 GJ/kl.
/// </summary>
public sealed class BlunderTests
{
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;
    private static readonly Dictionary<string, (string Plant, Action<JsonNode> Slip, string Code, string Said)> Grave = new(StringComparer.Ordinal)
    {
        ["kcal/kg for GJ/t"] = (Kotputli, r => r["fuels"]![0]!["ncv"] = "8030 GJ/t", "unusual-calorific-value", "8030 looks like kcal/kg: 8030 kcal/kg = 33.62 GJ/t."),
        ["a calorific value of lignite for petcoke"] = (Kotputli, r => r["fuels"]![0]!["ncv"] = "13 GJ/t", "unusual-calorific-value", "29.7 to 41.9 GJ/t"),
        ["Gcal/t for GJ/t"] = (Kotputli, r => r["fuels"]![0]!["ncv"] = "8.03 GJ/t", "unusual-calorific-value", "8.03 Gcal/t = 33.62 GJ/t."),
        ["TJ/t for GJ/t"] = (Kotputli, r => r["fuels"]![0]!["ncv"] = "0.03362 GJ/t", "unusual-calorific-value", "looks like TJ/t"),
        ["kJ for kcal in coal of low grade"] = (Hirakud, r => r["fuels"]![0]!["gcv"] = "15449 kcal/kg", "unusual-calorific-value", "looks like kJ written as kcal"),
        ["kcal/l for GJ/kl"] = (Kotputli, r => { r["fuels"]![2]!["ncv"] = "8630 GJ/kl"; r["fuels"]![2]!["factor"] = JsonNode.Parse("""{ "tier": "type-i", "whyTypeI": "small" }"""); }, "unusual-calorific-value", "8630 kcal/l = 36.13 GJ/kl."),
        ["carbon for CO2"] = (Kotputli, r => Factor(r["fuels"]![0]!, "26.4 tCO2/TJ"), "unusual-emission-factor", "26.4 tC/TJ = 96.8 tCO2/TJ."),
        ["44/12 twice"] = (Kotputli, r => Factor(r["fuels"]![0]!, "354.93 tCO2/TJ"), "unusual-emission-factor", "44/12 applied twice"),
        ["tCO2/GJ for tCO2/TJ"] = (Kotputli, r => Factor(r["fuels"]![0]!, "0.0968 tCO2/TJ"), "unusual-emission-factor", "looks like tCO2/GJ"),
        ["per tonne of fuel"] = (Kotputli, r => Factor(r["fuels"]![0]!, "3.15 tCO2/TJ"), "unusual-emission-factor", "tCO2/t of fuel"),
        ["carbon content a hundredth"] = (Kotputli, r => Carbon(r, "0.0086"), "unusual-carbon-content", "a percentage divided by 100 twice"),
        ["half the carbon of petcoke"] = (Kotputli, r => Carbon(r, "0.43"), "unusual-carbon-content", "coke as it is known: 0.7 to 0.99 t/t"),
        ["half the carbon of a liquid"] = (Kundanganj, r => Diesel(r, "0.42"), "unusual-carbon-content", "gas-diesel-oil in the ruleset: 0.8332 to 0.9037 t/t"),
        ["carbon of a feedstock by name and purpose, a hundredth"] = (Kotputli, r => Feed(r, "naphtha to hydrogen unit", "0.0084"), "unusual-carbon-content", "naphtha in the ruleset: 0.8137 to 0.9473 t/t. 0.0084 looks like a percentage divided by 100 twice"),
        ["carbon of a feedstock in brackets, a tenth"] = (Kotputli, r => Feed(r, "natural gas (feed)", "0.074"), "unusual-carbon-content", "natural-gas in the ruleset"),
        ["carbon of a feed, a thousandth"] = (Kotputli, r => Feed(r, "naphtha feed", "0.000842"), "unusual-carbon-content", "naphtha in the ruleset: 0.8137 to 0.9473 t/t"),
        ["carbon of a gas that is fed, a tenth"] = (Kotputli, r => Feed(r, "natural gas feedstock", "0.074"), "unusual-carbon-content", "natural-gas in the ruleset"),
        ["a plant in kilograms throughout, whose baseline output is not known"] = (Kotputli, r => { NotListed(r); Everything(r, 1000m); }, "unusual-production", "any plant of Cement makes in a year. 3666138000 looks like kg: 3666138000 kg = 3666138 t."),
        ["carbon of bought coal, a tenth"] = (Kotputli, r => Feed(r, "coking coal, imported", "0.06"), "unusual-carbon-content", "coking-coal in the ruleset"),
        ["coke by a calorific value and a factor of something else"] = (Kotputli, r => { r["fuels"]![0]!["fuel"] = "FCC coke"; r["fuels"]![0]!["ncv"] = "22 GJ/t"; Factor(r["fuels"]![0]!, "90 tCO2/TJ"); }, "unusual-carbon-content", "come to a carbon content of 0.5404 t/t; coke as it is known"),
        ["natural gas called hydrogen"] = (Kotputli, r => r["fuels"]!.AsArray().Add(JsonNode.Parse("""{ "id": "gas", "fuel": "hydrogen", "state": "gas", "amount": "100000 Sm3", "ncv": "0.036 GJ/Sm3", "factor": { "tier": "type-ii", "value": "0 tCO2/TJ", "source": "lab" }, "samples": 60 }""")), "unusual-calorific-value", "0.036 GJ/Sm3"),
        ["kg for t of a factor"] = (Kotputli, r => Factor(r["processMaterials"]![0]!, "440 tCO2/t"), "unusual-process-factor", "440 kgCO2/t = 0.44 tCO2/t."),
        ["carbon for CO2 of a carbonate"] = (Kotputli, r => Factor(r["processMaterials"]![0]!, "0.12 tCO2/t"), "unusual-process-factor", "0.12 tC/t = 0.44 tCO2/t."),
        ["more than pure carbon"] = (Kotputli, r => Material(r, "5 tCO2/t"), "unusual-process-factor", "pure carbon"),
        ["kg/MWh for t/MWh"] = (Kotputli, r => Own(r, "727 tCO2/MWh"), "unusual-electricity-factor", "727 kgCO2/MWh = 0.727 tCO2/MWh."),
        ["t/kWh for t/MWh"] = (Kotputli, r => Own(r, "0.000727 tCO2/MWh"), "unusual-electricity-factor", "looks like tCO2/kWh"),
        ["kWh for MWh"] = (Kotputli, r => Times(r["electricity"]![0]!, 1000m), "unusual-intensity", "\"grid-132kv\": 136200360 looks like kWh"),
        ["Mt for t of fuel"] = (Kotputli, r => Unit(r["fuels"]![0]!, "Mt"), "unusual-intensity", "t written as Mt"),
        ["kg for t of fuel"] = (Kotputli, r => Unit(r["fuels"]![0]!, "kg"), "unusual-intensity", "193.4 kt = 193400 t"),
        ["one month in kg"] = (Kotputli, r => Month(r["fuels"]![0]!, "15899000 t"), "unusual-period", "15899000 kg = 15899 t."),
        ["product with a digit too many"] = (Kotputli, r => Times(r["products"]![0]!, 10m), "unusual-production", "a digit too many: without that it is 3666138 t."),
        ["product in kt"] = (Kotputli, r => Unit(r["products"]![0]!, "kt"), "unusual-production", "3666138000 kg = 3666138 t."),
        ["product in kg"] = (Kotputli, r => Unit(r["products"]![0]!, "kg"), "unusual-intensity", "3666.14 kt = 3666138 t."),
        ["equivalence of kg"] = (Kotputli, r => Equivalence(r, "1000"), "unusual-equivalence", "1000 kg/t = 1."),
        ["notional factor in kg"] = (Kotputli, r => r["importedIntermediates"] = JsonNode.Parse("""[{ "id": "clinker", "material": "clinker", "amount": "1000 t", "factor": "865 tCO2/t", "source": "guideline" }]"""), "unusual-process-factor", "865 kgCO2/t = 0.865 tCO2/t."),
        ["grid power, called so and entered as captive"] = (Kotputli, r => r["electricity"]![0]!["supply"] = "captive", "captive-alone", "is called by the grid"),
        ["grid power sold on by a plant that makes none"] = (Kotputli, r => { r["electricity"] = new JsonArray(r["electricity"]![0]!.DeepClone()); r["exportedPower"] = JsonNode.Parse("""[{ "id": "sold", "amount": "20000 MWh" }]"""); }, "power-sold-not-made", "no power that the plant made"),
        ["moisture with a digit too many"] = (Kotputli, r => { r["fuels"]![0]!["moisture"] = "45 %"; r["fuels"]![0]!["basis"] = "moisture-free"; }, "unusual-moisture", "petroleum-coke as it is known: 0 to 0.25. 0.45 looks like a digit too many: without that it is 0.045."),
        ["more ash than fuel"] = (Kotputli, r => r["fuels"]![0]!["unburnt"] = JsonNode.Parse("""[{ "material": "ash", "amount": "250000 t", "carbonContent": "3 %" }]"""), "more-ash-than-fuel", "leaves 242500 t of ash without its carbon, and there are 193400 t of the fuel."),
        ["ash of a fuel with analyses"] = (Kotputli, r => { Analysed(r, i => "5210 kcal/kg"); r["fuels"]![1]!["unburnt"] = JsonNode.Parse("""[{ "material": "ash", "amount": "100000 t", "carbonContent": "80 %" }]"""); }, "unusual-oxidation-factor", "an oxidation factor of 0.1"),
        ["two digits of one analysis swapped"] = (Kotputli, r => Analysed(r, i => i == 4 ? "2510 kcal/kg" : "5210 kcal/kg"), "unusual-analysis", "10.51 GJ/t; the other analyses: 21.81 GJ/t."),
        ["natural gas of nitrogen"] = (Kotputli, r => Composition(r, "natural-gas", ("CH4", "9.2 %"), ("N2", "90.8 %")), "unusual-carbon-content", "a carbon content by its composition of 0.0493 kg C/m3; natural-gas in the ruleset"),
        ["refinery gas without carbon"] = (Kotputli, r => Composition(r, "refinery-gas", ("H2", "50 %"), ("N2", "50 %")), "unusual-carbon-content", "refinery-gas in the ruleset"),
        ["captured more than given off"] = (Kotputli, r => r["capturedCo2"] = JsonNode.Parse("""[{ "id": "c", "amount": "10000000 t", "destination": "urea" }]"""), "negative-total", "More is deducted than emitted"),
        ["no process"] = (Kotputli, r => Drop(r, "processMaterials"), "unusual-intensity", "A source that every plant of the sector has is missing."),
        ["no fuel"] = (Kotputli, r => Drop(r, "fuels"), "unusual-intensity", "A source that every plant of the sector has is missing."),
        ["no electricity in a grinding unit"] = (Kundanganj, r => { Drop(r, "electricity"); r["fuels"]![0]!["factor"] = JsonNode.Parse("""{ "tier": "type-i", "whyTypeI": "small" }"""); }, "unusual-intensity", "A source that every plant of the sector has is missing."),
        ["no electricity"] = (Kotputli, r => Drop(r, "electricity"), "no-electricity", "The report has no electricity"),
        ["kg for t against the previous year"] = (Kotputli, r => { Unit(r["fuels"]![0]!, "kg"); r["fuels"]![0]!["previousYear"] = "190000 t"; }, "changed-since-previous-year", "193.4 kt = 193400 t"),
        ["MWh written as kWh, of little weight"] = (Kotputli, r => Times(r["electricity"]![0]!, 0.001m), "unusual-amount", "136.2 GWh or MU = 136200"),
        ["nothing given"] = (Kotputli, r => Drop(r, "fuels", "processMaterials", "electricity", "memo"), "no-emissions", "the total is zero"),
        ["overvoltage for per cent with a fraction"] = (Hirakud, r => Overvoltage(r, "fraction"), "unusual-pfc", "0.0302 kg/t of aluminium"),
        ["a kiln fuel left out"] = (Kotputli, r => ((JsonArray)r["fuels"]!).RemoveAt(1), "too-little-heat", "3.46 GJ for each tonne of CO2"),
        ["a kiln fuel a hundredth"] = (Kotputli, r => Times(r["fuels"]![1]!, 0.01m), "too-little-heat", "takes 4 GJ or more"),
        ["power coal a tenth"] = (Hirakud, r => Times(r["fuels"]![0]!, 0.1m), "too-much-power", "of the"),
        ["three months of fuel left out"] = (Hirakud, r => Months(r["fuels"]![0]!, _ => "0 t"), "months-without-fuel", "In 2025-04, 2025-05, 2025-06"),
        ["three months of fuel in kt"] = (Hirakud, r => Months(r["fuels"]![0]!, t => (t / 1000m).ToString(CultureInfo.InvariantCulture) + " t"), "months-without-fuel", "the plant went on as in its other months"),
        ["anodes a tenth"] = (Hirakud, r => Times(r["massBalances"]![0]!["inputs"]![0]!, 0.1m), "no-process-emissions", "of process emissions for"),
        ["petcoke under a name of biomass"] = (Kotputli, r => { r["fuels"]![0]!["fuel"] = "charcoal"; r["fuels"]![0]!["factor"] = JsonNode.Parse("""{ "tier": "type-i" }"""); }, "unusual-calorific-value", "fossil fuel under another's name"),
        ["clinker that was ground here, beside the cement"] = (Kotputli, r => Product(r, "clinker", "clinker", "3500000 t"), "product-counted-twice", "clinker that was ground here is in the cement already"),
        ["clinker sold, one for one with cement"] = (Kotputli, r => Product(r, "sold", "clinker", "312000 t"), "product-counted-twice", "Clinker is one only as far as it was sold or put into stock"),
        ["clinker beside cements that say what they are"] = (Muddapur, r => Product(r, "clinker", "Portland cement clinker", "565000 t"), "product-counted-twice", "By its carbonates and purchases the plant had"),
        ["clinker of a unit that neither burns nor buys it"] = (Kundanganj, r => Product(r, "clinker", "clinker", "300000 t"), "product-counted-twice", "the plant had 0 t at most"),
        ["the sum of the cements as one more product"] = (Maihar, r => Product(r, "total", "cement", "5433180 t"), "product-counted-twice", "what the other products have together"),
        ["captured above the plant's own CO2"] = (Hirakud, r => { Captured(r, "3500000 t"); }, "captured-above-given-off", "CO2 that was bought, or is of power bought, is not captured here"),
        ["heat sold above what the fuels hold"] = (Kotputli, r => r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "14000 TJ", "factor": "70 tCO2/TJ", "source": "own" }]"""), "too-much-heat-sold", "is 14258660 GJ; its fuels, and the heat and power bought, hold 11337238 GJ"),
        ["heat sold by a factor above its fuel"] = (Kundanganj, r => r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "200 TJ", "factor": "300 tCO2/TJ", "source": "own" }]"""), "deducted-above-burnt", "60000 t CO2 are deducted"),
        ["power sold that no fuel made"] = (Kundanganj, r => Sold(r, "300000 MWh"), "too-much-power", "Captive power, used and sold, is 1080000 GJ"),
        ["power sold out of the kiln's fuel"] = (Kotputli, r => Sold(r, "1000000 MWh"), "too-little-heat", "GJ for each tonne of CO2"),
        ["power sold by heat rates, and no fuel for them"] = (Kundanganj, r => r["exportedPower"] = JsonNode.Parse("""[{ "id": "s", "amount": "300000 MWh", "factorSource": "test", "generation": [{ "unit": "TG-1", "net": "300000 MWh", "heatRate": "11 GJ/MWh", "factor": "95 tCO2/TJ" }] }]"""), "too-much-power", "1080000 GJ"),
        ["CO2 apportioned that was not given off"] = (Kundanganj, r => r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "10 TJ", "source": "audit", "apportioned": { "emissions": "400000 t", "heatShare": "5 %", "heatMade": "300 TJ" } }]"""), "deducted-above-burnt", "400000 t CO2 are apportioned"),
        ["more carbon out than in"] = (Kundanganj, r => r["massBalances"] = JsonNode.Parse("""[{ "id": "products", "inputsElsewhere": "hot-air-generator-diesel", "inputs": [], "outputs": [{ "material": "x", "amount": "8000 t", "carbonContent": "80 %" }] }]"""), "more-carbon-out", "more carbon goes out than came in"),
        ["chilled water that nothing in the plant can cool"] = (Kotputli, r => Chilled(r, "5000 TJ"), "too-much-cooling-sold", "5000000 GJ of chilled water are sold"),
        ["chilled water above all heat and electricity of a grinding unit"] = (Kundanganj, r => Chilled(r, "6000 TJ"), "too-much-cooling-sold", "of heat, to cool it with"),
        ["heat sold that limestone took"] = (Kotputli, r => r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "3500 TJ", "factor": "93 tCO2/TJ", "source": "own" }]"""), "too-little-heat", "or was sold the fuels hold"),
        ["a kiln fuel left out beside a balance of next to nothing"] = (Kotputli, r => { ((JsonArray)r["fuels"]!).RemoveAt(1); Balance(r, "inputs", "1 t", "1 t"); }, "too-little-heat", "takes 4 GJ or more"),
        ["clinker beside cement, and a balance of next to nothing"] = (Kundanganj, r => { Product(r, "clinker", "clinker", "300000 t"); Balance(r, "inputs", "1 t", "1 t"); }, "product-counted-twice", "the plant had 6.11 t at most"),
        ["carbon out of a balance that took in next to none"] = (Kotputli, r => Balance(r, "inputs", "1 t", "100000 t"), "carbon-out-above-in", "sends out more carbon than it takes in"),
        ["carbon out that did not enter where it is said"] = (Kotputli, r => Balance(r, "kiln-diesel", "", "100000 t"), "more-carbon-out", "kiln-diesel, where it entered, has that of"),
        ["coal as biomass"] = (Kotputli, r => { r["fuels"]![1]!["biogenicShare"] = "60 %"; r["fuels"]![1]!["biogenicShareSource"] = "lab"; }, "fossil-left-out", "has 60 % of other-bituminous-coal as biomass, of which 10 % may be"),
        ["petcoke as biomass"] = (Kotputli, r => { r["fuels"]![0]!["biogenicShare"] = "5 %"; r["fuels"]![0]!["biogenicShareSource"] = "lab"; }, "fossil-left-out", "of which none is"),
        ["coal as an alternate fuel"] = (Kotputli, r => r["fuels"]![1]!["coProcessing"] = "letter 7", "fossil-left-out", "it is what alternate fuels take the place of"),
        ["limestone as biomass"] = (Kotputli, r => { r["processMaterials"]![0]!["biogenicShare"] = "10 %"; r["processMaterials"]![0]!["biogenicShareSource"] = "lab"; }, "fossil-left-out", "in the sector Cement"),
        ["carbon left in ash, half of the fuel"] = (Kotputli, r => r["fuels"]![0]!["unburnt"] = JsonNode.Parse("""[{ "material": "ash", "amount": "120000 t", "carbonContent": "70 %" }]"""), "unusual-oxidation-factor", "an oxidation factor of 0.5"),
        ["slope in g"] = (Hirakud, r => r["pfcs"] = JsonNode.Parse("""[{ "id": "p", "method": "slope", "aluminium": "179310 t", "anodeEffectMinutesPerCellDay": "0.5", "slope": "143", "c2f6PerCf4": "0.121", "source": "x" }]"""), "unusual-pfc", "143 g/t = 0.143"),
        ["a target of one's own without a baseline, and the product ten times"] = (Kotputli, r => { Unscheduled(r); Times(r["products"]![0]!, 10m); }, "unusual-intensity", "the plant's own target of 0.8032 tCO2e/t"),
        ["a target of one's own without a baseline, and limestone in kg"] = (Kotputli, r => { Unscheduled(r); Unit(r["processMaterials"]![0]!, "kg"); }, "unusual-intensity", "the plant's own target of 0.8032 tCO2e/t"),
        ["a target ten times its baseline"] = (Kotputli, r => Own(r, "8.032 tCO2e/t", "0.8086 tCO2e/t"), "unusual-target", "above the baseline"),
        ["a digit of the target"] = (Kotputli, r => Own(r, "0.9032 tCO2e/t", "0.8086 tCO2e/t"), "unusual-target", "above the baseline"),
        ["target and baseline swapped"] = (Kotputli, r => Own(r, "0.8086 tCO2e/t", "0.8032 tCO2e/t"), "unusual-target", "above the baseline"),
        ["a target a tenth of its baseline"] = (Kotputli, r => Own(r, "0.08032 tCO2e/t", "0.8086 tCO2e/t"), "unusual-target", "9.93 % of the baseline"),
        ["a target above the baseline of the schedule"] = (Kotputli, r => r["ownTarget"] = JsonNode.Parse("""{ "target": "0.9032 tCO2e/t", "source": "gazette" }"""), "unusual-target", "above the baseline"),
        ["target and baseline swapped, and no documents"] = (Kotputli, r => { Own(r, "0.8086 tCO2e/t", "0.8032 tCO2e/t"); r["documentsSubmitted"] = false; }, "unusual-target", "above the baseline"),
        ["the registration of another plant"] = (Maihar, r => r["entity"]!["registration"] = "CMTOE085RJ", "another-plant", "is of Kotputli Cement Works in RJ"),
        ["the registration of another plant of the state"] = (Maihar, r => { r["entity"]!["registration"] = "CMTOE085RJ"; r["entity"]!["state"] = "RJ"; }, "another-plant", "the report names RCCPL Maihar Integrated Unit"),
        ["the registration of another state"] = (Kotputli, r => r["entity"]!["state"] = "MP", "another-plant", "the report says MP"),
        ["the draft row of another plant"] = (Hirakud, r => { r["entity"]!["name"] = "Quite Another Smelter of Balco"; r["entity"]!.AsObject().Remove("registration"); }, "another-plant", "The row "),
        ["the product a second time, as a total"] = (Kotputli, r => Again(r, "products", "total-cement"), "product-counted-twice", "the same in every period"),
        ["a total that differs from its rows by rounding"] = (Maihar, r => Product(r, "total", "cement", "5433180.4 t"), "product-counted-twice", "what the other products have together"),
        ["a smelter without PFCs"] = (Hirakud, r => Drop(r, "pfcs"), "no-pfcs", "no PFCs"),
        ["a tenth of the aluminium with PFCs"] = (Hirakud, r => r["pfcs"] = JsonNode.Parse("""[{ "id": "p", "method": "slope", "aluminium": "17931 t", "anodeEffectMinutesPerCellDay": "0.5", "slope": "0.143", "c2f6PerCf4": "0.121", "source": "IPCC" }]"""), "unusual-pfc-aluminium", "17931 t of aluminium"),
        ["CF4 in kg for t"] = (Hirakud, r => r["pfcs"] = JsonNode.Parse("""[{ "id": "p", "method": "measured", "cf4": "10.2 kg", "c2f6": "1.2 kg" }]"""), "unusual-pfc", "looks like t/t"),
        ["anodes for a quarter of a tonne of carbon"] = (Hirakud, Anodes, "no-process-emissions", "of process emissions for"),
        ["a month of limestone left out"] = (Kotputli, r => Month(r["processMaterials"]![0]!, "2025-04", "0 t"), "months-without-process", "In 2025-04"),
        ["a month of electricity left out"] = (Kotputli, r => Month(r["electricity"]![0]!, "2025-04", "0 MWh"), "months-without-power", "In 2025-04"),
        ["a heat rate of four times"] = (Hirakud, r => Generated(r, "8550 kcal/kWh"), "unusual-electricity-factor", "the average of the grid"),
        ["heat rates above what the fuels hold"] = (Kundanganj, r => Generated(r, "12000 kJ/kWh"), "heat-rate-above-fuel", "for the power that the units generated"),
        ["heat made a tenth"] = (Kundanganj, r => r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "10 TJ", "source": "audit", "apportioned": { "emissions": "18480 t", "heatShare": "50 %", "heatMade": "10 TJ" } }]"""), "unusual-heat-factor", "924 tCO2/TJ"),
        ["a ratio of net to gross of no gas"] = (Kotputli, r => Billed(r, "0.80"), "unusual-net-over-gross", "0.8"),
        ["petcoke as solid natural gas"] = (Kotputli, r => { r["fuels"]![0]!["fuel"] = "natural-gas"; r["fuels"]![0]!["factor"] = JsonNode.Parse("""{ "tier": "type-i", "whyTypeI": "small" }"""); }, "fuel-state", "natural-gas is liquid-or-gas"),
        ["coal as charcoal"] = (Kotputli, r => r["fuels"]![1]!["fuel"] = "charcoal", "unusual-emission-factor", "fossil fuel under another's name"),
        ["CO2 captured, entered twice"] = (Kotputli, r => { Captured(r, "60000 t"); Again(r, "capturedCo2", "again"); }, "entered-twice", "the same in every period"),
        ["heat sold, entered twice"] = (Kotputli, r => { r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "100 TJ", "factor": "93 tCO2/TJ", "source": "own" }]"""); Again(r, "exportedHeat", "again"); }, "entered-twice", "the same in every period"),
        ["carbon of one fuel in two balances"] = (Kotputli, r => { Balance(r, "kiln-coal", "", "80000 t"); Again(r, "massBalances", "again"); }, "more-carbon-out", "send out the carbon"),
        ["clinker bought with a digit too few"] = (Kotputli, r => r["importedIntermediates"] = JsonNode.Parse("""[{ "id": "clinker", "material": "clinker", "amount": "300000 t", "factor": "0.085 tCO2/t", "source": "guideline" }]"""), "unusual-process-factor", "carbonates of clinker alone"),
    };

    private static readonly Dictionary<string, (string Plant, Action<JsonNode> Slip, string Code, string Said)> Told = new(StringComparer.Ordinal)
    {
        ["per tonne for per kl"] = (Kotputli, r => r["fuels"]![2]!["ncv"] = "43 GJ/kl", "unusual-calorific-value", "43 GJ/t = 36.12 GJ/kl."),
        ["a plant in kilotonnes throughout, whose baseline output is not known"] = (Kotputli, r => { NotListed(r); Everything(r, 0.001m); }, "unusual-production", "less than the 20000 t that any plant of Cement makes in a year. 3666.14 looks like kt: 3666.14 kt = 3666138 t."),
        ["gross for net"] = (Kotputli, r => r["fuels"]![2]!["ncv"] = "38.1 GJ/kl", "net-value-looks-gross", "looks like the gross one"),
        ["gross and net the same"] = (Kotputli, r => r["fuels"]![0]!["gcv"] = "33.62 GJ/t", "net-value-looks-gross", "the same net and gross"),
        ["hot metal beside the steel of it"] = (Kotputli, r => { r["entity"]!["sector"] = "Cement"; Product(r, "hm", "hot metal", "1000 t"); Product(r, "steel", "crude steel", "1000 t"); }, "product-counted-twice", "1000 t of hot metal and 1000 t of steel"),
        ["captured, and nothing shows that it arrived"] = (Kotputli, r => Captured(r, "100000 t", proof: false), "no-receiver-proof", "does not state what shows that the CO2 arrived"),
        ["chilled water by most of the electricity of the plant"] = (Kotputli, r => Chilled(r, "3000 TJ"), "too-much-cooling-sold", "3000000 GJ of chilled water"),
        ["heat sold, and less left than the best kilns burn"] = (Kotputli, r => r["exportedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "2000 TJ", "factor": "93 tCO2/TJ", "source": "own" }]"""), "too-little-heat", "the best kilns burn more than 5 GJ"),
        ["carbon left in ash, a seventh of the fuel"] = (Kotputli, r => r["fuels"]![0]!["unburnt"] = JsonNode.Parse("""[{ "material": "ash", "amount": "40000 t", "carbonContent": "60 %" }]"""), "unusual-oxidation-factor", "an oxidation factor of 0.8"),
        ["every product above itself"] = (Kotputli, r => Equivalence(r, "1.1"), "no-main-product", "1.1 times"),
        ["a grid that never was"] = (Kotputli, r => Own(r, "0.6 tCO2/MWh"), "unusual-electricity-factor", "the grid in the ruleset"),
        ["a target some way below its baseline"] = (Kotputli, r => Own(r, "0.69 tCO2e/t", "0.8086 tCO2e/t"), "unusual-target", "of the baseline"),
        ["a net value as the gross one"] = (Kotputli, r => { var fuel = r["fuels"]![2]!.AsObject(); fuel.Remove("ncv"); fuel["gcv"] = "36.3 GJ/kl"; }, "gross-value-looks-net", "looks like the net one"),
        ["a fuel entered twice"] = (Kotputli, r => Again(r, "fuels", "again"), "entered-twice", "the same in every period"),
        ["grid power entered again as captive"] = (Kotputli, r => { Again(r, "electricity", "again"); r["electricity"]![1]!["supply"] = "captive"; }, "entered-twice", "the same in every period"),
        ["all power captive, and no fuel for it"] = (Kotputli, r => (r["electricity"]![0]!["supply"], r["electricity"]![0]!["id"]) = ("captive", "supply 1"), "captive-alone", "no fuel is named for a power plant"),
        ["heat of coal, in carbon"] = (Kotputli, r => r["importedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "50000 GJ", "factor": "0.0285 tCO2/GJ", "source": "supplier" }]"""), "unusual-heat-factor", "28.5 tC/TJ = 104.5 tCO2/TJ."),
        ["steam that comes back as steam"] = (Kotputli, r => r["importedHeat"] = JsonNode.Parse("""[{ "id": "steam", "amount": "12000 t", "carrier": "steam", "steamState": "10 bar(a), 250 C", "enthalpy": "2943 kJ/kg", "returnEnthalpy": "2500 kJ/kg", "enthalpySource": "IAPWS-IF97", "factor": "105 kgCO2/GJ", "source": "supplier" }]"""), "unusual-enthalpy", "comes back with 2.5 GJ/t, which is steam"),
        ["a flare of nitrogen"] = (Kotputli, r => Composition(r, "flare-gas", ("CH4", "5 %"), ("N2", "95 %")), "unusual-carbon-content", "among which it is not"),
        ["a grid factor of another year"] = (Kotputli, r => Own(r, "0.7097 tCO2/MWh"), "grid-factor-not-frozen", "0.727"),
        ["biomass with the energy of coal"] = (Kotputli, r => { (r["fuels"]![1]!["id"], r["fuels"]![1]!["fuel"]) = ("kiln-briquettes", "other-primary-solid-biomass"); r["fuels"]![1]!["ncv"] = "20 GJ/t"; }, "unusual-calorific-value", "20 GJ/t"),
        ["a supplier of next to nothing"] = (Kotputli, r => { r["electricity"]![0]!["supply"] = "power-purchase-agreement"; Own(r, "0 tCO2/MWh"); }, "unusual-electricity-factor", "a supplier without a factor of its own"),
    };

    private const string Kotputli = "kotputli-2025-26";
    private const string Muddapur = "muddapur-2025-26";
    private const string Maihar = "maihar-2025-26";
    private const string Kundanganj = "kundanganj-2025-26";
    private const string Hirakud = "hirakud-2025-26-draft";

    public static TheoryData<string> Graves => [.. Grave.Keys];

    public static TheoryData<string> Tolds => [.. Told.Keys];

    public static TheoryData<string> Plants => [Kotputli, "kotputli-2026-27", "maihar-2025-26", "muddapur-2025-26", Kundanganj, Hirakud];

    [Theory]
    [MemberData(nameof(Graves))]
    public void A_slip_that_would_make_certificates_withholds_them_and_is_named(string name)
    {
        var (plant, slip, code, said) = Grave[name];

        var assessment = Assess(plant, slip);

        Assert.Equal((AssessmentOutcome.Implausible, CertificateKind.Withheld, (long?)null), (assessment.Outcome, assessment.Certificates.Kind, assessment.Certificates.Quantity));
        Assert.NotNull(assessment.Withheld);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.NeedsReason && f.Message.Contains(said, StringComparison.Ordinal));
        Assert.Equal("implausible", (string)AssessmentJson.Write(assessment)["outcome"]!);
    }

    [Theory]
    [MemberData(nameof(Graves))]
    public void With_a_reason_stated_it_is_assessed_and_the_reason_is_told(string name)
    {
        var (plant, slip, code, _) = Grave[name];

        // What one slip hid is asked for once that one is explained.
        var reason = "";
        var assessment = Assess(plant, slip);
        for (var i = 0; i < 4 && assessment.Outcome == AssessmentOutcome.Implausible; i++)
        {
            reason += "; " + Reasons.For(assessment.Findings, "a reason");
            assessment = Assess(plant, r => { slip(r); Explain(r, reason.Substring(2)); });
        }

        Assert.Equal(AssessmentOutcome.Assessed, assessment.Outcome);
        Assert.NotEqual(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Contains(assessment.Findings, f => f.Code == code && !f.NeedsReason && (f.Message.Contains("a reason", StringComparison.Ordinal) || code is "negative-total" or "no-emissions"));
    }

    [Theory]
    [MemberData(nameof(Tolds))]
    public void What_may_be_true_is_told_and_assessed(string name)
    {
        var (plant, slip, code, said) = Told[name];

        var assessment = Assess(plant, slip);

        Assert.Equal(AssessmentOutcome.Assessed, assessment.Outcome);
        Assert.Contains(assessment.Findings, f => f.Code == code && f.Severity == Severity.Warning && f.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void The_sample_plants_raise_none(string plant) =>
        Assert.DoesNotContain(Assess(plant, _ => { }, plant.Contains("2026", StringComparison.Ordinal) && !plant.Contains("2025", StringComparison.Ordinal) ? RulesetCatalog.Default.Find("in-ccts/2026-27")!.Assessment : Rules).Findings, f => f.NeedsReason || f.Clause?.Contains("plausibility", StringComparison.Ordinal) == true);

    /// <summary>However many months of power are written in a unit a thousand times too large, it is told: they are weighed together, and by what the total would be.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(11)]
    public void Months_in_another_unit_are_told_together(int months)
    {
        var assessment = Assess(Kundanganj, r =>
        {
            Alone(r["electricity"]![0]!);
            r["fuels"]![0]!["factor"]!["whyTypeI"] = "no laboratory near";
            var amounts = r["electricity"]![0]!["amounts"]!.AsObject();
            foreach (var (period, text) in amounts.Take(months).ToList())
            {
                amounts[period] = (decimal.Parse(((string)text!).Split(' ')[0], CultureInfo.InvariantCulture) / 1000m).ToString(CultureInfo.InvariantCulture) + " MWh";
            }
        });

        var told = Assert.Single(assessment.Findings, f => f.Code == "unusual-period");

        // Where most months are low, those that are right stand out. A few low ones are months without power, which withhold too. Between, what the plant made says which are low.
        Assert.Equal(months > 3, told.NeedsReason);
        Assert.Equal(CertificateKind.Withheld, assessment.Certificates.Kind);
        Assert.Equal(months is not (1 or 4 or 6 or 11), told.Message.Contains("as unusual an amount in", StringComparison.Ordinal));
    }

    /// <summary>A value too large for any unit is refused as before, and says what it looks like.</summary>
    [Theory]
    [InlineData("ncv", "33620 GJ/t", "33620 kJ/kg = 33.62 GJ/t")]
    [InlineData("factor", "96800 tCO2/TJ", "96800 kgCO2/TJ = 96.8 tCO2/TJ")]
    public void What_is_refused_is_named_as_well(string field, string value, string said)
    {
        var report = Report(Kotputli, r => { if (field == "ncv") { r["fuels"]![0]!["ncv"] = value; } else { Factor(r["fuels"]![0]!, value); } });

        Assert.False(Assessor.TryAssess(report, Rules, null, out _, out var problems));
        Assert.Contains(said, problems.Single(p => p.Code == "implausible-factor").Hint, StringComparison.Ordinal);
    }

    /// <summary>Without documents the shortfall is reckoned at the baseline (GEI Rules r.4(5)): such a year may owe, and never earns.</summary>
    [Theory]
    [InlineData("0.8032 tCO2e/t", CertificateKind.Surrender, 19_797)]
    [InlineData("0.8200 tCO2e/t", CertificateKind.Nil, 0)]
    public void A_year_without_documents_earns_nothing(string target, CertificateKind kind, long quantity)
    {
        var assessment = Assess(Kotputli, r => { Own(r, target, "0.8086 tCO2e/t"); r["documentsSubmitted"] = false; r["whyUnusual"] = "unusual-target: a reason"; });

        Assert.Equal((kind, quantity), (assessment.Certificates.Kind, assessment.Certificates.Quantity));
        Assert.DoesNotContain(assessment.OtherReadings, r => r.Certificates.Kind == CertificateKind.Issue);
        Assert.True(assessment.Range is null or { Highest.Kind: not CertificateKind.Issue });
    }

    /// <summary>A spelling of the plant's name is the plant's: legal form, points, case, a letter, initials.</summary>
    [Theory]
    [InlineData("KOTPUTLI CEMENT WORKS (a unit of UltraTech Cement Ltd.)", "rj")]
    [InlineData("UltraTech Cement Limited, Kotputly", "RJ")]
    [InlineData("Kotputli", null)]
    [InlineData("\u0915\u094B\u091F\u092A\u0941\u0924\u0932\u0940 \u0938\u0940\u092E\u0947\u0902\u091F", "RJ")]
    [InlineData("Cement Works", "RJ")]
    public void Another_spelling_of_the_name_is_no_other_plant(string name, string? state) =>
        Assert.DoesNotContain(Assess(Kotputli, r => { r["entity"]!["name"] = name; r["entity"]!["state"] = state ?? "RJ"; }).Findings, f => f.Code == "another-plant");

    [Fact]
    public void The_thresholds_are_data_and_without_them_nothing_is_looked_at()
    {
        var slip = Report(Kotputli, Grave["kcal/kg for GJ/t"].Slip);
        var none = Rules with { Monitoring = Rules.Monitoring with { Plausibility = null } };
        Assert.Equal(AssessmentOutcome.Assessed, Assessor.Assess(slip, none).Outcome);

        var wide = Rules.Monitoring.Plausibility! with { Ranges = Rules.Monitoring.Plausibility!.Ranges.ToDictionary(r => r.Key, r => r.Value with { WithheldBelow = null, WithheldAbove = 1_000m, UnusualAbove = 500m }, StringComparer.Ordinal) };
        Assert.Equal(AssessmentOutcome.Assessed, Assessor.Assess(slip, Rules with { Monitoring = Rules.Monitoring with { Plausibility = wide } }).Outcome);
    }

    [Fact]
    public void A_receipt_of_what_was_withheld_proves_that_it_was()
    {
        var receipt = Receipt.Of(Report(Kotputli, Grave["kcal/kg for GJ/t"].Slip), Rules);

        Assert.Contains("\"outcome\":\"implausible\"", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(ReceiptOutcome.Identical, ReceiptVerifier.Verify(Encoding.UTF8.GetBytes(receipt.Text), null, _ => Rules).Outcome);
    }

    private static Assessment Assess(string plant, Action<JsonNode> slip, AssessmentRules? rules = null) => Assessor.Assess(Report(plant, slip), rules ?? Rules);

    private static Ccts.Sdk.Monitoring.MonitoringReport Report(string plant, Action<JsonNode> slip)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", plant + ".json")))!;
        slip(json);
        return MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), plant);
    }

    private static void Explain(JsonNode report, string reason)
    {
        report["whyUnusual"] = reason;
        foreach (var stream in report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()))
        {
            stream!["whyUnusual"] = reason;
        }
    }

    private static void NotListed(JsonNode report)
    {
        report["entity"]!.AsObject().Remove("registration");
        report["ownTarget"] = JsonNode.Parse("""{ "target": "0.8032 tCO2e/t", "baseline": "0.8086 tCO2e/t", "source": "gazette" }""");
    }

    private static void Everything(JsonNode report, decimal times)
    {
        foreach (var stream in report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()).Where(s => s!["amounts"] is not null))
        {
            stream!.AsObject().Remove("stock");
            stream.AsObject().Remove("previousYear");
            Times(stream, times);
        }
    }

    private static void Factor(JsonNode stream, string value) => stream["factor"] = JsonNode.Parse($$"""{ "tier": "type-ii", "value": "{{value}}", "source": "lab" }""");

    private static void Carbon(JsonNode report, string content)
    {
        var fuel = report["fuels"]![0]!.AsObject();
        fuel.Remove("ncv");
        fuel["factor"] = JsonNode.Parse("""{ "tier": "type-ii" }""");
        fuel["carbonContent"] = content;
    }

    private static void Product(JsonNode report, string id, string product, string amount) => ((JsonArray)report["products"]!).Add(JsonNode.Parse($$"""{ "id": "{{id}}", "product": "{{product}}", "amount": "{{amount}}" }"""));

    private static void Diesel(JsonNode report, string content) =>
        report["fuels"]![0] = JsonNode.Parse($$"""{ "id": "hag", "fuel": "gas-diesel-oil", "state": "liquid", "amount": "9000 t", "carbonContent": "{{content}}", "factor": { "tier": "type-ii", "source": "lab" } }""");

    private static void Feed(JsonNode report, string material, string content) =>
        report["massBalances"] = JsonNode.Parse($$"""[{ "id": "feed", "inputs": [{ "material": "{{material}}", "amount": "90000 t", "carbonContent": "{{content}}" }], "outputs": [] }]""");

    /// <summary>The kiln's coal with a calorific value for each month.</summary>
    private static void Analysed(JsonNode report, Func<int, string> ncv)
    {
        var coal = report["fuels"]![1]!.AsObject();
        coal.Remove("ncv");
        coal["analyses"] = new JsonArray([.. coal["amounts"]!.AsObject().Select((a, i) => JsonNode.Parse($$"""{ "period": "{{a.Key}}", "ncv": "{{ncv(i)}}", "samples": 4, "source": "lab" }"""))]);
    }

    private static void Composition(JsonNode report, string fuel, params (string Component, string Share)[] made) =>
        report["fuels"]!.AsArray().Add(JsonNode.Parse($$"""{ "id": "gas", "fuel": "{{fuel}}", "state": "gas", "amount": "30000000 Nm3", "molarVolume": "22.414 m3/kmol", "analysisSource": "lab", "samples": 60, "composition": [{{string.Join(", ", made.Select(m => $$"""{ "component": "{{m.Component}}", "share": "{{m.Share}}" }"""))}}] }"""));

    private static void Captured(JsonNode report, string amount, bool proof = true)
    {
        report["capturedCo2"] = JsonNode.Parse($$"""[{ "id": "c", "amount": "{{amount}}", "destination": "soda ash works" }]""");
        report["capturedCo2"]![0]!["receiverProof"] = proof ? "receiver's statement" : null;
        if (!proof)
        {
            report["capturedCo2"]![0]!.AsObject().Remove("receiverProof");
        }
    }

    private static void Chilled(JsonNode report, string amount) => report["exportedHeat"] = JsonNode.Parse($$"""[{ "id": "chilled", "carrier": "chilled-water", "amount": "{{amount}}", "factor": "60 tCO2/TJ", "source": "own" }]""");

    private static void Balance(JsonNode report, string from, string enters, string leaves)
    {
        var balance = JsonNode.Parse($$"""{ "id": "carbon", "inputs": [], "outputs": [{ "material": "x", "amount": "{{leaves}}", "carbonContent": "80 %" }] }""")!;
        if (from == "inputs")
        {
            balance["inputs"] = JsonNode.Parse($$"""[{ "material": "y", "amount": "{{enters}}", "carbonContent": "80 %" }]""");
        }
        else
        {
            balance["inputsElsewhere"] = from;
        }

        report["massBalances"] = new JsonArray(balance);
    }

    private static void Sold(JsonNode report, string amount) => report["exportedPower"] = JsonNode.Parse($$"""[{ "id": "sold", "amount": "{{amount}}" }]""");

    private static void Material(JsonNode report, string value)
    {
        report["processMaterials"]![0]!["material"] = "something else";
        Factor(report["processMaterials"]![0]!, value);
    }

    private static void Own(JsonNode report, string value)
    {
        report["electricity"]![0]!["factor"] = value;
        report["electricity"]![0]!["factorSource"] = "letter";
    }

    private static void Equivalence(JsonNode report, string value)
    {
        report["products"]![0]!["equivalence"] = value;
        report["products"]![0]!["equivalenceSource"] = "norm";
    }

    private static void Overvoltage(JsonNode report, string basis) =>
        report["pfcs"] = JsonNode.Parse($$"""[{ "id": "p", "method": "overvoltage", "aluminium": "179310 t", "overvoltageMillivolts": "2.5", "currentEfficiency": "96 %", "coefficient": "1.16", "coefficientBasis": "{{basis}}", "c2f6PerCf4": "0.121", "source": "x" }]""");

    /// <summary>April to June, in another way.</summary>
    private static void Months(JsonNode stream, Func<decimal, string> write)
    {
        Alone(stream);
        foreach (var (period, text) in stream["amounts"]!.AsObject().Where(a => a.Key is "2025-04" or "2025-05" or "2025-06").ToList())
        {
            stream["amounts"]![period] = write(decimal.Parse(((string)text!).Split(' ')[0], CultureInfo.InvariantCulture));
        }
    }

    private static void Month(JsonNode stream, string amount) => Month(stream, "2025-06", amount);

    private static void Month(JsonNode stream, string month, string amount)
    {
        Alone(stream);
        stream["amounts"]![month] = amount;
    }

    /// <summary>A plant of a schedule that the ruleset does not have: its target alone is known.</summary>
    private static void Unscheduled(JsonNode report)
    {
        report["entity"]!.AsObject().Remove("registration");
        report["ownTarget"] = JsonNode.Parse("""{ "target": "0.8032 tCO2e/t", "source": "gazette" }""");
    }

    private static void Own(JsonNode report, string target, string baseline) => report["ownTarget"] = JsonNode.Parse($$"""{ "target": "{{target}}", "baseline": "{{baseline}}", "source": "gazette" }""");

    private static void Again(JsonNode report, string list, string id)
    {
        var copy = report[list]![0]!.DeepClone();
        copy["id"] = id;
        report[list]!.AsArray().Add(copy);
    }

    /// <summary>179,310 t of metal with 43,034 t of carbon, 0.24 t/t, of which 30 % are lost to nothing.</summary>
    private static void Anodes(JsonNode report) => report["massBalances"] = JsonNode.Parse("""[{ "id": "anodes", "inputs": [{ "material": "anodes", "amount": "43034 t", "carbonContent": "100 %" }], "outputs": [] }]""");

    /// <summary>100,000 MWh sold of the plant's own units, at a heat rate.</summary>
    private static void Generated(JsonNode report, string rate)
    {
        report["electricity"] = new JsonArray(report["electricity"]!.AsArray().Where(e => (string)e!["supply"]! != "captive").Select(e => e!.DeepClone()).ToArray());
        report["exportedPower"] = JsonNode.Parse($$"""[{ "id": "sold", "amount": "100000 MWh", "factorSource": "test", "generation": [{ "unit": "TG-1", "net": "100000 MWh", "heatRate": "{{rate}}", "factor": "95.2 tCO2/TJ" }] }]""");
    }

    private static void Billed(JsonNode report, string ratio) =>
        report["fuels"]!.AsArray().Add(JsonNode.Parse($$"""{ "id": "gas", "fuel": "natural-gas", "state": "gas", "energyBasis": "gross", "amount": "100000 MMBtu", "netOverGross": "{{ratio}}", "netOverGrossSource": "lab", "factor": { "tier": "type-ii", "value": "56.1 tCO2/TJ", "source": "lab" } }"""));

    private static void Times(JsonNode stream, decimal factor) => Each(stream, (number, unit) => (number * factor).ToString(CultureInfo.InvariantCulture) + " " + unit);

    private static void Unit(JsonNode stream, string other) => Each(stream, (number, _) => number.ToString(CultureInfo.InvariantCulture) + " " + other);

    private static void Each(JsonNode stream, Func<decimal, string, string> write)
    {
        Alone(stream);
        var amounts = stream["amounts"]!.AsObject();
        foreach (var (period, text) in amounts.Select(a => (a.Key, ((string)a.Value!).Split(' '))).ToList())
        {
            amounts[period] = write(decimal.Parse(text[0], CultureInfo.InvariantCulture), text[1]);
        }
    }

    /// <summary>Without what would find the slip by another way.</summary>
    private static void Alone(JsonNode stream)
    {
        stream.AsObject().Remove("stock");
        stream.AsObject().Remove("previousYear");
    }

    private static void Drop(JsonNode report, params string[] lists)
    {
        foreach (var list in lists)
        {
            report.AsObject().Remove(list);
        }
    }
}
