using System.IO;
using System.Text.Json;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Reconciliation;

namespace Ccts.Cli.Commands.Serials;

/// <summary>A reconciliation as JSON: totals by class, then every finding. Tonnes and numbers are strings; written as it goes.</summary>
internal static class ReconciliationJson
{
    internal static void Write(ReconciliationReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = PrintableJson.Encoder });
        json.WriteStartObject();
        json.WriteBoolean("ok", report.Agrees);
        json.WriteNumber("rows", report.Rows);
        json.WriteNumber("laterRows", report.LaterRows);
        RecognisedFiles.WriteJson(report.Files, json, hasSides: true);
        json.WriteStartObject("totals");
        foreach (var kind in ReconciliationTotals.Classes)
        {
            json.WriteStartObject(ReconciliationReport.Word(kind));
            json.WriteString("local", Plain(report.Totals[kind, StatementSide.Local]));
            json.WriteString("registry", Plain(report.Totals[kind, StatementSide.Registry]));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            Write(finding, json);
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems)
        {
            json.WriteStringValue(problem.ToString());
        }

        json.WriteEndArray();
        json.WriteNumber("problemsNotListed", report.Untold);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void Write(ReconciliationFinding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("class", ReconciliationReport.Word(finding.Class));
        json.WriteString("registry", finding.Registry);
        json.WriteString("scope", finding.Scope);
        json.WriteString("start", finding.Range?.Start.ToString());
        json.WriteString("end", finding.Range?.End.ToString());
        json.WriteString("localTonnes", Plain(finding.LocalTonnes));
        json.WriteString("registryTonnes", Plain(finding.RegistryTonnes));
        Write("local", finding.Local, json);
        Write("atRegistry", finding.AtRegistry, json);
        Write("within", finding.Within, json);
        json.WriteEndObject();
    }

    private static void Write(string name, EntryPlace? place, Utf8JsonWriter json)
    {
        if (place is not { } row)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("file", row.File);
        json.WriteNumber("line", row.Line);
        json.WriteString("state", row.State.ToString());
        json.WriteEndObject();
    }

    internal static string Plain(decimal tonnes) => tonnes.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture);
}
