using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Rules;

/// <summary>What is asked for.</summary>
public enum Purpose
{
    /// <summary>May these units be sold and bought in this order?</summary>
    Trade,

    /// <summary>May this entity surrender these units for its shortfall?</summary>
    Surrender,

    /// <summary>May these units be carried over into a later compliance year?</summary>
    Bank,

    /// <summary>May these units leave the country, or be used outside it?</summary>
    Export,

    /// <summary>May these units be retired, or a token for them be burned?</summary>
    Retire,

    /// <summary>May tonnes become units, or units become tokens?</summary>
    Mint,

    /// <summary>May these units change hands outside a market?</summary>
    Transfer,

    /// <summary>Can this verification be relied on?</summary>
    Verify,
}

/// <summary>The words that stand for purposes in files.</summary>
public static class PurposeWords
{
    /// <summary>The words of requests and their purposes.</summary>
    public static IReadOnlyDictionary<string, Purpose> All { get; } = new Dictionary<string, Purpose>(StringComparer.Ordinal)
    {
        ["trade"] = Purpose.Trade,
        ["surrender"] = Purpose.Surrender,
        ["bank"] = Purpose.Bank,
        ["export"] = Purpose.Export,
        ["retire"] = Purpose.Retire,
        ["mint"] = Purpose.Mint,
        ["transfer"] = Purpose.Transfer,
        ["verify"] = Purpose.Verify,
    };

    internal static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    /// <summary>The word of a purpose.</summary>
    public static string Of(Purpose purpose) => All.First(p => p.Value == purpose).Key;

    /// <summary>Such as <c>trade or surrender</c>.</summary>
    public static string Of(IEnumerable<Purpose> purposes) => string.Join(" or ", Require.NotNull(purposes).Select(Of));
}
