using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>An emission factor of a ruleset of any kind, by its path.</summary>
internal sealed record FactorValue(string Path, string Title, string Value, bool IsBiogenic, Standing Standing)
{
    internal static IEnumerable<FactorValue> Of(FactorLibrary factors) =>
        factors.Fuels.Values.Select(f => Of(f.Factor, f.Name, f.Biogenic))
            .Concat(factors.Materials.Values.Select(m => Of(m.Factor, m.Factor.Path)))
            .Concat(factors.GlobalWarmingPotentials.Values.Select(p => Of(p, p.Path)))
            .Concat(factors.IpccFuels.Values.Select(i => Of(i, i.Path)))
            .Concat(factors.Grid.Select(g => Of(g.Factor, g.Factor.Path)));

    private static FactorValue Of<T>(LegalValue<T> value, string title, bool isBiogenic = false)
        where T : struct => new(value.Path, title, value.Value.ToString()!, isBiogenic, value.Standing);

    /// <summary>The value, with a note if it counts as zero.</summary>
    public override string ToString() => IsBiogenic ? Value + ", biogenic" : Value;
}
