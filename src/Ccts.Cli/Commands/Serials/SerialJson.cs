using System.IO;
using System.Text.Json;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Serials;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Serials;

/// <summary>One JSON object per serial. The form is stable: see <c>docs/serial-grammars.md</c>.</summary>
internal sealed class SerialJson : ISerialAnswers
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    internal SerialJson(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = PrintableJson.Encoder });
    }

    public void Write(string input, SerialReading? reading, SerialError? error)
    {
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("input", input);
        _json.WriteBoolean("ok", reading is not null);
        if (reading is not null)
        {
            WriteReading(reading);
        }
        else
        {
            _json.WriteStartObject("error");
            _json.WriteString("code", error!.Code);
            _json.WriteNumber("position", error.Position);
            _json.WriteString("message", error.Message);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _json.Flush();
        _output.WriteByte((byte)'\n');
    }

    public void Flush() => _json.Flush();

    public void Dispose() => _json.Dispose();

    private void WriteReading(SerialReading reading)
    {
        _json.WriteString("registry", reading.Registry);
        _json.WriteString("grammar", reading.Grammar.Id);
        _json.WriteString("scope", reading.Scope);
        _json.WriteString("start", reading.Block?.Start.ToString());
        _json.WriteString("end", reading.Block?.End.ToString());
        _json.WritePropertyName("quantity");
        if (reading.Quantity is { } quantity)
        {
            _json.WriteRawValue(quantity.ToString());
        }
        else
        {
            _json.WriteNullValue();
        }

        _json.WriteString("project", reading.Project);
        _json.WriteString("vintageStart", Iso(reading.VintageStart));
        _json.WriteString("vintageEnd", Iso(reading.VintageEnd));
        _json.WriteString("country", reading.Country);
        _json.WriteStartObject("fields");
        foreach (var field in reading.Fields)
        {
            _json.WriteString(field.Key, field.Value);
        }

        _json.WriteEndObject();
        _json.WriteString("canonical", reading.Canonical);
        _json.WriteStartArray("warnings");
        foreach (var warning in reading.Warnings)
        {
            _json.WriteStringValue(warning);
        }

        _json.WriteEndArray();
    }

    private static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
