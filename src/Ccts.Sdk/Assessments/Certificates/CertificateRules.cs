using System.Collections.Generic;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.Assessments.Certificates;

/// <summary>Rounding, the pro-rata reading and environmental compensation.</summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
public sealed record CertificateRules
{
    /// <summary>Decimal places to which the achieved intensity is rounded before it is compared; the law is silent.</summary>
    public required LegalValue<int> IntensityDecimals { get; init; }

    /// <summary>How certificates are rounded to whole ones; the law is silent.</summary>
    public required LegalValue<CertificateRounding> Rounding { get; init; }

    /// <summary>How certificates to be surrendered are rounded, if differently; null if <see cref="Rounding"/> applies to both.</summary>
    public LegalValue<CertificateRounding>? SurrenderRounding { get; init; }

    /// <summary>
    /// Months of the year's output to which the target applies under the reading used, 1 to 12; certificates are computed for
    /// that share of the year. The shipped rulesets say 12, because the printed targets of a part year look already scaled.
    /// </summary>
    public required LegalValue<int> OutputMonths { get; init; }

    /// <summary>
    /// Months under the other reading of a schedule's note, by the instrument of the target row (7 for the First Schedule,
    /// 3 for the Second in 2025-26); empty if no note is reported.
    /// </summary>
    public required IReadOnlyDictionary<string, LegalValue<int>> OtherOutputMonths { get; init; }

    /// <summary>Clause under which shortfall is computed at the baseline when documents were not submitted (GEI Rules r.4(5)).</summary>
    public required Standing DeemedBaseline { get; init; }

    /// <summary>Clause of issue (GEI Rules r.5(2), DPCM s.8(1)(i)).</summary>
    public required Standing Issue { get; init; }

    /// <summary>Clause of surrender (GEI Rules r.5(3), DPCM s.8(4)(i)).</summary>
    public required Standing Surrender { get; init; }

    /// <summary>Multiple of the average price paid as environmental compensation (GEI Rules r.6): 2.</summary>
    public required LegalValue<decimal> CompensationMultiple { get; init; }

    /// <summary>Days to pay after it is imposed: 90.</summary>
    public required LegalValue<int> CompensationDays { get; init; }

    /// <summary>How certificates on a side of the target are rounded.</summary>
    internal LegalValue<CertificateRounding> RoundingOf(CertificateKind side) => side == CertificateKind.Surrender ? SurrenderRounding ?? Rounding : Rounding;

    /// <summary>Months after which a certificate expires: unknown, no text read sets a validity.</summary>
    public required LegalValue<int> ValidityMonths { get; init; }
}

/// <summary>How a computed number of certificates becomes a whole number.</summary>
public enum CertificateRounding
{
    /// <summary>To the nearest whole certificate, halves away from zero.</summary>
    Nearest,

    /// <summary>Fractions are dropped.</summary>
    TowardZero,

    /// <summary>Fractions count as a whole certificate.</summary>
    AwayFromZero,
}
