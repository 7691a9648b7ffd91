namespace ExchangeHouseRules;

/// <summary>An order to sell certificates, as the exchange holds it.</summary>
public sealed record Order(string Id, string Seller, decimal PriceInr, decimal Certificates);

/// <summary>A member of the exchange: the account, the certificates it has deposited here, the margin it has paid.</summary>
public sealed record Holder(string Account, decimal Deposited, decimal MarginInr);

/// <summary>The exchange's decision on an order.</summary>
public sealed record Verdict(string OrderId, Ruling Ruling, string Reason);

/// <summary>The possible decisions.</summary>
public enum Ruling
{
    /// <summary>It goes to the book.</summary>
    Accept,

    /// <summary>It goes back.</summary>
    Reject,

    /// <summary>A person looks at it.</summary>
    Hold,
}
