using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>When units were issued and when they expire, as stated; null if not stated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitDays(LocalDate? Issued, LocalDate? Expires)
{
    /// <summary>What either of two sources states.</summary>
    internal UnitDays Or(UnitDays other) => new(Issued ?? other.Issued, Expires ?? other.Expires);

    /// <summary>Whether the two contradict each other; a day that one leaves out is no difference.</summary>
    internal bool Contradicts(UnitDays other) =>
        (Issued is { } issued && other.Issued is { } otherIssued && issued != otherIssued)
        || (Expires is { } expires && other.Expires is { } otherExpires && expires != otherExpires);
}

/// <summary>The attributes that rules ask about and in which units of one trade may differ.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitTraits(int? Vintage, UnitDays Days);
