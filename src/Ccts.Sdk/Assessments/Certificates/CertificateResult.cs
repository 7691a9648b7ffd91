using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Certificates;

/// <summary>Which way a compliance year ended.</summary>
public enum CertificateKind
{
    /// <summary>Better than the target: certificates are issued (GEI Rules r.5(2), DPCM s.8(1)(i)).</summary>
    Issue,

    /// <summary>Worse than the target: certificates are to be surrendered (GEI Rules r.5(3), DPCM s.8(4)(i)).</summary>
    Surrender,

    /// <summary>On target: none either way.</summary>
    Nil,

    /// <summary>There is no target for this entity and year, so there is no figure; not the same as zero.</summary>
    NoTarget,
}

/// <summary>Carbon credit certificates earned or owed; one certificate is 1 t CO2e.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Kind">Which way.</param>
/// <param name="Quantity">Whole certificates, 0 or more; null without a target.</param>
/// <param name="Unrounded">Tonnes before rounding, 0 or more, on the side that <paramref name="Kind"/> says; null without a target.</param>
public sealed record CertificateResult(CertificateKind Kind, long? Quantity, Co2e? Unrounded)
{
    /// <summary>No target, no figure.</summary>
    public static CertificateResult NoTarget { get; } = new(CertificateKind.NoTarget, null, null);
}
