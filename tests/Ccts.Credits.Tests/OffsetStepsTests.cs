using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Overlays;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>Steps, roles and days are rows of the ruleset: an overlay with others, all made up, changes the machine without a build.</summary>
public class OffsetStepsTests
{
    private const string Head = """{ "format": 1, "id": "house", "revision": 1, "force": "draft", "title": "House", "published": "2026-01-01", "extends": ["in-ccts/2025-26"], "instruments": [{ "id": "HOUSE", "title": "House", "issuer": "H", "reference": "H", "date": "2026-01-01", "status": "draft", "evidence": "verbatim" }] }""";

    private readonly InMemoryLines _lines = new();
    private int _key;

    [Fact]
    public void The_words_of_the_tables_are_those_of_the_machine()
    {
        static IEnumerable<string> Named<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(T)).Select(p => p.GetValue(null)!.ToString()!).Order(StringComparer.Ordinal);
        Assert.Equal(Named<ProjectStatus>(), OffsetTables.ProjectStages.Order(StringComparer.Ordinal));
        Assert.Equal(Named<ReportStage>(), OffsetTables.ReportStages.Order(StringComparer.Ordinal));
        Assert.Equal(Named<OffsetMove>(), OffsetMove.Known.Select(m => m.Word).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_overlay_s_steps_and_roles_are_taken()
    {
        var state = new OffsetRole("state");
        var house = Of(
            Table("offset.project-steps", "word", ("register", "validated"), ("validated.begin", "operational")),
            Table("offset.roles", "statement", ("register.state", "yes"), ("begin.state", "yes"), ("begin.proponent", null)));
        var book = new OffsetBook(_lines);
        Assert.Equal("wrong-role", book.Take(Register(OffsetRole.Bee), house).Refusal?.Code);
        Assert.Null(book.Take(Register(state), house).Refusal);
        Assert.Equal(ProjectStatus.Validated, book.Find("P")!.Status);
        Assert.Contains("not known: made up", book.Take(Event(OffsetMove.Begin, OffsetRole.Proponent), house).Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal([new OffsetNext(OffsetMove.Begin, state, null, "HOUSE s.1, verbatim")], book.Find("P")!.Next);
        Assert.Null(book.Take(Event(OffsetMove.Begin, state), house).Refusal);
    }

    /// <summary>A procedure with steps that the product has never heard of, made up: a consultation before validation, and a check of each report's papers.</summary>
    [Fact]
    public void A_ruleset_s_own_stages_and_moves_are_taken_and_do_nothing_else()
    {
        var house = Of(
            Table("offset.project-steps", "word", ("register", "registered"), ("registered.publish", "in-consultation"), ("in-consultation.validate", "validated"), ("validated.begin", "operational"), ("in-consultation.suspend", "suspended"), ("suspended.resume", "before")),
            Table("offset.report-steps", "word", ("report", "filed"), ("filed.check-papers", "checked"), ("checked.verify", "verified"), ("checked.send-back", "filed"), ("verified.review", "reviewed"), ("reviewed.recommend", "recommended"), ("recommended.issue", "issued")),
            Table("offset.roles", "statement", ("register.bee", "yes"), ("publish.bee", "yes"), ("validate.agency", "yes"), ("begin.proponent", "yes"), ("suspend.bee", "yes"), ("resume.bee", "yes"), ("report.proponent", "yes"), ("check-papers.registry", "yes"), ("send-back.registry", "yes"), ("verify.agency", "yes")),
            Table("offset.days", "days", ("in-consultation.validate", "30")));
        var (publish, check, sendBack) = (new OffsetMove("publish"), new OffsetMove("check-papers"), new OffsetMove("send-back"));
        var book = new OffsetBook(_lines);
        string? No(OffsetEvent e) => book.Take(e, house).Refusal?.Code;
        Assert.Null(No(Register(OffsetRole.Bee)));
        Assert.Equal("wrong-stage", No(Event(OffsetMove.Validate, OffsetRole.Agency)));
        Assert.Equal("wrong-role", No(Event(publish, OffsetRole.Agency)));
        Assert.Equal("malformed", No(Event(publish, OffsetRole.Bee) with { Report = "R" }));
        Assert.Equal("malformed", No(Event(publish, OffsetRole.Bee) with { Tonnes = 5 }));
        Assert.Equal("step-unknown", No(Event(new OffsetMove("advertise"), OffsetRole.Bee)));
        Assert.Null(No(Event(publish, OffsetRole.Bee)));
        Assert.Equal((new ProjectStatus("in-consultation"), "validate, suspend"), (book.Find("P")!.Status, string.Join(", ", book.Find("P")!.Next.Select(n => n.Move))));
        Assert.Contains("due by 2026-02-14", OffsetFindings.Of(book.Projects, house, Given.Day.PlusDays(31)).Single(f => f.Code == "step-late").Message, StringComparison.Ordinal);
        Assert.Null(No(Event(OffsetMove.Suspend, OffsetRole.Bee) with { Note = "why" }));
        Assert.Null(No(Event(OffsetMove.Resume, OffsetRole.Bee)));
        Assert.Equal("in-consultation", book.Find("P")!.Status.Word);
        Assert.Null(No(Event(OffsetMove.Validate, OffsetRole.Agency)));
        Assert.Null(No(Event(OffsetMove.Begin, OffsetRole.Proponent)));
        Assert.Null(No(Event(OffsetMove.Report, OffsetRole.Proponent) with { Report = "R", From = new LocalDate(2025, 6, 1), Until = new LocalDate(2025, 6, 30), Tonnes = 10 }));
        Assert.Equal("wrong-stage", No(Event(OffsetMove.Verify, OffsetRole.Agency) with { Report = "R", Tonnes = 10, Document = Digest.Of("v") }));
        Assert.Equal("malformed", No(Event(check, OffsetRole.Registry)));
        Assert.Equal("report-unknown", No(Event(check, OffsetRole.Registry) with { Report = "Q" }));
        Assert.Null(No(Event(check, OffsetRole.Registry) with { Report = "R" }));
        Assert.Null(No(Event(sendBack, OffsetRole.Registry) with { Report = "R" }));
        Assert.Null(No(Event(check, OffsetRole.Registry) with { Report = "R" }));
        Assert.Null(No(Event(OffsetMove.Verify, OffsetRole.Agency) with { Report = "R", Tonnes = 10, Document = Digest.Of("v") }));
        var again = new OffsetBook(_lines).Find("P")!;
        Assert.Equal((ProjectStatus.Operational, ReportStage.Verified, 10L, 0L), (again.Status, again.Reports[0].Stage, again.Verified, again.Issued));
    }

    [Fact]
    public void A_step_of_which_nobody_knows_where_it_leads_is_not_taken()
    {
        var house = Of(Table("offset.project-steps", "word", ("register", "registered"), ("registered.validate", null)));
        var book = new OffsetBook(_lines);
        Assert.Null(book.Take(Register(OffsetRole.Bee), house).Refusal);
        var no = book.Take(Event(OffsetMove.Validate, OffsetRole.Agency), house).Refusal!;
        Assert.Equal("step-unknown", no.Code);
        Assert.Contains("made up", no.Message, StringComparison.Ordinal);
        Assert.Equal("step-unknown", book.Take(Register(OffsetRole.Bee) with { Project = "Q", Description = OffsetTests.Described("Q") }, OffsetTests.Procedure with { Steps = new OffsetSteps { Roles = OffsetTests.Procedure.Steps.Roles } }).Refusal?.Code);
    }

    /// <summary>A journal says by which steps each event was taken, so that another year's steps make no old event false.</summary>
    [Fact]
    public void What_was_taken_stands_whatever_the_steps_are_later()
    {
        var house = Of(Table("offset.project-steps", "word", ("register", "operational")));
        var book = new OffsetBook(_lines);
        var register = Register(OffsetRole.Bee);
        Assert.Null(book.Take(register, house).Refusal);
        Assert.True(book.Take(register, OffsetTests.Procedure).IsRepeat);
        Assert.Null(book.Take(Event(OffsetMove.Suspend, OffsetRole.Bee) with { Note = "why" }, OffsetTests.Procedure).Refusal);
        Assert.Null(book.Take(Event(OffsetMove.Resume, OffsetRole.Bee), OffsetTests.Procedure).Refusal);
        var again = new OffsetBook(_lines).Find("P")!;
        Assert.Equal((ProjectStatus.Operational, 3), (again.Status, again.Events.Count));
        Assert.Equal([2, 0], _lines.Read(0).Select(l => l.Contains("\"procedure\"", StringComparison.Ordinal)).GroupBy(said => said).OrderByDescending(g => g.Key).Select(g => g.Key ? g.Count() : 0));

        var lines = _lines.Read(0).ToList();
        Assert.Throws<JournalDamagedException>(() => new OffsetBook(new InMemoryLines([lines[0].Replace("\"to\":\"operational\"", "\"to\":\"validated\"", StringComparison.Ordinal)])).Projects);
    }

    [Fact]
    public void A_report_that_was_not_verified_issues_nothing_even_where_the_steps_let_it()
    {
        var house = Of(Table("offset.report-steps", "word", ("report", "recommended"), ("recommended.issue", "issued")), Table("offset.project-steps", "word", ("register", "operational")));
        var book = new OffsetBook(_lines);
        Assert.Null(book.Take(Register(OffsetRole.Bee), house).Refusal);
        Assert.Null(book.Take(Event(OffsetMove.Report, OffsetRole.Proponent) with { Report = "R", From = new LocalDate(2025, 6, 1), Until = new LocalDate(2025, 6, 30), Tonnes = 10 }, house).Refusal);
        Assert.Equal("beyond-verified", book.Take(Event(OffsetMove.Issue, OffsetRole.Bee) with { Report = "R", Units = [Given.Block(1, 1)] }, house).Refusal?.Code);
    }

    [Fact]
    public void A_step_that_is_late_is_told_where_the_days_are_known()
    {
        var house = Of(Table("offset.days", "days", ("registered.validate", "30"), ("filed.verify", "10")));
        var book = new OffsetBook(_lines);
        Assert.Null(book.Take(Register(OffsetRole.Bee), house).Refusal);
        Assert.DoesNotContain(OffsetFindings.Of(book.Projects, house, Given.Day.PlusDays(30)), f => f.Code == "step-late");
        Assert.Contains("due by 2026-02-14", OffsetFindings.Of(book.Projects, house, Given.Day.PlusDays(31)).Single(f => f.Code == "step-late").Message, StringComparison.Ordinal);
        Assert.Null(book.Take(Event(OffsetMove.Validate, OffsetRole.Agency), house).Refusal);
        Assert.Null(book.Take(Event(OffsetMove.Begin, OffsetRole.Proponent), house).Refusal);
        Assert.Null(book.Take(Event(OffsetMove.Report, OffsetRole.Proponent) with { Report = "R", From = new LocalDate(2025, 6, 1), Until = new LocalDate(2025, 6, 30), Tonnes = 10 }, house).Refusal);
        Assert.Contains("\"R\" is filed", OffsetFindings.Of(book.Projects, house, Given.Day.PlusDays(11)).Single(f => f.Code == "step-late").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(OffsetFindings.Of(book.Projects, OffsetTests.Procedure, Given.Day.PlusDays(3000)), f => f.Code == "step-late");
    }

    [Theory]
    [InlineData("offset.project-steps", "word", "registered.publish", "validated")]
    [InlineData("offset.project-steps", "word", "before.validate", "validated")]
    [InlineData("offset.project-steps", "word", "registered.verify", "validated")]
    [InlineData("offset.project-steps", "word", "registred.validate", "validated")]
    [InlineData("offset.project-steps", "word", "validate", "validated")]
    [InlineData("offset.project-steps", "word", "registered.register", "registered")]
    [InlineData("offset.project-steps", "word", "registered.validate", "valid")]
    [InlineData("offset.project-steps", "word", "registered.validate", "before")]
    [InlineData("offset.report-steps", "word", "filed.verify", "validated")]
    [InlineData("offset.roles", "statement", "validate", "yes")]
    [InlineData("offset.roles", "statement", "validat.agency", "yes")]
    [InlineData("offset.roles", "statement", "validate.An Agency", "yes")]
    [InlineData("offset.roles", "statement", "validate.", "yes")]
    [InlineData("offset.days", "days", "register", "3")]
    [InlineData("offset.days", "days", "verified.validate", "3")]
    public void A_row_that_the_machine_does_not_understand_is_an_error_with_its_place(string path, string unit, string key, string value)
    {
        Assert.False(OverlayReader.TryApply(Given.Rules.Ruleset, Files(Table(path, unit, (key, value))), out _, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal("bad-parameter", problem.Code);
        Assert.True(problem.Place.Line > 0 && problem.Expected is not null);
    }

    private static OffsetProcedure Of(params string[] tables) => OffsetProcedure.Of(OverlayReader.Apply(Given.Rules.Ruleset, Files(tables)), Given.Day);

    private static RulesetFiles Files(params string[] tables) => RulesetFiles.FromMemory("house", new Dictionary<string, byte[]>
    {
        ["overlay.json"] = Encoding.UTF8.GetBytes(Head), ["parameters.json"] = Encoding.UTF8.GetBytes("{ \"parameters\": { " + string.Join(", ", tables) + " } }"),
    });

    private static string Table(string path, string unit, params (string Key, string? Value)[] rows) => $$"""
        "{{path}}": { "title": "T", "by": "{{(path == OffsetTables.Roles ? "move and role" : "step")}}", "table": { {{string.Join(", ", rows.Select(r => $$"""
        "{{r.Key}}": [{ "from": "2025-04-01", "value": {{(r.Value is null ? "null" : $"\"{r.Value}\"")}}, "unit": "{{unit}}", "source": { "instrument": "HOUSE", "clause": "s.1" }, "force": "none",
        "evidence": "{{(r.Value is null ? "unknown" : "verbatim")}}"{{(r.Value is null ? ", \"reason\": \"made up\", \"settledBy\": \"H\"" : "")}} }]
        """))}} } }
        """;

    private OffsetEvent Event(OffsetMove move, OffsetRole role) => new() { Key = "k" + _key++, At = Given.Now, Move = move, Project = "P", Actor = OffsetTests.Actor(role) };

    private OffsetEvent Register(OffsetRole role) => Event(OffsetMove.Register, role) with { Description = OffsetTests.Described("P"), CreditType = CreditType.Removal, From = new LocalDate(2025, 1, 1), Until = new LocalDate(2034, 12, 31) };
}
