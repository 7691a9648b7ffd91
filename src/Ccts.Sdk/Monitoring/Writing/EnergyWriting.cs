using Ccts.Sdk.Quantities;
using System.Text.Json.Nodes;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Writes electricity, heat, exports, captured CO2, memo items, offered certificates and products.</summary>
internal static class EnergyWriting
{
    internal static void Electricity(JsonObject json, ElectricityStream stream)
    {
        json["supply"] = ReportWords.Supplies[stream.Supply];
        json.AddAmounts(stream.Amounts);
        json.AddQuantity("factor", stream.Factor);
        json.AddText("factorSource", stream.FactorSource);
        if (stream.NoDoubleCountUndertaking)
        {
            json["noDoubleCountUndertaking"] = true;
        }

        json.AddQuantity("previousYear", stream.PreviousYear);
    }

    internal static void ImportedHeat(JsonObject json, ImportedHeatStream stream)
    {
        AddHeat(json, stream.Amounts, stream.Steam, stream.Carrier);
        json["factor"] = stream.Factor.ToString();
        json["source"] = stream.Source;
    }

    internal static void ExportedPower(JsonObject json, ExportedPowerStream stream)
    {
        json.AddAmounts(stream.Amounts);
        json.AddQuantity("factor", stream.Factor);
        json.AddText("factorSource", stream.FactorSource);
        AnalysisWriting.AddList(json, "generation", stream.Generation, (item, unit) =>
        {
            item["unit"] = unit.Unit;
            item["net"] = unit.Net.ToString();
            item.AddText("heatRate", unit.GigajoulesPerMegawattHour is { } rate ? MonitoredUnits.Write(rate, MonitoredUnits.HeatRate) : null);
            item.AddQuantity("factor", unit.Factor);
        });
    }

    internal static void ExportedHeat(JsonObject json, ExportedHeatStream stream)
    {
        AddHeat(json, stream.Amounts, stream.Steam, stream.Carrier);
        if (stream.Apportioned is { } apportioned)
        {
            var part = new JsonObject { ["emissions"] = apportioned.Emissions.ToString() };
            part.AddNumber("heatShare", apportioned.HeatShare);
            part["heatMade"] = apportioned.HeatMade.ToString();
            json["apportioned"] = part;
        }

        if (stream.Apportioned is null || stream.Factor != default)
        {
            json["factor"] = stream.Factor.ToString();
        }

        json["source"] = stream.Source;
    }

    internal static void CapturedCo2(JsonObject json, CapturedCo2Stream stream)
    {
        json.AddAmounts(stream.Amounts);
        json["destination"] = stream.Destination;
        json.AddQuantity("leakage", stream.Leakage);
        json.AddText("receiverProof", stream.ReceiverProof);
    }

    private static void AddHeat(JsonObject json, Amounts<Energy> amounts, MeteredSteam? steam, HeatCarrier? carrier)
    {
        if (steam is null)
        {
            json.AddAmounts(amounts);
        }
        else
        {
            json.AddAmounts(steam.Amounts);
            json["enthalpy"] = MonitoredUnits.Write(steam.GigajoulesPerTonne, MonitoredUnits.Enthalpy);
            json["returnEnthalpy"] = MonitoredUnits.Write(steam.ReturnGigajoulesPerTonne, MonitoredUnits.Enthalpy);
            json["steamState"] = steam.State;
            json["enthalpySource"] = steam.Source;
        }

        json.AddText("carrier", carrier is { } by ? ReportWords.Carriers[by] : null);
    }

    internal static void Memo(JsonObject json, MemoStream stream)
    {
        json["kind"] = stream.Kind;
        json.AddAmounts(stream.Amounts);
    }

    internal static void Certificates(JsonObject json, OfferedCertificates stream) => json["amount"] = stream.Amount.ToString();

    internal static void Product(JsonObject json, ProductStream stream)
    {
        json["product"] = stream.Product;
        switch (stream.Amounts)
        {
            case ProductInTonnes tonnes:
                json.AddAmounts(tonnes.Amounts);
                break;
            case ProductInMegawattHours electricity:
                json.AddAmounts(electricity.Amounts);
                break;
            case ProductInRefineryThroughput throughput:
                json.AddAmounts(throughput.Amounts);
                break;
            case ProductInUnit other:
                json.AddAmounts(other.Amounts);
                break;
        }

        if (stream.EquivalentIn is { } into)
        {
            json["equivalence"] = $"{Output.Of(stream.Equivalence, into)}/{stream.Amounts.Basis}";
        }
        else
        {
            json.AddNumber("equivalence", stream.Equivalence == 1m ? null : stream.Equivalence);
        }

        json.AddText("equivalenceSource", stream.EquivalenceSource);
    }
}
