using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>An assessment as one HTML page: the answer, what it is made of, what moves it, what is due, what it leans on, its proof.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped. Printed by a browser, it is the PDF.</remarks>
public static class AssessmentPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="receiptDigest">The digest of the receipt that proves it, or null.</param>
    /// <param name="titleOf">What a value of the ruleset is called, or null for its path.</param>
    public static string Write(Assessment assessment, PageLanguage language = PageLanguage.English, string? receiptDigest = null, Func<string, string?>? titleOf = null)
    {
        Require.NotNull(assessment);
        var words = new PageWords(language);
        return SignedPage.Write(words.Code, words.Title(assessment), page =>
        {
            Head(page, words, assessment);
            Sources(page, words, assessment);
            if (assessment.Intensity.Target is not null || assessment.Intensity.Baseline is not null)
            {
                page.Element("h2", words.Against);
                IntensityChart.Write(page, words, assessment.Intensity);
            }

            OpenPoints(page, words, assessment, titleOf ?? (_ => null));
            Deadlines(page, words, assessment);
            LeanedOn(page, words, assessment, titleOf ?? (_ => null));
            Proof(page, words, receiptDigest);
            page.Element("footer", () => page.Element("p", words.By(assessment)));
        });
    }

    private static void Head(HtmlWriter page, PageWords words, Assessment assessment)
    {
        page.Element("p", words.Scheme, ("class", "kicker"));
        page.Element("h1", words.Title(assessment));
        page.Element("p", string.Join(", ", new[] { assessment.Entity.Registration?.ToString(), assessment.Entity.Sector, assessment.Entity.SubSector, assessment.Entity.State }.OfType<string>()), ("lang", words.IsHindi ? "en" : null));
        if (words.IsHindi)
        {
            page.Element("p", PageWords.Unreviewed, ("class", "notice"));
        }

        if (assessment.Illustrative is { } note)
        {
            page.Element("p", () => page.Text(words.Illustrative + ": ").Element("span", note, ("lang", "en")), ("class", "notice"));
        }

        page.Element("p", Upper(words.Sentence(assessment.Certificates)) + (words.IsHindi ? "।" : "."), ("class", "answer"));
        page.Element("ul", () =>
        {
            Figure(page, assessment.Intensity.Achieved.ToString(), words.Achieved);
            Figure(page, assessment.Intensity.Target?.ToString() ?? words.NotKnown, words.Target);
            Figure(page, assessment.Intensity.Baseline?.ToString() ?? words.NotKnown, words.Baseline);
            Figure(page, Grouped(assessment.Output.ToString()), words.Output);
            Figure(page, PageWords.Number(assessment.Emissions.Total.Tonnes) + " t\u00A0CO2e", words.Total);
        }, ("class", "figures"));
    }

    private static void Figure(HtmlWriter page, string figure, string title) =>
        page.Element("li", () => page.Element("strong", figure).Element("span", title));

    private static void Sources(HtmlWriter page, PageWords words, Assessment assessment)
    {
        var e = assessment.Emissions;
        var sources = new[] { (words.Combustion, e.Combustion.Tonnes, "s1"), (words.Process, e.Process.Tonnes, "s2"), (words.Electricity, e.Electricity.Tonnes, "s3"), (words.Heat, e.Heat.Tonnes, "s4") }.Where(s => s.Item2 != 0m).ToList();
        page.Element("h2", words.Sources);
        if (sources.Count > 0 && sources.All(s => s.Item2 > 0m))
        {
            SourceBar.Write(page, words.Sources, sources);
        }

        var rows = sources.Select(s => (s.Item1, s.Item2, (string?)s.Item3, false)).ToList();
        if (e.Adjustments.Tonnes != 0m)
        {
            rows.Add((words.Adjustments, e.Adjustments.Tonnes, null, false));
        }

        rows.Add((words.Total, e.Total.Tonnes, null, true));
        if (e.Memo.Tonnes != 0m)
        {
            rows.Add((words.Memo, e.Memo.Tonnes, null, false));
        }

        Table(page, words.Sources, [words.Source, "t CO2e", words.Share], () =>
        {
            foreach (var (title, tonnes, colour, isTotal) in rows)
            {
                page.Element("tr", () =>
                {
                    page.Element("th", () =>
                    {
                        if (colour is not null)
                        {
                            page.Element("svg", () => page.Element("rect", "", ("width", "12"), ("height", "12"), ("class", colour)), ("class", "key"), ("viewBox", "0 0 12 12"), ("aria-hidden", "true"));
                        }

                        page.Text(title);
                    }, ("scope", "row"));
                    page.Element("td", PageWords.Number(tonnes), ("class", "number"));
                    page.Element("td", colour is null || e.Total.Tonnes <= 0m ? "" : PageWords.Number(tonnes / e.Total.Tonnes * 100m, "N1") + " %", ("class", "number"));
                }, ("class", isTotal ? "total" : null)).Line();
            }
        }, 1, 2);
    }

    private static void OpenPoints(HtmlWriter page, PageWords words, Assessment assessment, Func<string, string?> titleOf)
    {
        page.Element("h2", words.Open);
        if (assessment.Range is { } range && range.Lowest != range.Highest)
        {
            page.Element("p", words.Range(range));
        }

        if (assessment.OtherReadings.Count == 0)
        {
            page.Element("p", words.NoOpen);
            return;
        }

        Table(page, words.Open, [words.Point, words.Used, words.Else, words.Result], () =>
        {
            foreach (var reading in assessment.OtherReadings)
            {
                Row(page, [titleOf(reading.Path) ?? reading.Path, reading.Used, reading.Reading, words.Sentence(reading.Certificates)]);
            }
        });
    }

    private static void Deadlines(HtmlWriter page, PageWords words, Assessment assessment)
    {
        page.Element("h2", words.Due);
        Table(page, words.Due, [words.Day, words.Event, words.Basis], () =>
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

    private static void LeanedOn(HtmlWriter page, PageWords words, Assessment assessment, Func<string, string?> titleOf)
    {
        if (assessment.LeanedOn.Count == 0)
        {
            return;
        }

        page.Element("h2", words.Leans);
        Table(page, words.Leans, [words.Point, words.Value, words.Basis], () =>
        {
            foreach (var value in assessment.LeanedOn)
            {
                Row(page, [titleOf(value.Path) ?? value.Path, value.Text, $"{value.Standing.Source}; {LawWords.Of(value.Standing.Force)}; {LawWords.Of(value.Standing.Evidence)}"]);
            }
        });
    }

    private static void Proof(HtmlWriter page, PageWords words, string? digest)
    {
        page.Element("h2", words.Proof);
        if (digest is null)
        {
            page.Element("p", words.NoReceipt);
        }
        else
        {
            page.Element("p", () => page.Text(words.Receipt).Element("code", "ccts receipt verify"));
            page.Element("p", () => page.Element("code", digest));
        }

        page.Element("div", () => page
            .Element("p", words.Signature, ("class", "line"))
            .Element("p", words.Name, ("class", "line"))
            .Element("p", words.PlaceAndDate, ("class", "line")), ("class", "sign"));
    }

    // A table that a narrow screen scrolls and a keyboard reaches.
    private static void Table(HtmlWriter page, string caption, IReadOnlyList<string> columns, Action rows, params int[] numbers) => page.Element("div", () => page.Element("table", () =>
    {
        page.Element("thead", () => page.Element("tr", () =>
        {
            for (var i = 0; i < columns.Count; i++)
            {
                page.Element("th", columns[i], ("scope", "col"), ("class", numbers.Contains(i) ? "number" : null));
            }
        }));
        page.Element("tbody", rows);
    }), ("class", "scroll"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")).Line();

    private static void Row(HtmlWriter page, IReadOnlyList<string> cells) => page.Element("tr", () =>
    {
        for (var i = 0; i < cells.Count; i++)
        {
            page.Element(i == 0 ? "th" : "td", cells[i], ("scope", i == 0 ? "row" : null));
        }
    }).Line();

    private static string Grouped(string quantity)
    {
        var at = quantity.IndexOf(' ');
        var number = at > 0 ? quantity.Substring(0, at) : quantity;
        return decimal.TryParse(number, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? PageWords.Number(value, "N" + (number.IndexOf('.') is var point and >= 0 ? number.Length - point - 1 : 0)) + quantity.Substring(number.Length)
            : quantity;
    }

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence.Substring(1);
}
