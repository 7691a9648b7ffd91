using System.Diagnostics.CodeAnalysis;
using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>An instruction as the text that the ledger commits with its entry. The same instruction gives the same text.</summary>
public static class InstructionText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Kinds = ["transfer", "retire", "cancel"];

    /// <summary>The word for a kind of instruction.</summary>
    internal static string Word(InstructionKind kind) => Kinds[(int)kind];

    /// <summary>One line of JSON.</summary>
    public static string Write(UnitInstruction instruction)
    {
        Require.NotNull(instruction);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("key", instruction.Key);
            json.WriteString("instruction", Word(instruction.Kind));
            json.WriteString("registry", instruction.Units.Registry);
            json.WriteString("scope", instruction.Units.Scope);
            json.WriteString("start", instruction.Units.Start.ToString());
            json.WriteString("end", instruction.Units.End.ToString());
            Optional(json, "serial", instruction.Serial);
            json.WriteString("from", instruction.FromAccount);
            Optional(json, "to", instruction.ToAccount);
            Optional(json, "beneficiary", instruction.Beneficiary);
            Optional(json, "purpose", instruction.Purpose);
            if (instruction.Ledger is { } effect)
            {
                json.WriteStartObject("ledger");
                json.WriteString("account", effect.Account);
                json.WriteString("reservation", effect.Reservation);
                Optional(json, "to", effect.ToAccount);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads what <see cref="Write"/> has written. Strict: anything not understood makes it unreadable, so that nothing is sent half understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instruction">The instruction, where it can be read.</param>
    /// <param name="fault">Why not, in one sentence; empty if it can.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out UnitInstruction? instruction, out string fault)
    {
        instruction = null;
        try
        {
            using var document = JsonDocument.Parse(Require.NotNull(text));
            instruction = Read(document.RootElement);
            fault = instruction.Fault() ?? "";
            instruction = fault.Length == 0 ? instruction : null;
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            fault = bad.Message;
        }

        return instruction is not null;
    }

    /// <summary>The fingerprint of an instruction's text: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public static string Fingerprint(string text) => "sha256:" + Sha256Hex.Of(Encoding.UTF8.GetBytes(Require.NotNull(text)));

    private static UnitInstruction Read(JsonElement root)
    {
        string? key = null, kind = null, registry = null, scope = null, start = null, end = null, serial = null, from = null, to = null, beneficiary = null, purpose = null;
        LedgerEffect? ledger = null;
        var version = 0;
        foreach (var member in root.EnumerateObject())
        {
            switch (member.Name)
            {
                case "v" when version == 0: version = member.Value.GetInt32(); break;
                case "key" when key is null: key = member.Value.GetString(); break;
                case "instruction" when kind is null: kind = member.Value.GetString(); break;
                case "registry" when registry is null: registry = member.Value.GetString(); break;
                case "scope" when scope is null: scope = member.Value.GetString(); break;
                case "start" when start is null: start = member.Value.GetString(); break;
                case "end" when end is null: end = member.Value.GetString(); break;
                case "serial" when serial is null: serial = member.Value.GetString(); break;
                case "from" when from is null: from = member.Value.GetString(); break;
                case "to" when to is null: to = member.Value.GetString(); break;
                case "beneficiary" when beneficiary is null: beneficiary = member.Value.GetString(); break;
                case "purpose" when purpose is null: purpose = member.Value.GetString(); break;
                case "ledger" when ledger is null: ledger = Effect(member.Value); break;
                default: throw new FormatException($"An instruction has no member \"{member.Name}\", or has it twice.");
            }
        }

        var word = Array.IndexOf(Kinds, kind);
        return version != 1 ? throw new FormatException($"The instruction has version {version}; 1 is known.")
            : word < 0 ? throw new FormatException($"There is no instruction \"{kind}\".")
            : new UnitInstruction
            {
                Key = key ?? "",
                Kind = (InstructionKind)word,
                Units = new SerialBlock(registry ?? "", scope ?? "", BlockNumber.Parse(start ?? ""), BlockNumber.Parse(end ?? "")),
                Serial = serial,
                FromAccount = from ?? "",
                ToAccount = to,
                Beneficiary = beneficiary,
                Purpose = purpose,
                Ledger = ledger,
            };
    }

    private static LedgerEffect Effect(JsonElement element)
    {
        string? account = null, reservation = null, to = null;
        foreach (var member in element.EnumerateObject())
        {
            switch (member.Name)
            {
                case "account" when account is null: account = member.Value.GetString(); break;
                case "reservation" when reservation is null: reservation = member.Value.GetString(); break;
                case "to" when to is null: to = member.Value.GetString(); break;
                default: throw new FormatException($"The ledger's side of an instruction has no member \"{member.Name}\", or has it twice.");
            }
        }

        return new LedgerEffect(account ?? "", reservation ?? "", to);
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
