using System.Collections.Generic;
using Ccts.Rules.Decisions;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>The verdict on one trade.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TradeVerdict
{
    /// <summary>The trade.</summary>
    public required SessionTrade Trade { get; init; }

    /// <summary>Permit, deny, or refer to a person.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Every limit that it broke or may have broken; empty if permitted.</summary>
    public required IReadOnlyList<BrokenLimit> Limits { get; init; }

    /// <summary>What it did to the books.</summary>
    public required TradeEffect Effect { get; init; }

    /// <summary>The units it moved or set aside; empty if neither.</summary>
    public required IReadOnlyList<Parcel> Units { get; init; }

    /// <summary>Free tonnes of the kind that the seller had just before.</summary>
    public required long SellerFree { get; init; }

    /// <summary>What was left of the seller's registry balance just before, in tonnes: the balance of the kind less what was set aside for sale.</summary>
    public required long SellerBalance { get; init; }

    /// <summary>Whether the exchange's own answer agrees: accepted and permitted, or rejected and denied. Null if unknown.</summary>
    public bool? AgreesWithExchange => Trade.Exchange switch
    {
        ExchangeVerdict.Accepted => Outcome == Outcome.Permit,
        ExchangeVerdict.Rejected => Outcome == Outcome.Deny,
        _ => null,
    };
}

/// <summary>What a trade did to the books.</summary>
public enum TradeEffect
{
    /// <summary>Nothing: it was denied, or the exchange had rejected it.</summary>
    None,

    /// <summary>The units went to the buyer.</summary>
    Moved,

    /// <summary>It was referred: the units are set aside with the seller until a person has looked, so that nobody sells them meanwhile.</summary>
    SetAside,
}

/// <summary>A limit that a trade broke, or may have broken.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Code">Stable code: of the books (docs/clearing.md) or of the ruleset's rule.</param>
/// <param name="Effect">Deny or refer.</param>
/// <param name="Message">One sentence in English.</param>
public sealed record BrokenLimit(string Code, Outcome Effect, string Message)
{
    /// <summary>The ruleset's rule; null for a limit of the books.</summary>
    public string? Rule { get; init; }

    /// <summary>The clause on which that rule rests.</summary>
    public string? Clause { get; init; }

    /// <summary>What was found, with its unit.</summary>
    public string? Value { get; init; }

    /// <summary>The limit that it was compared with, and its unit.</summary>
    public string? Limit { get; init; }

    /// <summary>The first units in conflict.</summary>
    public SerialBlock? Block { get; init; }

    /// <summary>The facts and parameters that are missing if it cannot be said; otherwise empty.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
