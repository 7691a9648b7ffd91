using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Sdk.Assessments;

/// <summary>The worst and the best result for the entity over all combinations of readings of unsettled law.</summary>
/// <param name="Lowest">The most owed, or the least earned.</param>
/// <param name="Highest">The least owed, or the most earned.</param>
public sealed record CertificateRange(CertificateResult Lowest, CertificateResult Highest);
