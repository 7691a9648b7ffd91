using System.Collections.Generic;
using System.Linq;
using static Ccts.Compliance.Years.YearMove;
using static Ccts.Compliance.Years.YearRole;
using static Ccts.Compliance.Years.YearStage;

namespace Ccts.Compliance.Years;

/// <summary>Every step a compliance year can take, and who may take it. Nothing else can happen.</summary>
public static class YearMachine
{
    /// <summary>The steps, in the order of a year.</summary>
    public static IReadOnlyList<YearTransition> Transitions { get; } =
    [
        new(Open, SubmitPlan, Entity, PlanSubmitted, "DPCM s.5(3), s.5(4)"),
        new(PlanSubmitted, ReturnPlan, Bee, Open, "DPCM s.5(6)"),
        new(PlanSubmitted, ApprovePlan, Bee, Collection, "DPCM s.5(6)"),
        new(Collection, SubmitReport, Entity, Submitted, "DPCM s.5(22)"),
        new(Submitted, BeginVerification, Verifier, UnderVerification, "DPCM s.6"),
        new(UnderVerification, BeginVerification, Verifier, UnderVerification, null),
        new(UnderVerification, ReportLimitation, Verifier, ScopeLimited, "DPCM s.6(16)(v)"),
        new(UnderVerification, SubmitReport, Entity, UnderVerification, null),
        new(ScopeLimited, CureLimitation, Entity, UnderVerification, "DPCM s.6(16)(v)"),
        new(ScopeLimited, FindAdverse, Verifier, AdverseUnderReview, "DPCM s.6(16)"),
        new(UnderVerification, FindPositive, Verifier, PositiveUnderReview, "DPCM s.6(16)"),
        new(UnderVerification, FindAdverse, Verifier, AdverseUnderReview, "DPCM s.6(16)"),
        new(PositiveUnderReview, ReturnOpinion, TechnicalReviewer, UnderVerification, "DPCM s.6(15)"),
        new(AdverseUnderReview, ReturnOpinion, TechnicalReviewer, UnderVerification, "DPCM s.6(15)"),
        new(PositiveUnderReview, ConfirmOpinion, TechnicalReviewer, Verified, "DPCM s.6(15)"),
        new(AdverseUnderReview, ConfirmOpinion, TechnicalReviewer, Adverse, "DPCM s.6(15)"),
        new(Adverse, SubmitReport, Entity, Submitted, null),
        new(Verified, FileFormA, Entity, Filed, "DPCM s.6(1)"),
        .. Deemable.Select(stage => new YearTransition(stage, DeemBaseline, Bee, Deemed, "GEI Rules r.4(5)")),
        new(Deemed, RequireSurrender, Bee, SurrenderDue, "GEI Rules r.4(5)"),
        new(Filed, SubmitToCommittee, Bee, BeforeCommittee, "DPCM s.8(1)"),
        new(BeforeCommittee, Recommend, NscIcm, Recommended, "DPCM s.8(2)"),
        new(Recommended, Issue, Bee, Issued, "DPCM s.8(3)"),
        new(Recommended, RequireSurrender, Bee, SurrenderDue, "DPCM s.8(4)(i)"),
        new(Issued, CloseTrading, YearRole.Registry, Traded, null),
        new(SurrenderDue, Debit, Bee, Surrendered, "DPCM s.8(4)(iii)"),
        new(SurrenderDue, CloseTrading, YearRole.Registry, ShortAfterTrading, null),
        new(Surrendered, CloseTrading, YearRole.Registry, Surrendered, null),
        .. Waiting.Select(stage => new YearTransition(stage, CloseTrading, YearRole.Registry, stage, null)),
        new(ShortAfterTrading, Debit, Bee, Surrendered, "DPCM s.8(4)(iii)"),
        new(Traded, FileFormD, Entity, FormDFiled, "DPCM s.11(5)"),
        new(Surrendered, FileFormD, Entity, FormDFiled, "DPCM s.11(5)"),
        new(ShortAfterTrading, FileFormD, Entity, FormDFiledShort, "DPCM s.11(5)"),
        new(FormDFiledShort, Debit, Bee, FormDFiled, "DPCM s.8(4)(iii)"),
        new(FormDFiled, FindCompliance, Bee, Complied, "DPCM s.11(5)"),
        new(FormDFiledShort, ImposeCompensation, Cpcb, CompensationDue, "GEI Rules r.6"),
        new(ShortAfterTrading, ImposeCompensation, Cpcb, CompensationDue, "GEI Rules r.6"),
        new(CompensationDue, ConfirmPayment, Cpcb, Compensated, "GEI Rules r.6"),
        .. Checkable.Select(stage => new YearTransition(stage, NotifyCheck, Bee, CheckNotice, "DPCM s.7(1), s.7(2)")),
        new(CheckNotice, ReplyToCheck, Entity, CheckNotice, "DPCM s.7(2)"),
        new(CheckNotice, DropCheck, Bee, null, "DPCM s.7(2)"),
        new(CheckNotice, OrderCheck, Bee, CheckVerification, "DPCM s.7(2)"),
        new(CheckVerification, UpholdCertificate, CheckVerifier, null, "DPCM s.7"),
        new(CheckVerification, FindAgainstCertificate, CheckVerifier, Revision, "DPCM s.7"),
        new(Revision, FileFormA, Entity, Filed, "DPCM s.7(2)"),
        new(Revision, SubmitToCommittee, Bee, BeforeCommittee, null),
        .. Anew.Select(stage => new YearTransition(stage, ConfirmPayment, Cpcb, stage, "GEI Rules r.6")),
    ];

    // Properties, because the table above is built before any field below it. A late filing can also be deemed; YearDecider decides whether it was late.
    private static YearStage[] Deemable => [Open, PlanSubmitted, Collection, Submitted, UnderVerification, ScopeLimited, PositiveUnderReview, AdverseUnderReview, Verified, Adverse, Filed, BeforeCommittee];

    // Trading continues regardless of the authorities, so its last session can be recorded at these stages.
    private static YearStage[] Waiting => [Filed, BeforeCommittee, Recommended, Deemed];

    // A check can begin within a year, however the compliance year ended (DPCM s.7(1)).
    private static YearStage[] Checkable => [Filed, BeforeCommittee, Recommended, Issued, SurrenderDue, Traded, Surrendered, ShortAfterTrading, FormDFiled, FormDFiledShort, Complied, CompensationDue, Compensated];

    // Imposed compensation remains a debt while a check reopens the year's end; YearState blocks this step where none was imposed.
    private static YearStage[] Anew => [Revision, Filed, BeforeCommittee, Recommended];

    /// <summary>What may happen from a stage.</summary>
    public static IEnumerable<YearTransition> From(YearStage stage) => Transitions.Where(t => t.From == stage);

    /// <summary>What goes on beside a check verification, from the stage before its notice: no text read says that a notice stops the year, whose sessions and days run on.</summary>
    internal static IEnumerable<YearTransition> Beside(YearStage before) => From(before).Where(t => t.Move != NotifyCheck);
}

/// <summary>A step of a compliance year.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="Move">What happens.</param>
/// <param name="Role">Who may do it.</param>
/// <param name="To">Where it ends; null: where the year stood before the notice of check verification.</param>
/// <param name="Clause">The clause behind it; null where no text read states it.</param>
public sealed record YearTransition(YearStage From, YearMove Move, YearRole Role, YearStage? To, string? Clause);
