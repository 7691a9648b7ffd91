using System.Globalization;
using System.Text;

namespace Ccts.Compliance.Pages.Codes;

/// <summary>A QR code as a drawing in the page: always dark on light, whatever the page's colours are, so that a camera reads it.</summary>
internal static class QrDrawing
{
    private const int Quiet = 4;

    internal static void Write(HtmlWriter page, string text, string title)
    {
        var dark = QrCode.Of(Encoding.UTF8.GetBytes(text));
        var size = dark.GetLength(0);
        var path = new StringBuilder();
        for (var r = 0; r < size; r++)
        {
            for (var c = 0; c < size; c++)
            {
                if (!dark[r, c])
                {
                    continue;
                }

                var start = c;
                while (c + 1 < size && dark[r, c + 1])
                {
                    c++;
                }

                path.Append(System.FormattableString.Invariant($"M{start + Quiet} {r + Quiet}h{c - start + 1}v1h-{c - start + 1}z"));
            }
        }

        var whole = (size + (2 * Quiet)).ToString(CultureInfo.InvariantCulture);
        page.Element("svg", () => page
            .Element("rect", "", ("width", whole), ("height", whole), ("class", "qr-paper"))
            .Element("path", "", ("d", path.ToString()), ("class", "qr-ink")), ("viewBox", $"0 0 {whole} {whole}"), ("class", "qr"), ("role", "img"), ("aria-label", title));
    }
}
