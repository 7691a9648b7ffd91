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
        json.AddAmounts(stream.Amounts);
        json["factor"] = stream.Factor.ToString();
        json["source"] = stream.Source;
    }

    internal static void ExportedPower(JsonObject json, ExportedPowerStream stream)
    {
        json.AddAmounts(stream.Amounts);
        json.AddQuantity("factor", stream.Factor);
        json.AddText("factorSource", stream.FactorSource);
    }

    internal static void ExportedHeat(JsonObject json, ExportedHeatStream stream)
    {
        json.AddAmounts(stream.Amounts);
        json["factor"] = stream.Factor.ToString();
        json["source"] = stream.Source;
    }

    internal static void CapturedCo2(JsonObject json, CapturedCo2Stream stream)
    {
        json.AddAmounts(stream.Amounts);
        json["destination"] = stream.Destination;
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
        }

        json.AddNumber("equivalence", stream.Equivalence == 1m ? null : stream.Equivalence);
        json.AddText("equivalenceSource", stream.EquivalenceSource);
    }
}
