using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Workbooks.Tests;

/// <summary>For each column of the template of a report: streams in which it may stand, and what stands there.</summary>
internal static class TemplateColumns
{
    private const string Product = "list=products; id=cement; product=cement; 2025-04=1000 t; whyGaps=one month";

    /// <summary>Streams by name; a line for each of their rows, cells by column.</summary>
    private static readonly Dictionary<string, string[]> Streams = new(StringComparer.Ordinal)
    {
        ["coal"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=24 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month"],
        ["gross"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; gcv=25 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month"],
        ["type-i"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=24 GJ/t; factor.tier=type-i; factor.whyTypeI=no laboratory; samples=12; 2025-04=100 t; whyGaps=one month"],
        ["moist"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=24 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month; basis=moisture-free; moisture=8 %"],
        ["carbon"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; carbonContent=60 %; factor.tier=type-ii; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month; unburnt.material=ash; unburnt.amount=3 t; unburnt.period=2025-04; unburnt.carbonContent=2 %"],
        ["share"] = ["list=fuels; id=kiln; fuel=rdf; state=solid; ncv=14 GJ/t; factor.tier=type-ii; factor.value=90 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month; biogenicShare=40 %; biogenicShareSource=Lab 2"],
        ["billed"] = ["list=fuels; id=gas; fuel=natural-gas; state=gas; factor.tier=type-ii; factor.value=56.1 tCO2/TJ; factor.source=Lab; samples=52; 2025-04=100 MMBtu; whyGaps=one month; energyBasis=gross; netOverGross=0.902; netOverGrossSource=chromatograph"],
        ["lots"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; 2025-04=100 t; whyGaps=one month; analyses.period=2025-04; analyses.ncv=23 GJ/t; analyses.externalNcv=23.5 GJ/t; analyses.samples=12; analyses.source=Lab; analyses.externalSource=Other lab"],
        ["gross lots"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; 2025-04=100 t; whyGaps=one month; basis=moisture-free; analyses.period=2025-04; analyses.gcv=24 GJ/t; analyses.externalGcv=24.6 GJ/t; analyses.moisture=7 %; analyses.factor=94 tCO2/TJ; analyses.samples=12; analyses.source=Lab; analyses.externalSource=Other lab"],
        ["carbon lots"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; factor.tier=type-ii; 2025-04=100 t; whyGaps=one month; analyses.period=2025-04; analyses.carbonContent=60 %; analyses.externalCarbonContent=63 %; analyses.samples=12; analyses.source=Lab; analyses.externalSource=Other lab"],
        ["material"] = ["list=processMaterials; id=raw; material=CaCO3; factor.tier=type-ii; factor.value=0.43 tCO2/t; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month; conversionFactor=97 %"],
        ["material lots"] = ["list=processMaterials; id=raw; material=CaCO3; factor.tier=type-ii; 2025-04=100 t; whyGaps=one month; analyses.period=2025-04; analyses.factor=0.43 tCO2/t; analyses.externalFactor=0.45 tCO2/t; analyses.conversionFactor=98 %; analyses.samples=12; analyses.source=Lab; analyses.externalSource=Other lab"],
        ["composed"] =
        [
            "list=fuels; id=gas; fuel=blast-furnace-gas; state=gas; 2025-04=100000 Nm3; whyGaps=one month; molarVolume=22.414 m3/kmol; analysisSource=Lab; samples=52; composition.component=CO; composition.share=40 %",
            "list=fuels; id=gas; composition.component=N2; composition.share=60 %",
        ],
        ["two conditions"] = ["list=fuels; id=gas; fuel=natural-gas; state=gas; ncv=36 MJ/Nm3; factor.tier=type-ii; factor.value=56.1 tCO2/TJ; factor.source=Lab; samples=52; 2025-04=100000 SCM; whyGaps=one month; conditions.amounts=15 C, 101.325 kPa; conditions.calorificValue=0 C, 101.325 kPa; conditions.source=contract"],
        ["stocked"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=24 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month; stock.opening=30 t; stock.received=100 t; stock.movedOut=10 t; stock.closing=20 t"],
        ["balance"] = ["list=massBalances; id=steel; inputs.material=coke; inputs.amount=100 t; inputs.period=2025-04; inputs.carbonContent=85 %; outputs.material=steel; outputs.amount=90 t; outputs.period=2025-04; outputs.carbonContent=0.2 %; whyGaps=one month"],
        ["outputs alone"] =
        [
            "list=massBalances; id=steel; inputsElsewhere=kiln; outputs.material=steel; outputs.amount=90 t; outputs.carbonContent=0.2 %",
            "list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=24 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month",
        ],
        ["grid"] = ["list=electricity; id=grid; supply=grid; factor=0.71 tCO2/MWh; factorSource=CEA; 2025-04=20 MWh; whyGaps=one month"],
        ["sun"] = ["list=electricity; id=sun; supply=renewable-open-access; noDoubleCountUndertaking=true; 2025-04=20 MWh; whyGaps=one month"],
        ["sold"] =
        [
            "list=exportedPower; id=sold; 2025-04=30 MWh; whyGaps=one month; factorSource=test; generation.unit=STG; generation.net=200 MWh; generation.heatRate=2850 kcal/kWh; generation.factor=95 tCO2/TJ",
            "list=exportedPower; id=sold; generation.unit=waste heat; generation.net=50 MWh",
            "list=electricity; id=own; supply=captive; 2025-04=220 MWh; whyGaps=one month",
        ],
        ["steam"] = ["list=importedHeat; id=steam; 2025-04=100 t; whyGaps=one month; carrier=steam; steamState=10 bar(a), 250 C; enthalpy=2943 kJ/kg; returnEnthalpy=420 kJ/kg; enthalpySource=IAPWS-IF97; factor=70 kgCO2/GJ; source=supplier"],
        ["shared heat"] = ["list=exportedHeat; id=out; 2025-04=100 GJ; whyGaps=one month; carrier=steam; source=energy audit; apportioned.emissions=52 t; apportioned.heatShare=45 %; apportioned.heatMade=260 GJ"],
        ["stack"] = ["list=gases; id=stack; gas=N2O; 2025-04=3 t; whyGaps=one month; globalWarmingPotential=265; source=analyser"],
        ["captured"] = ["list=capturedCo2; id=co2; 2025-04=50 t; whyGaps=one month; destination=soda works; leakage=2 t; receiverProof=meter statement"],
        ["bought"] = ["list=importedIntermediates; id=in; material=clinker; 2025-04=40 t; whyGaps=one month; factor=0.85 tCO2/t; source=guideline"],
        ["memo"] = ["list=memo; id=waste; kind=non-fossil CO2; 2025-04=40 t; whyGaps=one month"],
        ["certificates"] = ["list=renewableCertificates; id=rec; 2025-04=40 MWh"],
        ["second product"] = ["list=products; id=second; product=clinker; 2025-04=100 t; whyGaps=one month; equivalence=1.05; equivalenceSource=clinker factor"],
        ["measured PFC"] = ["list=pfcs; id=pots; method=measured; cf4=40 kg; c2f6=4 kg; c4f10=1 kg; c6f14=1 kg"],
        ["slope"] = ["list=pfcs; id=pots; method=slope; aluminium=1000 t; anodeEffectMinutesPerCellDay=0.2; slope=0.14; c2f6PerCf4=0.12; source=smelter"],
        ["overvoltage"] = ["list=pfcs; id=pots; method=overvoltage; aluminium=1000 t; overvoltageMillivolts=2; currentEfficiency=95 %; coefficient=1.16; coefficientBasis=per-cent; c2f6PerCf4=0.12; source=smelter"],
        ["bare amount"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=24 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100; unit=t; whyGaps=one month"],
        ["unusual"] = ["list=fuels; id=kiln; fuel=other-bituminous-coal; state=solid; ncv=8030 GJ/t; factor.tier=type-ii; factor.value=95 tCO2/TJ; factor.source=Lab; samples=12; 2025-04=100 t; whyGaps=one month"],
    };

    /// <summary>Columns whose stream is not the first that has them, or that stand in none above.</summary>
    private static readonly Dictionary<string, (string Stream, string Value)> Chosen = new(StringComparer.Ordinal)
    {
        ["list"] = ("coal", "fuels"),
        ["fuel"] = ("type-i", "other-bituminous-coal"),
        ["factor"] = ("grid", "0.71 tCO2/MWh"),
        ["source"] = ("steam", "supplier"),
        ["material"] = ("bought", "clinker"),
        ["coProcessing"] = ("share", "recommendation of the authority"),
        ["oxidationFactor"] = ("coal", "98 %"),
        ["evidence.document"] = ("coal", "weighbridge.csv"),
        ["previousYear"] = ("coal", "12 t"),
        ["whyUnusual"] = ("unusual", "unusual-calorific-value 8030: it is right"),
        ["carbonContent"] = ("carbon", "60 %"),
    };

    /// <summary>What it holds for comparison: nothing, or another word where nothing says what the line is.</summary>
    internal static string Instead(string column) => column switch
    {
        "list" => "processMaterials",
        "id" => "another",
        "analyses.period" => "2025-05",
        _ => "",
    };

    internal static IReadOnlyList<Dictionary<string, string>> Lines(string stream) =>
        [.. Streams[stream].Append(Product).Select(l => l.Split("; ").ToDictionary(c => c[..c.IndexOf('=', StringComparison.Ordinal)], c => c[(c.IndexOf('=', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal))];

    internal static (IReadOnlyList<Dictionary<string, string>> Lines, string Value) Of(string column)
    {
        if (Chosen.TryGetValue(column, out var chosen))
        {
            return (Lines(chosen.Stream), chosen.Value);
        }

        var stream = Streams.First(s => s.Value[0].Contains("; " + column + "=", StringComparison.Ordinal)).Key;
        var lines = Lines(stream);
        return (lines, lines[0][column]);
    }
}
