using System;

namespace Ccts.Sdk.Ledger.Settlement;

/// <summary>Checks a trade before anything happens: a fault found only at the transfer would come after the payment.</summary>
internal static class DeliveryForm
{
    internal const int LongestId = 100;

    /// <summary>What is wrong and what it may be, or null.</summary>
    internal static string? Fault(Delivery trade) =>
        !CommandForm.IsName(trade.Id) || trade.Id.Length > LongestId ? $"The trade's id needs 1 to {LongestId} characters, none of them a control character."
        : !CommandForm.IsName(trade.Seller) ? Name("seller", trade)
        : !CommandForm.IsName(trade.Buyer) ? Name("buyer", trade)
        : string.Equals(trade.Seller, trade.Buyer, StringComparison.Ordinal) ? $"The buyer of trade {trade.Id} is the seller. Name two accounts."
        : trade.Units is null ? $"Trade {trade.Id} names no units. Name the oldest, chosen blocks, or a reservation."
        : trade.Price.Rupees < 0m ? $"The price of trade {trade.Id} is {trade.Price}. It may not be below zero."
        : Units(trade) is { } units ? $"The units of trade {trade.Id} cannot be taken: {units}"
        : null;

    private static string Name(string who, Delivery trade) =>
        $"The {who} of trade {trade.Id} needs a name of 1 to {CommandForm.LongestName} characters, none of them a control character.";

    private static string? Units(Delivery trade) => CommandForm.Refusal(trade.Units is ReservedUnits
        ? new TransferUnits("form", default, trade.Seller, trade.Buyer, trade.Units)
        : new ReserveUnits("form", default, trade.Seller, "form", trade.Units, ReservationPurpose.Sale))?.Message;
}
