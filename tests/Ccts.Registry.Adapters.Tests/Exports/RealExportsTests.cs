using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Tests.Shared;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>Original export rows with their real headers: recognised, read, and their totals held against the columns.</summary>
public class RealExportsTests
{
    [Theory]
    [InlineData("verra/transactions.csv", "verra-transactions", 100)]
    [InlineData("gold-standard/issuances.csv", "gold-standard-issuances", 52)]
    [InlineData("gold-standard/retirements.csv", "gold-standard-retirements", 45)]
    [InlineData("american-carbon-registry/issuances.csv", "acr-issuances", 100)]
    [InlineData("american-carbon-registry/retirements.csv", "acr-retirements", 47)]
    [InlineData("american-carbon-registry/cancellations.csv", "acr-cancellations", 25)]
    [InlineData("climate-action-reserve/issuances.csv", "car-issuances", 100)]
    [InlineData("climate-action-reserve/retirements.csv", "car-retirements", 50)]
    [InlineData("climate-action-reserve/cancellations.csv", "car-cancellations", 24)]
    [InlineData("art-trees/issuances.csv", "art-issuances", 11)]
    [InlineData("art-trees/retirements.csv", "art-retirements", 3)]
    [InlineData("art-trees/cancellations.csv", "art-cancellations", 2)]
    [InlineData("cercarbono/issuances.csv", "cercarbono-issuances", 52)]
    [InlineData("cercarbono/retirements.csv", "cercarbono-retirements", 13)]
    [InlineData("isometric/issuances.csv", "isometric-issuances", 50)]
    [InlineData("isometric/retirements.csv", "isometric-retirements", 50)]
    [InlineData("arb/nc-arboc_issuance_sheet3.csv", "arb-issuances", 52)]
    public void Every_row_reads_and_its_block_has_the_stated_quantity(string file, string format, int rows)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Rows", file);
        var headers = File.ReadLines(path).First();
        Assert.Equal(format, ExportFormats.BuiltIn.Recognise(headers.Split(','))?.Id);
        using var stream = File.OpenRead(path);
        var all = new ExportReader().Read(stream, file).ToArray();
        Assert.Equal(rows, all.Select(row => row.Entry!.Line).Distinct().Count());
        Assert.All(all, row => Assert.Null(row.Problem));
        Assert.All(all, row => Assert.False(row.Entry!.HasQuantityFault));
        Assert.InRange(all.Count(row => row.Entry!.StatedQuantity is null), 0, format == "arb-issuances" ? 1 : 0);
        Assert.True(format.EndsWith("issuances", StringComparison.Ordinal) || all.All(r => r.Entry!.Block is not null || r.Entry.Registry == "isometric"));
    }

    [Fact]
    public void States_dates_and_conversions_are_what_the_registry_means()
    {
        Assert.Equal([(UnitState.Held, 55), (UnitState.RetiredOrCancelled, 45)], Count("verra/transactions.csv"));
        Assert.Equal([(UnitState.Retired, 43), (UnitState.Cancelled, 2)], Count("gold-standard/retirements.csv"));
        Assert.Equal([(UnitState.Converted, 25)], Count("american-carbon-registry/cancellations.csv"));
        Assert.Equal([(UnitState.Converted, 24)], Count("climate-action-reserve/cancellations.csv"));
        Assert.Equal([(UnitState.Cancelled, 2)], Count("art-trees/cancellations.csv"));
        Assert.Equal([(UnitState.Issued, 24), (UnitState.Buffer, 28)], Count("cercarbono/issuances.csv"));
        Assert.Equal(new NodaTime.LocalDate(2025, 11, 22), Rows("american-carbon-registry/cancellations.csv")[0].Date);
        Assert.Equal(new NodaTime.LocalDate(2026, 4, 13), Rows("gold-standard/issuances.csv")[0].Date);
        Assert.Equal(2710.062m + 55.308m, Rows("isometric/issuances.csv")[0].Quantity);
        Assert.Equal(("CAMM1009", "CAR2111", 2025), (Rows("arb/nc-arboc_issuance_sheet3.csv")[0].Project, Rows("arb/nc-arboc_issuance_sheet3.csv")[0].LinkedProject, Rows("arb/nc-arboc_issuance_sheet3.csv")[0].VintageYear));
        Assert.Equal("CDC_1_1_1_321_14_1:1000-62739", Rows("cercarbono/retirements.csv")[0].Block!.Value.Scope + ":" + Rows("cercarbono/retirements.csv")[0].Block!.Value.Range);
    }

    [Fact]
    public async Task Shipped_formats_follow_the_schema()
    {
        var schema = SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "Schemas", "export-format.schema.json"));
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Formats"), "*.json");
        Assert.Equal(ExportFormats.BuiltIn.All.Count, files.Length);
        foreach (var file in files)
        {
            Assert.Empty(schema.Errors(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        }
    }

    private static (UnitState, int)[] Count(string file) => Rows(file).GroupBy(e => e.State).OrderBy(g => g.Key != UnitState.Issued && g.Key != UnitState.Held && g.Key != UnitState.Retired).Select(g => (g.Key, g.Count())).ToArray();

    private static StatementEntry[] Rows(string file)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Rows", file));
        return new ExportReader().Read(stream, file).Select(r => r.Entry!).ToArray();
    }
}
