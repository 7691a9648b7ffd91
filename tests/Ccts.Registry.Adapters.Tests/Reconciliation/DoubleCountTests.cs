using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Serials;
using Ccts.Registry.Adapters.Tests.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Tests.Reconciliation;

/// <summary>The real cases come out as labelled, from evidence alone: other ids change nothing, other quantities and states do.</summary>
public class DoubleCountTests
{
    private static int s_line;

    [Theory]
    [InlineData("CAR400", "VCS1528")]
    [InlineData("CAR7", "VCS90210")]
    public void The_same_tranche_alive_twice_is_a_double_count(string first, string second)
    {
        Assert.Equal(("DoubleCount", 45730m), Verdict(Row("car", first, 45730, UnitState.Issued, 2009), Row("verra", second, 45730, UnitState.Held, 2009)));
        Assert.Equal(("DoubleCount", 45730m), Verdict(Row("car", first, 45730, UnitState.Issued, null), Row("verra", second, 45730, UnitState.Retired, 2009)));
        Assert.Equal(("Conversion", 45730m), Verdict(Row("car", first, 45730, UnitState.Converted, 2009), Row("verra", second, 45730, UnitState.Held, 2009)));
        Assert.Equal(("Conversion", 45730m), Verdict(Row("car", first, 45730, UnitState.Cancelled, 2009), Row("verra", second, 45730, UnitState.Held, 2009)));
        Assert.Equal(("SameProject", 0m), Verdict(Row("car", first, 45731, UnitState.Issued, 2009), Row("verra", second, 45730, UnitState.Held, 2009)));
        Assert.Equal(("SameProject", 0m), Verdict(Row("car", first, 45730, UnitState.Issued, 2008), Row("verra", second, 45730, UnitState.Held, 2009)));
    }

    [Fact]
    public void Every_published_case_comes_out_as_labelled()
    {
        foreach (var known in CorpusLine.Objects("cross_registry"))
        {
            var kind = known.GetProperty("kind").GetString();
            var finder = new DoubleCountFinder();
            if (kind == "conversion")
            {
                var serial = known.GetProperty("cancelledSerial").GetString()!;
                var reading = SerialGrammars.BuiltIn.Read(serial);
                finder.Add(Row(reading.Registry, reading.Project!, 0, UnitState.Converted, reading.VintageEnd!.Value.Year) with { Block = reading.Block, StatedQuantity = null, Canonical = serial });
                finder.Add(Row("arb", known.GetProperty("carbProjectId").GetString()!, known.GetProperty("quantity").GetDecimal(), UnitState.Issued, known.GetProperty("vintageYear").GetInt32())
                    with { LinkedProject = known.GetProperty("oprProjectId").GetString() });
            }
            else
            {
                // Each side's own statement: the quantity where one is published, otherwise tranches that differ.
                var (a, b) = (Side(known, "a"), Side(known, "b"));
                var quantity = known.TryGetProperty("quantity", out var q) ? q.GetDecimal() : (decimal?)null;
                finder.Add(Row(a.Registry, a.Project, quantity ?? 1000, UnitState.Issued, null));
                finder.Add(Row(b.Registry, b.Project, quantity ?? 2000, UnitState.Issued, null) with { ConvertedFrom = kind == "same-project-converted" ? a.Registry : null });
                finder.Add(new ProjectLink(a.Registry, a.Project, b.Registry, b.Project));
            }

            var expected = kind switch
            {
                "double-count" => DoubleCountVerdict.DoubleCount,
                "same-project-disjoint-tranches" => DoubleCountVerdict.SameProject,
                _ => DoubleCountVerdict.Conversion,
            };
            Assert.Equal(expected, Assert.Single(finder.Find()).Verdict);
        }
    }

    [Fact]
    public void No_published_row_without_numbers_stands_twice_until_its_file_is_given_twice()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Rows"), "*.csv", SearchOption.AllDirectories))
        {
            var finder = new DoubleCountFinder();
            void Add(string name)
            {
                using var stream = File.OpenRead(path);
                foreach (var entry in new ExportReader().Read(stream, name).Where(r => r.Entry is not null).Select(r => r.Entry!))
                {
                    finder.Add(entry);
                }
            }

            Add("one.csv");
            Assert.DoesNotContain(finder.Find(), f => f.Verdict == DoubleCountVerdict.SameRow);
            var unnumbered = finder.UnnumberedTonnes;
            Add("again.csv");
            Assert.Equal(unnumbered, finder.Find().Where(f => f.Verdict == DoubleCountVerdict.SameRow).Sum(f => f.Tonnes));
        }
    }

    [Fact]
    public void The_real_exports_show_which_issuances_of_arb_replace_cancelled_credits()
    {
        var finder = new DoubleCountFinder();
        foreach (var file in new[] { "arb/nc-arboc_issuance_sheet3.csv", "american-carbon-registry/cancellations.csv", "climate-action-reserve/cancellations.csv" })
        {
            using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Rows", file));
            foreach (var row in new ExportReader().Read(stream, file).Where(r => r.Entry is not null))
            {
                finder.Add(row.Entry!);
            }
        }

        var found = finder.Find();
        Assert.Equal(0, found.Count(f => f.Verdict == DoubleCountVerdict.DoubleCount));
        var conversions = found.Where(f => f.Verdict == DoubleCountVerdict.Conversion).ToArray();
        Assert.Equal(
            CorpusLine.Objects("cross_registry").Where(c => c.GetProperty("kind").GetString() == "conversion").Select(c => c.GetProperty("quantity").GetDecimal()).Order(),
            conversions.Select(c => c.Tonnes).Order());
        Assert.All(conversions, c => Assert.Equal(DoubleCountEvidence.SameProject | DoubleCountEvidence.SameQuantity | DoubleCountEvidence.SameVintage | DoubleCountEvidence.CancelledAtSource, c.Evidence));
    }

    [Fact]
    public void The_mark_of_conversion_is_in_the_serial() =>
        Assert.Equal("biocarbon", SerialGrammars.BuiltIn.Read("BCR2CDC_106_7_1_321_14_CO_1_2_2019").ConvertedFrom);

    [Fact]
    public void The_same_numbers_stated_twice_are_a_double_count_without_any_link()
    {
        var finder = new DoubleCountFinder();
        foreach (var serial in new[] { "CAR-1-US-443-4-207-MI-2025-9734-1 to 25500", "CAR-1-US-443-4-207-MI-2025-9734-25000 to 26000" })
        {
            var reading = SerialGrammars.BuiltIn.Read(serial);
            finder.Add(Row("car", "443", 0, UnitState.Retired, 2025) with { Block = reading.Block, StatedQuantity = null });
        }

        var found = Assert.Single(finder.Find());
        Assert.Equal((DoubleCountVerdict.DoubleCount, DoubleCountEvidence.SameUnits, 501m), (found.Verdict, found.Evidence, found.Tonnes));
    }

    /// <summary>An export of blocks writes registry and scope as its host does: another case or a blank makes no second tonne.</summary>
    [Theory]
    [InlineData("ICM", "2025-26", 51)]
    [InlineData("icm", "2025\u201326", 51)]
    [InlineData("icm", "2025-26 ", 51)]
    [InlineData("icm", "2025-27", 0)]
    public void The_same_numbers_in_two_spellings_are_a_double_count(string registry, string scope, int tonnes)
    {
        StatementEntry Block(string of, string within, uint first, uint last) => Row(of, "x", 0, UnitState.Held, 2025) with { Project = null, Scope = within, Block = new SerialBlock(of, within, first, last), StatedQuantity = null };
        var (finder, reconciler) = (new DoubleCountFinder(), new Reconciler());
        foreach (var row in new[] { Block("icm", "2025-26", 1, 100), Block(registry, scope, 50, 150) })
        {
            finder.Add(row);
            reconciler.Add(StatementSide.Local, row);
            reconciler.Add(StatementSide.Registry, row);
        }

        Assert.Equal(tonnes, finder.Find().Sum(f => f.Tonnes));
        Assert.Equal(tonnes, reconciler.Findings().Where(f => f.Class == ReconciliationClass.Overlap).Sum(f => f.LocalTonnes));
    }

    private static (string, decimal) Verdict(StatementEntry first, StatementEntry second)
    {
        var finder = new DoubleCountFinder();
        finder.Add(first);
        finder.Add(second);
        finder.Add(new ProjectLink(first.Registry, first.Project!, second.Registry, second.Project!));
        var found = Assert.Single(finder.Find());
        return (found.Verdict.ToString(), found.Tonnes);
    }

    private static (string Registry, string Project) Side(JsonElement known, string name)
    {
        var id = known.GetProperty(name).GetString()!;
        var letters = new string(id.TakeWhile(char.IsLetter).ToArray());
        return (letters switch { "CAR" => "car", "ACR" => "acr", "VCS" => "verra", "BCR" => "biocarbon", _ => "cercarbono" }, id);
    }

    private static StatementEntry Row(string registry, string project, decimal quantity, UnitState state, int? vintage) =>
        new() { File = "made-up", Line = ++s_line, Registry = registry, Project = project, StatedQuantity = quantity, State = state, VintageYear = vintage };
}
