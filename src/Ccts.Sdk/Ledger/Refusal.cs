using System.Globalization;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>The ledger's no, with its reason. Nothing has changed, except that a breach may have been counted.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Code">The reason.</param>
public sealed record Refusal(RefusalCode Code)
{
    /// <summary>The account it is about, or null.</summary>
    public string? Account { get; init; }

    /// <summary>What was named: a reservation, registry, key or kind; or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Tonnes asked for, or null.</summary>
    public long? Asked { get; init; }

    /// <summary>Tonnes there are, or null.</summary>
    public long? Available { get; init; }

    /// <summary>The units in conflict, or null.</summary>
    public SerialBlock? Block { get; init; }

    /// <summary>The shadow account where the units are, or to which they may not go; or null.</summary>
    public ShadowAccount? Place { get; init; }

    /// <summary>The first day on which it would be possible, or null.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The code as in files and documents, e.g. <c>already-in-ledger</c>.</summary>
    public string CodeText => RefusalText.Of(Code);

    /// <summary>One sentence for people.</summary>
    public string Message => RefusalText.Sentence(this);

    /// <summary><c>code: message</c>.</summary>
    public override string ToString() => CodeText + ": " + Message;

    internal static string Number(long? tonnes) => tonnes is { } t ? t.ToString("#,0", CultureInfo.InvariantCulture) : "?";
}
