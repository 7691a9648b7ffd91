using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;
using NodaTime.Text;

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
        var words = new PageWords(language == PageLanguage.Hindi);
        var root = LocatedJson.Read(Encoding.UTF8.GetBytes(Require.NotNull(receipt).Text), null, new ProblemList())!;
        var (input, outputs) = (root.Member("input")!, root.Member("outputs")!);
        string Of(LocatedNode node, string key) => node.Member(key)?.Value ?? "";
        var surrendered = Of(input, "purpose") == "surrender";
        var title = words[surrendered ? "Certificate of surrender" : "Certificate of retirement"];
        return SignedPage.Write(words.Code, title, page =>
        {
            PageHead.Write(page, words, title, null, null, words.Say(surrendered ? "account {0} surrendered {1} certificates for {2}" : "account {0} retired {1} certificates in {2}", Of(input, "account"), IndianFigures.Grouped(Of(outputs, "tonnes")), Of(input, "year")));
            page.Element("h2", words["Certificates"]);
            PageTable.Stacked(page, words["Certificates"], [words["Registry"], words["Kind"], words["Vintage"], words["Numbers"], words["Certificates"], words["Day"]],
            [
                .. from move in input.Member("moves")!.Children
                   from run in move.Member("units")!.Children
                   select Row(false, Of(run, "registry") + (Of(run, "scope").Length > 0 ? ":" + Of(run, "scope") : ""), Of(run, "kind").ToUpperInvariant(), Of(run, "vintage"), words.Say("{0} to {1}", Of(run, "from"), Of(run, "to")), IndianFigures.Grouped(Count(run)), DayInIndia(Of(move, "at"))),
                Row(true, words["Together"], "", "", "", IndianFigures.Grouped(Of(outputs, "tonnes")), ""),
            ], 3, 4);
            foreach (var remark in input.Member("moves")!.Children.Select(m => m.Member("remark")?.Value).OfType<string>().Distinct(System.StringComparer.Ordinal))
            {
                page.Element("p", () => page.Text(words["Remark"] + ": ").Element("span", remark));
            }

            PageHead.Proof(page, words, receipt.Digest);
            PageHead.Signature(page, words);
            page.Element("footer", () => page.Element("p", () => page.Text(words["Hash of the last line of the ledger's journal:"] + " ").Element("code", Of(input, "journalHead"))));
        });
    }

    private static (string? Colour, IReadOnlyList<string> Cells, bool IsTotal) Row(bool isTotal, params string[] cells) => (null, cells, isTotal);

    private static string Count(LocatedNode run) =>
        decimal.TryParse(run.Member("from")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && decimal.TryParse(run.Member("to")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (to - from + 1m).ToString(CultureInfo.InvariantCulture)
            : "";

    // The journal has instants; the year's end and the certificate's date are days in India.
    private static string DayInIndia(string instant) =>
        InstantPattern.ExtendedIso.Parse(instant) is { Success: true, Value: var at } ? LocalDatePattern.Iso.Format(at.WithOffset(Offset.FromHoursAndMinutes(5, 30)).Date) : instant;
}
