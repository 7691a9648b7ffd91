using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Compliance.Pages.Charts;

/// <summary>How far the open points of law move the figure: a band from the worst to the best, with the figure used marked, and zero where it lies within.</summary>
internal static class RangeChart
{
    // The band is in the middle; its ends are labelled beside it.
    private const decimal Left = 85m;
    private const decimal Room = 230m;

    /// <summary>Certificates as a signed number, below zero owed; null where there is none.</summary>
    internal static long? Signed(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => result.Quantity,
        CertificateKind.Surrender => -result.Quantity,
        CertificateKind.Nil => 0,
        _ => null,
    };

    internal static void Write(HtmlWriter page, PageWords words, long? low, long? used, long? high)
    {
        if (low is not { } worst || used is not { } figure || high is not { } best || worst >= best)
        {
            return;
        }

        var scale = Room / (best - worst);
        page.Element("svg", () =>
        {
            page.Element("rect", "", ("x", SourceBar.Place(Left)), ("y", "8"), ("width", SourceBar.Place(Room)), ("height", "22"), ("class", "s1 band"));
            page.Element("text", IndianFigures.Number(worst, "N0"), ("x", SourceBar.Place(Left - 10m)), ("y", "24"), ("text-anchor", "end"));
            page.Element("text", IndianFigures.Number(best, "N0"), ("x", SourceBar.Place(Left + Room + 10m)), ("y", "24"));
            Mark(figure, "mark");
            if (figure > worst && figure < best)
            {
                page.Element("text", IndianFigures.Number(figure, "N0"), ("x", At(figure)), ("y", "53"), ("text-anchor", "middle"));
            }

            if (worst < 0 && best > 0)
            {
                Mark(0, "zero");
            }
        }, ("viewBox", figure > worst && figure < best ? "0 0 400 58" : "0 0 400 40"), ("class", "small"), ("role", "img"), ("aria-label", words.Say("From {0} to {1} certificates, {2} as read here; below zero is owed", IndianFigures.Whole(worst), IndianFigures.Whole(best), IndianFigures.Whole(figure))));
        page.Line();

        string At(decimal value) => SourceBar.Place(Left + ((value - worst) * scale));

        void Mark(decimal value, string colour) => page.Element("line", "", ("x1", At(value)), ("x2", At(value)), ("y1", "3"), ("y2", "35"), ("class", colour));
    }
}
