using System;
using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// The slip of an amount that would bring a plant's intensity back to its baseline. An honest fall of a fifth nearly always has a stream
/// whose tenfold would explain it, so a digit proves nothing. A slip explains a fall only if it is one of the unit, which affects every entry, if it
/// brings the plant back near its baseline, and if the stream is as even as a plant's main streams.
/// </summary>
/// <param name="IsBelieved">Whether the slip is why the plant fell.</param>
/// <param name="Said">The slip in words; null where none fits.</param>
internal readonly record struct SuspectedSlip(bool IsBelieved, string? Said)
{
    /// <summary>The slip that comes nearest to the baseline, a convincing one first; null if none makes the result usual.</summary>
    internal static SuspectedSlip Of(Result result, Reference reference, Likelihood likelihood, string unit)
    {
        // A slip that still leaves the plant some tenths from its baseline does not explain the fall.
        var near = result.Rules.Of(PlausibilityRules.UndoneSlip) is { } undone ? reference with { Range = undone } : reference;
        var usual = Of(result, reference, i => reference.Judge(i) == Likelihood.Usual && near.Judge(i) == Likelihood.Usual, unit);
        return usual.Said is not null || likelihood != Likelihood.Slip ? usual : Alone(result, reference, unit);
    }

    /// <summary>A stream that alone has more emissions than any plant, and the slip that explains it, even if the rest of the report is incomplete.</summary>
    private static SuspectedSlip Alone(Result result, Reference reference, string unit)
    {
        foreach (var (source, intensity) in result.Sources.Select(s => (s, s.Tonnes() / result.Output.Value)).Where(s => s.Item2 > reference.Most * reference.Range.WithheldAbove))
        {
            foreach (var slip in AmountSlips.Of(source.Unit).Where(s => s.Times < 1m && intensity * s.Times <= reference.Most * reference.Range.UnusualAbove).OrderByDescending(s => s.Times).Take(1))
            {
                return new SuspectedSlip(false, $" \"{source.Name}\":{slip.Said(source.Amount, source.Unit)} With that it would give off {Slip.Shown(intensity * slip.Times)} {unit}.");
            }
        }

        return default;
    }

    private static SuspectedSlip Of(Result result, Reference reference, Func<decimal, bool> fits, string unit)
    {
        var baseline = reference.Least;
        var range = result.Rules.Of(PlausibilityRules.UndoneSlip);
        var best = (Distance: decimal.MaxValue, IsBelieved: false, Said: (string?)null);
        void Try(CountedSource source, Slip slip, decimal intensity, bool canBeBelieved)
        {
            if (intensity <= 0m || !fits(intensity))
            {
                return;
            }

            var distance = Slip.Far(intensity / baseline);
            var isBelieved = canBeBelieved && range?.WithheldAbove <= Slip.Far(slip.Times) && source.IsSteady && new Reference(baseline, baseline, range!).Judge(intensity) == Likelihood.Usual;
            if ((isBelieved, -distance).CompareTo((best.IsBelieved, -best.Distance)) > 0)
            {
                best = (distance, isBelieved, $" \"{source.Name}\":{slip.Said(source.Amount, source.Unit)} With that the intensity would be {Slip.Shown(intensity)} {unit}.");
            }
        }

        foreach (var (source, tonnes) in result.Sources.Concat(result.Flows).Select(s => (s, s.Tonnes())).Where(s => s.Item2 > 0m))
        {
            foreach (var slip in AmountSlips.Of(source.Unit))
            {
                Try(source, slip, (result.Emissions.Total.Tonnes + (tonnes * (slip.Times - 1m))) / result.Output.Value, canBeBelieved: source.Flow is null);
            }
        }

        foreach (var product in result.Products.Where(p => p.Amount > 0m))
        {
            foreach (var slip in AmountSlips.Of(product.Unit))
            {
                var output = result.Output.Value + (product.Amount * ((ProductStream)product.Stream).Equivalence * (slip.Times - 1m));

                // A second product a thousand times too large exceeds everything else; one that only explains the fall is taken as stated.
                Try(product, slip, output > 0m ? result.Emissions.Total.Tonnes / output : 0m, canBeBelieved: false);
            }
        }

        return new SuspectedSlip(best.IsBelieved, best.Said);
    }
}
