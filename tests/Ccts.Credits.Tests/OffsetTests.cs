using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Tests;

public class OffsetTests
{
    private readonly InMemoryLines _lines = new();
    private readonly OffsetBook _book;
    private int _key;

    public OffsetTests() => _book = new OffsetBook(_lines);

    /// <summary>Who developed the project or paid for it does not verify it, whoever signs as proponent.</summary>
    [Theory]
    [InlineData("Wood & Co.")]
    [InlineData("M/s WOOD AND CO Pvt Ltd")]
    public void The_developer_is_no_agency_of_its_project(string agency)
    {
        Register(new LocalDate(2034, 12, 31));
        Assert.Equal("organisation-unclear", Take(OffsetMove.Validate, e => e with { Actor = e.Actor with { Organisation = agency } }));
        Assert.Null(Take(OffsetMove.Validate, e => e));
    }

    [Fact]
    public void A_project_lives_from_registration_to_retirement()
    {
        Live();
        Assert.Null(Issue("R1", 1, 80, 81, 100));
        Assert.Equal("beyond-verified", Issue("R1", 101, 101, 0, 0));
        Assert.Null(Take(OffsetMove.Reverse, e => e with { Tonnes = 15, Buffer = [Given.Block(81, 90)] }));
        Assert.Equal("not-in-buffer", Take(OffsetMove.Reverse, e => e with { Tonnes = 15, Buffer = [Given.Block(90, 91)] }));
        Assert.Equal("beyond-reversal", Take(OffsetMove.Reverse, e => e with { Tonnes = 1, Buffer = [Given.Block(91, 97)] }));
        Assert.Equal("malformed", Take(OffsetMove.Reverse, e => e with { Tonnes = 0 }));
        Assert.Equal("beyond-issued", Take(OffsetMove.Reverse, e => e with { Tonnes = 86 }));
        Assert.Null(Take(OffsetMove.Retire, e => e with { Units = [Given.Block(1, 30)], Note = "for a buyer" }));
        Assert.Equal("not-issued", Take(OffsetMove.Retire, e => e with { Units = [Given.Block(30, 31)] }));
        Assert.Equal("not-issued", Take(OffsetMove.CancelUnits, e => e with { Units = [Given.Block(91, 91)] }));
        Assert.Null(Take(OffsetMove.CancelUnits, e => e with { Units = [Given.Block(31, 35)] }));
        var now = _book.Find("P")!;
        Assert.Equal((100, 45, 10, 15, 10, 30, 5, 5), (now.Issued, now.Free, now.Buffer, now.Reversed, now.MadeGood, now.Retired, now.Cancelled, now.Open));
        Assert.Equal(now.Issued, now.Free + now.Buffer + now.MadeGood + now.Retired + now.Cancelled);
        Assert.Equal(45, _book.Available[CreditType.Removal]);
        Assert.Equal(45, _book.AvailableByProjectType["forestry"]);
    }

    /// <summary>A book of credits need not know whose units they are, nor spell the project as the register does.</summary>
    [Fact]
    public void The_units_of_a_suspended_project_are_on_the_watch_list()
    {
        Live();
        Assert.Null(Issue("R1", 1, 80, 81, 100));
        Assert.Empty(OffsetWatch.Of(_book.Projects));
        Assert.Null(Take(OffsetMove.Suspend, e => e with { Note = "under question", Actor = Actor(OffsetRole.Bee) }));
        var watch = OffsetWatch.Of(_book.Projects);
        foreach (var attributes in new[] { null, new CreditAttributes { Project = "P" }, new CreditAttributes { Project = "p " }, new CreditAttributes { Project = "another" } })
        {
            Assert.Equal([Given.Block(70, 79)], WatchList.Of([new CreditPiece(Given.Block(70, 79), attributes)], watch).Select(w => w.Units));
        }

        Assert.Empty(WatchList.Of([new CreditPiece(Given.Block(101, 110), new CreditAttributes { Project = "another" })], watch));
        Assert.Single(WatchList.Of([new CreditPiece(Given.Block(101, 110), new CreditAttributes { Project = "VCS-1234" })], [new WatchEntry("reversed", "a registry") { Project = "vcs 1234" }]));
    }

    [Theory]
    [InlineData("p")]
    [InlineData("P ")]
    [InlineData("\u200BP")]
    [InlineData("\u0420")]
    [InlineData("P.")]
    [InlineData("\u2013P")]
    public void A_project_in_another_spelling_is_the_same(string id)
    {
        Assert.Null(Take(OffsetMove.Register, Registered));
        Assert.Equal("project-known", Take(OffsetMove.Register, e => Registered(e) with { Project = id, Description = Described(id) }));
        Assert.Null(Take(OffsetMove.Register, e => Registered(e) with { Project = "P-2", Description = Described("P-2") }));
    }

    [Theory]
    [InlineData("IN0001")]
    [InlineData("IN 0001")]
    [InlineData("in-0001")]
    public void A_number_without_its_hyphen_is_the_same_project(string id)
    {
        Assert.Null(Take(OffsetMove.Register, e => Registered(e), "IN-0001"));
        Assert.Equal("project-known", Take(OffsetMove.Register, e => Registered(e), id));
        Live();
        Assert.Equal("report-known", Monitor("r 1", new LocalDate(2025, 7, 1), new LocalDate(2025, 7, 2), 5));
    }

    /// <summary>Whoever carries a project out does not verify it under another spelling of its name.</summary>
    [Theory]
    [InlineData("Agency One", "Agency One Pvt. Ltd.")]
    [InlineData("Agency One", "M/s Agency One")]
    [InlineData("Agency One", "Agency One, Mumbai")]
    [InlineData("AVA", "Agency for Verification Abroad")]
    public void An_organisation_that_may_be_one_acts_in_one_role(string agency, string proponent)
    {
        Register(new LocalDate(2034, 12, 31));
        Assert.Null(Take(OffsetMove.Validate, e => e with { Actor = e.Actor with { Organisation = agency } }));
        Assert.Equal("organisation-unclear", Take(OffsetMove.Begin, e => e with { Actor = e.Actor with { Organisation = proponent } }));
        Assert.Null(Take(OffsetMove.Begin, e => e with { Actor = e.Actor with { Organisation = "Wood and Co" } }));
    }

    [Theory]
    [InlineData("Amit Rao", "Amlt Rao")]
    [InlineData("Om Das", "0m Das")]
    [InlineData("A. Rao", "Anil Rao")]
    public void A_person_that_may_be_one_acts_in_one_role(string agency, string proponent)
    {
        Register(new LocalDate(2034, 12, 31));
        Assert.Null(Take(OffsetMove.Validate, e => e with { Actor = e.Actor with { Person = agency } }));
        Assert.Equal("person-unclear", Take(OffsetMove.Begin, e => e with { Actor = e.Actor with { Person = proponent } }));
        Assert.Null(Take(OffsetMove.Begin, e => e with { Actor = e.Actor with { Person = "Ravi Sen" } }));
    }

    /// <summary>A claim of more than the project estimates is seen before it is issued: a kilogram for a tonne would be a thousand times too much.</summary>
    [Theory]
    [InlineData(12_000, false)]
    [InlineData(12_001, true)]
    public void A_claim_beyond_the_estimate_is_told(long tonnes, bool isTold)
    {
        Assert.Null(Take(OffsetMove.Register, e => Registered(e) with { Until = new LocalDate(2034, 12, 31), Description = Described(e.Project) with { EstimatedAnnualReduction = Ccts.Sdk.Quantities.Co2e.FromTonnes(12_000) } }));
        Operate("P");
        Assert.Null(Monitor("R1", new LocalDate(2025, 1, 1), new LocalDate(2025, 12, 31), tonnes));
        Assert.Equal(isTold, OffsetFindings.Of(_book.Projects, Procedure, Given.Day).Any(f => f.Code == "beyond-estimate"));
    }

    /// <summary>What a project's units ended as is claimed, and no more of it than that.</summary>
    [Fact]
    public void Ended_units_of_a_project_are_claims()
    {
        Live();
        Assert.Null(Issue("R1", 1, 80, 81, 100));
        Assert.Null(Take(OffsetMove.Retire, e => e with { Units = [Given.Block(1, 30)], Note = "for a buyer" }));
        Assert.Null(Take(OffsetMove.Reverse, e => e with { Tonnes = 5, Buffer = [Given.Block(81, 85)] }));
        Assert.Equal([(Given.Block(1, 30), "Retired"), (Given.Block(81, 85), "Cancelled")], _book.Claims.Select(c => (c.Units, c.End.ToString()!)));
    }

    /// <summary>What the buffer cannot make good stays open and is told; a buffer that grows later can, once for each tonne, and no tonne is lost or doubled.</summary>
    [Fact]
    public void A_reversal_beyond_the_buffer_stays_open_until_the_buffer_makes_it_good()
    {
        Live();
        Assert.Null(Issue("R1", 1, 40, 41, 45));
        Assert.Null(Take(OffsetMove.Reverse, e => e with { Tonnes = 20, Buffer = [Given.Block(41, 45)] }));
        Assert.Equal((15, 0, 40), (_book.Find("P")!.Open, _book.Find("P")!.Buffer, _book.Find("P")!.Free));
        Assert.Contains("15 tonnes were reversed and nothing has made them good: 0 are in the buffer, and 40 issued ones are free", Assert.Single(OffsetFindings.Of(_book.Projects, Procedure, Given.Day)).Message, StringComparison.Ordinal);
        Assert.Equal("not-in-buffer", Take(OffsetMove.Reverse, e => e with { Tonnes = 0, Buffer = [Given.Block(41, 45)] }));
        Assert.Equal("not-in-buffer", Take(OffsetMove.Reverse, e => e with { Tonnes = 0, Buffer = [Given.Block(1, 15)] }));
        Assert.Null(Issue("R1", 46, 50, 81, 100));
        Assert.Equal("beyond-reversal", Take(OffsetMove.Reverse, e => e with { Tonnes = 0, Buffer = [Given.Block(81, 96)] }));
        Assert.Null(Take(OffsetMove.Reverse, e => e with { Tonnes = 0, Buffer = [Given.Block(81, 95)] }));
        var now = _book.Find("P")!;
        Assert.Equal((70, 45, 5, 20, 20, 0), (now.Issued, now.Free, now.Buffer, now.Reversed, now.MadeGood, now.Open));
        Assert.Equal(now.Issued, now.Free + now.Buffer + now.MadeGood + now.Retired + now.Cancelled);
        Assert.Equal("beyond-reversal", Take(OffsetMove.Reverse, e => e with { Tonnes = 0, Buffer = [Given.Block(96, 96)] }));
        Assert.Empty(OffsetFindings.Of(_book.Projects, Procedure, Given.Day));
    }

    [Fact]
    public void The_project_is_rebuilt_from_its_events()
    {
        Live();
        Assert.Null(Take(OffsetMove.Amend, e => e with { Description = Described("P") with { Name = "A wood, replanted" } }));
        var project = new OffsetBook(_lines).Find("P")!.Project;
        Assert.Equal(("A wood, replanted", Given.Day, "of agency"), (project.Name, project.ValidationDate, project.Verifier!.Name));
        Assert.Equal([Given.Day], project.VerificationDates);
        Assert.Equal("methodology-changed", Take(OffsetMove.Amend, e => e with { Description = Described("P") with { Methodology = "BM EN01.001" } }));
        Assert.Equal("stated-by-events", Take(OffsetMove.Amend, e => e with { Description = Described("P") with { ValidationDate = Given.Day } }));
        Assert.Equal(["register", "validate", "begin", "report", "verify", "review", "recommend", "amend"], _book.Find("P")!.Events.Select(e => e.Move.Word));
    }

    [Fact]
    public void Nothing_is_issued_out_of_order_or_twice()
    {
        Assert.Equal("methodology-not-listed", Take(OffsetMove.Register, e => Registered(e) with { Description = Described("P") with { Methodology = "BM XX99.999" } }));
        Assert.Equal("malformed", Take(OffsetMove.Register, e => Registered(e) with { Description = Described("Q") }));
        Assert.Equal("project-unknown", Issue("R1", 1, 10, 0, 0));
        Register(null);
        Assert.Equal("project-not-active", Monitor("R1", 1, 1, 30));
        Operate("P");
        Assert.Equal("crediting-period-unknown", Monitor("R1", 1, 1, 30));
        Live("Q");
        Assert.Equal("report-unknown", Issue("R9", 1, 10, 0, 0, "Q"));
        Assert.Equal("period-reported", Monitor("R2", new LocalDate(2025, 6, 30), new LocalDate(2025, 7, 1), 5, "Q"));
        Assert.Equal("outside-crediting-period", Monitor("R2", new LocalDate(2024, 12, 31), new LocalDate(2025, 1, 2), 5, "Q"));
        Assert.Equal("period-not-over", Monitor("R2", new LocalDate(2026, 1, 1), Given.Day, 5, "Q"));
        Assert.Equal("wrong-stage", Verify("R1", 5, "Q"));
        Assert.Null(Monitor("R3", new LocalDate(2025, 7, 1), new LocalDate(2025, 7, 31), 5, "Q"));
        Assert.Equal("wrong-stage", Issue("R3", 1, 1, 0, 0, "Q"));
        Assert.Equal("beyond-report", Verify("R3", 6, "Q"));
        Assert.Equal("malformed", Take(OffsetMove.Verify, e => e with { Report = "R3", Tonnes = 5 }, "Q"));
        Assert.Null(Verify("R3", 5, "Q"));
        Assert.Equal("wrong-stage", Issue("R3", 1, 1, 0, 0, "Q"));
        Assert.Null(Issue("R1", 1, 50, 0, 0, "Q"));
        Assert.Equal("issued-already", Issue("R1", 50, 51, 0, 0, "Q"));
        Assert.Equal("issued-already", Take(OffsetMove.Issue, e => e with { Report = "R1", Units = [new SerialBlock("ICM", "S ", 50, 51)] }, "Q"));
        Assert.Equal("malformed", Take(OffsetMove.Issue, e => e with { Report = "R1", Units = [Given.Block(51, 52), new SerialBlock("ICM", "S ", 51, 52)] }, "Q"));
        Assert.Equal("malformed", Issue("R1", 60, 70, 70, 71, "Q"));
        Assert.Equal("malformed", Issue("R1", 60, ulong.MaxValue, 0, 0, "Q"));
        Assert.Equal("malformed", Take(OffsetMove.Issue, e => e with { Report = "R1", Units = [Given.Block(60, 60)], Tonnes = 1 }, "Q"));
        Assert.Equal("report-open", Take(OffsetMove.Complete, e => e, "Q"));
    }

    [Fact]
    public void A_refused_report_can_be_made_anew_and_a_returned_one_verified_again()
    {
        Register(new LocalDate(2034, 12, 31));
        Operate("P");
        Assert.Null(Monitor("R1", 1, 30, 120));
        Assert.Null(Take(OffsetMove.Refuse, e => e with { Report = "R1", Note = "meters not calibrated" }));
        Assert.Null(Monitor("R2", 1, 30, 100));
        Assert.Null(Verify("R2", 90));
        Assert.Null(Take(OffsetMove.Return, e => e with { Report = "R2", Note = "a figure is missing" }));
        Assert.Null(_book.Find("P")!.Reports[1].Verified);
        Assert.Null(Verify("R2", 80));
        Assert.Equal((80L, 0L), (_book.Find("P")!.Verified, _book.Find("P")!.Issued));
    }

    [Fact]
    public void A_suspended_project_reports_and_issues_nothing_until_it_goes_on_where_it_stood()
    {
        Live();
        Assert.Null(Take(OffsetMove.Suspend, e => e with { Note = "under question" }));
        Assert.Equal("project-not-active", Issue("R1", 1, 10, 0, 0));
        Assert.Equal("wrong-stage", Take(OffsetMove.Complete, e => e));
        Assert.Null(Take(OffsetMove.Resume, e => e));
        Assert.Null(Issue("R1", 1, 10, 0, 0));
        Assert.Null(Take(OffsetMove.Cancel, e => e with { Note = "given up" }));
        Assert.Equal("wrong-stage", Take(OffsetMove.Resume, e => e));
        Assert.Null(Take(OffsetMove.Retire, e => e with { Units = [Given.Block(1, 10)] }));
        Register(new LocalDate(2034, 12, 31), "Q");
        Assert.Null(Take(OffsetMove.Suspend, e => e with { Note = "under question" }, "Q"));
        Assert.Null(Take(OffsetMove.Resume, e => e, "Q"));
        Assert.Equal(ProjectStatus.Registered, _book.Find("Q")!.Status);
    }

    [Fact]
    public void A_further_crediting_period_follows_the_last()
    {
        Register(new LocalDate(2025, 6, 30));
        Operate("P");
        Assert.Equal("outside-crediting-period", Monitor("R1", new LocalDate(2025, 6, 1), new LocalDate(2025, 7, 31), 1));
        Assert.Equal("crediting-period", Take(OffsetMove.Renew, e => e with { From = new LocalDate(2025, 6, 30), Until = new LocalDate(2030, 6, 30) }));
        Assert.Null(Take(OffsetMove.Renew, e => e with { From = new LocalDate(2025, 7, 1), Until = new LocalDate(2030, 6, 30) }));
        Assert.Equal("outside-crediting-period", Monitor("R1", new LocalDate(2025, 6, 1), new LocalDate(2025, 7, 31), 1));
        Assert.Null(Monitor("R1", new LocalDate(2025, 7, 1), new LocalDate(2025, 7, 31), 1));
    }

    [Fact]
    public void Nobody_acts_in_two_capacities()
    {
        Register(new LocalDate(2034, 12, 31));
        Assert.Equal("same-person", Take(OffsetMove.Validate, e => e with { Actor = new(OffsetRole.Agency, "BEE  1 ", "Agency") }));
        Assert.Equal("same-organisation", Take(OffsetMove.Validate, e => e with { Actor = new(OffsetRole.Agency, "A", "OF bee\u200b") }));
        Assert.Equal("name-missing", Take(OffsetMove.Validate, e => e with { Actor = new(OffsetRole.Agency, " ", "Agency") }));
        Assert.Equal("name-missing", Take(OffsetMove.Validate, e => e with { Actor = new(OffsetRole.Agency, "N/A", "Agency") }));
        Assert.Equal("name-missing", Take(OffsetMove.Validate, e => e with { Actor = new(OffsetRole.Agency, "A", "M/s -") }));
        Assert.Equal("wrong-role", Take(OffsetMove.Validate, e => e with { Actor = new(OffsetRole.Proponent, "A", "Agency") }));
        Operate("P");
        Assert.Equal("before-last-event", Take(OffsetMove.Renew, e => e with { At = Given.Now - Duration.FromSeconds(1), From = new LocalDate(2035, 1, 1) }));
    }

    [Fact]
    public void The_same_event_asked_twice_is_one()
    {
        Register(new LocalDate(2034, 12, 31));
        var renewal = Event(OffsetMove.Renew, "P") with { From = new LocalDate(2035, 1, 1) };
        Operate("P");
        var known = Procedure with { CreditingPeriodMonths = 12 };
        Assert.False(_book.Take(renewal, known).IsRepeat);
        Assert.True(_book.Take(renewal, known).IsRepeat);
        Assert.Equal(2, _book.Find("P")!.Periods.Count);
        Assert.Equal("key-reused", _book.Take(renewal with { From = new LocalDate(2036, 1, 1) }, known).Refusal?.Code);
    }

    [Fact]
    public void What_the_texts_leave_open_is_an_unknown_of_the_ruleset()
    {
        Assert.Equal((null, null, null), (Procedure.CreditingPeriodMonths, Procedure.BufferShare, Procedure.MonitoringDueMonths));
        Assert.Equal(6, Procedure.Unknowns.Count);
        Assert.All(Procedure.Unknowns, u => Assert.Equal("BEE", u.SettledBy));
        Assert.Equal(12, Procedure.Methodologies.Count);
    }

    /// <summary>Made-up values: no text read states any.</summary>
    [Fact]
    public void What_a_ruleset_knows_the_machine_demands()
    {
        var known = Procedure with { CreditingPeriodMonths = 84, BufferShare = 0.2m, MonitoringDueMonths = 6 };
        Assert.Equal("crediting-period-too-long", Take(OffsetMove.Register, e => Registered(e) with { Until = new LocalDate(2032, 1, 1) }, procedure: known));
        Assert.Null(Take(OffsetMove.Register, Registered, procedure: known));
        Assert.Equal(new LocalDate(2031, 12, 31), _book.Find("P")!.Periods.Single().Until);
        Operate("P");
        OffsetEvent Report(OffsetEvent e, int last) => e with { Report = "R1", From = new LocalDate(2025, 6, 1), Until = new LocalDate(2025, 7, last), Tonnes = 100 };
        Assert.Equal("report-late", Take(OffsetMove.Report, e => Report(e, 14), procedure: known));
        Assert.Null(Take(OffsetMove.Report, e => Report(e, 15), procedure: known));
        Assert.Null(Verify("R1", 100));
        Recommend("R1");
        OffsetEvent Issued(OffsetEvent e, ulong free) => e with { Report = "R1", Units = [Given.Block(1, free)], Buffer = [Given.Block(free + 1, 100)] };
        Assert.Equal("buffer-too-small", Take(OffsetMove.Issue, e => Issued(e, 81), procedure: known));
        Assert.Null(Take(OffsetMove.Issue, e => Issued(e, 80), procedure: known));
    }

    internal static readonly OffsetProcedure Procedure = OffsetProcedure.Of(Given.Rules.Ruleset, Given.Day);

    internal static OffsetActor Actor(OffsetRole role) => new(role, role + " 1", "of " + role);

    internal static CarbonProject Described(string id) => new()
    {
        Id = id, Name = "A wood", Type = "forestry", Sector = ProjectSector.Forestry, Location = new ProjectLocation("IND", "Assam"), Developer = new Organization("W", "Wood and Co"), Methodology = "BM FR05.001",
    };

    private static OffsetEvent Registered(OffsetEvent e) => e with { Description = Described(e.Project), CreditType = CreditType.Removal, From = new LocalDate(2025, 1, 1) };

    private OffsetEvent Event(OffsetMove move, string project) => new() { Key = "k" + _key++, At = Given.Now, Move = move, Project = project, Actor = Actor(Procedure.Steps.RolesOf(move)[0]) };

    private string? Take(OffsetMove move, Func<OffsetEvent, OffsetEvent> with, string project = "P", OffsetProcedure? procedure = null) =>
        _book.Take(with(Event(move, project)), procedure ?? Procedure).Refusal?.Code;

    private void Register(LocalDate? until, string project = "P") => Assert.Null(Take(OffsetMove.Register, e => Registered(e) with { Until = until }, project));

    private void Operate(string project)
    {
        Assert.Null(Take(OffsetMove.Validate, e => e, project));
        Assert.Null(Take(OffsetMove.Begin, e => e, project));
    }

    private string? Monitor(string report, int fromDay, int untilDay, long tonnes, string project = "P") => Monitor(report, new LocalDate(2025, 6, fromDay), new LocalDate(2025, 6, untilDay), tonnes, project);

    private string? Monitor(string report, LocalDate from, LocalDate until, long tonnes, string project = "P") => Take(OffsetMove.Report, e => e with { Report = report, From = from, Until = until, Tonnes = tonnes }, project);

    /// <summary>The digest of an empty file is that of no report.</summary>
    [Fact]
    public void An_empty_file_verifies_nothing()
    {
        Register(new LocalDate(2034, 12, 31));
        Operate("P");
        Assert.Null(Monitor("R", 1, 10, 10));
        Assert.Equal("malformed", Take(OffsetMove.Verify, e => e with { Report = "R", Tonnes = 10, Document = Digest.Of("") }, "P"));
        Assert.Equal("malformed", Take(OffsetMove.Suspend, e => e with { Note = "-" }, "P"));
        Assert.Null(Verify("R", 10));
    }

    private string? Verify(string report, long tonnes, string project = "P") => Take(OffsetMove.Verify, e => e with { Report = report, Tonnes = tonnes, Document = Digest.Of("report") }, project);

    private void Recommend(string report, string project = "P")
    {
        Assert.Null(Take(OffsetMove.Review, e => e with { Report = report }, project));
        Assert.Null(Take(OffsetMove.Recommend, e => e with { Report = report }, project));
    }

    private void Live(string project = "P")
    {
        Register(new LocalDate(2034, 12, 31), project);
        Operate(project);
        Assert.Null(Monitor("R1", 1, 30, 120, project));
        Assert.Null(Verify("R1", 100, project));
        Recommend("R1", project);
    }

    private string? Issue(string report, ulong start, ulong end, ulong bufferStart, ulong bufferEnd, string project = "P") =>
        Take(OffsetMove.Issue, e => e with { Report = report, Units = [Given.Block(start, end)], Buffer = bufferEnd == 0 ? [] : [Given.Block(bufferStart, bufferEnd)] }, project);
}
