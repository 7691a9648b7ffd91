using System;
using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// The one slip of an amount that would bring the intensity of a plant back to where it has been. An honest fall of a fifth nearly always has a stream
/// whose tenfold would fill it, so that a digit proves nothing: a fall is put down to a slip only if the slip is one of the unit, which is in every entry, if it
/// fills the fall to the last per cent, and if the stream is as even as what a plant lives on.
/// </summary>
/// <param name="IsBelieved">Whether the slip is why the plant fell.</param>
/// <param name="Said">The slip in words; null where none fits.</param>
internal readonly record struct SuspectedSlip(bool IsBelieved, string? Said)
{
    /// <summary>The slip that comes nearest to the baseline, one that is believed before others; none where none leads out of what is unusual.</summary>
    internal static SuspectedSlip Of(Result result, Reference reference, Likelihood likelihood, string unit)
    {
        var usual = Of(result, reference, i => reference.Judge(i) == Likelihood.Usual, unit);
        return usual.Said is null && likelihood == Likelihood.Slip ? Of(result, reference, i => reference.Judge(i) != Likelihood.Slip, unit) : usual;
    }

    private static SuspectedSlip Of(Result result, Reference reference, Func<decimal, bool> fits, string unit)
    {
        var baseline = reference.Least;
        var range = result.Rules.Of(PlausibilityRules.UndoneSlip);
        var best = (Distance: decimal.MaxValue, IsBelieved: false, Said: (string?)null);
        void Try(CountedSource source, Slip slip, decimal intensity)
        {
            if (intensity <= 0m || !fits(intensity))
            {
                return;
            }

            var distance = Slip.Far(intensity / baseline);
            var isBelieved = range?.WithheldAbove <= Slip.Far(slip.Times) && source.IsSteady && new Reference(baseline, baseline, range!).Judge(intensity) == Likelihood.Usual;
            if ((isBelieved, -distance).CompareTo((best.IsBelieved, -best.Distance)) > 0)
            {
                best = (distance, isBelieved, $" \"{source.Stream.Id}\":{slip.Said(source.Amount, source.Unit)} With that the intensity would be {Slip.Shown(intensity)} {unit}.");
            }
        }

        foreach (var (source, tonnes) in result.Sources.Select(s => (s, s.Tonnes())).Where(s => s.Item2 > 0m))
        {
            foreach (var slip in AmountSlips.Of(source.Unit))
            {
                Try(source, slip, (result.Emissions.Total.Tonnes + (tonnes * (slip.Times - 1m))) / result.Output.Value);
            }
        }

        foreach (var product in result.Products.Where(p => p.Amount > 0m))
        {
            foreach (var slip in AmountSlips.Of(product.Unit))
            {
                var output = result.Output.Value + (product.Amount * ((ProductStream)product.Stream).Equivalence * (slip.Times - 1m));
                Try(product, slip, output > 0m ? result.Emissions.Total.Tonnes / output : 0m);
            }
        }

        return new SuspectedSlip(best.IsBelieved, best.Said);
    }
}
