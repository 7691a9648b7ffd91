using System.Globalization;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Assessments;

namespace Ccts.Compliance.Pages;

/// <summary>The head of a page: whom it is about, that it is invented where it is, the answer, and the figures behind it.</summary>
internal static class PageHead
{
    private const int ShortestYear = 7;

    internal static void Write(HtmlWriter page, PageWords words, string title, ObligatedEntity? entity, string? illustrative, string answer)
    {
        page.Element("p", words.Scheme, ("class", "kicker"));
        page.Element("h1", () => Text(page, title));
        if (entity is not null)
        {
            page.Element("p", string.Join(", ", new[] { entity.Registration?.ToString(), entity.Sector, entity.SubSector, entity.State }.OfType<string>()), ("lang", words.IsHindi ? "en" : null));
        }

        if (words.IsHindi)
        {
            page.Element("p", PageWords.Translated, ("class", "notice"));
        }

        if (illustrative is { } note)
        {
            page.Element("p", () => page.Text(words.Illustrative + ": ").Element("span", note, ("lang", "en")), ("class", "notice"));
        }

        page.Element("p", () => Text(page, Upper(answer) + (words.IsHindi ? "।" : ".")), ("class", "answer"));
    }

    internal static void Figures(HtmlWriter page, params (string Figure, string Title)[] figures) => page.Element("ul", () =>
    {
        foreach (var (figure, title) in figures)
        {
            page.Element("li", () => page.Element("strong", figure).Element("span", title));
        }
    }, ("class", "figures"));

    internal static (string Figure, string Title)[] Of(PageWords words, Assessment assessment) =>
    [
        (assessment.Intensity.Achieved.ToString(), words.Achieved),
        (assessment.Intensity.Target?.ToString() ?? words.NotKnown, words.Target),
        (assessment.Intensity.Baseline?.ToString() ?? words.NotKnown, words.Baseline),
        (Grouped(assessment.Output.ToString()), words.Output),
        (PageWords.Number(assessment.Emissions.Total.Tonnes) + " tCO2e", words.Total),
    ];

    internal static void Signature(HtmlWriter page, PageWords words) => page.Element("div", () => page
        .Element("p", words.Signature, ("class", "line"))
        .Element("p", words.Name, ("class", "line"))
        .Element("p", words.PlaceAndDate, ("class", "line")), ("class", "sign"));

    internal static void Proof(HtmlWriter page, PageWords words, string? digest, string? of = null)
    {
        page.Element("h2", of is null ? words.Proof : words.Proof + ": " + of);
        if (digest is null)
        {
            page.Element("p", words.NoReceipt);
            return;
        }

        page.Element("div", () =>
        {
            Codes.QrDrawing.Write(page, digest, words.QrOf);
            page.Element("div", () =>
            {
                page.Element("p", () => page.Text(words.Receipt).Element("code", "ccts receipt verify"));
                page.Element("p", () => page.Element("code", digest));
            });
        }, ("class", "proof"));
    }

    internal static string Grouped(string quantity)
    {
        var at = quantity.IndexOf(' ');
        var number = at > 0 ? quantity.Substring(0, at) : quantity;
        return decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? PageWords.Number(value, "N" + (number.IndexOf('.') is var point and >= 0 ? number.Length - point - 1 : 0)) + quantity.Substring(number.Length)
            : quantity;
    }

    // A year or a day is not broken at its hyphens.
    private static void Text(HtmlWriter page, string text)
    {
        foreach (var (word, i) in text.Split(' ').Select((w, i) => (w, i)))
        {
            page.Text(i > 0 ? " " : "");
            if (word.Length >= ShortestYear && word[4] == '-' && char.IsDigit(word[3]) && char.IsDigit(word[5]))
            {
                page.Element("span", word, ("class", "year"));
            }
            else
            {
                page.Text(word);
            }
        }
    }

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence.Substring(1);
}
