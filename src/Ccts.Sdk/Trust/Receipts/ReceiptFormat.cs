using Ccts.Sdk.Assessments.Calculations;
using System;
using System.Linq;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>
/// All formats of receipts so far. A receipt is replayed in its own format, even years later. Whoever adds a
/// member to the outputs makes a new format and says below which formats lack it; the receipts in the tests check this.
/// </summary>
internal static class ReceiptFormat
{
    internal const string First = "ccts-receipt/1";
    internal const string Second = "ccts-receipt/2";
    internal const string Third = "ccts-receipt/3";

    // Came while the first format was in use.
    private static readonly string[] AddedToFirst = ["/outputs/certificates/reason", "/outputs/assumptions/*/reason", "/outputs/assumptions/*/settledBy"];

    internal static bool IsKnown(string format) => format is First or Second or Third;

    /// <summary>How the engines of a format computed and checked.</summary>
    internal static Edition EditionOf(string format) => format is First or Second ? Edition.First : Edition.Second;

    /// <summary>Whether a receipt of this format may lack a member that is written today.</summary>
    internal static bool MayLack(string format, string pointer) =>
        format == First && AddedToFirst.Contains(string.Join("/", pointer.Split('/').Select(s => s.Length > 0 && s.All(char.IsDigit) ? "*" : s)), StringComparer.Ordinal);
}
