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
        Assert.Equal(rows, all.Select(row => row.Entry?.Line ?? row.Problem!.Place.Line).Distinct().Count());
        Assert.Equal(format == "arb-issuances" ? ["row-without-units"] : [], all.Where(row => row.Problem is not null).Select(row => row.Problem!.Code));
        var entries = all.Where(row => row.Entry is not null).Select(row => row.Entry!).ToArray();
        Assert.All(entries, entry => Assert.False(entry.HasQuantityFault));
        Assert.All(entries, entry => Assert.NotNull(entry.StatedQuantity));
        Assert.All(entries.Where(e => e.RowQuantity is not null).GroupBy(e => e.Line), row => Assert.Equal(row.First().RowQuantity, row.Sum(e => e.StatedQuantity)));
        Assert.True(format.EndsWith("issuances", StringComparison.Ordinal) || entries.All(e => e.Block is not null || e.Registry == "isometric"));
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
        Assert.Equal(new NodaTime.LocalDate(2026, 4, 13), Rows("gold-standard/issuances.csv")[0].Issued);
        Assert.Equal([55.308m, 2710.062m], Rows("isometric/issuances.csv").Take(2).Select(e => e.Quantity));
        Assert.Equal(("CAMM1009", "CAR2111", 2025), (Rows("arb/nc-arboc_issuance_sheet3.csv")[0].Project, Rows("arb/nc-arboc_issuance_sheet3.csv")[0].LinkedProject, Rows("arb/nc-arboc_issuance_sheet3.csv")[0].VintageYear));
        Assert.Equal("CDC_1_1_1_321_14_1:1000-62739", Rows("cercarbono/retirements.csv")[0].Block!.Value.Scope + ":" + Rows("cercarbono/retirements.csv")[0].Block!.Value.Range);
    }

    // Added up from the rows by a program that knows nothing of this one.
    [Theory]
    [InlineData("arb/nc-arboc_issuance_sheet3.csv", UnitState.Retired, "3605694")]
    [InlineData("arb/nc-arboc_issuance_sheet3.csv", UnitState.Buffer, "11104")]
    [InlineData("arb/nc-arboc_issuance_sheet3.csv", UnitState.Issued, "828124")]
    [InlineData("climate-action-reserve/issuances.csv", UnitState.Converted, "1689091")]
    [InlineData("climate-action-reserve/issuances.csv", UnitState.Buffer, "363851")]
    [InlineData("climate-action-reserve/issuances.csv", UnitState.Issued, "8222114")]
    [InlineData("art-trees/issuances.csv", UnitState.Buffer, "3569215")]
    [InlineData("art-trees/issuances.csv", UnitState.Issued, "58753403")]
    [InlineData("american-carbon-registry/issuances.csv", UnitState.Buffer, "70953")]
    [InlineData("american-carbon-registry/issuances.csv", UnitState.Issued, "7678760")]
    [InlineData("isometric/issuances.csv", UnitState.Buffer, "943.601")]
    [InlineData("isometric/issuances.csv", UnitState.Issued, "39026.689")]
    public void A_row_with_several_states_is_several(string file, UnitState state, string tonnes) =>
        Assert.Equal(decimal.Parse(tonnes, System.Globalization.CultureInfo.InvariantCulture), Rows(file).Where(e => e.State == state).Sum(e => e.Quantity));

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
        return new ExportReader().Read(stream, file).Where(r => r.Entry is not null).Select(r => r.Entry!).ToArray();
    }
}
