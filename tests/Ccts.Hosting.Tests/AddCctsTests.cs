using System;
using System.IO;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Serials;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ccts.Hosting.Tests;

/// <summary>One call registers the lot.</summary>
public sealed class AddCctsTests
{
    [Fact]
    public void Every_service_of_the_parts_is_there()
    {
        using var services = new ServiceCollection().AddCcts().AddRegistry<VerraFileAdapter>().BuildServiceProvider();
        Assert.Same(RulesetCatalog.Default, services.GetRequiredService<RulesetCatalog>());
        Assert.NotNull(services.GetRequiredService<LiveCatalog>());
        var engines = services.GetRequiredService<DecisionEngines>();
        var engine = engines.Resolve(new ComplianceYear(2025), new LocalDate(2026, 11, 22));
        Assert.Same(engine, engines.For(engine.Ruleset));
        Assert.Equal((EngineKind.Automatic, RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 11, 22))), (engine.Kind, engine.Ruleset));
        Assert.Same(SerialGrammars.BuiltIn, services.GetRequiredService<SerialGrammars>());
        Assert.Same(ExportFormats.BuiltIn, services.GetRequiredService<ExportFormats>());
        Assert.NotNull(services.GetRequiredService<ExportReader>());
        Assert.Equal("verra", Assert.Single(services.GetRequiredService<RegistryDirectory>().All).Registry);
    }

    [Fact]
    public void Options_reach_both_parts()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "ccts-no-such-folder");
        using var services = new ServiceCollection().AddCcts(r => r.Directory = nowhere, g => g.GrammarsFolder = nowhere).BuildServiceProvider();
        Assert.Contains(nowhere, Assert.ThrowsAny<Exception>(() => services.GetRequiredService<RulesetCatalog>()).Message, StringComparison.Ordinal);
        Assert.Contains(nowhere, Assert.ThrowsAny<Exception>(() => services.GetRequiredService<SerialGrammars>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_of_engine_is_the_hosts_to_choose()
    {
        using var services = new ServiceCollection().AddCcts(r => r.Engine = EngineKind.Table).BuildServiceProvider();
        Assert.Equal(EngineKind.Table, services.GetRequiredService<DecisionEngines>().For(RulesetCatalog.Default.Rulesets[0]).SingleKind);
    }

    [Fact]
    public void Bad_arguments_are_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>(() => ((IServiceCollection)null!).AddCcts());
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCcts(r => r.IncludeShipped = false));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCcts(r => r.Engine = (EngineKind)9));
    }
}
