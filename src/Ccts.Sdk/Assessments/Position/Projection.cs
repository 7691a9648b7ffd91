using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>Certificates at the year's output, with the intensity unchanged: they are proportional to output. Multiplied first, divided last.</summary>
internal sealed class Projection(CertificateRules rules, Output soFar, Output year)
{
    /// <summary>Signed whole certificates, rounded as the rules say; null without a target.</summary>
    internal long? Of(CertificateResult result) => Of(result, rules.RoundingOf(result.Side).Value);

    /// <summary>The same, rounded as the caller says.</summary>
    internal long? Of(CertificateResult result, CertificateRounding rounding)
    {
        if (result.Unrounded is not { } tonnes)
        {
            return null;
        }

        // If the intensity equals the target so far, it does so at any output.
        if (result.Side == CertificateKind.Nil)
        {
            return 0;
        }

        var scaled = soFar.Value == year.Value ? Math.Abs(tonnes.Tonnes) : Math.Abs(tonnes.Tonnes) * year.Value / soFar.Value;
        var whole = CertificateCalculator.Whole(result.Side, scaled, rounding).Quantity;
        return result.Side == CertificateKind.Surrender ? -whole : whole;
    }

    /// <summary>A result rounded as the rules say and, if the law is silent on that, also the other way.</summary>
    internal IEnumerable<long> EitherWay(CertificateResult result)
    {
        if (Of(result) is { } used)
        {
            yield return used;
        }

        if (Readings.OtherRounding(rules, result.Side) is { } other && Of(result, other) is { } either)
        {
            yield return either;
        }
    }
}
