using System;
using System.IO;
using System.Linq;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ccts.Hosting.Tests;

/// <summary>A host brings its own plant in a changed copy of a shipped year, as the tool's user does with <c>--rules</c>.</summary>
public sealed class OwnPlantTests : IDisposable
{
    private const string Row = "CMTOE099RJ,My Own Works,Cement,,RJ,2023-24,1000000,0.8000,0.7900,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n";
    private static readonly LocalDate Today = new(2026, 11, 29);
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-own").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_changed_copy_takes_the_place_of_the_shipped_revision(bool includeShipped)
    {
        Copy("2025-26");
        File.AppendAllText(Path.Combine(_folder, "2025-26", "targets.csv"), Row);

        var tool = RulesetCatalog.FromDirectory(_folder).Resolve(new ComplianceYear(2025), Today);
        using var services = new ServiceCollection().AddCcts(r => (r.Directory, r.IncludeShipped) = (_folder, includeShipped)).BuildServiceProvider();
        var catalog = services.GetRequiredService<RulesetCatalog>();
        var host = catalog.Resolve(new ComplianceYear(2025), Today);

        Assert.Equal(tool.Identity, host.Identity);
        Assert.Equal("0.79 tCO2e/t", host.Assessment.Targets["CMTOE099RJ"].Target.ToString());
        Assert.Equal(includeShipped, catalog.TryResolve(new ComplianceYear(2026), Today, out _, out _));
    }

    /// <summary>A copy of an earlier revision, changed: a later one that ships in the meantime must not take its place unseen.</summary>
    [Fact]
    public void A_changed_copy_of_an_earlier_revision_is_not_overtaken_by_a_shipped_one()
    {
        Copy("2025-26-revision-1");
        File.AppendAllText(Path.Combine(_folder, "2025-26-revision-1", "targets.csv"), Row);

        var catalog = RulesetCatalog.FromDirectory(_folder).Over(RulesetCatalog.Default);

        Assert.Contains("CMTOE099RJ", catalog.Resolve(new ComplianceYear(2025), Today).Assessment.Targets.Keys);
        Assert.Equal(RulesetCatalog.Default.Resolve(new ComplianceYear(2026), Today).Identity, catalog.Resolve(new ComplianceYear(2026), Today).Identity);
    }

    [Fact]
    public void What_the_host_adds_or_repeats_leaves_the_shipped_ones_as_they_are()
    {
        Copy("2025-26");
        Copy("2026-27", "next", ("\"revision\": 2,", "\"revision\": 3,"), ("\"published\": \"2026-11-28\"", "\"published\": \"2027-02-01\""));

        var catalog = RulesetCatalog.FromDirectory(_folder).Over(RulesetCatalog.Default);

        Assert.Equal(RulesetCatalog.Default.Rulesets.Count + 1, catalog.Rulesets.Count);
        Assert.Equal(2, catalog.Resolve(new ComplianceYear(2026), Today).Identity.Revision);
        Assert.Equal(3, catalog.Resolve(new ComplianceYear(2026), new LocalDate(2027, 2, 1)).Identity.Revision);
        Assert.Equal(RulesetCatalog.Default.Overlays.Select(o => o.Id), catalog.Overlays.Select(o => o.Id));
    }

    private void Copy(string year, string? name = null, params (string From, string To)[] edits)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", year);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, name ?? year, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            var text = File.ReadAllText(file);
            File.WriteAllText(to, Path.GetFileName(file) == "ruleset.json" ? edits.Aggregate(text, (t, e) => t.Replace(e.From, e.To, StringComparison.Ordinal)) : text);
        }
    }
}
