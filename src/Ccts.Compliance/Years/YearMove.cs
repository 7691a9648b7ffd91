namespace Ccts.Compliance.Years;

/// <summary>What moves a compliance year.</summary>
public enum YearMove
{
    /// <summary>The entity submits its monitoring plan.</summary>
    SubmitPlan,

    /// <summary>BEE sends the plan back.</summary>
    ReturnPlan,

    /// <summary>BEE approves the plan.</summary>
    ApprovePlan,

    /// <summary>The entity submits its GHG emission report.</summary>
    SubmitReport,

    /// <summary>The verifier begins.</summary>
    BeginVerification,

    /// <summary>The verifier reports that its scope is limited.</summary>
    ReportLimitation,

    /// <summary>The entity gives what was missing.</summary>
    CureLimitation,

    /// <summary>The verifier's opinion is positive.</summary>
    FindPositive,

    /// <summary>The verifier's opinion is adverse.</summary>
    FindAdverse,

    /// <summary>The technical reviewer sends the opinion back to the team.</summary>
    ReturnOpinion,

    /// <summary>The technical reviewer confirms the opinion.</summary>
    ConfirmOpinion,

    /// <summary>The entity files Form A with the verifier's Form B, or revised ones.</summary>
    FileFormA,

    /// <summary>BEE submits its report to NSC-ICM.</summary>
    SubmitToCommittee,

    /// <summary>NSC-ICM recommends.</summary>
    Recommend,

    /// <summary>BEE issues certificates in the registry, or finds that none are issued or owed.</summary>
    Issue,

    /// <summary>BEE finds that certificates are owed.</summary>
    RequireSurrender,

    /// <summary>BEE deems the baseline achieved, because the documents are late.</summary>
    DeemBaseline,

    /// <summary>The registry records the year's last trading session.</summary>
    CloseTrading,

    /// <summary>BEE debits the entity's account for what is owed.</summary>
    Debit,

    /// <summary>The entity files Form D.</summary>
    FileFormD,

    /// <summary>BEE finds that the entity has complied.</summary>
    FindCompliance,

    /// <summary>CPCB imposes environmental compensation.</summary>
    ImposeCompensation,

    /// <summary>CPCB confirms that the compensation is paid.</summary>
    ConfirmPayment,

    /// <summary>BEE gives notice of a check verification.</summary>
    NotifyCheck,

    /// <summary>The entity comments on the notice.</summary>
    ReplyToCheck,

    /// <summary>BEE decides to have the check made.</summary>
    OrderCheck,

    /// <summary>BEE drops the check.</summary>
    DropCheck,

    /// <summary>The other agency upholds the first certificate.</summary>
    UpholdCertificate,

    /// <summary>The other agency finds against it.</summary>
    FindAgainstCertificate,
}
