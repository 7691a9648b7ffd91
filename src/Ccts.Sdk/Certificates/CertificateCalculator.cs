using System;
using Ccts.Sdk.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Certificates;

/// <summary>Certificates = target x equivalent product - GHG. Never divided first: a quotient multiplied back is wrong in half of the cases whose answer is whole.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class CertificateCalculator
{
    /// <summary>Certificates earned or owed for measured emissions.</summary>
    /// <param name="emissions">Total GHG of the year, t CO2e.</param>
    /// <param name="product">Equivalent product of the year, above zero.</param>
    /// <param name="target">Target intensity in the same output unit.</param>
    /// <param name="rules">Rounding policy and clauses.</param>
    /// <exception cref="UnitMismatchException">Target and product are in different output units.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The product is zero or negative.</exception>
    public static Calculated<CertificateResult> Calculate(Co2e emissions, Output product, EmissionIntensity target, CertificateRules rules)
    {
        Require.NotNull(rules);
        var workings = new Workings(keepSteps: true);
        return Calculated<CertificateResult>.From(Calculate(emissions, product, target, rules, workings), workings);
    }

    /// <summary>
    /// Certificates owed when the documents were not submitted: the baseline intensity is deemed achieved (GEI Rules r.4(5)).
    /// </summary>
    /// <param name="baseline">Baseline intensity.</param>
    /// <param name="product">Equivalent product of the year, above zero.</param>
    /// <param name="target">Target intensity in the same output unit.</param>
    /// <param name="rules">Rounding policy and clauses.</param>
    /// <exception cref="UnitMismatchException">The output units differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The product is zero or negative.</exception>
    public static Calculated<CertificateResult> CalculateDeemed(EmissionIntensity baseline, Output product, EmissionIntensity target, CertificateRules rules)
    {
        Require.NotNull(rules);
        var workings = new Workings(keepSteps: true);
        return Calculated<CertificateResult>.From(Calculate(Deemed(baseline, product, rules, workings), product, target, rules, workings), workings);
    }

    /// <summary>Achieved intensity, rounded as it is compared.</summary>
    internal static EmissionIntensity Rounded(EmissionIntensity unrounded, CertificateRules rules) =>
        EmissionIntensity.Of(Math.Round(unrounded.TonnesPerUnit, rules.IntensityDecimals.Value, MidpointRounding.AwayFromZero), unrounded.Basis);

    internal static EmissionIntensity Unrounded(Co2e emissions, Output product) => product.Value > 0m
        ? EmissionIntensity.Of(emissions.Tonnes / product.Value, product.Basis)
        : throw new ArgumentOutOfRangeException(nameof(product), "An intensity needs production above zero.");

    internal static Co2e Deemed(EmissionIntensity baseline, Output product, CertificateRules rules, Workings workings)
    {
        var emissions = baseline * product;
        if (workings.Steps is not null)
        {
            workings.Note(
                "certificates",
                "emissions deemed at the baseline intensity",
                [Times("baseline intensity", baseline.TonnesPerUnit, Text(baseline)), Times("equivalent product", product.Value, Text(product))],
                emissions.Tonnes,
                "t",
                clause: rules.DeemedBaseline.Source);
        }

        return emissions;
    }

    internal static CertificateResult Calculate(Co2e emissions, Output product, EmissionIntensity target, CertificateRules rules, Workings workings)
    {
        var allowed = target * product;
        var margin = allowed.Tonnes - emissions.Tonnes;
        var achieved = Rounded(Unrounded(emissions, product), rules);
        workings.LeanOn(rules.IntensityDecimals);
        workings.LeanOn(rules.Rounding);
        workings.LeanOn(rules.OutputMonths);
        var comparison = achieved.CompareTo(target);
        var standing = comparison > 0 ? rules.Surrender : rules.Issue;
        if (workings.Steps is not null)
        {
            var step = workings.Note("certificates", "emissions at the target", [Times("target intensity", target.TonnesPerUnit, Text(target)), Times("equivalent product", product.Value, Text(product))], allowed.Tonnes, "t");
            workings.Note(
                "certificates",
                "margin below the target",
                [new(OperandRole.Plus, "emissions at the target", allowed.Tonnes, "t", step), new(OperandRole.Minus, "total GHG", emissions.Tonnes, "t")],
                margin,
                "t",
                clause: standing.Source);
        }

        if (comparison == 0)
        {
            return new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(Math.Abs(margin)));
        }

        return Whole(comparison > 0 ? CertificateKind.Surrender : CertificateKind.Issue, Math.Abs(margin), rules.Rounding.Value);
    }

    internal static CertificateResult Whole(CertificateKind kind, decimal tonnes, CertificateRounding rounding)
    {
        var quantity = (long)(rounding == CertificateRounding.Nearest ? Math.Round(tonnes, 0, MidpointRounding.AwayFromZero) : Math.Truncate(tonnes));
        return new CertificateResult(quantity == 0 ? CertificateKind.Nil : kind, quantity, Co2e.FromTonnes(tonnes));
    }

    private static Operand Times(string name, decimal value, string unit) => new(OperandRole.Times, name, value, unit);

    private static string Text<T>(T quantity)
        where T : struct, IQuantity => quantity.CanonicalUnit;
}
