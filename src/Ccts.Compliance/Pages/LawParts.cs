using System;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>What a page tells of the law: its open points with what they move, the days, what is not settled.</summary>
internal static class LawParts
{
    internal static void OpenPoints(HtmlWriter page, PageWords words, Assessment assessment, Func<string, string?> titleOf, bool withRange = true)
    {
        page.Element("h2", words.Open);
        if (withRange && assessment.Range is { } range && range.Lowest != range.Highest)
        {
            page.Element("p", words.Range(range));
            RangeChart.Write(page, words, RangeChart.Signed(range.Lowest), RangeChart.Signed(assessment.Certificates), RangeChart.Signed(range.Highest));
        }

        if (assessment.OtherReadings.Count == 0)
        {
            page.Element("p", words.NoOpen);
            return;
        }

        PageTable.Write(page, words.Open, [words.Point, words.Used, words.Else, words.Result], () =>
        {
            foreach (var reading in assessment.OtherReadings)
            {
                PageTable.Row(page, [titleOf(reading.Path) ?? reading.Path, reading.Used, reading.Reading, words.Sentence(reading.Certificates)], false);
            }
        });
    }

    internal static void Deadlines(HtmlWriter page, PageWords words, Assessment assessment)
    {
        page.Element("h2", words.Due);
        PageTable.Write(page, words.Due, [words.Day, words.Event, words.Basis], () =>
        {
            foreach (var due in assessment.Deadlines.OrderBy(d => d.Due is null).ThenBy(d => d.Due))
            {
                page.Element("tr", () => page
                    .Element("td", due.Due is { } day ? LocalDatePattern.Iso.Format(day) : words.ByRule, ("class", "date"))
                    .Element("th", due.Event + (due.Due is null ? ": " + due.Rule : ""), ("scope", "row"), ("lang", words.IsHindi ? "en" : null))
                    .Element("td", due.Standing.Source.ToString(), ("lang", words.IsHindi ? "en" : null))).Line();
            }
        });
    }

    internal static void LeanedOn(HtmlWriter page, PageWords words, Assessment assessment, Func<string, string?> titleOf)
    {
        if (assessment.LeanedOn.Count == 0)
        {
            return;
        }

        page.Element("h2", words.Leans);
        PageTable.Write(page, words.Leans, [words.Point, words.Value, words.Basis], () =>
        {
            foreach (var value in assessment.LeanedOn)
            {
                PageTable.Row(page, [titleOf(value.Path) ?? value.Path, value.Text, $"{value.Standing.Source}; {LawWords.Of(value.Standing.Force)}; {LawWords.Of(value.Standing.Evidence)}"], false);
            }
        });
    }
}
