using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Pages;
using Ccts.Sdk.Entities;

namespace Ccts.Compliance.Forms;

/// <summary>A part of a form as people read it: the numbers that are printed, units beside the labels, figures grouped in one way, the year before beside the current one.</summary>
internal static class FormTable
{
    private const int LongestNumber = 12;
    private const int Decimals = 9;

    internal static void Write(HtmlWriter page, FormPart part, ComplianceYear year, Func<string, string> grouped)
    {
        if (part.Columns.Count > 0)
        {
            page.Element("div", () => Grid(page, part, grouped), ("class", "scroll"), ("role", "region"), ("aria-label", part.Title), ("tabindex", "0"));
            return;
        }

        foreach (var said in part.Fields.Where(f => f.Origin == FormOrigin.Printed))
        {
            page.Element("p", () => PageHead.Text(page, (Printed(part, said) is { Length: > 0 } number ? number + " " : "") + said.Label), ("class", "said")).Line();
        }

        var fields = part.Fields.Where(f => f.Origin != FormOrigin.Printed).ToList();
        if (fields.Count > 0)
        {
            Lines(page, part, fields, year, grouped);
        }
    }

    private static void Lines(HtmlWriter page, FormPart part, List<FormField> fields, ComplianceYear year, Func<string, string> grouped)
    {
        var (numbered, twoYears) = (fields.Exists(f => Printed(part, f).Length > 0), part.HasPrevious);
        page.Element("table", () =>
        {
            page.Element("thead", () => page.Element("tr", () =>
            {
                if (numbered)
                {
                    page.Element("th", "No.", ("scope", "col"), ("class", "no"));
                }

                page.Element("th", "Particulars", ("scope", "col"));
                if (twoYears)
                {
                    page.Element("th", () => PageHead.Text(page, "Previous year, " + year.Previous), ("scope", "col"), ("class", "entry"));
                }

                page.Element("th", () => PageHead.Text(page, twoYears ? "Current year, " + year : "Entry"), ("scope", "col"), ("class", "entry"));
            }));
            page.Element("tbody", () =>
            {
                foreach (var field in fields)
                {
                    Row(page, part, field, numbered, year, grouped);
                }
            });
        }, ("class", twoYears ? "form years" : "form"), ("aria-label", part.Title));
    }

    // A table that the form itself prints: a row begins with the number that its fields share.
    private static void Grid(HtmlWriter page, FormPart part, Func<string, string> grouped) => page.Element("table", () =>
    {
        page.Element("thead", () => page.Element("tr", () =>
        {
            page.Element("th", "No.", ("scope", "col"), ("class", "no"));
            foreach (var column in part.Columns)
            {
                page.Element("th", column, ("scope", "col"));
            }
        }));
        page.Element("tbody", () =>
        {
            for (var first = 0; first < part.Fields.Count; first += part.Columns.Count)
            {
                page.Element("tr", () =>
                {
                    page.Element("th", Printed(part, part.Fields[first]), ("scope", "row"), ("class", "no"));
                    foreach (var (field, column) in part.Fields.Skip(first).Zip(part.Columns, (f, c) => (f, c)))
                    {
                        Entry(page, field.Value, field.Unit, null, grouped, column);
                    }
                }).Line();
            }
        });
    }, ("class", "form grid"));

    private static void Row(HtmlWriter page, FormPart part, FormField field, bool numbered, ComplianceYear year, Func<string, string> grouped) => page.Element("tr", () =>
    {
        if (numbered)
        {
            page.Element("td", Printed(part, field), ("class", "no"));
        }

        page.Element("th", () => Label(page, field), ("scope", "row"));
        // Two columns of figures do not fit on a phone, so each figure there carries its year.
        if (part.HasPrevious)
        {
            Entry(page, field.Previous, field.Unit, year.Previous.ToString(), grouped);
        }

        Entry(page, field.Value, field.Unit, part.HasPrevious ? year.ToString() : null, grouped);
    }).Line();

    // Keys for programs, such as "signatory" or "units.1", are not printed; a form's own number and a finding's code are.
    private static string Printed(FormPart part, FormField field)
    {
        if (IsElement(field))
        {
            return "";
        }

        var number = field.Number.Split(' ', ',')[0];
        if (char.IsLower(number[0]))
        {
            var tail = number.Substring(number.LastIndexOf('.') + 1);
            return tail.Length < number.Length && tail.Length <= 4 && tail.Skip(1).All(char.IsDigit) && (char.IsUpper(tail[0]) || (char.IsDigit(tail[0]) && IsList(part, number))) ? tail : "";
        }

        number = number.Split('.')[0];

        // The part's heading already gives the number.
        return part.Title.StartsWith(number + " ", StringComparison.Ordinal) || part.Title.StartsWith($"Good {number}:", StringComparison.Ordinal) ? "" : number;
    }

    // Items are numbered only where the part is mainly a list of them; a single auditor or visit among other lines gets no number.
    private static bool IsList(FormPart part, string number)
    {
        var stem = number.Substring(0, number.LastIndexOf('.') + 1);
        return 2 * part.Fields.Count(f => f.Number.StartsWith(stem, StringComparison.Ordinal)) > part.Fields.Count;
    }

    // A taxonomy element's name goes under its label.
    private static bool IsElement(FormField field) => field.Number.Length > LongestNumber && field.Number.All(char.IsLetterOrDigit) && char.IsUpper(field.Number[0]);

    private static void Label(HtmlWriter page, FormField field)
    {
        page.Text(field.Label);
        if (field.Unit is { } unit)
        {
            page.Text(" ").Element("span", "[" + unit + "]", ("class", "unit"));
        }

        if (field.Remark is { } remark)
        {
            page.Text(" ").Element("small", "(" + remark + ")");
        }

        if (IsElement(field))
        {
            page.Text(" ").Element("code", field.Number);
        }
    }

    // A quotient of more digits than anybody reads is shortened on paper; JSON and CSV keep them all.
    private static void Entry(HtmlWriter page, string? value, string? unit, string? year, Func<string, string> grouped, string? column = null)
    {
        var isFigure = decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure);
        var shown = Math.Round(figure, Decimals, MidpointRounding.AwayFromZero);
        page.Element("td", value is null ? "" : !isFigure || unit is null ? Plain(value) : shown == figure ? grouped(value) : "\u2248\u00A0" + grouped(shown.ToString("0.#########", CultureInfo.InvariantCulture)), ("class", isFigure && !(column is not null && unit is null) ? "number" : null), ("data-year", year), ("data-label", column));
    }

    // A taxonomy's true is a person's yes.
    private static string Plain(string value) => value switch { "true" => "yes", "false" => "no", _ => value };
}
