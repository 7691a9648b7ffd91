using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>The value of a position in rupees.</summary>
internal static class MoneyPart
{
    internal static void Values(HtmlWriter page, PageWords words, IReadOnlyList<PricedPosition> values, IReadOnlyList<ScenarioCost> scenarios)
    {
        if (values.Count == 0)
        {
            return;
        }

        page.Element("h2", words["What it is worth, and what falling short would cost"]);
        page.Element("p", words["Whether a surplus may be booked is the entity's accounting policy; the prices are its own."]);
        PageTable.Write(page, words["What it is worth, and what falling short would cost"], [words["Price of one"], words["Surplus"], words["Provision"]], () =>
        {
            foreach (var value in values)
            {
                PageTable.Row(page, [Money(value.Price), Money(value.Surplus), Money(value.Provision)], false, 1, 2);
            }
        }, 1, 2);
        Table(page, words, scenarios);
    }

    internal static void Scenarios(HtmlWriter page, PageWords words, IReadOnlyList<ScenarioCost> scenarios)
    {
        if (scenarios.Count > 0)
        {
            page.Element("h2", words["What it is worth, and what falling short would cost"]);
            Table(page, words, scenarios);
        }
    }

    internal static void Entries(HtmlWriter page, PageWords words, IReadOnlyList<AccrualEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        page.Element("h2", words["Entries for the books"]);
        PageTable.Stacked(page, words["Entries for the books"], [words["What"], words["Day"], words["Certificates"], words["Amount"]],
            entries.Select(e => ((string?)null, (IReadOnlyList<string>)[words[e.Kind == AccrualKind.Reversal ? "Reversal" : "Accrual"], LocalDatePattern.Iso.Format(e.On), PositionPart.Whole(e.Tonnes), Money(e.Amount)], false)), 1, 2, 3);
    }

    private static void Table(HtmlWriter page, PageWords words, IReadOnlyList<ScenarioCost> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        PageTable.Stacked(page, words["What it is worth, and what falling short would cost"], [words["What"], words["Purchase"], words["Environmental compensation"], words["Together"]],
            scenarios.Select(c => ((string?)null, (IReadOnlyList<string>)[words.Say("{0} bought at {1}", PositionPart.Whole(c.Bought), Money(c.Price)), Money(c.Purchase), c.Compensation.Amount is { } amount ? Money(amount) : words["not known"], Money(c.Total)], false)), 1, 2, 3);
    }

    internal static string Money(Inr amount) => (amount.Rupees < 0m ? "-₹\u00A0" : "₹\u00A0") + IndianFigures.Number(System.Math.Abs(amount.Rupees), decimal.Truncate(amount.Rupees) == amount.Rupees ? "N0" : "N2");
}
