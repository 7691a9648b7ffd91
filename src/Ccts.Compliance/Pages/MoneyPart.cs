using System.Collections.Generic;
using Ccts.Compliance.Accounts;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Compliance.Pages;

/// <summary>What a position comes to in rupees.</summary>
internal static class MoneyPart
{
    internal static void Values(HtmlWriter page, PageWords words, IReadOnlyList<PricedPosition> values, IReadOnlyList<ScenarioCost> scenarios)
    {
        if (values.Count == 0)
        {
            return;
        }

        page.Element("h2", words.Values);
        page.Element("p", words.Policy);
        PageTable.Write(page, words.Values, [words.Price, words.Surplus, words.Provision], () =>
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
            page.Element("h2", words.Values);
            Table(page, words, scenarios);
        }
    }

    internal static void Entries(HtmlWriter page, PageWords words, IReadOnlyList<AccrualEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        page.Element("h2", words.Entries);
        PageTable.Write(page, words.Entries, [words.Event, words.Day, words.Certificates, words.Amount], () =>
        {
            foreach (var entry in entries)
            {
                PageTable.Row(page, [words.Entry(entry.Kind == AccrualKind.Reversal), LocalDatePattern.Iso.Format(entry.On), PositionPart.Whole(entry.Tonnes), Money(entry.Amount)], false, 1, 2, 3);
            }
        }, 1, 2, 3);
    }

    private static void Table(HtmlWriter page, PageWords words, IReadOnlyList<ScenarioCost> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        PageTable.Write(page, words.Values, [words.Price, words.Bought, words.Purchase, words.Compensation, words.Together], () =>
        {
            foreach (var cost in scenarios)
            {
                PageTable.Row(page, [Money(cost.Price), PositionPart.Whole(cost.Bought), Money(cost.Purchase), cost.Compensation.Amount is { } amount ? Money(amount) : words.NotKnown, Money(cost.Total)], false, 1, 2, 3, 4);
            }
        }, 1, 2, 3, 4);
    }

    internal static string Money(Inr amount) => "₹\u00A0" + PageWords.Number(amount.Rupees, decimal.Truncate(amount.Rupees) == amount.Rupees ? "N0" : "N2");
}
