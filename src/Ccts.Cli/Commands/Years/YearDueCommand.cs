using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Years;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Years;

/// <summary><c>ccts year due</c>: what is due in a year, what is late and what that means.</summary>
internal static class YearDueCommand
{
    internal static Command Create()
    {
        var journal = YearCommand.Journal();
        var json = YearCommand.Json();
        var hindi = new Option<bool>("--hindi") { Description = "Write the page in Hindi." };
        var command = new Command("due", "Show what is due, done and overdue on a day, as the year stood on it; the page has all of that. Exit code 1 when something is overdue.") { journal, json, hindi };
        var (options, pages) = (new YearOptions(command), new PageFiles(command));
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var read = YearFile.Read(parsed.GetValue(journal)!);
            var (day, calendar) = (options.On(parsed), options.Calendar(parsed, read.State.Year));
            var year = read.State.AsOf(day);
            var (days, later) = (calendar.DaysOf(year), read.State.Events.Count - year.Events.Count);
            pages.Write(parsed, () => YearPage.Write(year, days, day, read.Head, parsed.GetValue(hindi) ? PageLanguage.Hindi : PageLanguage.English, later));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(day, days, calendar.HasTarget(year), later));
            }
            else
            {
                Print(year, day, days, calendar.HasTarget(year), later);
            }

            return days.Any(d => d.On(day) == DueStatus.Overdue) ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static void Print(YearState year, LocalDate day, IReadOnlyList<DueDay> days, bool hasTarget, int later)
    {
        var account = new Account(Terminal.Out);
        account.Sentence($"{OneLine.Of(year.Entity)}, compliance year {year.Year}, on {Iso(day)}", "bold");
        if (later > 0)
        {
            account.Sentence(later == 1 ? "One later step of the journal is left out." : $"{later} later steps of the journal are left out.", "yellow");
        }

        if (!hasTarget)
        {
            account.Sentence($"The ruleset of this year has no target of {OneLine.Of(year.Entity)}: whether it is obligated, and what a shortfall would come to, is not known.", "yellow");
        }

        foreach (var group in days.GroupBy(d => d.On(day)).OrderBy(g => Order(g.Key)))
        {
            account.Heading(Title(group.Key));
            foreach (var due in group.OrderBy(d => d.Due is null).ThenBy(d => d.Due))
            {
                account.Sentence($"{(due.Due is { } last ? Iso(last) : group.Key == DueStatus.NotDue ? "          " : "unknown   ")}  {due.Deadline.Event}, {due.Deadline.Standing.Source}{Tail(due, group.Key)}", group.Key == DueStatus.Overdue ? "red" : "default", indent: 2, hanging: 12);
            }
        }
    }

    private static string Tail(DueDay due, DueStatus status)
    {
        var tail = due.Done is { } done ? $"; done {Iso(done)}" : due.Unknown is { } why && status != DueStatus.NotDue ? "; " + why : "";
        tail += due.Holiday is { } holiday ? $"; a holiday, {holiday}" : due.IsWorkingDay == false ? "; not a working day" : "";
        return tail + (status is DueStatus.Overdue or DueStatus.DoneLate && due.IfLate is { } late ? ". " + late : "");
    }

    private static int Order(DueStatus status) => status switch { DueStatus.Overdue => 0, DueStatus.Upcoming => 1, DueStatus.Unknown => 2, DueStatus.Past => 3, DueStatus.DoneLate => 4, DueStatus.Done => 5, _ => 6 };

    private static string Title(DueStatus status) => status switch
    {
        DueStatus.Overdue => "Overdue",
        DueStatus.Upcoming => "Still to come",
        DueStatus.Unknown => "Day not known",
        DueStatus.Past => "Past",
        DueStatus.DoneLate => "Done late",
        DueStatus.NotDue => "No longer due",
        _ => "Done",
    };

    private static JsonObject Json(LocalDate day, IReadOnlyList<DueDay> days, bool hasTarget, int later) => new()
    {
        ["on"] = Iso(day),
        ["hasTarget"] = hasTarget,
        ["laterSteps"] = later,
        ["days"] = new JsonArray([.. days.Select(d => (JsonNode)new JsonObject
        {
            ["event"] = d.Deadline.Event,
            ["rule"] = d.Deadline.Rule,
            ["source"] = d.Deadline.Standing.Source.ToString(),
            ["form"] = d.Deadline.Form,
            ["due"] = d.Due is { } due ? Iso(due) : null,
            ["unknown"] = d.Unknown,
            ["done"] = d.Done is { } done ? Iso(done) : null,
            ["status"] = d.On(day) switch { DueStatus.DoneLate => "done-late", DueStatus.NotDue => "not-due", var status => status.ToString().ToLowerInvariant() },
            ["workingDay"] = d.IsWorkingDay,
            ["holiday"] = d.Holiday,
            ["ifLate"] = d.IfLate,
        })]),
    };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
