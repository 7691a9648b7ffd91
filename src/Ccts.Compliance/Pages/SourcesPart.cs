using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Pages.Charts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;

namespace Ccts.Compliance.Pages;

/// <summary>Emissions by source: a bar of the parts, each part divided into its sources where the steps tell them, and the same as a table.</summary>
internal static class SourcesPart
{
    internal static void Write(HtmlWriter page, PageWords words, Assessment assessment)
    {
        var e = assessment.Emissions;
        var parts = new (SourcePart Part, string Title, decimal Tonnes, string Colour)[]
        {
            (SourcePart.Combustion, words["Combustion"], e.Combustion.Tonnes, "s1"),
            (SourcePart.Process, words["Process"], e.Process.Tonnes, "s2"),
            (SourcePart.Electricity, words["Electricity"], e.Electricity.Tonnes, "s3"),
            (SourcePart.Heat, words["Heat"], e.Heat.Tonnes, "s4"),
        }.Where(p => p.Tonnes != 0m).ToList();
        var sources = assessment.Steps.Count == 0 ? [] : SourceTonnes.Of(assessment);
        page.Element("h2", words["Emissions by source"]);
        if (assessment.ReportedTotal() is null)
        {
            page.Element("p", words["No emissions were reported; they are not known, and none is no zero."]);
            return;
        }

        if (parts.Count > 0 && parts.TrueForAll(p => p.Tonnes > 0m))
        {
            SourceBar.Write(page, words["Emissions by source"], [.. parts.SelectMany(p => Pieces(p.Title, p.Tonnes, p.Colour, sources.Where(s => s.Part == p.Part && s.Tonnes > 0m).ToList()))]);
        }

        PageTable.Write(page, words["Emissions by source"], [words["Source"], "tCO2e", words["Share"]], () =>
        {
            foreach (var part in parts)
            {
                Row(page, part.Title, part.Tonnes, part.Colour, e.Total.Tonnes, isPart: true);
                foreach (var source in sources.Where(s => s.Part == part.Part))
                {
                    Row(page, source.Id, source.Tonnes, null, e.Total.Tonnes, isPart: false);
                }
            }

            if (e.Adjustments.Tonnes != 0m)
            {
                PageTable.Row(page, [words["Deducted"], IndianFigures.Number(e.Adjustments.Tonnes), ""], false, 1, 2);
            }

            PageTable.Row(page, [words["Total GHG"], IndianFigures.Number(e.Total.Tonnes), ""], true, 1, 2);
            if (e.Memo.Tonnes != 0m)
            {
                PageTable.Row(page, [words["Memo, not counted"], IndianFigures.Number(e.Memo.Tonnes), ""], false, 1, 2);
            }
        }, 1, 2);
    }

    private static IEnumerable<(string Title, decimal Tonnes, string Colour)> Pieces(string title, decimal tonnes, string colour, List<SourceTonnes> sources) =>
        sources.Count == 0 ? [(title, tonnes, colour)] : sources.OrderByDescending(s => s.Tonnes).Select(s => ($"{title}, {s.Id}", s.Tonnes, colour));

    private static void Row(HtmlWriter page, string title, decimal tonnes, string? colour, decimal total, bool isPart) => page.Element("tr", () =>
    {
        page.Element("th", () => PageTable.Cell(page, colour, title), ("scope", "row"));
        page.Element("td", IndianFigures.Number(tonnes), ("class", "number"));
        page.Element("td", total <= 0m ? "" : IndianFigures.Number(tonnes / total * 100m, "N1") + " %", ("class", "number"));
    }, ("class", isPart ? "part" : "of-part")).Line();
}
