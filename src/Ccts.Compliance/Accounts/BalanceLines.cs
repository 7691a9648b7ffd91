using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.History;

namespace Ccts.Compliance.Accounts;

/// <summary>A line of a year's balance.</summary>
/// <param name="Name">Its name for programs.</param>
/// <param name="English">Its name for people.</param>
/// <param name="Hindi">The same in Hindi.</param>
/// <param name="Tonnes">Certificates; negative where they leave the account, so that the lines add up to the last.</param>
public sealed record BalanceLine(string Name, string English, string Hindi, long Tonnes);

/// <summary>A year's balance of certificates as lines that add up.</summary>
public static class BalanceLines
{
    /// <summary>The lines: the opening balance, what came, what went, what is carried over.</summary>
    public static IReadOnlyList<BalanceLine> Of(YearlyKind balance)
    {
        Require.NotNull(balance);
        return
        [
            new("opening", "Opening balance", "आरंभिक शेष", balance.Opening),
            new("issued", "Issued", "जारी", balance.Issued),
            new("received", "Received from outside the ledger", "बही के बाहर से प्राप्त", balance.Received),
            new("bought", "Bought", "खरीदे", balance.Bought),
            new("sold", "Sold", "बेचे", -balance.Sold),
            new("surrendered", "Surrendered", "समर्पित", -balance.Surrendered),
            new("retired", "Retired", "सेवानिवृत्त", -balance.Retired),
            new("ended", "Lapsed or cancelled", "समाप्त या रद्द", -balance.Expired - balance.Cancelled),
            new("otherwise", "Converted and clawed back, net", "परिवर्तित और वापस लिए गए, शुद्ध", balance.ConvertedInto - balance.Converted + balance.ClawedBackFromOthers - balance.ClawedBackByOthers),
            new("carriedOver", "Carried over", "आगे ले जाए गए", balance.Closing),
        ];
    }

    /// <summary>The lines of a balance that are shown: what it begins and ends with, and whatever is not zero.</summary>
    public static IEnumerable<BalanceLine> Shown(YearlyKind balance) => Of(Require.NotNull(balance)).Where(l => l.Tonnes != 0 || IsEnd(l));

    internal static bool IsEnd(BalanceLine line) => line.Name is "opening" or "carriedOver";
}
