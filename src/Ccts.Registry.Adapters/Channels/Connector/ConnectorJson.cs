using System;
using System.IO;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>Bodies of requests.</summary>
internal static class ConnectorJson
{
    internal static byte[] Object(Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    internal static void List(Utf8JsonWriter json, string name, string one)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(one);
        json.WriteEndArray();
    }

    internal static byte[] Search(string program, string externalIdentifier) => Object(json =>
    {
        json.WriteString("program", program);
        json.WriteString("externalIdentifier", externalIdentifier);
    });

    internal static byte[] Retirement(UnitInstruction instruction, ConnectorLot lot, ConnectorOptions options) => Object(json =>
    {
        var quantity = instruction.Units.Count.ToUInt64();
        json.WriteBoolean("dryRun", false);
        json.WriteStartArray("retirements");
        json.WriteStartObject();
        json.WriteString("ein", lot.Ein);
        json.WriteNumber("quantity", quantity);
        json.WriteStartArray("quantityPerTaxLot");
        json.WriteStartObject();
        json.WriteNumber("taxLotId", lot.TaxLotId);
        json.WriteNumber("quantity", quantity);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("externalIdentifier", instruction.Key);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("attributes");
        foreach (var attribute in options.Attributes)
        {
            json.WriteString(attribute.Key, attribute.Value);
        }

        Attribute(json, options.BeneficiaryAttribute, instruction.Beneficiary);
        Attribute(json, options.PurposeAttribute, instruction.Purpose);
        json.WriteEndObject();
    });

    private static void Attribute(Utf8JsonWriter json, string? name, string? value)
    {
        if (name is not null && value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
