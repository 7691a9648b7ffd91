using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Compliance.Pages;

/// <summary>A certificate of surrender or retirement as one HTML page, with the digest of the receipt that proves it.</summary>
/// <remarks>Pure and thread-safe. The page asks for nothing outside itself; all that was read is escaped.</remarks>
public static class CertificatePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="receipt">The receipt of the certificate.</param>
    /// <param name="language">The page's language.</param>
    public static string Write(Receipt receipt, PageLanguage language = PageLanguage.English)
    {
        var words = new PageWords(language);
        var root = LocatedJson.Read(Encoding.UTF8.GetBytes(Require.NotNull(receipt).Text), null, new ProblemList())!;
        var (input, outputs) = (root.Member("input")!, root.Member("outputs")!);
        string Of(LocatedNode node, string key) => node.Member(key)?.Value ?? "";
        var title = words.CertificateTitle(Of(input, "purpose") == "surrender");
        return SignedPage.Write(words.Code, title, page =>
        {
            PageHead.Write(page, words, title, null, null, words.GaveUp(Of(input, "account"), PageHead.Grouped(Of(outputs, "tonnes")), Of(input, "year"), Of(input, "purpose") == "surrender"));
            page.Element("h2", words.Certificates);
            PageTable.Write(page, words.Certificates, [words.Registry, words.Kind, words.Vintage, words.Numbers, words.Certificates, words.Day], () =>
            {
                foreach (var move in input.Member("moves")!.Children)
                {
                    foreach (var run in move.Member("units")!.Children)
                    {
                        PageTable.Row(page, [Of(run, "registry") + (Of(run, "scope").Length > 0 ? ":" + Of(run, "scope") : ""), Of(run, "kind").ToUpperInvariant(), Of(run, "vintage"), words.FromTo(Of(run, "from"), Of(run, "to")), PageHead.Grouped(Count(run)), Of(move, "at")], false, 3, 4);
                    }
                }

                PageTable.Row(page, [words.Together, "", "", "", PageHead.Grouped(Of(outputs, "tonnes")), ""], true, 3, 4);
            }, 3, 4);
            foreach (var remark in input.Member("moves")!.Children.Select(m => m.Member("remark")?.Value).OfType<string>().Distinct(System.StringComparer.Ordinal))
            {
                page.Element("p", () => page.Text(words.Remark + ": ").Element("span", remark));
            }

            PageHead.Proof(page, words, receipt.Digest);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", () => page.Text(words.JournalHead + " ").Element("code", Of(input, "journalHead"))));
        });
    }

    private static string Count(LocatedNode run) =>
        decimal.TryParse(run.Member("from")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && decimal.TryParse(run.Member("to")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (to - from + 1m).ToString(CultureInfo.InvariantCulture)
            : "";
}
