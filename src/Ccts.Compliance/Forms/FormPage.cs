using System;
using System.Linq;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Pages.Wording;

namespace Ccts.Compliance.Forms;

/// <summary>A form as one HTML page to print on A4 and sign: numbered lines as the form has them, blank lines where nothing is filled.</summary>
public static class FormPage
{
    // A part up to this long is printed on one page.
    private const int ShortPart = 12;

    /// <summary>The page. It asks for nothing outside itself; all that was read is escaped.</summary>
    public static string Write(FormDocument form)
    {
        Require.NotNull(form);
        return SignedPage.Write("en", $"{form.Title}, {form.Entity.Name}, {form.Year}", page =>
        {
            page.Element("p", () => PageHead.Text(page, form.Annexure.StartsWith("DPCM", StringComparison.Ordinal) ? "Carbon Credit Trading Scheme, India: " + form.Annexure : form.Annexure), ("class", "kicker"));
            page.Element("h1", form.Title);
            page.Element("p", () => PageHead.Text(page, $"{form.Entity.Name}{(form.Entity.Registration is { } number ? ", " + number : "")}, compliance year {form.Year}"), ("class", "lead"));
            if (form.Illustrative is { } note)
            {
                page.Element("p", "Illustrative: " + note, ("class", "notice"));
            }

            foreach (var notice in form.Notices)
            {
                page.Element("p", notice.Text, ("class", "notice"));
            }

            var signed = Signed(form);
            foreach (var part in form.Parts.Take(form.Parts.Count - signed))
            {
                page.Element("div", () => Part(page, part, form), ("class", part.Fields.Count <= ShortPart ? "part" : null));
            }

            // On paper a signature must share a page with the undertaking that it signs.
            page.Element("section", () =>
            {
                foreach (var part in form.Parts.Skip(form.Parts.Count - signed))
                {
                    Part(page, part, form);
                }

                page.Element("div", () =>
                {
                    foreach (var line in SignatureLines.Of(form))
                    {
                        page.Element("p", line, ("class", "line"));
                    }
                }, ("class", "sign"));
            }, ("class", "signed"));
            page.Element("footer", () => page.Element("p", (form.Ruleset is { } by ? $"Figures by {by.Id} revision {by.Revision}, {by.Digest}. " : "") + Governs(form)));
        });
    }

    // Names and a date mean nothing alone: where the last part has nothing else, it is printed with the part before it.
    private static int Signed(FormDocument form)
    {
        var last = form.Parts[form.Parts.Count - 1];
        return form.Parts.Count > 1 && last.Fields.All(f => f.Origin != FormOrigin.Printed) && form.Parts[form.Parts.Count - 2].Fields.Count <= ShortPart ? 2 : 1;
    }

    private static void Part(HtmlWriter page, FormPart part, FormDocument form)
    {
        page.Element("h2", part.Title);
        // Importers in the Union do not read lakh and crore.
        FormTable.Write(page, part, form.Year, form.Id == "cbam" ? IndianFigures.InThousands : IndianFigures.Grouped);
    }

    private static string Governs(FormDocument form) =>
        form.Annexure.StartsWith("DPCM Annexure", StringComparison.Ordinal) ? "The words are those of a stored copy of the procedure (BEE, version 1.0 of July 2024); the text as BEE publishes it governs."
        : form.Annexure.StartsWith("DPCM ", StringComparison.Ordinal) ? $"No official template was found; the parts are those that {form.Annexure} asks for."
        : form.Id == "ledger-report" ? "The form is this software's own."
        : "Labels are shortened; the text as its publisher has it governs.";
}
