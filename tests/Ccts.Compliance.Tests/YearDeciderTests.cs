using System.Linq;
using System.Text;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Years;
using Ccts.Compliance.Years.Agencies;
using Ccts.Sdk.Entities.Calendars;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>What is asked of a step when it is made, and not of one that a journal has already: journals of earlier versions are read as they are.</summary>
public sealed class YearDeciderTests
{
    private static readonly DueCalendar Calendar = new(Years.Ruleset());
    private static readonly YearState Submitted = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"));

    private static string? Code(YearState year, YearEvent next) => YearDecider.Refusal(year, next, Calendar)?.Code;

    /// <summary>The plant is gazetted by its name too, and nobody of it verifies it.</summary>
    [Theory]
    [InlineData(YearRole.Verifier, BeginVerification)]
    [InlineData(YearRole.Bee, DeemBaseline)]
    public void The_entity_under_its_gazetted_name_acts_as_nobody_else(YearRole role, YearMove move)
    {
        var gazetted = Years.Ruleset().Assessment.Targets["CMTOE085RJ"].Entity;
        var next = new YearEvent(Years.Day("2026-08-10"), move, new YearActor(role, "K. Menon", gazetted));
        Assert.Equal("same-organisation", Code(Submitted, next));
        Assert.Null(Submitted.Misfit(next));
        Assert.Null(Code(Submitted, next with { Actor = Years.Actor(role) }));
    }

    [Theory]
    [InlineData("Shri R. Iyer", "R. Iyer", "same-person")]
    [InlineData("R. Iyer", "Dr R Iyer", "same-person")]
    [InlineData("Smt. Rita Iyer", "Mrs Rita Iyer", "same-person")]
    [InlineData("Dr.Rita Iyer", "Rita Iyer", "same-person")]
    [InlineData("Shri Rita Iyer", "R. Iyer", "person-unclear")]
    [InlineData("Shri R. Iyer", "K. Menon", null)]
    [InlineData("Shri", "Dr", "name-missing")]
    [InlineData("R. Iyer", "R. Iyer, Sr. Lead Auditor", "same-person")]
    [InlineData("R. Iyer", "R. Iyer, General Manager", "same-person")]
    [InlineData("R. Iyer", "R. Iyer (EA-1234)", "same-person")]
    [InlineData("R. Iyer", "R. Iyer, M.Sc.", "same-person")]
    [InlineData("R. Iyer", "R. Iyer/ Lead Auditor", "same-person")]
    [InlineData("R. Iyer", "R. Iyer; DGM", "same-person")]
    [InlineData("R. Iyer", "R. Iyer - DGM", "same-person")]
    [InlineData("R. Iyer", "R. Iyer Chartered Accountant", "person-unclear")]
    [InlineData("R. Iyer", "\u0936\u094d\u0930\u0940 R. Iyer", "person-unclear")]
    [InlineData("R. Iyer", "Thiru R. Iyer", "person-unclear")]
    [InlineData("R. Iyer", "R. K. Iyer", "person-unclear")]
    [InlineData("R. Iyer", "Iyer, R.", "person-unclear")]
    [InlineData("A K Sharma", "A. Sharma", "person-unclear")]
    [InlineData("Ashok Kumar Sharma", "AK Sharma", "person-unclear")]
    [InlineData("\u0930\u0935\u093f \u0930\u093e\u0935", "\u0936\u094d\u0930\u0940 \u0930\u0935\u093f \u0930\u093e\u0935", "person-unclear")]
    [InlineData("Md. Salim", "Mohd. Salim", "person-unclear")]
    [InlineData("Sri Devi", "Kumari Devi", "person-unclear")]
    [InlineData("Dr. Rao", "Mr. Rao", "person-unclear")]
    [InlineData("R. Iyer (EA-1)", "R. Iyer (EA-2)", null)]
    [InlineData("R. Iyer", "Rita Iyer (EA-2)", null)]
    [InlineData("MS Rao", "KM Rao", null)]
    [InlineData("DR Patel", "MS Patel", null)]
    [InlineData("R. Iyer", "S. Iyer", null)]
    [InlineData("Ravi Iyer", "Rita Iyer", null)]
    [InlineData("S. Nair", "S Nayar", "person-unclear")]
    [InlineData("R. Iyer", "R. Ayyar", "person-unclear")]
    [InlineData("A. Rao", "A. Raao", "person-unclear")]
    [InlineData("Vijay Choudhary", "V. Chowdhuri", "person-unclear")]
    [InlineData("Laxmi Krishnan", "Lakshmi Krisnan", "person-unclear")]
    [InlineData("Ramkumar Sharma", "Ram Kumar Sharma", "person-unclear")]
    [InlineData("R. Iyer", "\u0906\u0930. \u0905\u092f\u094d\u092f\u0930", "person-unclear")]
    [InlineData("A. Rao", "A. Roy", null)]
    [InlineData("Deepak Rao", "D. Row", "person-unclear")]
    [InlineData("Deepak Rao", "Dipak Rau", "person-unclear")]
    [InlineData("Amit Roy", "A. Ray", "person-unclear")]
    [InlineData("Sunil Jha", "Sunil Jhaa", "person-unclear")]
    [InlineData("Deepak Rao", "Deepak Ray", null)]
    [InlineData("Deepak Rao", "Dinesh Row", null)]
    [InlineData("APJ Abdul Kalam", "A. P. J. Kalam", "person-unclear")]
    [InlineData("Om Prakash", "Omprakash Verma", "person-unclear")]
    [InlineData("A. B.", "Anil Bose", "person-unclear")]
    [InlineData("Zakir Husain", "Jakir Hussain", "person-unclear")]
    [InlineData("V. Subramanian", "Subramaniam V", "person-unclear")]
    [InlineData("A. B.", "Anil Sen", null)]
    [InlineData("R. Iyer (EA-7)", "R. Iyer (EA-07)", "same-person")]
    [InlineData("R. Iyer (EA-7)", "R. Iyer (EA-\u096D)", "same-person")]
    [InlineData("R. Iyer (EA-7)", "R. Iyer (EA-70)", null)]
    [InlineData("Rita Iyer", "Rita Iyer EA-12", "same-person")]
    [InlineData("Rita Iyer", "Rita Iyer EA 12", "same-person")]
    [InlineData("Rita Iyer", "Rita Iyer No. 12", "same-person")]
    [InlineData("Rita Iyer EA-12", "Rita Iyer EA-13", null)]
    [InlineData("Rita Iyer EA-12", "R. Iyer EA-12", "person-unclear")]
    [InlineData("Rita Iyer EA-12", "Rita Ayyar EA-12", "same-person")]
    [InlineData("Rita Iyer EA-12", "EA-12 Rita Iyer", "same-person")]
    [InlineData("Rita Iyer EA-12", "Rita Iyer Reg. No. 12", "same-person")]
    [InlineData("Rita Iyer EA-12", "Rita Iyer EA-12 (2026)", "same-person")]
    [InlineData("Rita Iyer EA-12", "R. Iyer", "person-unclear")]
    [InlineData("Rita Iyer EA-12", "Ravi Iyer", null)]
    [InlineData("Rita Iyer EA-12", "Kavita Menon EA-12", null)]
    [InlineData("Rita Iyer EA-12 (2026)", "Rita Iyer EA-13 (2026)", null)]
    [InlineData("Mohd Arif", "Mohammed Arif", "person-unclear")]
    [InlineData("Xavier Fernandes", "X. Fernandez", "person-unclear")]
    [InlineData("Anil Kumar", "Ana Li", null)]
    [InlineData("Kavya Rao", "Kabir Khan", null)]
    [InlineData("Hari Prasad", "Harish Prasad", null)]
    [InlineData("Anandi Rao", "Anandamayi Rao", null)]
    [InlineData("Yash Pal", "Jashpal", "person-unclear")]
    [InlineData("K. Sri Hari", "K. Sri Ram", null)]
    [InlineData("Mamta Sen", "Mata Sen", null)]
    [InlineData("Sourav Ganguly", "Saurabh Gangopadhyay", "person-unclear")]
    [InlineData("Vijay Singh", "Bijay Singh", "person-unclear")]
    [InlineData("Joginder Singh", "Yogendra Singh", "person-unclear")]
    [InlineData("Sri Ram Iyer", "Sriram Iyer", "person-unclear")]
    [InlineData("Anil Banerjee", "Anil Bandyopadhyay", "person-unclear")]
    [InlineData("Anil Mukherjee", "Anil Chattopadhyay", null)]
    [InlineData("Ajay Singh", "Vijay Singh", null)]
    [InlineData("Om Prakash", "Jai Prakash", null)]
    [InlineData("Rita Sen", "Rita Gill", null)]
    [InlineData("S. Nair (EA-1)", "S. Nayar (EA-2)", null)]
    public void A_title_makes_no_second_person(string gives, string confirms, string? code)
    {
        var given = Submitted.Apply(Years.Event(BeginVerification, "2026-05-10") with { Actor = Years.Actor(YearRole.Verifier) with { Person = gives } })
            .Apply(Years.Event(FindPositive, "2026-06-10") with { Actor = Years.Actor(YearRole.Verifier) with { Person = gives } });
        Assert.Equal(code, Code(given, Years.Event(ConfirmOpinion, "2026-06-11") with { Actor = Years.Actor(YearRole.TechnicalReviewer) with { Person = confirms } }));
    }

    /// <summary>In Hindi R. is written आर.; of two scripts nobody can tell, and within one a name is a name.</summary>
    [Theory]
    [InlineData("राकेश शर्मा", "आर. शर्मा", null)]
    [InlineData("सुनीता के. शर्मा", "एस. शर्मा", null)]
    [InlineData("राकेश शर्मा", "के. शर्मा", false)]
    [InlineData("राकेश शर्मा", "सुरेश शर्मा", false)]
    [InlineData("राकेश शर्मा", "शर्मा राकेश", null)]
    [InlineData("ரவி ராவ்", "रवि राव", null)]
    [InlineData("ரவி ராவ்", "ரவி குமார்", false)]
    [InlineData("Анна Сен", "Zoya Khan", null)]
    [InlineData("Éva Nagy", "Zoya Khan", false)]
    [InlineData("山田 太郎", "佐藤 花子", false)]
    public void A_name_is_compared_in_its_own_script(string one, string other, bool? isSame) =>
        Assert.Equal((isSame, isSame), (PersonName.Is(one, other), PersonName.Is(other, one)));

    /// <summary>An agency with its place, its form or its number is still that agency, or nobody can see it; another one is another.</summary>
    [Theory]
    [InlineData("M/s Deccan Verification Pvt. Ltd.", "same-organisation")]
    [InlineData("Deccan Verification Ltd. (India)", "organisation-unclear")]
    [InlineData("Deccan Verification India Pvt Ltd", "organisation-unclear")]
    [InlineData("Deccan Verification Services", "organisation-unclear")]
    [InlineData("Deccan Verification, Mumbai", "organisation-unclear")]
    [InlineData("Deccan Verification - Delhi office", "organisation-unclear")]
    [InlineData("Verification, Deccan", "organisation-unclear")]
    [InlineData("Ms. Deccan Verification", "organisation-unclear")]
    [InlineData("Bureau of Energy Efficiency", "organisation-unclear")]
    [InlineData("BEE, New Delhi", "organisation-unclear")]
    [InlineData("Decan Verification", "organisation-unclear")]
    [InlineData("Deccan Verifications", "organisation-unclear")]
    [InlineData("Dekcan Verification", "organisation-unclear")]
    [InlineData("Deccan Verificatoin", "organisation-unclear")]
    [InlineData("\u0921\u0947\u0915\u0928", "organisation-unclear")]
    [InlineData("Dakkan Varification", "organisation-unclear")]
    [InlineData("Deccn Verifcation", "organisation-unclear")]
    [InlineData("Dekkan Verif.", "organisation-unclear")]
    [InlineData("Deccan Vrfctn", "organisation-unclear")]
    [InlineData("Dec Can Verif.", "organisation-unclear")]
    [InlineData("Deccan Services", null)]
    [InlineData("Deccan Validation", null)]
    [InlineData("Deccan Certification", null)]
    [InlineData("Malabar Varification", null)]
    [InlineData("Deccan 2 Verification", null)]
    [InlineData("Malabar Verification", null)]
    [InlineData("Deccan Check", null)]
    public void A_check_is_made_by_an_agency_that_can_be_seen_to_be_another(string agency, string? code)
    {
        var first = new YearActor(YearRole.Verifier, "R. Iyer", "Deccan Verification");
        YearEvent Bee(YearMove move, string day) => Years.Event(move, day) with { Actor = Years.Actor(YearRole.Bee) with { Organisation = "BEE" } };
        var ordered = Years.New().Play((SubmitPlan, "2025-06-20")).Apply(Bee(ApprovePlan, "2025-07-01")).Play((SubmitReport, "2026-05-02"))
            .Apply(new YearEvent(Years.Day("2026-05-10"), BeginVerification, first)).Apply(new YearEvent(Years.Day("2026-06-10"), FindPositive, first))
            .Play((ConfirmOpinion, "2026-06-15"), (FileFormA, "2026-07-01")).Apply(Bee(NotifyCheck, "2026-07-02")).Apply(Bee(OrderCheck, "2026-07-20"));
        Assert.Equal(code, Code(ordered, new YearEvent(Years.Day("2026-08-01"), UpholdCertificate, new YearActor(YearRole.CheckVerifier, "another", agency))));
    }

    /// <summary>However a name is worded, numbered or shortened, it may be that agency's; another number makes another.</summary>
    [Theory]
    [InlineData("Envirocare Labs", "Enviro Care Laboratories", null)]
    [InlineData("Agency II", "Agency \u2161", true)]
    [InlineData("Agency II", "Agency 2", null)]
    [InlineData("Agency 2", "Agency \u2461", true)]
    [InlineData("Deccan Verification Services", "D V S Pvt. Ltd.", null)]
    [InlineData("Enviro Verify", "Enviro Verifiers", null)]
    [InlineData("Agency \u2161", "Agency \u2162", false)]
    [InlineData("Agency \u2461", "Agency", false)]
    [InlineData("Agency II", "Agency 3", false)]
    [InlineData("AEA One", "AEA 1", null)]
    [InlineData("LRQA Limited", "Lloyd's Register Quality Assurance", null)]
    [InlineData("Agency Two", "Agency 3", false)]
    [InlineData("Enviro Care", "Enviro Cement", false)]
    [InlineData("Eco Labs", "Ecolab Services", false)]
    [InlineData("North Verification", "South Verification", false)]
    public void An_agency_may_be_worded_otherwise(string one, string other, bool? isSame) =>
        Assert.Equal(isSame, OrganisationName.Same(one, other) ? true : OrganisationName.MayBeOne(one, other) ? null : false);

    /// <summary>BEE acts as BEE alone, and "TBD" is nobody.</summary>
    [Theory]
    [InlineData(YearRole.Entity, "A. Rao", "BEE", "other-role")]
    [InlineData(YearRole.Entity, "A. Rao", "Bureau of Energy Efficiency", "other-role")]
    [InlineData(YearRole.Entity, "A. Rao", "Central Pollution Control Board", "other-role")]
    [InlineData(YearRole.Entity, "A. Rao", "Central Pollution Control Board, Delhi", "other-role")]
    [InlineData(YearRole.Entity, "A. Rao", "Bureau of Energy Efficiency (BEE)", "other-role")]
    [InlineData(YearRole.Entity, "John Doe", "Works", "name-missing")]
    [InlineData(YearRole.Entity, "A. Rao", "ABC Ltd", "name-missing")]
    [InlineData(YearRole.Entity, "TBD", "Works", "name-missing")]
    [InlineData(YearRole.Entity, "A. Rao", "n/a", "name-missing")]
    [InlineData(YearRole.Entity, "A. Rao", "BEE Cement Works", null)]
    public void A_body_of_the_law_has_its_own_role_and_nobody_has_none(YearRole role, string person, string organisation, string? code) =>
        Assert.Equal(code, Code(Years.New(), new YearEvent(Years.Day("2025-06-20"), SubmitPlan, new YearActor(role, person, organisation))));

    /// <summary>What stood on a day is what had happened by then: a form that came later was overdue on it.</summary>
    [Fact]
    public void A_year_on_a_day_knows_nothing_of_later_days()
    {
        var late = Submitted.Play((BeginVerification, "2026-05-10"), (FindPositive, "2026-06-10"), (ConfirmOpinion, "2026-06-15"), (FileFormA, "2026-08-20"), (SubmitToCommittee, "2026-10-30"));
        var then = late.AsOf(Years.Day("2026-08-10"));
        Assert.Equal((YearStage.Verified, YearStage.Filed, late.Stage), (then.Stage, late.AsOf(Years.Day("2026-08-20")).Stage, late.AsOf(Years.Day("2030-01-01")).Stage));
        Assert.Equal(DueStatus.Overdue, Calendar.DaysOf(then).Single(d => d.DoneBy == FileFormA).On(Years.Day("2026-08-10")));
        Assert.Equal(YearStage.Open, late.AsOf(Years.Day("2020-01-01")).Stage);
    }

    /// <summary>A market cannot be over before there were certificates to trade.</summary>
    [Theory]
    [InlineData("2026-07-31", "trading-running")]
    [InlineData("2026-08-01", null)]
    public void The_last_session_comes_after_the_documents(string on, string? code) =>
        Assert.Equal(code, Code(Submitted.Play((BeginVerification, "2026-05-10"), (FindPositive, "2026-06-10"), (ConfirmOpinion, "2026-06-15"), (FileFormA, "2026-07-01")), Years.Event(CloseTrading, on)));

    [Theory]
    [InlineData("1925-06-20", "before-year")]
    [InlineData("2024-03-31", "before-year")]
    [InlineData("2024-04-01", null)]
    [InlineData("2025-06-20", null)]
    public void A_step_long_before_the_year_is_a_slip(string on, string? code) => Assert.Equal(code, Code(Years.New(), Years.Event(SubmitPlan, on)));

    /// <summary>2062 for 2026 would leave no step that could be made after it.</summary>
    [Theory]
    [InlineData("2062-05-10", null, "far-day")]
    [InlineData("2062-05-10", " ", "far-day")]
    [InlineData("2027-05-03", null, "far-day")]
    [InlineData("2027-05-02", null, null)]
    [InlineData("2027-05-03", "a court had stayed it", null)]
    public void A_step_long_after_the_one_before_is_a_slip_or_says_why(string on, string? note, string? code) => Assert.Equal(code, Code(Submitted, Years.Event(BeginVerification, on) with { Note = note }));

    [Theory]
    [InlineData("R. Iyer\n2026-07-01  confirm-opinion", "an agency", null)]
    [InlineData("R. Iyer", "an\u0007agency", null)]
    [InlineData("R. Iyer", "an agency", "a\u2028note")]
    public void A_control_character_is_written_nowhere(string person, string organisation, string? note)
    {
        var next = new YearEvent(Years.Day("2026-05-10"), BeginVerification, new YearActor(YearRole.Verifier, person, organisation), null, note);
        Assert.Equal("control-character", Code(Submitted, next));
        Assert.Null(Submitted.Misfit(next));
        Assert.DoesNotContain(OneLine.Of(person + organisation + note), c => char.IsControl(c) || c == '\u2028');
    }

    /// <summary>The entity has ten working days to reply (DPCM s.7(2)); a check is not ordered over its head.</summary>
    [Fact]
    public void A_check_is_ordered_after_the_reply_or_the_days_for_it()
    {
        var notified = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"), (BeginVerification, "2026-05-10"), (FindPositive, "2026-06-10"), (ConfirmOpinion, "2026-06-15"), (FileFormA, "2026-07-01"), (NotifyCheck, "2026-12-21"));
        Assert.Equal("day-unknown", Code(notified, Years.Event(OrderCheck, "2026-12-21")));
        var working = new DueCalendar(Years.Ruleset(), WorkingDaysReader.Read(Encoding.UTF8.GetBytes("day,name,source\nSunday,weekend,host\n2026-12-25,Made-up holiday,host\n2027-01-01,Made-up holiday,host\n")));
        // 22 23 24 | 26 | 28 29 30 31 | 2 | 4
        Assert.Equal("reply-running", YearDecider.Refusal(notified, Years.Event(OrderCheck, "2027-01-04"), working)?.Code);
        Assert.Null(YearDecider.Refusal(notified, Years.Event(OrderCheck, "2027-01-05"), working));
        Assert.Null(Code(notified.Play((ReplyToCheck, "2026-12-22")), Years.Event(OrderCheck, "2026-12-22")));
        Assert.Null(Code(notified, Years.Event(DropCheck, "2026-12-21")));
    }

    /// <summary>A journal is read without its register, so an agency keeps the name that the journal has.</summary>
    [Fact]
    public void An_agency_by_its_number_is_written_as_the_journal_has_it()
    {
        var register = new AgencyRegister([new Accreditation("Agency A", "ACVA-001", ["Cement"], Years.Day("2025-01-01"), Years.Day("2028-01-01"), "made up")], []);
        var actor = new YearActor(YearRole.Verifier, "R. Iyer", "Agency A");
        var begun = Submitted.Apply(new YearEvent(Years.Day("2026-05-10"), BeginVerification, actor));
        var found = YearDecider.AsWritten(begun, actor with { Organisation = "ACVA-001" }, register);
        Assert.Equal("Agency A", found.Organisation);
        Assert.Null(YearDecider.Refusal(begun, new YearEvent(Years.Day("2026-06-10"), FindPositive, found), Calendar, register, "Cement"));
        Assert.Equal("Agency B", YearDecider.AsWritten(begun, actor with { Organisation = "Agency B" }, register).Organisation);
    }

    /// <summary>What can follow no more is not overdue: a deemed year goes by no committee, and a year that is complied is over.</summary>
    [Fact]
    public void Nothing_is_overdue_that_can_follow_no_more()
    {
        var late = Years.Day("2030-01-01");
        Assert.Contains(Calendar.DaysOf(Submitted), d => d.DoneBy == FileFormA && d.On(late) == DueStatus.Overdue);
        var deemed = Submitted.Play((DeemBaseline, "2026-08-10"));
        Assert.DoesNotContain(Calendar.DaysOf(deemed), d => d.On(late) == DueStatus.Overdue);
        Assert.Equal(DueStatus.NotDue, Calendar.DaysOf(deemed).Single(d => d.DoneBy == SubmitToCommittee).On(late));
        var complied = deemed.Play((RequireSurrender, "2026-09-01"), (Debit, "2026-10-01"), (CloseTrading, "2027-01-31"), (FileFormD, "2027-02-10"), (FindCompliance, "2027-03-01"));
        Assert.DoesNotContain(Calendar.DaysOf(complied), d => d.On(late) == DueStatus.Overdue);
        // Certificates are surrendered or issued: where they are surrendered, nobody issues any, neither early nor late; a check can still come.
        var owing = deemed.Play((RequireSurrender, "2026-09-01"));
        Assert.All([Years.Day("2026-09-01"), late], day => Assert.Equal((DueStatus.NotDue, null), Calendar.DaysOf(owing).Single(d => d.DoneBy == Issue) is var issue ? (issue.On(day), issue.Done) : default));
        Assert.Equal(DueStatus.Unknown, Calendar.DaysOf(owing).Single(d => d.DoneBy == ReplyToCheck).On(late));
        // A check that runs leads back to the forms.
        var filed = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"), (BeginVerification, "2026-05-10"), (FindPositive, "2026-06-10"), (ConfirmOpinion, "2026-06-15"), (FileFormA, "2026-07-01"), (NotifyCheck, "2026-07-02"));
        Assert.Contains(Calendar.DaysOf(filed), d => d.DoneBy == SubmitToCommittee && d.On(late) == DueStatus.Overdue);
    }

    /// <summary>The first year had begun before the GEI Rules of 8 October 2025, and its plan is the first plan (DPCM s.5(3)); the years after it have a plan a year (s.5(4)).</summary>
    [Fact]
    public void The_plan_of_the_first_year_is_the_first_plan()
    {
        var days = Calendar.DaysOf(Submitted);
        var (first, annual) = (days.Single(d => d.Deadline.Event == "Monitoring plan (first)"), days.Single(d => d.Deadline.Event == "Monitoring plan (annual)"));
        Assert.Equal((DueStatus.Done, DueStatus.Unknown), (first.On(Years.Day("2026-08-01")), annual.On(Years.Day("2026-08-01"))));
        Assert.Null(days.Single(d => d.Deadline.Event == "Annual planned activities").Due);
        Assert.Equal(SubmitPlan, new DueCalendar(Years.Ruleset("2026-27-revision-1")).DaysOf(Years.New("2026-27")).Single(d => d.Deadline.Event == "Monitoring plan (annual)").DoneBy);
    }

    /// <summary>A report is corrected during its verification and after an adverse opinion, and a shortfall that Form D shows is compensated.</summary>
    [Fact]
    public void A_report_can_be_corrected_and_a_shortfall_compensated()
    {
        var corrected = Submitted.Play((BeginVerification, "2026-05-10"), (SubmitReport, "2026-05-20"));
        Assert.Equal(YearStage.UnderVerification, corrected.Stage);
        var again = corrected.Play((FindAdverse, "2026-06-10"), (ConfirmOpinion, "2026-06-15"), (SubmitReport, "2026-06-20"));
        Assert.Equal((YearStage.Submitted, "organisation of Verifier"), (again.Stage, again.Verifying));
        var shortOf = again.Play((DeemBaseline, "2026-08-10"), (RequireSurrender, "2026-09-01"), (CloseTrading, "2027-01-31"), (FileFormD, "2027-02-10"), (ImposeCompensation, "2027-03-01"));
        Assert.Equal(YearStage.CompensationDue, shortOf.Stage);
    }

    /// <summary>Form D is the assessment of compliance: a plant that is short files it too, and what it lacks is compensated after it or after its day.</summary>
    [Fact]
    public void A_plant_that_is_short_files_form_d_before_it_compensates()
    {
        var shortOf = Submitted.Play((DeemBaseline, "2026-08-10"), (RequireSurrender, "2026-09-01"), (CloseTrading, "2027-01-31"));
        Assert.Equal("form-d-running", Code(shortOf, Years.Event(ImposeCompensation, "2027-02-28")));
        Assert.Null(Code(shortOf, Years.Event(ImposeCompensation, "2027-03-01")));
        var filed = shortOf.Play((FileFormD, "2027-02-10"));
        Assert.Null(Code(filed, Years.Event(ImposeCompensation, "2027-02-11")));
        // What was never debited is not complied with; what was, is, and then nothing is compensated.
        Assert.Equal("wrong-stage", Code(filed, Years.Event(FindCompliance, "2027-02-11")));
        var debited = filed.Play((Debit, "2027-02-11"));
        Assert.Equal((null, "wrong-stage"), (Code(debited, Years.Event(FindCompliance, "2027-02-12")), Code(debited, Years.Event(ImposeCompensation, "2027-03-15"))));
        // A plant to whom certificates were issued owes none.
        var over = Submitted.Play((BeginVerification, "2026-05-10"), (FindPositive, "2026-06-10"), (ConfirmOpinion, "2026-06-15"), (FileFormA, "2026-07-01"), (SubmitToCommittee, "2026-09-01"), (Recommend, "2026-09-10"), (Issue, "2026-10-01"), (CloseTrading, "2027-01-31"), (FileFormD, "2027-02-10"));
        Assert.Equal((null, "wrong-stage"), (Code(over, Years.Event(FindCompliance, "2027-03-15")), Code(over, Years.Event(ImposeCompensation, "2027-03-15"))));
    }

    /// <summary>What was taken by an earlier version is read still.</summary>
    [Fact]
    public void A_journal_of_an_earlier_version_is_read()
    {
        var journal = YearJournal.Begin("CMTOE085RJ", Samples.Kotputli.Year, out var header);
        YearActor verifier = new(YearRole.Verifier, "Shri R. Iyer", "Agency A"), reviewer = new(YearRole.TechnicalReviewer, "R. Iyer", "Agency A");
        var lines = new[] { header }.Concat(new YearEvent[]
        {
            new(Years.Day("1925-06-20"), SubmitPlan, Years.Actor(YearRole.Entity)), new(Years.Day("2025-07-01"), ApprovePlan, Years.Actor(YearRole.Bee)), new(Years.Day("2026-05-02"), SubmitReport, Years.Actor(YearRole.Entity)),
            new(Years.Day("2026-05-10"), BeginVerification, verifier with { Person = "Shri R. Iyer" }), new(Years.Day("2026-06-10"), FindPositive, verifier), new(Years.Day("2026-06-11"), ConfirmOpinion, reviewer, null, "a\nnote"),
        }.Select(journal.Append)).ToList();
        Assert.Equal(YearStage.Verified, YearJournal.Read(lines).State.Stage);
    }
}
