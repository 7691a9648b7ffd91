using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Years;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Years;

/// <summary><c>ccts year show</c>: the state of a year, its history, and possible next steps.</summary>
internal static class YearShowCommand
{
    internal static Command Create()
    {
        var journal = YearCommand.Journal();
        var json = YearCommand.Json();
        var command = new Command("show", "Show where a year stands, what can follow and by whom, and what happened.") { journal, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var read = YearFile.Read(parsed.GetValue(journal)!);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(read));
            }
            else
            {
                Print(read.State);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static void Print(YearState year)
    {
        var account = new Account(Terminal.Out);
        account.Sentence($"{OneLine.Of(year.Entity)}, compliance year {year.Year}: {YearWords.Of(year.Stage)}", "bold");
        account.Heading("What can follow");
        foreach (var step in year.Next)
        {
            account.Sentence($"{YearWords.Of(step.Move)} by {YearWords.Of(step.Role)}{(step.Clause is { } clause ? ", " + clause : "")}", indent: 2, hanging: 2);
        }

        if (!year.Next.Any())
        {
            account.Sentence("Nothing: the year is closed.", indent: 2);
        }

        account.Heading("What happened");
        foreach (var past in year.Events)
        {
            account.Sentence($"{LocalDatePattern.Iso.Format(past.On)}  {YearWords.Of(past.Move)}, {OneLine.Of(past.Actor.Person)}, {OneLine.Of(past.Actor.Organisation)} ({YearWords.Of(past.Actor.Role)}){(past.Note is { } note ? ": " + OneLine.Of(note) : "")}", indent: 2, hanging: 12);
        }
    }

    private static JsonObject Json(YearJournal journal) => new()
    {
        ["entity"] = journal.State.Entity,
        ["year"] = journal.State.Year.ToString(),
        ["stage"] = YearWords.Of(journal.State.Stage),
        ["head"] = journal.Head,
        ["next"] = new JsonArray([.. journal.State.Next.Select(t => (JsonNode)new JsonObject { ["move"] = YearWords.Of(t.Move), ["role"] = YearWords.Of(t.Role), ["clause"] = t.Clause })]),
        ["events"] = new JsonArray([.. journal.State.Events.Select(e => (JsonNode)new JsonObject
        {
            ["on"] = LocalDatePattern.Iso.Format(e.On),
            ["move"] = YearWords.Of(e.Move),
            ["role"] = YearWords.Of(e.Actor.Role),
            ["person"] = e.Actor.Person,
            ["organisation"] = e.Actor.Organisation,
            ["document"] = e.Document,
            ["note"] = e.Note,
        })]),
    };
}
