namespace Ccts.Compliance.Years;

/// <summary>The role in which somebody acts in a compliance year. A person has only one role in a year.</summary>
public enum YearRole
{
    /// <summary>The obligated entity.</summary>
    Entity,

    /// <summary>The accredited agency's team that verifies (DPCM s.6).</summary>
    Verifier,

    /// <summary>A lead auditor outside the team (DPCM s.6(15)).</summary>
    TechnicalReviewer,

    /// <summary>Another accredited agency, which verifies again (DPCM s.7).</summary>
    CheckVerifier,

    /// <summary>The Bureau of Energy Efficiency, administrator of the scheme.</summary>
    Bee,

    /// <summary>The National Steering Committee for the Indian Carbon Market, which recommends.</summary>
    NscIcm,

    /// <summary>The registry, Grid Controller of India.</summary>
    Registry,

    /// <summary>The Central Pollution Control Board, which imposes environmental compensation (GEI Rules r.6).</summary>
    Cpcb,
}
