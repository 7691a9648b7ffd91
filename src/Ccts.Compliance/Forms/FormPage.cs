using System;
using System.Linq;
using Ccts.Compliance.Pages;

namespace Ccts.Compliance.Forms;

/// <summary>A form as one HTML page to print on A4 and sign: numbered lines as the form has them, blank lines where nothing is filled.</summary>
public static class FormPage
{
    /// <summary>The page. It asks for nothing outside itself; all that was read is escaped.</summary>
    public static string Write(FormDocument form)
    {
        Require.NotNull(form);
        return SignedPage.Write("en", form.Title, page =>
        {
            page.Element("p", form.Annexure.StartsWith("DPCM", StringComparison.Ordinal) ? "Carbon Credit Trading Scheme, India: " + form.Annexure : form.Annexure, ("class", "kicker"));
            page.Element("h1", form.Title);
            page.Element("p", () => PageHead.Text(page, $"{form.Entity.Name}{(form.Entity.Registration is { } number ? ", " + number : "")}, compliance year {form.Year}"), ("class", "lead"));
            if (form.Illustrative is { } note)
            {
                page.Element("p", "Illustrative: " + note, ("class", "notice"));
            }

            foreach (var part in form.Parts.Take(form.Parts.Count - 1))
            {
                Part(page, part, form);
            }

            // On paper a signature never stands alone on a page: what is undertaken and who signs goes with it.
            page.Element("section", () =>
            {
                Part(page, form.Parts[form.Parts.Count - 1], form);
                page.Element("div", () =>
                {
                    page.Element("p", "Signature", ("class", "line"));
                    page.Element("p", "Seal", ("class", "line"));
                    page.Element("p", "Place and date", ("class", "line"));
                }, ("class", "sign"));
            }, ("class", "signed"));
            page.Element("footer", () => page.Element("p", (form.Ruleset is { } by ? $"Figures by {by.Id} revision {by.Revision}, {by.Digest}. " : "") + Governs(form)));
        });
    }

    private static void Part(HtmlWriter page, FormPart part, FormDocument form)
    {
        page.Element("h2", part.Title);
        FormTable.Write(page, part, form.Year);
    }

    private static string Governs(FormDocument form) =>
        form.Annexure.StartsWith("DPCM Annexure", StringComparison.Ordinal) ? "Labels are shortened; the text as BEE publishes it governs."
        : form.Annexure.StartsWith("DPCM ", StringComparison.Ordinal) ? $"No official template was found; the parts are those that {form.Annexure} asks for."
        : form.Id == "ledger-report" ? "The form is this software's own."
        : "Labels are shortened; the text as its publisher has it governs.";
}
