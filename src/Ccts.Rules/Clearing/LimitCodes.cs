using System.Globalization;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Clearing;

/// <summary>
/// Codes for limits of the books. Other limits have the ledger's code (<c>not-held</c>, <c>not-enough</c>, <c>unknown-account</c>)
/// or the status that prevents the sale (<c>reserved</c>, <c>quarantined</c>, <c>retired</c> …).
/// </summary>
internal static class LimitCodes
{
    internal const string SellerIsBuyer = "seller-is-buyer";
    internal const string Oversell = "oversell";
    internal const string Kind = "kind";
    internal const string Vintage = "vintage";

    internal static string Tonnes(long tonnes) => Co2e.FromTonnes(tonnes).ToString();

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
