using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Reconciliation;

namespace Ccts.Cli.Commands.Serials;

/// <summary>A self-contained page: totals, and per scope a map of the numbers, one bar per side, coloured by class.</summary>
internal static class ReconciliationPage
{
    private const int MostScopes = 500;
    private const int MostBars = 2000;

    private const decimal Width = 1000m;
    private const decimal Narrowest = 6m;

    internal static void Write(ReconciliationReport report, TextWriter page)
    {
        page.Write("<!doctype html>\n<html lang=\"en\">" + Part(ReconciliationHead.Write) + "<body><main>\n" + Part(part => Totals(part, report)));
        var scopes = 0;
        foreach (var scope in Runs(report.Findings.Where(f => f.Range is not null)))
        {
            if (++scopes > MostScopes)
            {
                page.WriteLine($"<p>Only the first {MostScopes} scopes are drawn; --json has everything.</p>");
                break;
            }

            page.Write(Part(part => Draw(part, scope)));
        }

        page.Write(Part(part => Loose(part, report)) + "</main></body></html>\n");
    }

    // A part at a time, since a page can have many thousands of ranges.
    private static string Part(Action<HtmlWriter> write)
    {
        var part = new HtmlWriter();
        write(part);
        return part.Line().ToString();
    }

    private static void Totals(HtmlWriter page, ReconciliationReport report)
    {
        page.Element("h1", "Reconciliation").Element("p", report.Verdict, ("class", "answer"));
        page.Element("ul", () =>
        {
            foreach (var file in report.Files.Recognised)
            {
                page.Element("li", $"{(file.Side == StatementSide.Local ? "Ledger" : "Registry")}: {file.Recognition}");
            }
        });
        foreach (var caveat in report.Caveats())
        {
            page.Element("p", caveat);
        }

        Table(page, "Tonnes by class", ["Class", "Tonnes in the ledger", "Tonnes at the registry"], ReconciliationTotals.Classes.Select(kind =>
            ((string?)ReconciliationReport.Word(kind), Name(kind), report.Totals[kind, StatementSide.Local], report.Totals[kind, StatementSide.Registry])), 1);
    }

    // The first columns are words, the others tonnes. A word has the colour of its bars in front.
    private static void Table(HtmlWriter page, string name, string[] columns, IEnumerable<(string? Colour, string Words, decimal Local, decimal Registry)> rows, int words) => page.Element("div", () => page.Element("table", () =>
    {
        page.Element("thead", () => page.Element("tr", () =>
        {
            for (var i = 0; i < columns.Length; i++)
            {
                page.Element("th", columns[i], ("scope", "col"), ("class", i >= words ? "number" : null));
            }
        }));
        page.Element("tbody", () =>
        {
            foreach (var row in rows)
            {
                page.Element("tr", () =>
                {
                    foreach (var (word, i) in row.Words.Split('\n', 2).Select((w, i) => (w, i)))
                    {
                        page.Element(i == 0 ? "th" : "td", () =>
                        {
                            if (i == 0 && row.Colour is { } colour)
                            {
                                page.Element("svg", () => page.Element("rect", "", ("width", "12"), ("height", "12"), ("class", colour)), ("class", "key"), ("viewBox", "0 0 12 12"), ("aria-hidden", "true"));
                            }

                            page.Text(word);
                        }, ("scope", i == 0 ? "row" : null));
                    }

                    page.Element("td", Tonnes(row.Local), ("class", "number")).Element("td", Tonnes(row.Registry), ("class", "number"));
                });
            }
        });
    }), ("class", "scroll"), ("role", "region"), ("aria-label", name), ("tabindex", "0"));

    private static void Draw(HtmlWriter page, List<ReconciliationFinding> scope)
    {
        page.Element("h2", $"{scope[0].Registry} {scope[0].Scope}");
        foreach (var side in new[] { StatementSide.Local, StatementSide.Registry })
        {
            var name = side == StatementSide.Local ? "Ledger" : "Registry";
            page.Element("small", name);
            Bar(page, name, [.. scope.Take(MostBars).Select(f => Range(f, side)).Where(r => r.Tonnes > 0)]);
        }

        if (scope.Count > MostBars)
        {
            page.Element("small", $"Only the first {MostBars} ranges are drawn.");
        }
    }

    // Numbers missing on one side leave a gap of their width on the other side.
    private static (string? Class, decimal Tonnes, string Title) Range(ReconciliationFinding finding, StatementSide side)
    {
        var (own, other) = side == StatementSide.Local ? (finding.LocalTonnes, finding.RegistryTonnes) : (finding.RegistryTonnes, finding.LocalTonnes);
        var word = ReconciliationReport.Word(finding.Class);
        return own > 0 ? (word, own, $"{Name(finding.Class)} {finding.Range}: {Tonnes(own)} t, {Rows(finding)}")
            : (null, finding.Within is null ? other : 0, $"nothing at {finding.Range}");
    }

    private static void Bar(HtmlWriter page, string name, List<(string? Class, decimal Tonnes, string Title)> ranges)
    {
        var tonnes = ranges.Sum(r => r.Tonnes);
        var widths = ranges.ConvertAll(r => Math.Max(Narrowest, Width * (r.Tonnes / tonnes)));
        var (scale, at) = (widths.Count == 0 ? 1m : Width / widths.Sum(), 0m);
        page.Element("svg", () =>
        {
            for (var i = 0; i < ranges.Count; i++)
            {
                var width = widths[i] * scale;
                page.Element("rect", () => page.Element("title", ranges[i].Title), ("x", Short(at)), ("width", Short(width)), ("height", "20"), ("class", ranges[i].Class), ("fill-opacity", ranges[i].Class is null ? "0" : null));
                at += width;
            }
        }, ("class", "bar"), ("viewBox", "0 0 1000 20"), ("preserveAspectRatio", "none"), ("role", "img"), ("aria-label", name));
    }

    private static void Loose(HtmlWriter page, ReconciliationReport report)
    {
        var loose = report.Findings.Where(f => f.Range is null && f.Class != ReconciliationClass.Matched).Take(MostBars).ToArray();
        if (loose.Length == 0)
        {
            return;
        }

        page.Element("h2", "Without numbers");
        Table(page, "Without numbers", ["Class", "Serial or project", "Tonnes in the ledger", "Tonnes at the registry"], loose.Select(f => ((string?)null, $"{Name(f.Class)}\n{f.Registry} {f.Scope}".TrimEnd(), f.LocalTonnes, f.RegistryTonnes)), 2);
    }

    private static IEnumerable<List<ReconciliationFinding>> Runs(IEnumerable<ReconciliationFinding> findings)
    {
        List<ReconciliationFinding> run = [];
        foreach (var finding in findings)
        {
            if (run.Count > 0 && (run[0].Scope != finding.Scope || run[0].Registry != finding.Registry))
            {
                yield return run;
                run = [];
            }

            run.Add(finding);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static string Rows(ReconciliationFinding finding) =>
        string.Join(" and ", new[] { finding.Local, finding.AtRegistry, finding.Within }.Where(p => p is not null).Select(p => $"{p} {p!.Value.State}"));

    private static string Short(decimal width) => Math.Round(width, 3).ToString("0.###", CultureInfo.InvariantCulture);

    // A class in words for people; the hyphenated word is for programs, and names its colour.
    private static string Name(ReconciliationClass kind) => ReconciliationReport.Word(kind).Replace('-', ' ');

    private static string Tonnes(decimal tonnes) => ReconciliationSummary.Grouped(tonnes);
}
