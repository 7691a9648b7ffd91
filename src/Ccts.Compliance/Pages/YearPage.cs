using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Years;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>A compliance year as one HTML page: where it stands, what is due on a day, what can follow and by whom, what happened with whose document.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped. It is in English alone: stages and moves are words of the journal.</remarks>
public static class YearPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="year">The year.</param>
    /// <param name="days">Its days; <see cref="DueCalendar.DaysOf"/> gives them.</param>
    /// <param name="on">The day as of which it is shown.</param>
    /// <param name="head">The hash of the journal's last line.</param>
    public static string Write(YearState year, IReadOnlyList<DueDay> days, LocalDate on, string head)
    {
        var words = new PageWords(PageLanguage.English);
        var title = $"{Require.NotNull(year).Entity}, compliance year {year.Year} on {Iso(on)}";
        var late = Require.NotNull(days).Count(d => d.On(on) == DueStatus.Overdue);
        return SignedPage.Write(words.Code, title, page =>
        {
            PageHead.Write(page, words, title, null, null, $"the year stands at {Plain(YearWords.Of(year.Stage))}; {(late == 0 ? "nothing is overdue" : late == 1 ? "one thing is overdue" : $"{late} things are overdue")}");
            page.Element("h2", words.Due);
            PageTable.Write(page, words.Due, ["Day", "What", "How it stands", "Basis"], () =>
            {
                foreach (var due in days.OrderBy(d => Order(d.On(on))).ThenBy(d => d.Due is null).ThenBy(d => d.Due))
                {
                    PageTable.Row(page, [due.Due is { } day ? Iso(day) : "not known", due.Deadline.Event, Standing(due, on), due.Deadline.Standing.Source.ToString()], due.On(on) == DueStatus.Overdue);
                }
            });
            page.Element("h2", "What can follow");
            if (!year.Next.Any())
            {
                page.Element("p", "Nothing: the year is closed.");
            }
            else
            {
                PageTable.Write(page, "What can follow", ["Step", "By", "Clause"], () =>
                {
                    foreach (var step in year.Next)
                    {
                        PageTable.Row(page, [Plain(YearWords.Of(step.Move)), Plain(YearWords.Of(step.Role)), step.Clause ?? "not read"], false);
                    }
                });
            }

            Past(page, year);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", () => page.Text("Hash of the journal's last line: ").Element("code", Require.NotNull(head))));
        });
    }

    private static void Past(HtmlWriter page, YearState year)
    {
        page.Element("h2", "What happened");
        if (year.Events.Count == 0)
        {
            page.Element("p", "Nothing yet.");
            return;
        }

        PageTable.Write(page, "What happened", ["Day", "Step", "Who", "Document and note"], () =>
        {
            foreach (var past in year.Events)
            {
                page.Element("tr", () => page
                    .Element("th", Iso(past.On), ("scope", "row"), ("class", "date"))
                    .Element("td", Plain(YearWords.Of(past.Move)))
                    .Element("td", $"{past.Actor.Person}, {past.Actor.Organisation} ({Plain(YearWords.Of(past.Actor.Role))})")
                    .Element("td", () =>
                    {
                        if (past.Document is { } digest)
                        {
                            page.Element("code", digest);
                        }

                        page.Text(past.Note is { } note ? " " + note : "");
                    })).Line();
            }
        });
    }

    private static string Standing(DueDay due, LocalDate on)
    {
        var status = due.On(on);
        var text = status switch
        {
            DueStatus.Done => due.Done is { } done ? "done " + Iso(done) : "done",
            DueStatus.DoneLate => $"done late, {Iso(due.Done!.Value)}",
            DueStatus.Overdue => "overdue",
            DueStatus.Upcoming => "to come",
            DueStatus.Past => "past",
            _ => due.Unknown ?? "day not known",
        };
        text += due.Holiday is { } holiday ? $"; a holiday, {holiday}" : due.IsWorkingDay == false ? "; not a working day" : "";
        return status is DueStatus.Overdue or DueStatus.DoneLate && due.IfLate is { } late ? $"{text}. {late}" : text;
    }

    private static int Order(DueStatus status) => status switch { DueStatus.Overdue => 0, DueStatus.Upcoming => 1, DueStatus.Unknown => 2, DueStatus.Past => 3, DueStatus.DoneLate => 4, _ => 5 };

    private static string Plain(string word) => word.Replace('-', ' ');

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
