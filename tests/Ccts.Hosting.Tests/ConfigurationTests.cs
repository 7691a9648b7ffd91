using System;
using Ccts.Registry.Adapters.Registries;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ccts.Hosting.Tests;

/// <summary>Options from the host's configuration, read strictly.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public void A_section_reaches_every_part()
    {
        using var services = Add(("Ccts:Rules:Engine", "table"), ("Ccts:Registries:FormatsFolder", "layouts"), ("Ccts:Registries:Folders:verra", "exports/verra"), ("Ccts:Ledger:Path", "journal.db")).BuildServiceProvider();

        Assert.Equal(EngineKind.Table, services.GetRequiredService<DecisionEngines>().Kind);
        Assert.Equal(("layouts", "exports/verra"), (services.GetRequiredService<CctsRegistriesOptions>().FormatsFolder, services.GetRequiredService<CctsRegistriesOptions>().Folders["verra"]));
        Assert.Same(RulesetCatalog.Default, services.GetRequiredService<RulesetCatalog>());
    }

    [Theory]
    [InlineData("Ccts:Rules:Engin", "table", "Ccts:Rules:Engin is not known; expected one of Directory, IncludeShipped, Engine.")]
    [InlineData("Ccts:Rule:Engine", "table", "Ccts:Rule is not known; expected one of Rules, Registries, Ledger, Outbox.")]
    [InlineData("Ccts:Rules:Engine", "rete", "Ccts:Rules:Engine is \"rete\"; expected one of Automatic, Interpreted, Table, Fused, Columnar, NRules.")]
    [InlineData("Ccts:Rules:Engine", "2", "Ccts:Rules:Engine is \"2\"; expected one of")]
    [InlineData("Ccts:Rules:Engine", "table,fused", "Ccts:Rules:Engine is \"table,fused\"; expected one of")]
    [InlineData("Ccts:Rules:IncludeShipped", "yes", "Ccts:Rules:IncludeShipped is \"yes\"; expected true or false.")]
    [InlineData("Ccts:Rules:Directory", " ", "Ccts:Rules:Directory is blank")]
    [InlineData("Ccts:Rules:Directory:Path", "x", "Ccts:Rules:Directory has members; expected one value.")]
    [InlineData("Ccts:Registries:Folders:verra", "", "Ccts:Registries:Folders:verra is blank")]
    [InlineData("Ccts:Registries:Folders", "exports", "Ccts:Registries:Folders is \"exports\"; expected a section.")]
    [InlineData("Ccts:Rules", "table", "Ccts:Rules is \"table\"; expected a section.")]
    [InlineData("Ccts", "table", "Ccts is \"table\"; expected a section.")]
    [InlineData("Ccts:Rules:IncludeShipped", "false", "the catalog would be empty")]
    public void What_is_not_understood_is_refused_with_its_path(string key, string value, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Add((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var refused = Assert.Throws<ArgumentException>(() => Add(("Ccts:Rules:Engine", "rete"), ("Ccts:Registries:Folder", "x")));
        Assert.Contains("Ccts:Rules:Engine", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Ccts:Registries:Folder ", refused.Message, StringComparison.Ordinal);
    }

    private static IServiceCollection Add(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().Add(new Settings(settings)).Build();
        return new ServiceCollection().AddCcts(configuration.GetSection("Ccts"));
    }

    private sealed class Settings((string Key, string Value)[] settings) : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override void Load()
        {
            foreach (var (key, value) in settings)
            {
                Data[key] = value;
            }
        }
    }
}
