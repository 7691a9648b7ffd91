using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;

namespace Ccts.Compliance.Pages;

/// <summary>The head of a page: the entity, whether the data are invented, the result, and the figures behind it.</summary>
internal static class PageHead
{
    private const int ShortestYear = 7;

    internal static void Write(HtmlWriter page, PageWords words, string title, ObligatedEntity? entity, string? illustrative, string answer)
    {
        page.Element("p", words["Carbon Credit Trading Scheme, India"], ("class", "kicker"));
        page.Element("h1", () => Text(page, title));
        if (entity is not null)
        {
            page.Element("p", string.Join(", ", new[] { entity.Registration?.ToString(), entity.Sector, entity.SubSector, entity.State }.OfType<string>()), ("lang", words.IsHindi ? "en" : null));
        }

        if (words.IsHindi)
        {
            page.Element("p", words["This Hindi is a translation for convenience; no speaker has reviewed it yet. The English page counts."], ("class", "notice"));
        }

        if (illustrative is { } note)
        {
            page.Element("p", () => page.Text(words["Illustrative"] + ": ").Element("span", note, ("lang", "en")), ("class", "notice"));
        }

        page.Element("p", () => Text(page, Upper(answer) + words.Stop), ("class", "answer"));
    }

    /// <summary>What changes the meaning of the figures, and why certificates are withheld, where they are.</summary>
    internal static void Doubts(HtmlWriter page, PageWords words, Assessment assessment)
    {
        Meaning(page, words, assessment);
        if (assessment.Withheld is not { } withheld)
        {
            return;
        }

        page.Element("div", () =>
        {
            page.Element("ul", () =>
            {
                foreach (var slip in assessment.Findings.Where(f => f.NeedsReason))
                {
                    page.Element("li", slip.Message, ("lang", words.IsHindi ? "en" : null));
                }
            });
            page.Element("p", words.Say("As it stands, it would come to this: {0}.", words.Sentence(withheld)));
        }, ("class", "notice"));
    }

    internal static void Meaning(HtmlWriter page, PageWords words, Assessment assessment, string? of = null)
    {
        if (assessment.IsDeemed())
        {
            page.Element("p", (of is null ? "" : of + ": ") + words["The documents of the year were not submitted: the baseline intensity is deemed achieved (GEI Rules r.4(5)). Nothing of it was measured."], ("class", "notice"));
        }
        else
        {
            foreach (var meaning in assessment.Meaning())
            {
                page.Element("p", (of is null ? "" : of + ": ") + meaning, ("class", "notice"), ("lang", words.IsHindi ? "en" : null));
            }
        }
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
        (assessment.Intensity.Achieved.ToString(), words[assessment.IsDeemed() ? "Deemed intensity" : "Achieved intensity"]),
        (words.Target(assessment), words["Target"]),
        (assessment.Intensity.Baseline?.ToString() ?? words["not known"], words["Baseline"]),
        (IndianFigures.Grouped(assessment.Output.ToString()), words["Equivalent product"]),
        (assessment.ReportedTotal() is { } total ? IndianFigures.Number(total.Tonnes) + " tCO2e" : words["not known"], words["Total GHG"]),
    ];

    internal static void Signature(HtmlWriter page, PageWords words) => page.Element("div", () => page
        .Element("p", words["Signature"], ("class", "line"))
        .Element("p", words["Name and designation"], ("class", "line"))
        .Element("p", words["Place and date"], ("class", "line")), ("class", "sign"));

    internal static void Proof(HtmlWriter page, PageWords words, string? digest, string? of = null)
    {
        page.Element("h2", of is null ? words["Proof"] : words["Proof"] + ": " + of);
        if (digest is null)
        {
            page.Element("p", words["No receipt was made with this page."]);
            return;
        }

        page.Element("div", () =>
        {
            Codes.QrDrawing.Write(page, digest, words["QR code of the digest"]);
            page.Element("div", () =>
            {
                page.Element("p", () => page.Text(words["Digest of the receipt without a signature. Whoever has the receipt can replay it: "]).Element("code", "ccts receipt verify FILE --digest sha256:\u2026"));
                page.Element("p", () => page.Element("code", digest));
            });
        }, ("class", "proof"));
    }

    // Years and dates do not break at their hyphens.
    internal static void Text(HtmlWriter page, string text)
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
