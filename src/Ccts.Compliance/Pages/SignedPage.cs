using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Compliance.Pages;

/// <summary>The frame of a page to be signed: one file, no script, nothing loaded from outside, only its own style applied.</summary>
internal static class SignedPage
{
    private const string Written = """
        :root{color-scheme:light dark;--ink:#1b1b1f;--soft:#55565e;--paper:#fff;--panel:#f5f5f0;--line:#c9c9c2;--accent:#0b4f8a;--warn-paper:#fff4d6;--warn-ink:#5c4300;--s1:#0b5fa5;--s2:#b4540a;--s3:#1d7443;--s4:#7a3e9d;--mark:#b3261e}
        @media (prefers-color-scheme:dark){:root{--ink:#ececf0;--soft:#a9abb5;--paper:#141518;--panel:#1f2126;--line:#3d4048;--accent:#8ec5ff;--warn-paper:#3a2f10;--warn-ink:#ffe2a0;--s1:#62aef5;--s2:#f0a35e;--s3:#5fcf92;--s4:#c79be6;--mark:#ff8a80}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 "Noto Sans","Noto Sans Devanagari","Nirmala UI",system-ui,"Segoe UI",Roboto,"Lohit Devanagari",sans-serif}
        main{max-width:56rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
        h1{font-size:1.7rem;line-height:1.25;margin:.1rem 0 .6rem;text-wrap:balance;overflow-wrap:anywhere}
        h2{overflow-wrap:anywhere;font-size:1.15rem;margin:2rem 0 .5rem;padding-top:.6rem;border-top:2px solid var(--ink);break-after:avoid}
        p{margin:.4rem 0 .7rem;max-width:46rem;overflow-wrap:anywhere}
        .kicker{margin:0;color:var(--soft);font-weight:700}
        .answer{font-size:1.35rem;font-weight:700;line-height:1.35;text-wrap:balance}
        .notice{background:var(--warn-paper);color:var(--warn-ink);border-left:.3rem solid currentColor;padding:.6rem .9rem;max-width:none}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr));gap:.7rem;padding:0;margin:1rem 0;list-style:none}
        .figures li{background:var(--panel);border:1px solid var(--line);border-radius:.4rem;padding:.6rem}
        .figures strong{display:block;font-size:.98rem;font-variant-numeric:tabular-nums}
        .figures span{color:var(--soft);font-size:.92rem}
        .scroll{overflow-x:auto;background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local,linear-gradient(to right,var(--line),transparent) 0 0/.8rem 100% no-repeat scroll,linear-gradient(to left,var(--line),transparent) 100% 0/.8rem 100% no-repeat scroll}
        table{border-collapse:collapse;width:100%;font-size:.94rem;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);padding:.2rem 0}
        th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400;overflow-wrap:break-word;min-width:4.5rem}
        tbody th{min-width:8rem}thead th{border-bottom:2px solid var(--ink);font-weight:700}
        .number{text-align:right;white-space:nowrap}.number+:not(.number){padding-left:.9rem}thead .number{white-space:normal}
        .date,.year{white-space:nowrap}
        tr.total th,tr.total td{font-weight:700}
        .form{table-layout:fixed;margin:.3rem 0 1rem}.form th,.form td{border:1px solid var(--line);padding:.35rem .6rem;overflow-wrap:anywhere;min-width:0}.form .number{white-space:normal}.form .no{width:5.2rem}.form .entry{width:42%}.form.years .entry{width:24%}.form.grid{min-width:32rem}.form.grid .no{width:4.1rem;white-space:nowrap}.form.grid thead th{font-size:.8rem;padding:.35rem .3rem}.form.grid tbody td{height:2.2rem}.form code{display:block;color:var(--soft)}.unit{color:var(--soft);white-space:nowrap}
        small{color:var(--soft)}.said{max-width:none;margin:.5rem 0}
        .way{display:flex;flex-wrap:wrap;gap:.35rem .3rem;list-style:none;padding:0;margin:1rem 0;font-size:.92rem}.way li{border:1px solid var(--line);border-radius:.4rem;padding:.2rem .55rem;max-width:100%}.way li+li::before{content:"→";color:var(--soft);margin-right:.4rem}.way .now{border:2px solid var(--ink);font-weight:700}.way .next{border-style:dashed;color:var(--soft)}
        .sign{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:2rem;margin:3.5rem 0 1.5rem}.sign:has(:nth-child(4)){grid-template-columns:repeat(4,1fr)}.sign .line{border-top:1px solid var(--ink);padding-top:.3rem;margin:0}
        svg{width:100%;height:auto;display:block}svg.small{max-width:34rem}
        .proof{display:flex;flex-wrap:wrap;gap:1.2rem;align-items:center}.proof div{flex:1 1 16rem;min-width:0}svg.qr{width:9rem;flex:none}.qr-paper{fill:#fff}.qr-ink{fill:#000}
        .band{opacity:.55}.zero{stroke:var(--ink);stroke-dasharray:3 3}.scroll+.scroll{margin-top:1.2rem}svg+.scroll{margin-top:.6rem}tr.part th,tr.part td{font-weight:700}tr.of-part th{padding-left:1.3rem;overflow-wrap:anywhere}rect{stroke:var(--paper);stroke-width:1}
        svg text{font:13px "Noto Sans","Noto Sans Devanagari","Nirmala UI",system-ui,sans-serif;fill:var(--ink)}
        .s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.mark{stroke:var(--mark);stroke-width:2}.axis{stroke:var(--line)}
        svg.key{display:inline-block;width:.8rem;height:.8rem;margin-right:.45rem;vertical-align:-.05rem}
        code{font:.88em ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
        footer{color:var(--soft);font-size:.88rem;border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem}
        @page{size:A4;margin:16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt "Noto Sans",system-ui,sans-serif;color:#333}}
        @media (max-width:30rem){th,td{padding-right:.45rem;font-size:.8rem;min-width:3rem}tbody th{min-width:5.4rem}.form th,.form td{padding:.3rem .35rem}.form .no{width:4.1rem;font-size:.8rem}.unit{white-space:normal}
        .stack thead,.form.grid thead{display:none}.stack,.stack tbody,.stack tr,.form.grid,.form.grid tbody,.form.grid tr{display:block}.stack tr{border-bottom:1px solid var(--ink);padding:.35rem 0}.stack tr>*{display:flex;justify-content:space-between;gap:.8rem;border:0;padding:.12rem 0!important;text-align:right;white-space:normal}.stack tbody th{display:block;text-align:left;font-weight:700;overflow-wrap:anywhere}.stack td:empty{display:none}.stack td::before,.form.grid td::before{content:attr(data-label);color:var(--soft);text-align:left;font-weight:400}
        .form.grid{min-width:0}.form.grid tr{border:1px solid var(--line);margin-bottom:-1px}.form.grid tr>*{display:flex;gap:.6rem;border:0;width:auto;text-align:left}.form.grid tbody td{height:auto;min-height:1.9rem}.form.grid td::before{flex:0 0 9rem}
        .form:not(.grid) thead,.lines thead{display:none}.form:not(.grid),.form:not(.grid) tbody{display:block}.form:not(.grid) tr{display:grid;grid-template-columns:1fr 1fr;border:1px solid var(--line);margin-bottom:-1px}.form:not(.grid) tr>*{border:0;width:auto;grid-column:1/3;overflow-wrap:break-word}.form:not(.grid) .no{padding-bottom:0;color:var(--soft)}.form:not(.grid) td:empty{min-height:1.6rem}.form:not(.grid) .no+th,.form:not(.grid) th+td{padding-top:0}.form.years tr>[data-year]{grid-column:auto;border-top:1px solid var(--line);padding-top:.3rem}.form.years [data-year]+[data-year]{border-left:1px solid var(--line)}.form.years [data-year]::before{content:attr(data-year);display:block;text-align:left;color:var(--soft);font-size:.72rem}
        .lines,.lines tbody,.lines tr,.lines tr>*{display:block}.lines tr{border-bottom:1px solid var(--line);padding:.35rem 0}.lines tr>*{border:0;padding:.08rem 0}.lines td:empty{display:none}svg.small text{font-size:14.5px}}
        @media screen and (max-width:60rem){.sign:has(:nth-child(4)){grid-template-columns:repeat(auto-fit,minmax(max(11rem,34%),1fr))}}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--panel:#fff;--line:#999;--accent:#000;--warn-paper:#fff;--warn-ink:#000;--s1:#0b5fa5;--s2:#b4540a;--s3:#1d7443;--s4:#7a3e9d;--mark:#b3261e}
        html{font-size:9.2pt}main,p{max-width:none}main{padding:0 1px 0 0}svg,svg.key{print-color-adjust:exact;-webkit-print-color-adjust:exact}h2{margin:1.1rem 0 .35rem;padding-top:.4rem}h2+p{break-after:avoid}th,td{padding:.28rem .6rem .28rem 0}.form th,.form td{padding:.25rem .5rem}svg.small{max-width:25rem}.sign{margin:2.4rem 0 .8rem}footer{margin-top:1rem;break-before:avoid;break-inside:avoid}tr,figure,.figures li,.way li,.proof,.sign,.said,.part,.signed{break-inside:avoid}tbody tr:first-child:not(:last-child),tbody tr:nth-last-child(2){break-after:avoid}.proof{break-after:avoid}.sign{break-before:avoid}thead{display:table-header-group}.scroll{overflow:visible;background:none}}
        """;

    private static readonly string Css = Written.Replace("\r\n", "\n");

    internal static string Write(string language, string title, Action<HtmlWriter> body)
    {
        var page = new HtmlWriter();
        var css = Css + Foot(title);
        page.Constant("<!doctype html>\n").Element("html", () =>
        {
            page.Element("head", () =>
            {
                page.Empty("meta", ("charset", "utf-8"));
                page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src '{Digest(css)}'; base-uri 'none'; form-action 'none'"));
                page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                page.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
                page.Element("title", title);
                page.Element("style", () => page.Constant(css));
            }).Line();
            page.Element("body", () => page.Element("main", () => body(page))).Line();
        }, ("lang", language));
        return page.Line().ToString();
    }

    // Sheets of paper come apart: each has the page's title at its foot. In the style nothing but letters, digits and blanks stands unescaped.
    private static string Foot(string title)
    {
        var text = new StringBuilder();
        foreach (var c in ShownText.Short(title).Where(c => ShownText.IsShown(c) && !char.IsSurrogate(c)))
        {
            _ = char.IsLetterOrDigit(c) || c == ' ' ? text.Append(c) : text.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
        }

        return $"@page{{@bottom-left{{content:\"{text}\";font:8pt \"Noto Sans\",\"Noto Sans Devanagari\",\"Lohit Devanagari\",system-ui,sans-serif;color:#333}}}}\n";
    }

    private static string Digest(string css) => "sha256-" + Convert.ToBase64String(Bytes(Sha256.Of(Encoding.UTF8.GetBytes(css)).Substring("sha256:".Length)));

    private static byte[] Bytes(string hex) => [.. Enumerable.Range(0, hex.Length / 2).Select(i => Convert.ToByte(hex.Substring(2 * i, 2), 16))];
}
