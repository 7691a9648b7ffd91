using System;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger.History;

namespace Ccts.Compliance.Accounts;

/// <summary>What is owed for a year before the account's.</summary>
/// <param name="Year">The year.</param>
/// <param name="Owed">Certificates to be surrendered for it; null where its certificates are withheld.</param>
/// <param name="Surrendered">What was surrendered for it; null where no ledger is at hand.</param>
public sealed record EarlierYear(ComplianceYear Year, long? Owed, long? Surrendered)
{
    /// <summary>What is still owed; null where it is not known.</summary>
    public long? Open => Owed is { } owed && Surrendered is { } given ? Math.Max(0, owed - given) : null;

    /// <summary>From an earlier year's assessment; null where nothing is owed for it.</summary>
    /// <param name="assessment">The assessment of that year.</param>
    /// <param name="settled">What was settled for it by the ledger; null without one.</param>
    public static EarlierYear? Of(Assessment assessment, SettledSoFar? settled) => Require.NotNull(assessment).Certificates.Kind switch
    {
        CertificateKind.Surrender => new(assessment.Year, assessment.Certificates.Quantity, settled?.Surrendered),
        CertificateKind.Withheld => new(assessment.Year, null, settled?.Surrendered),
        _ => null,
    };
}
