namespace Ccts.Rules.Receipts;

/// <summary>For what units were given up.</summary>
public enum CertificatePurpose
{
    /// <summary>For compliance with a year's target (GEI Rules r.5(3)).</summary>
    Surrender,

    /// <summary>For a claim.</summary>
    Retirement,
}
