using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using Ccts.Registry.Adapters.Reconciliation;

namespace Ccts.Cli.Commands.Serials;

/// <summary>A page that needs nothing else: totals, and per scope a map of the numbers, one bar a side, coloured by class.</summary>
internal static class ReconciliationPage
{
    private const int MostScopes = 500;
    private const int MostBars = 2000;

    private const string Head = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Reconciliation</title>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1a1a1a}
        table{border-collapse:collapse}td,th{padding:.15rem .8rem;text-align:right;border-bottom:1px solid #ddd}td:first-child,th:first-child{text-align:left}
        h2{font-size:1rem;margin:2rem 0 .3rem;overflow-wrap:anywhere}.bar{display:flex;height:1.3rem;background:#eee;margin:.15rem 0}
        .bar i{display:block;height:100%;min-width:2px;border-right:1px solid #fff;box-sizing:border-box}small{color:#555}
        .matched{background:#3a7d44}.contained{background:#a9cfae}.missing-at-registry{background:#c1121f}.missing-locally{background:#e07a1f}
        .state-mismatch{background:#7b2cbf}.quantity-mismatch{background:#b5179e}.overlap{background:#d90429}.conversion-link{background:#1d6fa5}
        .ambiguous{background:#8d99ae}.unparsable{background:#333}.none{background:transparent;border:0!important}
        .key{display:inline-block;width:.9rem;height:.9rem;vertical-align:-.1rem;margin-right:.4rem}
        </style><h1>Reconciliation</h1>
        """;

    internal static void Write(ReconciliationReport report, TextWriter page)
    {
        page.WriteLine(Head);
        page.WriteLine($"<p>{report.Verdict}</p>");
        page.WriteLine("<ul>" + string.Concat(report.Files.Recognised.Select(f => $"<li>{(f.Side == StatementSide.Local ? "ledger" : "registry")} {Text(f.Recognition.ToString())}</li>")) + "</ul>");
        page.WriteLine(string.Concat(report.Caveats().Select(c => $"<p>{c}</p>")));
        page.WriteLine("<table><tr><th>class<th>tonnes in the ledger<th>tonnes at the registry</tr>");
        foreach (var kind in ReconciliationTotals.Classes)
        {
            var word = ReconciliationReport.Word(kind);
            page.WriteLine($"<tr><td><span class=\"key {word}\"></span>{word}<td>{Tonnes(report.Totals[kind, StatementSide.Local])}<td>{Tonnes(report.Totals[kind, StatementSide.Registry])}</tr>");
        }

        page.WriteLine("</table>");
        var scopes = 0;
        foreach (var scope in Runs(report.Findings.Where(f => f.Range is not null)))
        {
            if (++scopes > MostScopes)
            {
                page.WriteLine($"<p>Only the first {MostScopes} scopes are drawn; --json has everything.</p>");
                break;
            }

            Draw(scope, page);
        }

        Loose(report, page);
        page.WriteLine("</html>");
    }

    private static void Draw(List<ReconciliationFinding> scope, TextWriter page)
    {
        page.WriteLine($"<h2>{Text(scope[0].Registry)} {Text(scope[0].Scope)}</h2>");
        foreach (var side in new[] { StatementSide.Local, StatementSide.Registry })
        {
            page.Write($"<small>{(side == StatementSide.Local ? "ledger" : "registry")}</small><div class=\"bar\">");
            foreach (var finding in scope.Take(MostBars))
            {
                var tonnes = side == StatementSide.Local ? finding.LocalTonnes : finding.RegistryTonnes;
                var other = side == StatementSide.Local ? finding.RegistryTonnes : finding.LocalTonnes;
                var word = ReconciliationReport.Word(finding.Class);
                if (tonnes > 0)
                {
                    page.Write($"<i class=\"{word}\" style=\"flex:{Tonnes(tonnes)}\" title=\"{word} {finding.Range}: {Tonnes(tonnes)} t, {Rows(finding)}\"></i>");
                }
                else if (finding.Within is null && other > 0)
                {
                    page.Write($"<i class=\"none\" style=\"flex:{Tonnes(other)}\" title=\"nothing at {finding.Range}\"></i>");
                }
            }

            page.WriteLine("</div>");
        }

        if (scope.Count > MostBars)
        {
            page.WriteLine($"<small>Only the first {MostBars} ranges are drawn.</small>");
        }
    }

    private static void Loose(ReconciliationReport report, TextWriter page)
    {
        var loose = report.Findings.Where(f => f.Range is null && f.Class != ReconciliationClass.Matched).Take(MostBars).ToArray();
        if (loose.Length == 0)
        {
            return;
        }

        page.WriteLine("<h2>Without numbers</h2><table><tr><th>class<th>serial or project<th>ledger t<th>registry t</tr>");
        foreach (var finding in loose)
        {
            page.WriteLine($"<tr><td>{ReconciliationReport.Word(finding.Class)}<td>{Text(finding.Registry)} {Text(finding.Scope)}<td>{Tonnes(finding.LocalTonnes)}<td>{Tonnes(finding.RegistryTonnes)}</tr>");
        }

        page.WriteLine("</table>");
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
        Text(string.Join(" and ", new[] { finding.Local, finding.AtRegistry, finding.Within }.Where(p => p is not null).Select(p => $"{p} {p!.Value.State}")));

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Tonnes(decimal tonnes) => ReconciliationJson.Plain(tonnes);
}
