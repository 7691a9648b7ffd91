using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Spectre.Console;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Reports the format with which each file was read, and why, for people and for programs.</summary>
internal static class RecognisedFiles
{
    private const int MostNamed = 10;

    /// <param name="files">The files.</param>
    /// <param name="account">Where to.</param>
    /// <param name="hasSides">Whether there are two sides to distinguish.</param>
    internal static void Print(StatementFiles files, Account account, bool hasSides)
    {
        foreach (var (side, recognition) in files.Recognised)
        {
            var notRead = recognition.NotRead.Count > 0
                ? " Nothing is read from " + string.Join(", ", recognition.NotRead.Take(MostNamed).Select(h => "\"" + h + "\"")) + (recognition.NotRead.Count > MostNamed ? ", …" : "") + "."
                : "";
            account.Sentence((hasSides ? Word(side) + " " : "") + recognition + notRead);
        }

        foreach (var name in files.PassedOver)
        {
            account.Sentence($"{name}: passed over, it is no export.");
        }
    }

    internal static void WriteJson(StatementFiles files, Utf8JsonWriter json, bool hasSides)
    {
        json.WriteStartArray("formats");
        foreach (var (side, recognition) in files.Recognised)
        {
            json.WriteStartObject();
            if (hasSides)
            {
                json.WriteString("side", Word(side));
            }

            json.WriteString("file", recognition.File);
            json.WriteString("format", recognition.Format);
            json.WriteString("registry", recognition.Registry);
            json.WriteString("choice", recognition.Choice switch { ExportChoice.Named => "named", ExportChoice.Registry => "by-registry", ExportChoice.Ledger => "own-ledger", _ => "by-headers" });
            Write("because", recognition.Because, json);
            json.WriteString("layout", recognition.Layout);
            Write("notRead", recognition.NotRead, json);
            json.WriteString("separator", recognition.Separator?.ToString());
            json.WriteString("text", recognition.Form.ToString());
            json.WriteNumber("headerLine", recognition.HeaderLine);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write("passedOver", files.PassedOver, json);
    }

    private static string Word(StatementSide side) => side == StatementSide.Local ? "ledger" : "registry";

    private static void Write(string name, IEnumerable<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
