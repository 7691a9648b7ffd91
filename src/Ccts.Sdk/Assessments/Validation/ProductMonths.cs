using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Finds months in which a plant burnt, gave off and used as usual and made almost nothing: product that was not entered, or a digit too few. It costs the plant
/// certificates, so it is told and withholds nothing.
/// </summary>
internal static class ProductMonths
{
    private const string Code = "months-without-product";

    /// <summary>Not law: less may have been ground from stock, and not so little.</summary>
    private const decimal Least = 0.2m;

    internal static void Check(Result result)
    {
        var did = result.Activities;
        if (result.HasTold(Code) || result.Products.Exists(p => p.Outlier is not null) || did.Products is not { } products || PlantMonths.Of(did.Burnt, did.Process, did.Power) is not { Count: > 1 } activities || !result.Law.Monitoring.Materiality.TryGet(out var material))
        {
            return;
        }

        var expected = Expectation.Of(products, activities);
        var low = Enumerable.Range(0, products.Length).Where(m => products[m] < Least * expected[m]).ToList();
        if (low.Count == 0 || Expectation.Missing(products, expected, activities, low) < material * products.Sum())
        {
            return;
        }

        var unit = result.Output.Basis.Symbol;
        result.Tell(Code, result.Products.Count == 1 ? result.Products[0].Place : result.Report.Place, $"In {string.Join(", ", low.Select(m => result.Spans.Name(m)))} the plant went on as in its other {result.Spans.One}s and made {Slip.Shown(low.Sum(m => products[m]))} {unit}, where those lead one to expect {Slip.Shown(low.Sum(m => expected[m]))} {unit}. A {result.Spans.One} of product was left out, or has a digit too few.", result.Products[0].Stream.WhyUnusual ?? result.Report.WhyUnusual, needsReason: false);
    }
}
