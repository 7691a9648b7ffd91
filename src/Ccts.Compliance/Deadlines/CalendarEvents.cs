using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Years;
using NodaTime;

namespace Ccts.Compliance.Deadlines;

/// <summary>Which moves complete the calendar's events, and from which moves their days run. The keys are the wording of the calendar's data; a test checks every shipped year against them.</summary>
internal static class CalendarEvents
{
    internal const string AnnualPlan = "Monitoring plan (annual)";

    internal static readonly Dictionary<string, YearMove> DoneBy = new(StringComparer.Ordinal)
    {
        ["Monitoring plan (first)"] = YearMove.SubmitPlan,
        [AnnualPlan] = YearMove.SubmitPlan,
        ["Verified GHG report + pro forma + Form A + Form B"] = YearMove.FileFormA,
        ["Entity cures scope limitation"] = YearMove.CureLimitation,
        ["BEE submits report to NSC-ICM"] = YearMove.SubmitToCommittee,
        ["NSC-ICM recommends"] = YearMove.Recommend,
        ["BEE issues CCCs in ICM registry"] = YearMove.Issue,
        ["Form D compliance assessment"] = YearMove.FileFormD,
        ["Check verification window"] = YearMove.NotifyCheck,
        ["Reply to check-verification notice"] = YearMove.ReplyToCheck,
        ["Reply to check-verification notice: BEE decides"] = YearMove.OrderCheck,
        ["Environmental compensation payment"] = YearMove.ConfirmPayment,
    };

    internal static readonly Dictionary<string, YearMove[]> Anchors = new(StringComparer.Ordinal)
    {
        ["submission of verification report"] = [YearMove.ReportLimitation, YearMove.FindPositive, YearMove.FindAdverse],
        ["receipt"] = [YearMove.SubmitToCommittee],
        ["recommendation"] = [YearMove.Recommend],
        ["CCC issue"] = [YearMove.Issue],
        ["last trading session of the compliance year"] = [YearMove.CloseTrading],
        ["imposition by CPCB"] = [YearMove.ImposeCompensation],
    };

    // The move that each move answers: an answer to a first limitation, notice or recommendation does not answer a second one.
    private static readonly Dictionary<YearMove, YearMove> Answers = new()
    {
        [YearMove.SubmitPlan] = YearMove.ReturnPlan,
        [YearMove.CureLimitation] = YearMove.ReportLimitation,
        [YearMove.Recommend] = YearMove.SubmitToCommittee,
        [YearMove.Issue] = YearMove.Recommend,
        [YearMove.FileFormD] = YearMove.CloseTrading,
        [YearMove.ReplyToCheck] = YearMove.NotifyCheck,
        [YearMove.OrderCheck] = YearMove.NotifyCheck,
        [YearMove.ConfirmPayment] = YearMove.ImposeCompensation,
    };

    // Moves that are repeated after a check finds against the first certificate: from then on the earlier ones do not count.
    private static readonly YearMove[] Anew = [YearMove.SubmitToCommittee, YearMove.Recommend, YearMove.Issue, YearMove.FileFormD];

    /// <summary>The day on which it was first done: repeating a move, e.g. filing revised forms after a check, does not make the first one late. A returned plan counts as not submitted until it is submitted again.</summary>
    internal static LocalDate? Done(YearState year, YearMove move) =>
        Since(year, Answers.TryGetValue(move, out var cause) ? cause : null).TakeWhile(e => !Ends(move, e)).LastOrDefault(e => Same(move).Contains(e.Move))?.On;

    /// <summary>Whether a check found against the first certificate, so that the move has to be repeated.</summary>
    internal static bool IsAnew(YearState year, YearMove? move) => move is { } made && year.Events.Any(e => Ends(made, e));

    /// <summary>The latest day among the moves that start a period; where a check requires the move again, only days after the check count.</summary>
    internal static LocalDate? LastFor(YearState year, YearMove? by, YearMove[] causes) =>
        year.Events.Reverse().TakeWhile(e => by is not { } move || !Ends(move, e)).FirstOrDefault(e => causes.Contains(e.Move))?.On;

    /// <summary>The last day of a move after the last of another.</summary>
    internal static LocalDate? LastSince(YearState year, YearMove cause, YearMove move) => Since(year, cause).FirstOrDefault(e => e.Move == move)?.On;

    // Newest first.
    private static IEnumerable<YearEvent> Since(YearState year, YearMove? cause) => year.Events.Reverse().TakeWhile(e => e.Move != cause);

    private static bool Ends(YearMove move, YearEvent e) => e.Move == YearMove.FindAgainstCertificate && Anew.Contains(move);

    private static YearMove[] Same(YearMove move) => move switch
    {
        YearMove.OrderCheck => [YearMove.OrderCheck, YearMove.DropCheck],
        _ => [move],
    };
}
