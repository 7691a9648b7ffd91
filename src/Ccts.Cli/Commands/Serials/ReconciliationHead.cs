using System;
using System.Text;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Cli.Commands.Serials;

/// <summary>The head of a reconciliation's page: one style sheet for light, dark, print and narrow screens, and its digest, so that a browser applies no other.</summary>
internal static class ReconciliationHead
{
    private static readonly string Css = """
        :root{color-scheme:light dark;--ink:#1b1b1f;--soft:#55565e;--paper:#fff;--line:#c9c9c2;--ground:#eeeeea}
        @media (prefers-color-scheme:dark){:root{--ink:#ececf0;--soft:#a9abb5;--paper:#141518;--line:#3d4048;--ground:#2a2c33}}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 "Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif}
        main{max-width:64rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}h1{font-size:1.7rem;margin:0 0 .6rem}h2{font-size:1rem;margin:2rem 0 .3rem;overflow-wrap:anywhere}
        .answer{font-size:1.2rem;font-weight:700}p,li{overflow-wrap:anywhere}ul{padding-left:1.2rem}
        .scroll{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.25rem .8rem .25rem 0;text-align:left;vertical-align:top;font-weight:400;border-bottom:1px solid var(--line);overflow-wrap:break-word;min-width:4rem}
        tbody th{min-width:6rem;overflow-wrap:normal}thead th{border-bottom:2px solid var(--ink);font-weight:700}.number{text-align:right;white-space:nowrap}thead .number{white-space:normal}small{color:var(--soft)}
        svg.bar{display:block;width:100%;height:1.3rem;background:var(--ground);margin:.15rem 0}svg.key{width:.9rem;height:.9rem;vertical-align:-.1rem;margin-right:.4rem}.bar rect{stroke:var(--paper);stroke-width:.5}
        .matched{fill:#3a7d44}.contained{fill:#a9cfae}.missing-at-registry{fill:#c1121f}.missing-locally{fill:#e07a1f}.state-mismatch{fill:#7b2cbf}.quantity-mismatch{fill:#b5179e}.overlap{fill:#d90429}.conversion-link{fill:#1d6fa5}.ambiguous{fill:#8d99ae}.unparsable{fill:#777}
        @media (max-width:30rem){th,td{font-size:.85rem;padding-right:.5rem}}
        @page{size:A4;margin:16mm}@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--line:#999;--ground:#fff}html{font-size:9.5pt}main{max-width:none;padding:0}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}tr,svg{break-inside:avoid}h2,small{break-after:avoid}thead{display:table-header-group}}
        """.ReplaceLineEndings("\n");

    internal static void Write(HtmlWriter page) => page.Element("head", () =>
    {
        page.Empty("meta", ("charset", "utf-8"));
        var digest = Convert.ToBase64String(Convert.FromHexString(Sha256.Of(Encoding.UTF8.GetBytes(Css))["sha256:".Length..]));
        page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Element("title", "Reconciliation");
        page.Element("style", () => page.Constant(Css));
    });
}
