using System;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Credits.Projects;
using NodaTime;

namespace Ccts.Credits.Tests;

public class OffsetTests
{
    private readonly OffsetBook _book = new(new InMemoryLines());
    private int _key;

    [Fact]
    public void A_project_lives_from_registration_to_retirement()
    {
        Live();
        Assert.Null(Issue("R1", 1, 80, 81, 100));
        Assert.Equal("beyond-verified", Issue("R1", 101, 101, 0, 0));
        Assert.Null(Code(_book.Reverse(Key, Given.Now, "P", 15, [Given.Block(81, 90)])));
        Assert.Equal("not-in-buffer", Code(_book.Reverse(Key, Given.Now, "P", 15, [Given.Block(90, 91)])));
        Assert.Equal("beyond-reversal", Code(_book.Reverse(Key, Given.Now, "P", 1, [Given.Block(91, 95)])));
        Assert.Null(Code(_book.End(Key, Given.Now, "P", [Given.Block(1, 30)], "retired")));
        Assert.Equal("not-issued", Code(_book.End(Key, Given.Now, "P", [Given.Block(30, 31)], "retired")));
        Assert.Equal("not-issued", Code(_book.End(Key, Given.Now, "P", [Given.Block(91, 91)], "retired")));
        var now = _book.Find("P")!;
        Assert.Equal((100, 50, 10, 15, 10, 30, 5), (now.Issued, now.Free, now.Buffer, now.Reversed, now.MadeGood, now.Ended, now.Open));
        Assert.Equal(now.Issued, now.Free + now.Buffer + now.MadeGood + now.Ended);
        Assert.Equal(50, _book.Available[CreditType.Removal]);
    }

    [Fact]
    public void Nothing_is_issued_out_of_order_or_twice()
    {
        Assert.Equal("methodology-not-listed", Code(_book.Register(Key, Given.Now, "P", "BM XX99.999", CreditType.Removal, Given.Day, null, Procedure)));
        Assert.Equal("project-unknown", Issue("R1", 1, 10, 0, 0));
        Register(null);
        Assert.Equal("crediting-period-unknown", Code(Monitor("R1", 1, 1, 30)));
        Live("Q");
        Assert.Equal("report-unknown", Issue("R9", 1, 10, 0, 0, "Q"));
        Assert.Equal("period-reported", Code(_book.Monitor(Key, Given.Now, "Q", "R2", new LocalDate(2025, 6, 30), new LocalDate(2025, 7, 1), 5, Procedure)));
        Assert.Equal("outside-crediting-period", Code(_book.Monitor(Key, Given.Now, "Q", "R2", new LocalDate(2024, 12, 31), new LocalDate(2025, 1, 2), 5, Procedure)));
        Assert.Equal("verified-already", Code(_book.Verify(Key, Given.Now, "Q", "R1", 5, "V", Digest.Of("v"))));
        Assert.Null(Code(_book.Monitor(Key, Given.Now, "Q", "R3", new LocalDate(2025, 7, 1), new LocalDate(2025, 7, 31), 5, Procedure)));
        Assert.Equal("not-verified", Issue("R3", 1, 1, 0, 0, "Q"));
        Assert.Equal("beyond-report", Code(_book.Verify(Key, Given.Now, "Q", "R3", 6, "V", Digest.Of("v"))));
        Assert.Null(Issue("R1", 1, 50, 0, 0, "Q"));
        Assert.Equal("issued-already", Issue("R1", 50, 51, 0, 0, "Q"));
        Assert.Equal("malformed", Issue("R1", 60, 70, 70, 71, "Q"));
        Assert.Equal("malformed", Issue("R1", 60, ulong.MaxValue, 0, 0, "Q"));
    }

    [Fact]
    public void A_suspended_project_reports_and_issues_nothing_until_it_works_again()
    {
        Live();
        Assert.Null(Code(_book.Move(Key, Given.Now, "P", ProjectStatus.Suspended, "under question")));
        Assert.Equal("project-not-active", Issue("R1", 1, 10, 0, 0));
        Assert.Equal("project-status", Code(_book.Move(Key, Given.Now, "P", ProjectStatus.Completed, "x")));
        Assert.Null(Code(_book.Move(Key, Given.Now, "P", ProjectStatus.Operational, "cleared")));
        Assert.Null(Issue("R1", 1, 10, 0, 0));
        Assert.Null(Code(_book.Move(Key, Given.Now, "P", ProjectStatus.Cancelled, "given up")));
        Assert.Equal("project-status", Code(_book.Move(Key, Given.Now, "P", ProjectStatus.Operational, "x")));
        Assert.Null(Code(_book.End(Key, Given.Now, "P", [Given.Block(1, 10)], "retired")));
    }

    [Fact]
    public void What_the_texts_leave_open_is_an_unknown_of_the_ruleset()
    {
        Assert.Equal((null, null, null), (Procedure.CreditingPeriodMonths, Procedure.BufferShare, Procedure.MonitoringDueMonths));
        Assert.Equal(5, Procedure.Unknowns.Count);
        Assert.All(Procedure.Unknowns, u => Assert.Equal("BEE", u.SettledBy));
        Assert.Equal(12, Procedure.Methodologies.Count);
    }

    /// <summary>Made-up values: no text read states any.</summary>
    [Fact]
    public void What_a_ruleset_knows_the_machine_demands()
    {
        var known = Procedure with { CreditingPeriodMonths = 84, BufferShare = 0.2m, MonitoringDueMonths = 6 };
        Assert.Equal("crediting-period-too-long", Code(_book.Register(Key, Given.Now, "P", "BM FR05.001", CreditType.Removal, new LocalDate(2025, 1, 1), new LocalDate(2032, 1, 1), known)));
        Assert.Null(Code(_book.Register(Key, Given.Now, "P", "BM FR05.001", CreditType.Removal, new LocalDate(2025, 1, 1), null, known)));
        Assert.Equal(new LocalDate(2031, 12, 31), _book.Find("P")!.Until);
        Assert.Equal("report-late", Code(_book.Monitor(Key, Given.Now, "P", "R1", new LocalDate(2025, 6, 1), new LocalDate(2025, 7, 14), 100, known)));
        Assert.Null(Code(_book.Monitor(Key, Given.Now, "P", "R1", new LocalDate(2025, 6, 1), new LocalDate(2025, 7, 15), 100, known)));
        Assert.Null(Code(_book.Verify(Key, Given.Now, "P", "R1", 100, "Agency", Digest.Of("report"))));
        Assert.Equal("buffer-too-small", Code(_book.Issue(Key, Given.Now, "P", "R1", [Given.Block(1, 81)], [Given.Block(82, 100)], known)));
        Assert.Null(Code(_book.Issue(Key, Given.Now, "P", "R1", [Given.Block(1, 80)], [Given.Block(81, 100)], known)));
    }

    private static readonly OffsetProcedure Procedure = OffsetProcedure.Of(Given.Rules.Ruleset, Given.Day);

    private string Key => "k" + _key++;

    private static string? Code(BookAnswer answer) => answer.Refusal?.Code;

    private void Register(LocalDate? until, string project = "P") =>
        Assert.Null(Code(_book.Register(Key, Given.Now, project, "BM FR05.001", CreditType.Removal, new LocalDate(2025, 1, 1), until, Procedure)));

    private BookAnswer Monitor(string report, int fromDay, int untilDay, long tonnes, string project = "P") =>
        _book.Monitor(Key, Given.Now, project, report, new LocalDate(2025, 6, fromDay), new LocalDate(2025, 6, untilDay), tonnes, Procedure);

    private void Live(string project = "P")
    {
        Register(new LocalDate(2034, 12, 31), project);
        Assert.Null(Code(Monitor("R1", 1, 30, 120, project)));
        Assert.Null(Code(_book.Verify(Key, Given.Now, project, "R1", 100, "Agency", Digest.Of("report"))));
    }

    private string? Issue(string report, ulong start, ulong end, ulong bufferStart, ulong bufferEnd, string project = "P") =>
        Code(_book.Issue(Key, Given.Now, project, report, [Given.Block(start, end)], bufferEnd == 0 ? [] : [Given.Block(bufferStart, bufferEnd)], Procedure));
}
