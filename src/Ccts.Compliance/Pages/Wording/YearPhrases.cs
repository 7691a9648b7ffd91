using System;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Pages.Wording;

/// <summary>Stages, moves and roles of a year as a page says them to people; files and commands write the words of <see cref="YearWords"/>.</summary>
internal static class YearPhrases
{
    /// <summary>The stage of a year.</summary>
    internal static string Of(this PageWords words, YearStage stage) => words[stage switch
    {
        YearStage.Open => "no monitoring plan yet",
        YearStage.PlanSubmitted => "monitoring plan with BEE",
        YearStage.Collection => "data being collected",
        YearStage.Submitted => "report with the verifier",
        YearStage.UnderVerification => "under verification",
        YearStage.ScopeLimited => "scope of the verification limited",
        YearStage.PositiveUnderReview => "positive opinion under technical review",
        YearStage.AdverseUnderReview => "adverse opinion under technical review",
        YearStage.Verified => "verified",
        YearStage.Adverse => "adverse opinion",
        YearStage.Filed => "Forms A and B with BEE",
        YearStage.BeforeCommittee => "before NSC-ICM",
        YearStage.Recommended => "recommended by NSC-ICM",
        YearStage.Deemed => "baseline deemed achieved",
        YearStage.Issued => "certificates issued, trading open",
        YearStage.SurrenderDue => "certificates owed, trading open",
        YearStage.Traded => "trading closed, nothing owed",
        YearStage.Surrendered => "certificates surrendered",
        YearStage.FormDFiled => "Form D with BEE",
        YearStage.FormDFiledShort => "Form D with BEE, certificates still owed",
        YearStage.Complied => "complied",
        YearStage.ShortAfterTrading => "short after the last trading session",
        YearStage.CompensationDue => "environmental compensation due",
        YearStage.Compensated => "environmental compensation paid",
        YearStage.CheckNotice => "notice of check verification",
        YearStage.CheckVerification => "under check verification",
        YearStage.Revision => "forms to be revised",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    }];

    /// <summary>What happened.</summary>
    internal static string Of(this PageWords words, YearMove move) => words[move switch
    {
        YearMove.SubmitPlan => "Monitoring plan submitted",
        YearMove.ReturnPlan => "Monitoring plan sent back",
        YearMove.ApprovePlan => "Monitoring plan approved",
        YearMove.SubmitReport => "GHG emission report given to the verifier",
        YearMove.BeginVerification => "Verification begun",
        YearMove.ReportLimitation => "Scope limitation reported",
        YearMove.CureLimitation => "Scope limitation cured",
        YearMove.FindPositive => "Positive opinion given",
        YearMove.FindAdverse => "Adverse opinion given",
        YearMove.ReturnOpinion => "Opinion sent back to the team",
        YearMove.ConfirmOpinion => "Opinion confirmed",
        YearMove.FileFormA => "Forms A and B filed",
        YearMove.SubmitToCommittee => "Submitted to NSC-ICM",
        YearMove.Recommend => "Recommended",
        YearMove.Issue => "Certificates issued, or none either way",
        YearMove.RequireSurrender => "Surrender required",
        YearMove.DeemBaseline => "Baseline deemed achieved",
        YearMove.CloseTrading => "Last trading session over",
        YearMove.Debit => "Account debited",
        YearMove.FileFormD => "Form D filed",
        YearMove.FindCompliance => "Compliance found",
        YearMove.ImposeCompensation => "Environmental compensation imposed",
        YearMove.ConfirmPayment => "Payment confirmed",
        YearMove.NotifyCheck => "Check verification notified",
        YearMove.ReplyToCheck => "Notice answered",
        YearMove.OrderCheck => "Check verification ordered",
        YearMove.DropCheck => "Check verification dropped",
        YearMove.UpholdCertificate => "First certificate upheld",
        YearMove.FindAgainstCertificate => "Found against the first certificate",
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    }];

    /// <summary>The role in which somebody acts.</summary>
    internal static string Of(this PageWords words, YearRole role) => words[role switch
    {
        YearRole.Entity => "entity",
        YearRole.Verifier => "verifier",
        YearRole.TechnicalReviewer => "technical reviewer",
        YearRole.CheckVerifier => "check verifier",
        YearRole.Bee => "BEE",
        YearRole.NscIcm => "NSC-ICM",
        YearRole.Registry => "registry",
        YearRole.Cpcb => "CPCB",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    }];
}
