using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Credits;
using Ccts.Cli.Output;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Projects;

/// <summary><c>ccts project show</c>: the state of projects, their history, and possible next moves.</summary>
internal static class ProjectShowCommand
{
    internal static Command Create()
    {
        var journal = ProjectCommand.Journal();
        var project = new Argument<string?>("PROJECT") { Arity = ArgumentArity.ZeroOrOne, Description = "One project, with everything that happened; all of them otherwise." };
        var head = BookFile.Head();
        var json = ProjectCommand.Json();
        var command = new Command("show", "Show where projects stand and what they have issued; of one project, its reports, what can follow and what happened.") { journal, project, head, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => BookFile.Read(parsed.GetValue(journal)!, lines =>
        {
            var book = new OffsetBook(lines);
            var isWhole = BookFile.Follows(parsed.GetValue(head), book.Follows);
            var shown = parsed.GetValue(project) is { } id
                ? [book.Find(id) ?? throw Bad($"There is no project \"{id}\" in the journal.", "one of " + string.Join(", ", book.Projects.Select(p => p.Project.Id)))]
                : book.Projects;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = isWhole, ["head"] = book.Head.ToString(), ["projects"] = new JsonArray([.. shown.Select(p => (JsonNode)ProjectJson.Of(p))]) });
            }
            else
            {
                var account = new Account(Terminal.Out);
                Print(account, shown, isOne: parsed.GetValue(project) is not null);
                account.Sentence(BookFile.Sentence(isWhole, book.Head));
            }

            return isWhole ? ExitCode.Yes : ExitCode.No;
        })));
        return command;
    }

    private static void Print(Account account, IReadOnlyList<OffsetStanding> projects, bool isOne)
    {
        if (projects.Count > 0)
        {
            account.Figures([["project", "status", "issued", "free", "buffer", "retired", "cancelled", "open"], .. projects.Select(p => new[]
            {
                p.Project.Id, p.Status.Word, LetterCommand.Number(p.Issued), LetterCommand.Number(p.Free), LetterCommand.Number(p.Buffer), LetterCommand.Number(p.Retired), LetterCommand.Number(p.Cancelled), LetterCommand.Number(p.Open),
            })]);
        }

        foreach (var project in isOne ? projects : [])
        {
            account.Sentence($"{project.Project.Name}, {project.Project.Methodology}. Crediting: {string.Join("; ", project.Periods.Select(p => $"{LocalDatePattern.Iso.Format(p.From)} to {(p.Until is { } last ? LocalDatePattern.Iso.Format(last) : "a day that is not known")}"))}.");
            account.Heading("Monitoring reports");
            account.Figures([["report", "stage", "claimed", "verified", "issued"], .. project.Reports.Select(r => new[] { r.Id, r.Stage.Word, LetterCommand.Number(r.Claimed), r.Verified is { } tonnes ? LetterCommand.Number(tonnes) : "–", LetterCommand.Number(r.Issued) })]);
            account.Heading("What can follow");
            foreach (var next in project.Next)
            {
                account.Sentence($"{next.Move.Word}{(next.Report is { } report ? " " + report : "")} by {next.Role} ({next.Source})", indent: 2, hanging: 2);
            }

            account.Heading("What happened");
            foreach (var e in project.Events)
            {
                account.Sentence($"{LocalDatePattern.Iso.Format(e.Day)}  {e.Move.Word}{(e.Report is { } report ? " " + report : "")}, {e.Actor.Person}, {e.Actor.Organisation} ({e.Actor.Role}){(e.Note is { } note ? ": " + note : "")}", indent: 2, hanging: 12);
            }
        }
    }
}
