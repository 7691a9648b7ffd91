using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>Drafts instructions in the package's own JSON form, for adapters whose registry prescribes none.</summary>
public static class InstructionDraft
{
    /// <summary>The document, or why the instruction must not be filed.</summary>
    /// <param name="registry">The registry the instruction is for.</param>
    /// <param name="instruction">The instruction.</param>
    public static RegistryOutcome<InstructionDocument> Of(string registry, RegistryInstruction instruction)
    {
        var (code, reason) = Fault(Require.NotNull(registry), Require.NotNull(instruction));
        return code.Length == 0
            ? RegistryOutcome.Confirmed(new InstructionDocument(FileName(instruction), "application/json", Json(instruction)))
            : RegistryOutcome.Rejected<InstructionDocument>(code, reason);
    }

    private static (string Code, string Reason) Fault(string registry, RegistryInstruction instruction)
    {
        var units = instruction.Units;
        return units.Registry != registry ? ("other-registry", $"The units are of \"{units.Registry}\", not of \"{registry}\".")
            : units.Block is null ? ("no-numbers", "The serial prints no numbers, so the instruction could not say which units it means.")
            : units.Grammar.Unit != UnitOfAccount.TonneCo2e ? (UnitBoundary.NotTonnes, UnitBoundary.Reason(units.Grammar.Unit))
            : units.IsExAnte && instruction.Kind == InstructionKind.Retire ? ("ex-ante", "The units are promised for the future and must not be retired.")
            : instruction.FromAccount.Trim().Length == 0 ? ("no-account", "The account the units are in is missing.")
            : instruction.Reference.Trim().Length == 0 ? ("no-reference", "Without a reference the same instruction could be filed twice.")
            : instruction.Kind == InstructionKind.Transfer == string.IsNullOrWhiteSpace(instruction.ToAccount)
                ? ("to-account", "A transfer names the account the units go to; a retirement or cancellation does not.")
            : ("", "");
    }

    private static string FileName(RegistryInstruction instruction) =>
        instruction.Kind.ToString().ToLowerInvariant() + "-"
        + new string(instruction.Reference.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' ? c : '_').ToArray()) + ".json";

    private static string Json(RegistryInstruction instruction)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var block = instruction.Units.Block!.Value;
            json.WriteStartObject();
            json.WriteString("instruction", instruction.Kind.ToString().ToLowerInvariant());
            json.WriteString("reference", instruction.Reference);
            json.WriteString("registry", block.Registry);
            json.WriteString("serial", instruction.Units.Canonical);
            json.WriteString("start", block.Start.ToString());
            json.WriteString("end", block.End.ToString());
            json.WriteString("quantity", block.Count.ToString());
            json.WriteString("fromAccount", instruction.FromAccount);
            json.WriteString("toAccount", instruction.ToAccount);
            json.WriteString("beneficiary", instruction.Beneficiary);
            json.WriteString("purpose", instruction.Purpose);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n") + "\n";
    }
}
