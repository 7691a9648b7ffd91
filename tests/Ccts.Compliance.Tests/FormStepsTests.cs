using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Years;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>A form is held against its year's journal: who verified, which report was submitted, what was filed.</summary>
public sealed class FormStepsTests
{
    private static readonly FormBasis Basis = FormBasis.Of(Samples.Assessed);
    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    private static readonly YearState Verified = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"))
        .Apply(Years.Event(SubmitReport, "2026-05-02") with { Document = "sha256:report" })
        .Play((BeginVerification, "2026-05-10"), (FindPositive, "2026-06-10"), (ConfirmOpinion, "2026-06-15"));

    private static readonly YearState Filed = Verified.Apply(Years.Event(FileFormA, "2026-07-01") with { Document = "sha256:form" });

    private static readonly string Agency = Years.Actor(YearRole.Verifier).Organisation;

    [Fact]
    public void A_form_that_says_what_the_journal_says_has_no_departure()
    {
        Assert.Empty(FormSteps.Contradictions(A(Agency), Filed, "sha256:report", "sha256:form", Calendar));
        Assert.Empty(FormSteps.Contradictions(A("M/s " + Agency + " Ltd"), Verified, null, null));
        Assert.Empty(FormSteps.Contradictions(ComplianceForms.A(Basis, new Dictionary<string, string>()), Filed));
        Assert.Empty(FormSteps.Contradictions(D("Submitted"), Filed, "sha256:report", "sha256:another"));
    }

    [Fact]
    public void Another_agency_report_or_file_is_told()
    {
        Assert.Contains("another agency", One(A("another agency"), Filed), System.StringComparison.Ordinal);
        Assert.Contains("sha256:report", One(A(Agency), Filed, "sha256:corrected"), System.StringComparison.Ordinal);
        Assert.Contains("sha256:form", One(A(Agency), Filed, "sha256:report", "sha256:changed"), System.StringComparison.Ordinal);
        Assert.Contains("the journal of", One(A(Agency) with { Year = Filed.Year.Next }, Filed), System.StringComparison.Ordinal);
        Assert.Contains("the journal of", One(A(Agency) with { Entity = new Ccts.Sdk.Entities.ObligatedEntity(null, "Another mill", "Cement") }, Filed), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_its_step_is_told()
    {
        var begun = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"), (BeginVerification, "2026-05-10"));
        var given = begun.Play((FindPositive, "2026-06-10"));
        var adverse = begun.Play((FindAdverse, "2026-06-10"), (ConfirmOpinion, "2026-06-15"));
        var returned = given.Play((ReturnOpinion, "2026-06-15"));
        Assert.All([begun, given, adverse, returned], year => Assert.Contains("no positive opinion", One(A(Agency), year), System.StringComparison.Ordinal));
        Assert.Contains("Field 6", One(D("Not submitted"), Filed), System.StringComparison.Ordinal);
        Assert.Contains("Field 6", One(D("yes"), Verified), System.StringComparison.Ordinal);
        Assert.Empty(FormSteps.Contradictions(D("no"), Verified));
    }

    [Fact]
    public void A_check_is_another_agencys()
    {
        var ordered = Filed.Play((NotifyCheck, "2026-07-02"), (ReplyToCheck, "2026-07-05"), (OrderCheck, "2026-07-20"));
        Assert.Contains("another agency makes", One(C(Agency), ordered), System.StringComparison.Ordinal);
        Assert.Contains("may be", One(C(Agency + "s"), ordered), System.StringComparison.Ordinal);
        Assert.Empty(FormSteps.Contradictions(C("a third agency"), ordered));
        Assert.Contains("no order", One(C("a third agency"), Filed), System.StringComparison.Ordinal);
        var upheld = ordered.Play((UpholdCertificate, "2026-08-01"));
        Assert.Empty(FormSteps.Contradictions(C(Years.Actor(YearRole.CheckVerifier).Organisation), upheld));
        Assert.Contains("checked this year", One(C("a third agency"), upheld), System.StringComparison.Ordinal);
    }

    private static string One(FormDocument form, YearState year, string? report = null, string? file = null)
    {
        var gap = Assert.Single(FormSteps.Contradictions(form, year, report, file, Calendar));
        Assert.True(gap.IsGap);
        return gap.Text;
    }

    private static FormDocument A(string agency) => ComplianceForms.A(Basis, new Dictionary<string, string> { ["5"] = agency });

    private static FormDocument C(string agency) => ComplianceForms.C(Basis, new Dictionary<string, string> { ["agency"] = agency });

    private static FormDocument D(string filed) => ComplianceForms.D(Basis, new Dictionary<string, string> { ["6"] = filed }, null, Samples.Assessed.Year);
}
