using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>A report as JSON: what was claimed and confirmed as of a moment, for an auditor's file.</summary>
internal static class WatchReportText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    internal static string Write(RegistryWatchReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            json.WriteString("registry", report.Registry);
            json.WriteString("asOf", InstantPattern.ExtendedIso.Format(report.At));
            if (report.HoldingsAsOf is { } stated)
            {
                json.WriteString("holdingsAsOf", InstantPattern.ExtendedIso.Format(stated));
            }

            json.WriteBoolean("complete", report.IsComplete);
            json.WriteNumber("claimedTonnes", report.ClaimedTonnes);
            json.WriteNumber("confirmedTonnes", report.ConfirmedTonnes);
            json.WriteNumber("inFlightTonnes", report.InFlightTonnes);
            json.WriteNumber("quarantinedTonnes", report.QuarantinedTonnes);
            json.WriteStartArray("differences");
            foreach (var difference in report.Differences)
            {
                Write(json, difference);
            }

            json.WriteEndArray();
            json.WriteStartArray("problems");
            foreach (var problem in report.Problems)
            {
                json.WriteStringValue(string.Format(CultureInfo.InvariantCulture, "{0}: {1}", problem.Code, problem.Message));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Write(Utf8JsonWriter json, RegistryDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("class", difference.Class.ToString());
        if (difference.Account is { } account)
        {
            json.WriteString("account", account);
        }

        json.WriteString("scope", difference.Scope);
        if (difference.Range is { } range)
        {
            json.WriteString("start", range.Start.ToString());
            json.WriteString("end", range.End.ToString());
        }

        json.WriteNumber("localTonnes", difference.LocalTonnes);
        json.WriteNumber("registryTonnes", difference.RegistryTonnes);
        json.WriteEndObject();
    }
}
