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

    /// <summary>No figure, because something it rests on looks like a slip, until that is corrected or explained.</summary>
    Withheld,
}

/// <summary>Carbon credit certificates earned or owed; one certificate is 1 t CO2e.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Kind">Which way.</param>
/// <param name="Quantity">Whole certificates, 0 or more; 0 when nil; null without a target.</param>
/// <param name="Unrounded">
/// Tonnes before rounding; null without a target. For issue and surrender 0 or more, on the side given by <paramref name="Kind"/> says; for nil
/// with their sign, above zero below the target and below zero above it.
/// </param>
public sealed record CertificateResult(CertificateKind Kind, long? Quantity, Co2e? Unrounded)
{
    /// <summary>
    /// The side of the target on which the compared intensity lies; nil if the two are equal. A result that is nil only through rounding to whole
    /// certificates has a side, and would not be nil with more output.
    /// </summary>
    public CertificateKind Side { get; init; } = Kind;

    /// <summary>Tonnes before rounding, above zero earned and below zero owed; zero if the compared intensity equals the target.</summary>
    internal decimal Signed => Side == CertificateKind.Nil || Unrounded is not { } tonnes ? 0m : Kind == CertificateKind.Surrender ? -tonnes.Tonnes : tonnes.Tonnes;

    /// <summary>Withheld, no figure.</summary>
    public static CertificateResult Withheld { get; } = new(CertificateKind.Withheld, null, null);

    /// <summary>No target, no figure.</summary>
    public static CertificateResult NoTarget { get; } = new(CertificateKind.NoTarget, null, null);

    /// <summary>Side and number, e.g. <c>issue 2409</c>; for logs and debuggers.</summary>
    public override string ToString() => Kind switch
    {
        CertificateKind.Issue => "issue " + Count,
        CertificateKind.Surrender => "surrender " + Count,
        CertificateKind.Nil => "nil",
        CertificateKind.NoTarget => "no target",
        _ => "withheld",
    };

    private string Count => Quantity?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
