using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary><c>docs/reconciliation.md</c> names what there is: its format loads and reads, its ledger's states and its classes are all of them.</summary>
public class ReconciliationGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "reconciliation.md"));

    [Fact]
    public void Its_format_reads_an_export()
    {
        var json = Guide.Split("<!-- format -->")[1].Split("```json")[1].Split("```")[0];
        var reader = new ExportReader(SerialGrammars.BuiltIn, ExportFormats.BuiltIn.With(ExportFormats.FromFiles([("mail.json", new MemoryStream(Encoding.UTF8.GetBytes(json)))])));
        const string Mail = "Woodland blocks,Units,Fate,Since\nACR-US-1187-2025-2-1 to 10,10,felled,2026-05-01\nACR-US-1187-2025-2-11 to 20,10,,\n";
        var rows = reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Mail)), "mail.csv").ToArray();
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal([UnitState.Retired, UnitState.Held], rows.Select(r => r.Entry!.State));
    }

    [Fact]
    public void It_lists_every_class_evidence_role_and_state()
    {
        foreach (var kind in Enum.GetNames<ReconciliationClass>())
        {
            Assert.Contains("| `" + Kebab(kind) + "` |", Guide, StringComparison.Ordinal);
        }

        Assert.All(Enum.GetNames<DoubleCountVerdict>(), v => Assert.Contains("`" + v + "`", Guide, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<UnitState>().Except(["Unknown"]), s => Assert.Contains("`" + Kebab(s) + "`", Guide.Split("- `state`")[1], StringComparison.Ordinal));
        Assert.All(ColumnRoles.All, r => Assert.Contains("`" + r + "`", Guide.Split("- `columns`")[1], StringComparison.Ordinal));
        Assert.All(ExportFormats.BuiltIn.Find("ledger")!.State.Words.Keys.Where(s => s != "Canceled"), s => Assert.Contains("`" + s + "`", Guide, StringComparison.Ordinal));
    }

    private static string Kebab(string word) => string.Concat(word.Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));
}
