namespace Ccts.Compliance.Years;

/// <summary>The stage of an entity's compliance year.</summary>
public enum YearStage
{
    /// <summary>No monitoring plan is with BEE.</summary>
    Open,

    /// <summary>The plan is with BEE.</summary>
    PlanSubmitted,

    /// <summary>The plan is approved; data are collected by it.</summary>
    Collection,

    /// <summary>The report is with the verifier.</summary>
    Submitted,

    /// <summary>The verifier is at work.</summary>
    UnderVerification,

    /// <summary>The verifier could not see all; the entity may cure it (DPCM s.6(16)(v)).</summary>
    ScopeLimited,

    /// <summary>A positive opinion waits for the technical reviewer.</summary>
    PositiveUnderReview,

    /// <summary>An adverse opinion waits for the technical reviewer.</summary>
    AdverseUnderReview,

    /// <summary>A positive opinion is confirmed.</summary>
    Verified,

    /// <summary>An adverse opinion is confirmed.</summary>
    Adverse,

    /// <summary>Form A and Form B are with BEE.</summary>
    Filed,

    /// <summary>BEE's report is with NSC-ICM.</summary>
    BeforeCommittee,

    /// <summary>NSC-ICM has recommended.</summary>
    Recommended,

    /// <summary>The baseline intensity is deemed achieved (GEI Rules r.4(5)).</summary>
    Deemed,

    /// <summary>Certificates are issued, or none either way; trading is open.</summary>
    Issued,

    /// <summary>Certificates are owed; trading is open.</summary>
    SurrenderDue,

    /// <summary>Nothing is owed and the year's last trading session is over.</summary>
    Traded,

    /// <summary>BEE has debited all that was owed.</summary>
    Surrendered,

    /// <summary>Form D is with BEE, and nothing is owed.</summary>
    FormDFiled,

    /// <summary>Form D is with BEE, and what is owed has not been debited.</summary>
    FormDFiledShort,

    /// <summary>The entity has complied.</summary>
    Complied,

    /// <summary>Certificates are owed, and the last trading session is over.</summary>
    ShortAfterTrading,

    /// <summary>CPCB has imposed compensation (GEI Rules r.6).</summary>
    CompensationDue,

    /// <summary>The compensation is paid.</summary>
    Compensated,

    /// <summary>BEE has given notice of a check verification (DPCM s.7).</summary>
    CheckNotice,

    /// <summary>Another agency verifies again.</summary>
    CheckVerification,

    /// <summary>The check found against the first certificate; the entity files revised forms (DPCM s.7(2)).</summary>
    Revision,
}
