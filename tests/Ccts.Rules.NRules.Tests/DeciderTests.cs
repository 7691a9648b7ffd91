using System;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Ccts.Rules.NRules.Tests;

/// <summary>NRules as the engine that a host chose: the answers of every other engine, to the byte.</summary>
public static class DeciderTests
{
    [Fact]
    public static void Every_engine_gives_the_same_bytes()
    {
        IDecider Decider(EngineKind kind) => new ServiceCollection().AddCctsRules(o => o.Engine = kind).AddCctsNRules().BuildServiceProvider().GetRequiredService<IDecider>();
        IDecider[] deciders = [Decider(EngineKind.Interpreted), Decider(EngineKind.Table), Decider(EngineKind.Fused), Decider(EngineKind.Columnar), Decider(EngineKind.NRules)];
        Assert.IsType<NRulesRulesets>(deciders[^1]);
        Assert.All(ShippedCases.All, shipped => Assert.All(shipped.Requests.Take(40), request =>
        {
            var answers = deciders.Select(d => DecisionJson.Write(d.Decide(shipped.Ruleset, request), explain: true).ToJsonString()).Distinct(StringComparer.Ordinal);
            Assert.Single(answers);
        }));
    }

    [Fact]
    public static void Without_its_package_registered_NRules_says_how_to_get_it()
    {
        using var services = new ServiceCollection().AddCctsRules(o => o.Engine = EngineKind.NRules).BuildServiceProvider();
        Assert.Contains("AddCctsNRules", Assert.Throws<InvalidOperationException>(services.GetRequiredService<IDecider>).Message, StringComparison.Ordinal);
        Assert.Equal(EngineKind.Automatic, services.GetRequiredService<DecisionEngines>().Kind);
        Assert.Throws<PlatformNotSupportedException>(() => DecisionEngine.Of(ShippedCases.Newest.Ruleset, EngineKind.NRules));
    }
}
