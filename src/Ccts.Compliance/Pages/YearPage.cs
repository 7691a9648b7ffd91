using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Years;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>A compliance year as one HTML page: its stage, what is due on a day, what can follow and by whom, and past events with their documents.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped.</remarks>
public static class YearPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="year">The year as it stood on the day: <see cref="YearState.AsOf"/> gives it.</param>
    /// <param name="days">Its days; <see cref="DueCalendar.DaysOf"/> gives them.</param>
    /// <param name="on">The day as of which it is shown.</param>
    /// <param name="head">The hash of the journal's last line.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="later">The number of steps in the journal after that day.</param>
    public static string Write(YearState year, IReadOnlyList<DueDay> days, LocalDate on, string head, PageLanguage language = PageLanguage.English, int later = 0)
    {
        var words = new PageWords(language == PageLanguage.Hindi);
        var title = words.Say("{0}, compliance year {1} on {2}", Require.NotNull(year).Entity, year.Year.ToString(), Iso(on));
        var late = Require.NotNull(days).Count(d => d.On(on) == DueStatus.Overdue);
        var standing = late switch { 0 => "{0}; nothing is overdue", 1 => "{0}; one thing is overdue", _ => "{0}; {1} things are overdue" };
        return SignedPage.Write(words.Code, title, page =>
        {
            PageHead.Write(page, words, title, null, null, words.Say(standing, words.Of(year.Stage), IndianFigures.Whole(late)));
            if (later > 0)
            {
                page.Element("p", later == 1 ? words["One later step of the journal is left out."] : words.Say("{0} later steps of the journal are left out.", IndianFigures.Whole(later)), ("class", "notice"));
            }

            if (days.Any(d => d.IsWithoutTarget))
            {
                page.Element("p", words.Say("The ruleset of this year has no target of {0}: whether it is obligated, and what a shortfall would come to, is not known.", year.Entity), ("class", "notice"));
            }

            YearWay.Write(page, words, year);
            Due(page, words, days, on);
            Next(page, words, year);
            Past(page, words, year);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", () => page.Text(words["Hash of the journal's last line: "]).Element("code", Require.NotNull(head))));
        });
    }

    private static void Due(HtmlWriter page, PageWords words, IReadOnlyList<DueDay> days, LocalDate on)
    {
        page.Element("h2", words["What is due"]);
        PageTable.Lines(page, words["What is due"], [words["Day"], words["What"], words["How it stands"]], () =>
        {
            foreach (var due in days.OrderBy(d => Order(d.On(on))).ThenBy(d => d.Due is null).ThenBy(d => d.Due))
            {
                page.Element("tr", () => page
                    .Element("td", due.Due is { } day ? Iso(day) : due.On(on) == DueStatus.NotDue ? "" : words["not known"], ("class", "date"))
                    .Element("th", () => page.Text(words.Value(due.Deadline.Event) + " ").Element("small", due.Deadline.Standing.Source.ToString(), ("lang", words.IsHindi ? "en" : null)), ("scope", "row"))
                    .Element("td", () => Standing(page, words, due, on)), ("class", due.On(on) == DueStatus.Overdue ? "total" : null)).Line();
            }
        });
    }

    private static void Next(HtmlWriter page, PageWords words, YearState year)
    {
        page.Element("h2", words["What can follow"]);
        if (!year.Next.Any())
        {
            page.Element("p", words["Nothing: the year is closed."]);
            return;
        }

        PageTable.Write(page, words["What can follow"], [words["Step"], words["By"], words["Clause"]], () =>
        {
            foreach (var step in year.Next)
            {
                PageTable.Row(page, [words.Of(step.Move), words.Of(step.Role), step.Clause ?? words["not read"]], false);
            }
        });
    }

    private static void Past(HtmlWriter page, PageWords words, YearState year)
    {
        page.Element("h2", words["What happened"]);
        if (year.Events.Count == 0)
        {
            page.Element("p", words["Nothing yet."]);
            return;
        }

        PageTable.Lines(page, words["What happened"], [words["Day"], words["Step"], words["Who"], words["Document and note"]], () =>
        {
            foreach (var past in year.Events)
            {
                page.Element("tr", () => page
                    .Element("th", Iso(past.On), ("scope", "row"), ("class", "date"))
                    .Element("td", words.Of(past.Move))
                    .Element("td", $"{past.Actor.Person}, {past.Actor.Organisation} ({words.Of(past.Actor.Role)})")
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

    // Text of the ruleset and its calendar stays in its own language.
    private static void Standing(HtmlWriter page, PageWords words, DueDay due, LocalDate on)
    {
        var status = due.On(on);
        if (status == DueStatus.Unknown && due.Unknown is { } why)
        {
            page.Text(words.OfCalendar(why) is var said && said.Length > 0 ? char.ToUpperInvariant(said[0]) + said.Substring(1) : "");
            return;
        }

        page.Text(status switch
        {
            DueStatus.Done => due.Done is { } done ? words.Say("done {0}", Iso(done)) : words["done"],
            DueStatus.DoneLate => words.Say("done late, {0}", Iso(due.Done!.Value)),
            DueStatus.Overdue => words["overdue"],
            DueStatus.Upcoming => words["to come"],
            DueStatus.Past => words["past"],
            DueStatus.NotDue => words["no longer due"],
            _ => words["day not known"],
        });
        page.Text(due.Holiday is { } holiday ? "; " + words.Say("a holiday, {0}", holiday) : due.IsWorkingDay == false ? "; " + words["not a working day"] : "");
        if (status is DueStatus.Overdue or DueStatus.DoneLate && due.IfLate is { } late)
        {
            page.Text(words.Stop + " " + words.OfCalendar(late));
        }
    }

    private static int Order(DueStatus status) => status switch { DueStatus.Overdue => 0, DueStatus.Upcoming => 1, DueStatus.Unknown => 2, DueStatus.Past => 3, DueStatus.DoneLate => 4, DueStatus.Done => 5, _ => 6 };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
