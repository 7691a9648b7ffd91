using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>When units were issued and when they expire, as stated; null what nobody states.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitDays(LocalDate? Issued, LocalDate? Expires)
{
    /// <summary>What either of two sources states.</summary>
    internal UnitDays Or(UnitDays other) => new(Issued ?? other.Issued, Expires ?? other.Expires);

    /// <summary>Whether the two say different things of the same day; what one of them leaves out is no difference.</summary>
    internal bool Contradicts(UnitDays other) =>
        (Issued is { } issued && other.Issued is { } otherIssued && issued != otherIssued)
        || (Expires is { } expires && other.Expires is { } otherExpires && expires != otherExpires);
}

/// <summary>What units of one trade may differ in that rules ask about.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct UnitTraits(int? Vintage, UnitDays Days);
