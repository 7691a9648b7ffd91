using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds product that is counted twice: clinker that is ground into the cement, a total beside its rows. An intermediate that is sold is a product,
/// equivalent by a guideline (DPCM Annexure II), so such a pair is right if it names the guideline. If carbonates show how much there was, a pair
/// without it withholds: a tonne of clinker is never a tonne of cement.
/// </summary>
internal static class CountedTwice
{
    // Words for what became of a product, not for what it is.
    private static readonly string[] Standings = ["produced", "production", "made", "gross", "net", "despatched", "despatch", "despatche", "dispatched", "dispatch", "dispatche", "sold", "sale", "saleable", "salable", "packed", "shipped", "delivered", "total"];

    private static readonly char[] Seams = [' ', '-', '_', '/', ',', '.', '(', ')', '+'];

    internal static void Check(Result result)
    {
        MainProduct(result);
        if (result.Report.Products.Count < 2)
        {
            return;
        }

        Sum(result);
        Standing(result);
        foreach (var pairs in result.Rules.MadeFrom.GroupBy(m => m.Intermediate, StringComparer.OrdinalIgnoreCase))
        {
            Intermediate(result, pairs.Key, [.. pairs]);
        }
    }

    /// <summary>A product that equals another, or the sum of several others: a total entered with its rows.</summary>
    private static void Sum(Result result)
    {
        if (result.Rules.Of(PlausibilityRules.ProductTotal) is not { } near)
        {
            return;
        }

        foreach (var (whole, parts) in result.Products.GroupBy(p => p.Unit, StringComparer.Ordinal).SelectMany(unit => SumOfOthers.Find([.. unit.Select(StatedAmounts.Of)], near, result.Rules.Of(PlausibilityRules.SecondMeter))))
        {
            var what = parts.Count == 1
                ? $"and \"{parts[0].Name}\" {EnteredTwice.Same(whole, parts[0], near)}: the same product twice, or a row and its total"
                : $"what the other products have together, {EnteredTwice.Named(parts)}: a total divides nothing that its rows have not";
            result.Tell("product-counted-twice", whole.Place, $"\"{whole.Name}\" has {Slip.Shown(whole.Amounts.Total)} {whole.Unit}, {what}.", whole.Reason, needsReason: true);
        }
    }

    /// <summary>Whether a word says what became of a product, not what it is.</summary>
    internal static bool Stands(string word) => Standings.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Production and despatch of the same thing are one product.</summary>
    private static void Standing(Result result)
    {
        static string Of(CountedSource product) => string.Join(" ", Words(((ProductStream)product.Stream).Product).Where(w => !Stands(w)).Select(w => w.ToUpperInvariant()));
        static bool IsStanding(CountedSource product) => Words(((ProductStream)product.Stream).Product + " " + product.Stream.Id).Any(Stands);
        foreach (var same in result.Products.Where(p => p.Amount > 0m && p.Stream is ProductStream { Equivalence: 1m, EquivalentIn: null }).GroupBy(p => (p.Unit, Name: Of(p))).Where(s => s.Key.Name.Length > 0 && s.Skip(1).Any() && s.Any(IsStanding)))
        {
            var (first, second) = (same.First(), same.Skip(1).First());
            result.Tell("product-counted-twice", second.Place, $"\"{second.Stream.Id}\", {Slip.Shown(second.Amount)} {second.Unit}, and \"{first.Stream.Id}\", {Slip.Shown(first.Amount)} {first.Unit}, are called by what became of one product. What was made and what was despatched of it count once.", second.Stream.WhyUnusual ?? first.Stream.WhyUnusual, needsReason: true);
        }
    }

    /// <summary>Products are equivalent to the main one, which counts one for one. If every product counts for more, there is no main product.</summary>
    private static void MainProduct(Result result)
    {
        var made = result.Products.Where(p => p.Amount > 0m).ToList();
        if (made.Count > 0 && made.TrueForAll(p => p.Stream is ProductStream { Equivalence: > 1m, EquivalentIn: null }))
        {
            result.Tell("no-main-product", made[0].Place, $"Every product counts for more than it is: \"{made[0].Stream.Id}\" {Slip.Shown(((ProductStream)made[0].Stream).Equivalence)} times. Products are equivalent to a main one, which counts as 1.", made[0].Stream.WhyUnusual ?? result.Report.WhyUnusual, needsReason: false);
        }
    }

    private static void Intermediate(Result result, string name, List<MadeFrom> pairs)
    {
        var parts = result.Products.Where(p => p.Amount > 0m && p.Unit == OutputBasis.Tonne.Symbol && IsOf((ProductStream)p.Stream, name, pairs)).ToList();
        var wholes = parts.Count == 0 ? [] : result.Products.Where(p => p.Amount > 0m && p.Unit == OutputBasis.Tonne.Symbol && !parts.Contains(p)).Select(p => (p.Amount, p.Stream, Least: Least((ProductStream)p.Stream, pairs))).Where(p => p.Least is not null).ToList();
        if (wholes.Count == 0)
        {
            return;
        }

        var (entered, within) = (parts.Sum(p => p.Amount), wholes.Sum(w => w.Amount * w.Least!.Value));
        var what = $"{Slip.Shown(entered)} t of {name} and {Slip.Shown(wholes.Sum(w => w.Amount))} t of {pairs[0].Product} are both products";
        var reason = parts.Select(p => p.Stream.WhyUnusual).FirstOrDefault(r => r is not null) ?? result.Report.WhyUnusual;
        var isHeld = false;
        if (Made(result, name) is { } made && result.Rules.Of(PlausibilityRules.Intermediate) is { } range)
        {
            isHeld = true;
            var likelihood = made > 0m ? new Reference(made, made, range).Judge(entered + within) : Likelihood.Slip;
            if (likelihood != Likelihood.Usual)
            {
                result.Tell("product-counted-twice", parts[0].Place, $"{what}, and so much {pairs[0].Product} holds {Slip.Shown(within)} t of {name} or more. By its carbonates and purchases the plant had {Slip.Shown(made)} t at most: {name} that was ground here is in the {pairs[0].Product} already.", reason, likelihood == Likelihood.Slip);
                return;
            }
        }

        if (!parts.TrueForAll(p => IsEquivalent(p.Stream)) && !wholes.TrueForAll(w => IsEquivalent(w.Stream)))
        {
            result.Tell("product-counted-twice", parts[0].Place, $"{what}. {char.ToUpperInvariant(name[0])}{name.Substring(1)} is one only as far as it was sold or put into stock, by an \"equivalence\" with its \"equivalenceSource\"; so much {pairs[0].Product} goes with {Slip.Shown(within)} t of it or more.", reason, needsReason: isHeld || (result.Usual is { } usual && result.Intensity < usual.Least * usual.Range.UnusualBelow));
        }
    }

    private static bool IsEquivalent(MonitoredStream stream) => stream is ProductStream product && (product.Equivalence != 1m || product.EquivalentIn is not null) && !string.IsNullOrWhiteSpace(product.EquivalenceSource);

    /// <summary>The largest amount of an intermediate that the plant can have had: by the CO2 of the carbonates, plus purchases. Null if physics does not show it.</summary>
    private static decimal? Made(Result result, string name)
    {
        if (!result.Rules.CarbonateCo2.TryGetValue(name, out var each) || each <= 0m || !result.Law.Emissions.CarbonToCo2.TryGet(out var ratio))
        {
            return null;
        }

        var released = result.Report.ProcessMaterials.Sum(m => ProcessEmissions.Tonnes(m, result.Law.Emissions, result.Beside))
            + (result.Report.MassBalances.Sum(b => b.Inputs.Sum(BurntEnergy.Carbon)) * ratio.Numerator / ratio.Denominator);
        return (released / each) + result.Report.ImportedIntermediates.Sum(i => Words(i.Material).Contains(name, StringComparer.OrdinalIgnoreCase) && i.Amounts.TryTotal(out var bought) ? bought : 0m);
    }

    /// <summary>Whether it is the intermediate. The last name counts: "cement clinker" is clinker, "low-clinker cement" is cement.</summary>
    private static bool IsOf(ProductStream product, string name, List<MadeFrom> pairs)
    {
        var last = Last(product.Product, name);
        return last >= 0 ? last > pairs.Max(p => Last(product.Product, p.Product)) : Last(product.Id, name) >= 0 && pairs.TrueForAll(p => Last(product.Id, p.Product) < 0);
    }

    /// <summary>Tonnes of the intermediate in a tonne of the product at least; null for another product. A more specific name, such as OPC, takes precedence.</summary>
    private static decimal? Least(ProductStream product, List<MadeFrom> pairs)
    {
        var named = pairs.Where(p => Last(product.Product, p.Product) >= 0 || Last(product.Id, p.Product) >= 0).OrderBy(p => p.Least).Take(2).ToList();
        return named.Count == 0 ? null : named[named.Count - 1].Least;
    }

    /// <summary>Whether a product is called so.</summary>
    internal static bool Names(ProductStream product, string name) => Last(product.Product, name) >= 0;

    /// <summary>The last place in a text where the words of a name begin, or -1.</summary>
    private static int Last(string text, string name)
    {
        var (words, sought) = (Words(text), Words(name));
        for (var i = words.Length - sought.Length; i >= 0; i--)
        {
            if (words.Skip(i).Take(sought.Length).SequenceEqual(sought, StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    internal static string[] Words(string text) => [.. text.Split(Seams, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length > 3 && w.EndsWith("s", StringComparison.OrdinalIgnoreCase) ? w.Substring(0, w.Length - 1) : w)];
}
