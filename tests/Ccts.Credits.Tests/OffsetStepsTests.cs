using System;
using System.Collections.Generic;
using System.Linq;
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
        Assert.Equal(OffsetWords.Statuses.Keys.Order(StringComparer.Ordinal), OffsetTables.ProjectStages.Order(StringComparer.Ordinal));
        Assert.Equal(OffsetWords.Stages.Keys.Order(StringComparer.Ordinal), OffsetTables.ReportStages.Order(StringComparer.Ordinal));
        Assert.Equal(OffsetWords.Moves.Keys.Order(StringComparer.Ordinal), OffsetTables.ProjectMoves.Concat(OffsetTables.ReportMoves).Concat(OffsetTables.UnitMoves).Order(StringComparer.Ordinal));
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
