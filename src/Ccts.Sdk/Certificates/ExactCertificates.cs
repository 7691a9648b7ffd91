using System;
using Ccts.Sdk.Calculations;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Certificates;

/// <summary>
/// Certificates of emissions and products that are fractions, as those of a pro-forma: the same rule as
/// <see cref="CertificateCalculator"/>, rounded nowhere before the whole certificates.
/// </summary>
internal static class ExactCertificates
{
    /// <exception cref="OverflowException">A figure is larger than a decimal or a receipt can hold.</exception>
    internal static CertificateResult Calculate(Exact emissions, Exact product, EmissionIntensity target, CertificateRules rules, Workings workings)
    {
        workings.LeanOn(rules.IntensityDecimals);
        workings.LeanOn(rules.Rounding);
        workings.LeanOn(rules.OutputMonths);
        var margin = (Exact.Of(target.TonnesPerUnit) * product) - emissions;
        var counted = (margin.Sign < 0 ? -margin : margin) * Exact.Of(rules.OutputMonths.Value) / Exact.Of(CertificateCalculator.MonthsOfYear);
        var tonnes = counted.TryToDecimal(out var value) ? value : throw new OverflowException("The margin is larger than a decimal can hold.");
        return Achieved(emissions, product, target, rules).CompareTo(target) switch
        {
            0 => new CertificateResult(CertificateKind.Nil, 0, Co2e.FromTonnes(tonnes)),
            > 0 => CertificateCalculator.Whole(CertificateKind.Surrender, tonnes, rules.Rounding.Value),
            _ => CertificateCalculator.Whole(CertificateKind.Issue, tonnes, rules.Rounding.Value),
        };
    }

    /// <summary>The intensity as it is compared: rounded once, never more coarsely than the target is printed.</summary>
    /// <exception cref="OverflowException">It is larger than a decimal can hold.</exception>
    internal static EmissionIntensity Achieved(Exact emissions, Exact product, EmissionIntensity? target, CertificateRules rules, OutputBasis basis = OutputBasis.Tonne) =>
        (emissions / product).TryRound(CertificateCalculator.Places(target, rules), out var achieved)
            ? EmissionIntensity.Of(achieved, target?.Basis ?? basis)
            : throw new OverflowException("The intensity is larger than a decimal can hold.");
}
