using System.IO;
using System.Linq;
using System.Text;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Compliance.Years;
using Ccts.Compliance.Years.Agencies;
using Ccts.Sdk.Problems;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>Agencies and entities by name and by number: one agency is one however it is written, and a number that is not its own is told.</summary>
public sealed class AgencyRegisterTests
{
    private const string Accredited = "First Agency,ACVA-1,Cement,2025-01-01,2027-12-31,x\nFirst Agency,ACVA-9,Aluminium,2025-01-01,2027-12-31,x\nSecond Agency,ACVA-2,Cement,2025-01-01,2027-12-31,x\n";

    private static readonly AgencyRegister Names = Read(Accredited);

    private static readonly AgencyRegister Register = Read(
        Accredited,
        "First Agency,Mill of the north,advice,2025-05-01,2025-05-31,x,\nACVA-2,Kotputli Cement Works,wrote the plan,2025-05-01,2025-05-31,x,CMTOE085RJ\n");

    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    /// <summary>Work that reaches the first day of the year touches it.</summary>
    [Theory]
    [InlineData("2025-04-01", "own-work")]
    [InlineData("2025-03-31", null)]
    public void Work_is_too_close_when_it_touches_the_year(string until, string? code) =>
        Assert.Equal(code, Read("First Agency,ACVA-1,Cement,2024-01-01,2027-12-31,x\n", $"First Agency,CMTOE087GJ,advice,2025-01-01,{until},x,\n").Misfit("First Agency", "CMTOE087GJ", "Cement", Samples.Kotputli.Year, Years.Day("2025-04-20"))?.Code);

    [Theory]
    [InlineData("First Agency", "Cement", null)]
    [InlineData(" acva-1 ", "Cement", null)]
    [InlineData("ACVA-9", "Cement", null)]
    [InlineData("ACVA-1", "Aluminium", null)]
    [InlineData("ACVA-1", "Textile", "sector-not-in-scope")]
    [InlineData("ACVA-3", "Cement", "not-accredited")]
    public void An_agency_is_found_by_its_name_and_by_its_number(string agency, string sector, string? code) =>
        Assert.Equal(code, Register.Misfit(agency, "CMTOE087GJ", sector, Samples.Kotputli.Year, Years.Day("2025-04-20"))?.Code);

    // The work began after this day, or the entity is another one by its number, or by its name, or nobody can see which it is.
    [Theory]
    [InlineData("Second Agency", "CMTOE085RJ", "2025-04-30", null)]
    [InlineData("Second Agency", "CMTOE085RJ", "2025-05-01", "own-work")]
    [InlineData("ACVA-2", "cmtoe085rj", "2026-05-01", "own-work")]
    [InlineData("Second Agency", "kotputli  cement works", "2026-05-01", "own-work")]
    [InlineData("Second Agency", "CMTOE087GJ", "2026-05-01", null)]
    [InlineData("Second Agency", "Mill of the north", "2026-05-01", null)]
    [InlineData("First Agency", "mill of the north", "2026-05-01", "own-work")]
    [InlineData("First Agency", "Kotputli Cement Works", "2026-05-01", null)]
    [InlineData("First Agency", "CMTOE085RJ", "2026-05-01", "entity-unclear")]
    public void An_entity_is_matched_by_number_then_by_name_and_never_guessed(string agency, string entity, string on, string? code) =>
        Assert.Equal(code, Register.Misfit(agency, entity, "Cement", Samples.Kotputli.Year, Years.Day(on))?.Code);

    [Fact]
    public void A_number_under_two_names_is_nobodys()
    {
        var register = Read("First Agency,ACVA-1,Cement,2025-01-01,2027-12-31,x\nSecond Agency,acva-1,Cement,2025-01-01,2027-12-31,x\n");
        foreach (var agency in new[] { "First Agency", "Second Agency", "ACVA-1" })
        {
            Assert.Equal("register-mismatch", register.Misfit(agency, "CMTOE085RJ", null, Samples.Kotputli.Year, Years.Day("2026-05-01"))?.Code);
        }
    }

    /// <summary>"M/s" and a legal form make no other agency and no other entity, and what may be this agency's work is asked.</summary>
    [Theory]
    [InlineData("Malabar Check", "M/s Malabar Check,CMTOE085RJ", "own-work")]
    [InlineData("Malabar Check", "Malabar Check Pvt Ltd,CMTOE085RJ", "own-work")]
    [InlineData("M/s Malabar Check Pvt. Ltd.", "Malabar Check,CMTOE085RJ", "own-work")]
    [InlineData("Malabar Check", "Malabar Check,M/s Kotputli Cement Works", "own-work")]
    [InlineData("Malabar Check", "Malabar Check,M/s. Kotputli Cement Works Pvt. Ltd.", "own-work")]
    [InlineData("Malabar Check", "Malabar Check (Pune),CMTOE085RJ", "agency-unclear")]
    [InlineData("Malabar Check", "Malabar Check (Pune),CMTOE087GJ", null)]
    [InlineData("Malabar Check", "Malabar Check,Kotputli Cement", "entity-unclear")]
    [InlineData("Malabar Check", "Malabar Check,Kotputly Cemant Works", "entity-unclear")]
    [InlineData("Malabar Check", "Malabr Chek,CMTOE085RJ", "agency-unclear")]
    [InlineData("Malabar Check", "ACVA-08,CMTOE085RJ", "agency-unclear")]
    [InlineData("Malabar Check Ltd", "First Agency,CMTOE085RJ", null)]
    [InlineData("Malabar Checks", "First Agency,CMTOE085RJ", "not-accredited")]
    public void Work_is_an_agencys_own_however_its_name_is_dressed(string agency, string work, string? code)
    {
        var submitted = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-04-20"));
        var register = Read("Malabar Check,ACVA-8,Cement,2025-01-01,2027-12-31,x\nFirst Agency,ACVA-1,Cement,2025-01-01,2027-12-31,x\n", work + ",wrote the plan,2025-05-01,2025-05-31,x,\n");
        Assert.Equal(code, YearDecider.Refusal(submitted, new YearEvent(Years.Day("2026-05-01"), BeginVerification, new YearActor(YearRole.Verifier, "R", agency)), Calendar, register)?.Code);
        // Without a word of it, the scope is asked for the sector of the entity's row.
        var textile = Read("Malabar Check,ACVA-8,Textile,2025-01-01,2027-12-31,x\n");
        Assert.Equal("sector-not-in-scope", YearDecider.Refusal(submitted, new YearEvent(Years.Day("2026-05-01"), BeginVerification, new YearActor(YearRole.Verifier, "R", "Malabar Check")), Calendar, textile)?.Code);
    }

    [Theory]
    [InlineData("First Agency", "ACVA-1", null)]
    [InlineData("first agency", "acva-9", null)]
    [InlineData("First Agency", "ACVA-2", "register-mismatch")]
    [InlineData("First Agency", "ACVA-7", "register-mismatch")]
    [InlineData("Third Agency", "ACVA-1", "not-accredited")]
    public void A_record_names_an_agency_with_its_own_number(string agency, string number, string? code)
    {
        var record = VerificationReader.Read(File.ReadAllBytes(Path.Combine(System.AppContext.BaseDirectory, "samples", "verification", "kotputli-2025-26.json"))) with { Agency = agency, Accreditation = number };
        Assert.Equal(code, VerificationCheck.Accreditation(record, Names).SingleOrDefault()?.Code);
    }

    /// <summary>An accreditation that ends between the visit and the opinion, or begins after the visit: the day on which it is lacking is told, and the machine takes no opinion on it.</summary>
    [Theory]
    [InlineData("2025-01-01,2027-12-31", null)]
    [InlineData("2025-01-01,2026-07-01", null)]
    [InlineData("2025-01-01,2026-06-30", "2026-07-01")]
    [InlineData("2025-01-01,2026-06-01", "2026-07-01")]
    [InlineData("2026-05-19,2027-12-31", "2026-05-18")]
    [InlineData("2026-05-18,2027-12-31", null)]
    public void An_agency_is_accredited_on_each_day_on_which_it_acts(string validity, string? without)
    {
        var record = VerificationReader.Read(File.ReadAllBytes(Path.Combine(System.AppContext.BaseDirectory, "samples", "verification", "kotputli-2025-26.json")));
        var register = Read($"{record.Agency},{record.Accreditation},Cement,{validity},x\n");
        var begun = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-04-20"))
            .Apply(new YearEvent(Years.Day("2026-05-20"), BeginVerification, new YearActor(YearRole.Verifier, "A", record.Agency)));
        var opinion = new YearEvent(Years.Day("2026-07-01"), FindPositive, new YearActor(YearRole.Verifier, "A", record.Agency));
        var gaps = VerificationCheck.Accreditation(record, register, "Cement", begun.Apply(opinion));
        Assert.Equal(without is null ? [] : ["accreditation-not-valid"], gaps.Select(g => g.Code));
        Assert.All(gaps, g => Assert.Contains($"is valid on {without}", g.Message, System.StringComparison.Ordinal));
        Assert.Equal(without == "2026-07-01" ? "accreditation-not-valid" : null, YearDecider.Refusal(begun, opinion, Calendar, register, "Cement")?.Code);
        Assert.Equal("sector-not-in-scope", VerificationCheck.Accreditation(record, Read($"{record.Agency},{record.Accreditation},Textile,2025-01-01,2027-12-31,x\n"), "Cement").Single().Code.Split(' ')[0]);
    }

    /// <summary>An entity that is renamed in the middle of its year is one entity: work for it under either name is own work.</summary>
    [Theory]
    [InlineData("Old Mill", "own-work")]
    [InlineData("New Mill", "own-work")]
    [InlineData("Another Mill", null)]
    public void A_renamed_entity_is_still_the_one_that_was_advised(string advised, string? code)
    {
        YearEvent Entity(YearMove move, string day, string name) => new(Years.Day(day), move, new YearActor(YearRole.Entity, "E", name));
        var year = YearState.Begin("Old Mill", Samples.Kotputli.Year).Apply(Entity(SubmitPlan, "2025-06-20", "Old Mill")).Play((ApprovePlan, "2025-07-01")).Apply(Entity(SubmitReport, "2026-04-20", "New Mill"));
        var register = Read("First Agency,ACVA-1,Cement,2025-01-01,2027-12-31,x\n", $"First Agency,{advised},advice,2025-05-01,2025-05-31,x,\n");
        YearRefusal? Begin(string organisation) => YearDecider.Refusal(year, new YearEvent(Years.Day("2026-05-01"), BeginVerification, new YearActor(YearRole.Verifier, "V", organisation)), Calendar, register);
        Assert.Equal(code, Begin("First Agency")?.Code);
        // Nobody else is either of its names.
        Assert.All(new[] { "old mill", "New Mill" }, name => Assert.Equal("same-organisation", Begin(name)?.Code));
    }

    [Fact]
    public void An_agency_is_one_under_its_name_and_its_number()
    {
        var filed = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-04-20"))
            .Apply(Of(BeginVerification, YearRole.Verifier, "A", "First Agency")).Apply(Of(FindPositive, YearRole.Verifier, "A", "First Agency")).Apply(Of(ConfirmOpinion, YearRole.TechnicalReviewer, "B", "First Agency"))
            .Play((FileFormA, "2026-05-01"), (NotifyCheck, "2026-05-01"), (OrderCheck, "2026-05-01"));
        YearRefusal? Check(string organisation, AgencyRegister? register) => YearDecider.Refusal(filed, Of(UpholdCertificate, YearRole.CheckVerifier, "C", organisation), Calendar, register);
        Assert.Equal("same-organisation", Check("ACVA-1", Read("First Agency,ACVA-1,Cement,2025-01-01,2027-12-31,x\n"))?.Code);
        Assert.Null(Check("ACVA-2", Read("First Agency,ACVA-1,Cement,2025-01-01,2027-12-31,x\nSecond Agency,ACVA-2,Cement,2025-01-01,2027-12-31,x\n")));
        // Without a register nobody knows whose number it is.
        Assert.Null(Check("ACVA-1", null));
    }

    [Theory]
    [InlineData("agency,entity,work,from,until,source,registration\nA,Mill,advice,2025-01-01,2025-02-01,x,CMT85\n")]
    [InlineData("agency,entity,work,from,until,source,registration\nA,CMTOE087GJ,advice,2025-01-01,2025-02-01,x,CMTOE085RJ\n")]
    public void A_registration_that_is_none_or_contradicts_its_row_is_refused(string csv) =>
        Assert.Equal("registration", Assert.Throws<CctsDataException>(() => AgencyRegisterReader.ReadEngagements(Encoding.UTF8.GetBytes(csv))).Problems.Single().Place.Pointer.Split('/')[^1]);

    private static YearEvent Of(YearMove move, YearRole role, string person, string organisation) => new(Years.Day("2026-05-01"), move, new YearActor(role, person, organisation));

    private static AgencyRegister Read(string accreditations, string engagements = "") => new(
        AgencyRegisterReader.ReadAccreditations(Encoding.UTF8.GetBytes("agency,number,sectors,from,until,source\n" + accreditations)),
        engagements.Length == 0 ? [] : AgencyRegisterReader.ReadEngagements(Encoding.UTF8.GetBytes("agency,entity,work,from,until,source,registration\n" + engagements)));
}
