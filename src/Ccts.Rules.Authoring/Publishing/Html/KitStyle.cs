using System;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Rules.Authoring.Publishing.Html;

/// <summary>The one style sheet of the pages: light and dark, print, narrow screens. A page lets a browser apply only this style sheet, by its digest.</summary>
internal static class KitStyle
{
    private const string Written = """
        :root{color-scheme:light dark;--ink:#1b1b1f;--soft:#55565e;--paper:#fff;--panel:#f5f5f0;--line:#c9c9c2;--accent:#0b4f8a;--old:#8a8f98;--new:#0b5fa5;--good:#1d7443;--bad:#b3261e;--warn-paper:#fff4d6;--warn-ink:#5c4300}
        @media (prefers-color-scheme:dark){:root{--ink:#ececf0;--soft:#a9abb5;--paper:#141518;--panel:#1f2126;--line:#3d4048;--accent:#8ec5ff;--old:#8d939e;--new:#62aef5;--good:#5fcf92;--bad:#ff8a80;--warn-paper:#3a2f10;--warn-ink:#ffe2a0}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 "Noto Sans","Noto Sans Devanagari","Nirmala UI",system-ui,"Segoe UI",Roboto,"Lohit Devanagari",sans-serif}
        header,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2rem}
        h1{font-size:1.9rem;line-height:1.25;margin:.2rem 0 .8rem;letter-spacing:-.01em;text-wrap:balance}
        h2{font-size:1.35rem;line-height:1.3;margin:2.8rem 0 .6rem;padding-top:.9rem;border-top:2px solid var(--ink)}
        h3{font-size:1.05rem;margin:1.8rem 0 .4rem}
        p{margin:.4rem 0 .8rem;max-width:46rem}
        a{color:var(--accent)}
        .kicker{margin:0;max-width:none;color:var(--soft);font-weight:600}
        .lead{font-size:1.1rem}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
        .notice{background:var(--warn-paper);color:var(--warn-ink);border-left:.3rem solid currentColor;padding:.7rem 1rem;margin:.8rem 0;max-width:none}
        nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;padding:0;margin:.6rem 0}
        .identity{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:1rem 0;font-size:.95rem}
        .identity dt{color:var(--soft)}
        .identity dd{margin:0;overflow-wrap:anywhere}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.8rem;padding:0;margin:1.2rem 0;list-style:none}
        .figures li{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.8rem 1rem}
        .figures strong{display:block;font-size:1.5rem;line-height:1.3;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .figures span{color:var(--soft);font-size:.92rem}
        .scroll{overflow-x:auto;margin:.6rem 0 1.4rem}
        .scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);padding:.3rem 0;font-size:.92rem}
        th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line);min-width:3.5rem;font-weight:400}
        thead th{border-bottom:2px solid var(--ink);font-weight:600;vertical-align:bottom}
        tbody th{overflow-wrap:break-word;min-width:8rem}
        .number{text-align:right;white-space:nowrap}
        thead .number{white-space:normal}
        figure{margin:1rem 0 1.6rem}
        figcaption{color:var(--soft);font-size:.92rem;margin-bottom:.4rem}
        svg{width:100%;height:auto;display:block;max-width:48rem}
        svg text{font:13px "Noto Sans","Noto Sans Devanagari","Nirmala UI",system-ui,sans-serif;fill:var(--ink)}
        svg .soft{fill:var(--soft)}svg .axis{stroke:var(--line)}svg .old{fill:var(--old)}svg .new{fill:var(--new)}svg .good{fill:var(--good)}svg .bad{fill:var(--bad)}
        .change{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.7rem 1rem;margin:.7rem 0}
        .change h3{margin:0 0 .3rem}
        .change ul{margin:.3rem 0;padding-left:1.2rem}
        blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid var(--line);color:var(--soft)}
        code{font:.9em ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
        footer{margin:3rem auto 0;padding-top:1rem;padding-bottom:2.5rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
        footer p{overflow-wrap:anywhere;max-width:none}
        @media (max-width:34rem){h1{font-size:1.5rem}h2{font-size:1.2rem}.identity{grid-template-columns:1fr;gap:0}.identity dd{margin-bottom:.5rem}th,td{padding-right:.6rem}.chart{overflow-x:auto}.chart svg{min-width:36rem}caption{max-width:calc(100vw - 2.5rem)}.draft caption{max-width:calc(100vw - 4.7rem)}}
        @media screen and (max-width:34rem){.rows thead{position:absolute;left:-999rem}.rows,.rows caption,.rows tbody,.rows tr,.rows tbody th,.rows td{display:block}.rows tr{border-bottom:1px solid var(--line);padding:.45rem 0}.rows tbody th,.rows td{border:0;padding:.1rem 0;text-align:left;white-space:normal;overflow-wrap:anywhere;min-width:0}.rows tbody th{font-weight:600}.rows td::before{content:attr(data-title) ": ";color:var(--soft)}.rows td:empty{display:none}}
        @page{size:A4;margin:16mm 14mm}
        @page schedule{size:A4 landscape}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--panel:#fff;--line:#999;--accent:#000;--old:#999;--new:#0b5fa5;--good:#1d7443;--bad:#b3261e;--warn-paper:#fff;--warn-ink:#000}
        html{font-size:10pt}body{line-height:1.45}svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}caption,thead{break-after:avoid}tbody tr:first-child{break-before:avoid}.figures{grid-template-columns:repeat(4,1fr)}header,main,footer{max-width:none;padding:0}nav,.skip{display:none}a{text-decoration:none}h1{font-size:17pt}h2{font-size:13pt;break-after:avoid}h3{break-after:avoid}
        thead{display:table-header-group}tr,figure,.change,.figures li{break-inside:avoid}.scroll{overflow:visible}table{font-size:8.5pt}tbody th{min-width:0}th,td{min-width:0;padding-right:.4rem}code{font-size:8pt}}
        .gazette{page:schedule}
        .gazette h1,.gazette .kicker{text-align:center}
        .gazette h1{text-wrap:balance}
        .gazette main th,.gazette main td{border:1px solid var(--line);padding:.3rem .5rem}
        .gazette thead th{border-bottom:2px solid var(--ink)}
        .gazette [data-read=baseline-year],.gazette [data-read=force]{white-space:nowrap}
        .draft{border:2px dashed var(--ink);padding:1rem;margin:2.8rem 0 1rem}.draft h2{border-top:0;margin-top:0}
        .draft td,.draft th{font-style:italic}
        """;

    /// <summary>The style sheet, with the same line ends on every machine.</summary>
    internal static string Css { get; } = Written.Replace("\r\n", "\n");

    /// <summary>The digest in the form of a content security policy.</summary>
    internal static string Digest { get; } = "sha256-" + Convert.ToBase64String(Bytes(Sha256.Of(Encoding.UTF8.GetBytes(Css)).Substring("sha256:".Length)));

    private static byte[] Bytes(string hex) => Enumerable.Range(0, hex.Length / 2).Select(i => Convert.ToByte(hex.Substring(2 * i, 2), 16)).ToArray();
}
