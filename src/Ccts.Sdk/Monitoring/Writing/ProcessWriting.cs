using System.Text.Json.Nodes;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Writes fuels, process materials, mass balances, PFCs and imported intermediates.</summary>
internal static class ProcessWriting
{
    internal static void Fuel(JsonObject json, FuelStream stream)
    {
        json["fuel"] = stream.Fuel;
        json["state"] = ReportWords.FuelStates[stream.State];
        switch (stream.Measured)
        {
            case WeighedFuel weighed:
                json.AddAmounts(weighed.Amounts);
                json.AddQuantity("ncv", weighed.Net);
                json.AddQuantity("gcv", weighed.Gross);
                json.AddQuantity("previousYear", weighed.PreviousYear);
                break;
            case MeteredLiquid liquid:
                json.AddAmounts(liquid.Amounts);
                json.AddQuantity("ncv", liquid.Net);
                json.AddQuantity("gcv", liquid.Gross);
                json.AddQuantity("previousYear", liquid.PreviousYear);
                json.AddStock(liquid.Stock, q => q.ToString());
                break;
            case MeteredGas gas:
                json.AddAmounts(gas.Amounts, volume => GasUnits.Write(volume, gas.Conditions));
                json.AddText("ncv", gas.Net is { } net ? GasUnits.Write(net, gas.CalorificConditions ?? gas.Conditions) : null);
                json.AddText("gcv", gas.Gross is { } gross ? GasUnits.Write(gross, gas.CalorificConditions ?? gas.Conditions) : null);
                json.AddText("previousYear", gas.PreviousYear is { } before ? GasUnits.Write(before, gas.Conditions) : null);
                json.AddStock(gas.Stock, q => GasUnits.Write(q, gas.Conditions));
                json.AddConditions(gas.Stated);
                break;
            case BilledEnergy billed:
                json.AddAmounts(billed.Amounts);
                json["energyBasis"] = ReportWords.CalorificBases[billed.Basis];
                json.AddNumber("netOverGross", billed.NetOverGross);
                json.AddText("netOverGrossSource", billed.NetOverGrossSource);
                json.AddQuantity("previousYear", billed.PreviousYear);
                break;
        }

        json.AddFactor(stream.Factor);
        json.AddNumber("carbonContent", stream.CarbonContent);
        json.AddNumber("oxidationFactor", stream.OxidationFactor);
        json.AddSamples(stream.Samples);
        json.AddStock(stream.Measured is WeighedFuel or BilledEnergy ? stream.Stock : null);
        AnalysisWriting.AddAnalyses(json, stream);
        json.AddNumber("moisture", stream.Moisture);
        json.AddText("basis", stream.Basis is { } basis ? ReportWords.Bases[basis] : null);
        AnalysisWriting.AddFlows(json, "unburnt", stream.Unburnt);
        json.AddNumber("biogenicShare", stream.BiogenicShare);
        json.AddText("biogenicShareSource", stream.BiogenicShareSource);
        json.AddText("coProcessing", stream.CoProcessing);
        if (stream.Composition is { } made)
        {
            AnalysisWriting.AddShares(json, made.Shares);
            json.AddText("molarVolume", made.MolarVolume is { } volume ? MonitoredUnits.Write(volume, MonitoredUnits.MolarVolume) : null);
            json["analysisSource"] = made.Source;
        }
    }

    internal static void Material(JsonObject json, ProcessMaterialStream stream)
    {
        json["material"] = stream.Material;
        json.AddAmounts(stream.Amounts);
        json.AddFactor(stream.Factor);
        json.AddNumber("conversionFactor", stream.ConversionFactor);
        json.AddSamples(stream.Samples);
        json.AddStock(stream.Stock);
        json.AddQuantity("previousYear", stream.PreviousYear);
        AnalysisWriting.AddAnalyses(json, stream);
        json.AddNumber("carbonContent", stream.CarbonContent);
        AnalysisWriting.AddShares(json, stream.Composition);
        json.AddText("analysisSource", stream.AnalysisSource);
        json.AddNumber("biogenicShare", stream.BiogenicShare);
        json.AddText("biogenicShareSource", stream.BiogenicShareSource);
    }

    internal static void Gas(JsonObject json, GasStream stream)
    {
        json["gas"] = stream.Gas;
        json.AddAmounts(stream.Amounts);
        json.AddNumber("globalWarmingPotential", stream.GlobalWarmingPotential);
        json["source"] = stream.Source;
    }

    internal static void MassBalance(JsonObject json, MassBalanceStream stream)
    {
        AnalysisWriting.AddFlows(json, "inputs", stream.Inputs);
        AnalysisWriting.AddFlows(json, "outputs", stream.Outputs);
        json.AddText("inputsElsewhere", stream.InputsElsewhere);
    }

    internal static void Pfc(JsonObject json, PfcStream stream)
    {
        switch (stream.Measured)
        {
            case MeasuredPfc measured:
                json["method"] = ReportWords.PfcMethods[ReportWords.PfcMethod.Measured];
                json["cf4"] = measured.Cf4.ToString();
                json["c2f6"] = measured.C2F6.ToString();
                json.AddQuantity("c4f10", GivenOff(measured.C4F10));
                json.AddQuantity("c6f14", GivenOff(measured.C6F14));
                break;
            case SlopePfc slope:
                json["method"] = ReportWords.PfcMethods[ReportWords.PfcMethod.Slope];
                json["aluminium"] = slope.Aluminium.ToString();
                json.AddNumber("anodeEffectMinutesPerCellDay", slope.AnodeEffectMinutesPerCellDay);
                json.AddNumber("slope", slope.Slope);
                json.AddNumber("c2f6PerCf4", slope.C2F6PerCf4);
                json["source"] = slope.Source;
                break;
            case OvervoltagePfc over:
                json["method"] = ReportWords.PfcMethods[ReportWords.PfcMethod.Overvoltage];
                json["aluminium"] = over.Aluminium.ToString();
                json.AddNumber("overvoltageMillivolts", over.OvervoltageMillivolts);
                json.AddNumber("currentEfficiency", over.CurrentEfficiency);
                json.AddNumber("coefficient", over.Coefficient);
                json.AddText("coefficientBasis", over.Basis is { } basis ? ReportWords.CoefficientBases[basis] : null);
                json.AddNumber("c2f6PerCf4", over.C2F6PerCf4);
                json["source"] = over.Source;
                break;
        }
    }

    internal static void Intermediate(JsonObject json, ImportedIntermediateStream stream)
    {
        json["material"] = stream.Material;
        json.AddAmounts(stream.Amounts);
        json["factor"] = stream.Factor.ToString();
        json["source"] = stream.Source;
    }

    private static Mass? GivenOff(Mass gas) => gas == default ? null : gas;
}
