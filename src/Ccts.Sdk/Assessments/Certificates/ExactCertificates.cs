using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Certificates;

/// <summary>
/// Certificates for emissions and products that are fractions, as in a pro-forma: the same rule as
/// <see cref="CertificateCalculator"/>, without rounding before the whole certificates.
/// </summary>
internal static class ExactCertificates
{
    /// <exception cref="OverflowException">A figure is larger than a decimal or a receipt can hold.</exception>
    internal static CertificateResult Calculate(Exact emissions, Exact product, EmissionIntensity target, CertificateRules rules, Workings workings)
    {
        var comparison = Achieved(emissions, product, target, rules).CompareTo(target);
        var side = comparison == 0 ? CertificateKind.Nil : comparison > 0 ? CertificateKind.Surrender : CertificateKind.Issue;
        var rounding = rules.RoundingOf(side);
        workings.LeanOn(rules.IntensityDecimals);
        workings.LeanOn(rounding);
        workings.LeanOn(rules.OutputMonths);
        var margin = (Exact.Of(target.TonnesPerUnit) * product) - emissions;
        var counted = (margin.Sign < 0 ? -margin : margin) * Exact.Of(rules.OutputMonths.Value) / Exact.Of(CertificateCalculator.MonthsOfYear);
        var tonnes = counted.TryToDecimal(out var value) ? value : throw new OverflowException("The margin is larger than a decimal can hold.");
        return side == CertificateKind.Nil
            ? new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(margin.Sign < 0 ? -tonnes : tonnes))
            : CertificateCalculator.Whole(side, tonnes, rounding.Value);
    }

    /// <summary>The intensity for the comparison: rounded once, never more coarsely than the target is printed.</summary>
    /// <exception cref="OverflowException">It is larger than a decimal can hold.</exception>
    internal static EmissionIntensity Achieved(Exact emissions, Exact product, EmissionIntensity? target, CertificateRules rules, OutputBasis basis = default) =>
        (emissions / product).TryRound(CertificateCalculator.Places(target, rules), out var achieved)
            ? EmissionIntensity.Of(achieved, target?.Basis ?? basis)
            : throw new OverflowException("The intensity is larger than a decimal can hold.");
}
