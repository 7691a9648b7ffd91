using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Something sold is either a product or a deduction, not both, and not deducted in two lists. Power, heat and CO2 leave as a product with an
/// equivalence, or as an export; carbon leaves with the product that holds it, or as the CO2 that went into it.
/// </summary>
internal static class SoldTwice
{
    private static readonly string[] Power = ["power", "electricity"];
    private static readonly string[] Heat = ["steam", "heat", "hot water", "chilled water"];
    private static readonly string[] Co2 = ["co2", "carbon dioxide"];
    private static readonly string[] Into = ["to", "in", "into", "for", "as"];
    private static readonly string[] Joins = ["co2", "carbon", "dioxide", "to", "in", "into", "for", "of", "as"];

    internal static void Check(Result result)
    {
        foreach (var product in result.Products.Where(p => p.Amount > 0m))
        {
            var stream = (ProductStream)product.Stream;
            if (result.Sources.Find(s => s.Amount > 0m && IsOf(s.Stream, stream)) is { } deducted)
            {
                result.Tell("sold-twice", product.Place, $"\"{stream.Id}\" is a product, {Slip.Shown(product.Amount)} {product.Unit}, and \"{deducted.Stream.Id}\" deducts {Slip.Shown(deducted.Amount)} {deducted.Unit}: what is sold divides the emissions as a product, or is deducted from them.", stream.WhyUnusual ?? deducted.Stream.WhyUnusual, needsReason: true);
            }
        }

        Carbon(result);
    }

    private static bool IsOf(MonitoredStream deducted, ProductStream product) => deducted switch
    {
        ExportedPowerStream => product.Amounts.Basis == OutputBasis.MegawattHour || Says(product, Power),
        ExportedHeatStream => (product.Amounts.Basis != OutputBasis.MegawattHour && Energy.TryParse("1 " + product.Amounts.Basis.Symbol, out _, out _)) || Says(product, Heat),
        CapturedCo2Stream => Says(product, Co2),
        _ => false,
    };

    /// <summary>Only for a product with an equivalence whose last words name it: power-loom cloth is not power.</summary>
    private static bool Says(ProductStream product, string[] names) => (product.EquivalentIn is not null || product.Equivalence != 1m) && CarbonNames.What(product.Product) is var words
        && Array.Exists(names, n => n.Split(' ') is var name && words.Length >= name.Length && words.Skip(words.Length - name.Length).SequenceEqual(name, StringComparer.OrdinalIgnoreCase));

    private static bool Has(string[] words, string[] names) => Array.Exists(names, n => n.Split(' ').All(w => words.Contains(w, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Urea holds the carbon of the CO2 from which it was made.</summary>
    private static void Carbon(Result result)
    {
        var report = result.Report;
        var outputs = report.MassBalances.SelectMany(b => b.Outputs.Select(o => (Balance: b, o.Material, Names: Telling(o.Material), IsCo2: Has(CountedTwice.Words(o.Material), Co2), Amount: EnergyBalance.Total(o.Amounts)))).Where(o => o.Amount > 0m && (o.IsCo2 || o.Names.Count > 0)).ToList();
        for (var i = 0; i < outputs.Count; i++)
        {
            var one = outputs[i];
            var other = outputs.Take(i).FirstOrDefault(o => o.IsCo2 ? IsFor(o.Material, o.Names, one.Names) : one.IsCo2 && IsFor(one.Material, one.Names, o.Names));

            // CO2 leaves by a balance or is captured; it belongs in one of the two lists.
            var captured = report.CapturedCo2.FirstOrDefault(c => EnergyBalance.Total(c.Amounts) > 0m && (one.IsCo2 || one.Names.IsSubsetOf(Telling(c.Destination))));
            if (other.Material is not null || captured is not null)
            {
                var place = one.Balance.Place.Line > 0 ? one.Balance.Place : SourcePlace.At("/massBalances");
                result.Tell("carbon-out-twice", place, $"\"{one.Material}\" leaves by \"{one.Balance.Id}\", and {(captured is null ? $"\"{other.Material}\" by \"{other.Balance.Id}\"" : $"\"{captured.Id}\" is captured for {ShownText.Short(captured.Destination)}")}: it is the same carbon.", one.Balance.WhyUnusual ?? captured?.WhyUnusual ?? report.WhyUnusual, needsReason: true);
            }
        }
    }

    /// <summary>Whether CO2 belongs to a product: named after it alone, or meant for it.</summary>
    private static bool IsFor(string co2, HashSet<string> names, HashSet<string> product)
    {
        var into = CountedTwice.Words(co2).SkipWhile(w => !Into.Contains(w, StringComparer.OrdinalIgnoreCase)).Select(w => w.Equals("carbamate", StringComparison.OrdinalIgnoreCase) ? "urea" : w);
        return product.Count > 0 && (names.SetEquals(product) || product.Overlaps(into.Where(w => !Joins.Contains(w, StringComparer.OrdinalIgnoreCase))));
    }

    private static HashSet<string> Telling(string? text) => new(CountedTwice.Words(text ?? "").Where(w => !Joins.Contains(w, StringComparer.OrdinalIgnoreCase)), StringComparer.OrdinalIgnoreCase);
}
