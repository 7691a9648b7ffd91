using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Sdk.Assessments;

/// <summary>The results that are worst and best for the entity when unsettled points of law are read together, each whichever way.</summary>
/// <param name="Lowest">The most owed, or the least earned.</param>
/// <param name="Highest">The least owed, or the most earned.</param>
public sealed record CertificateRange(CertificateResult Lowest, CertificateResult Highest);
