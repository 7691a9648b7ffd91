using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using NodaTime;

namespace Ccts.Credits.Article6;

/// <summary>
/// A Letter of Authorization: how much of which activity may leave the host country, when, to whom and for what purpose. The form of India's letter, its rules
/// on revocation and any share that the country keeps were not found, so the holder enters what the letter says.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Letter
{
    /// <summary>The authorization id: letters, digits, spaces, hyphens, slashes, dots.</summary>
    public required string Id { get; init; }

    /// <summary>The day of the letter.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The id of the authority's instrument, e.g. <c>NDA-ART6-2025</c>.</summary>
    public required string Authority { get; init; }

    /// <summary>Cooperative approach: <c>CA</c> and four digits.</summary>
    public required string Approach { get; init; }

    /// <summary>Version of the authorization, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Tonnes of CO2 equivalent that it authorises.</summary>
    public required long Tonnes { get; init; }

    /// <summary>The activities, by the names of the list of activities.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    /// <summary>The sectors.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>The purposes for which the outcomes may be used.</summary>
    public required Article6Purpose Purpose { get; init; }

    /// <summary>The Parties that may acquire, ISO 3166-1 alpha-3.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The entities that may act, by the identification numbers of the authorised entities.</summary>
    public IReadOnlyList<string> Entities { get; init; } = [];

    /// <summary>The first day on which outcomes may be transferred under it.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The first and last calendar year of the outcomes; null where the letter sets none.</summary>
    public (int First, int Last)? Vintages { get; init; }

    /// <summary>The definition of the first transfer for outcomes authorised for other international mitigation purposes.</summary>
    public FirstTransferDefinition FirstTransfer { get; init; }

    /// <summary>Where the letter can be read, or null.</summary>
    public string? Documentation { get; init; }

    internal JournalRecord ToRecord(string what, string key, Instant at) => new JournalRecord(what, key, at)
        .With("letter", Require.NotBlank(Id)).With("date", (LocalDate?)Date).With("authority", Authority).With("approach", Approach).With("version", (long?)Version)
        .With("tonnes", (long?)Tonnes).With("activities", Activities).With("sectors", Sectors).With("purpose", Purpose.Word()).With("parties", Parties).With("entities", Entities)
        .With("from", (LocalDate?)From).With("until", (LocalDate?)Until).With("firstVintage", (long?)Vintages?.First).With("lastVintage", (long?)Vintages?.Last)
        .With("firstTransfer", FirstTransfer.Word()).With("documentation", Documentation);

    internal static Letter Of(JournalRecord record) => new()
    {
        Id = record.Text("letter"), Date = record.FindDay("date")!.Value, Authority = record.Text("authority"), Approach = record.Text("approach"), Version = (int)record.Whole("version"),
        Tonnes = record.Whole("tonnes"), Activities = record.Texts("activities"), Sectors = record.Texts("sectors"), Purpose = Article6Words.PurposeOf(record.Text("purpose")),
        Parties = record.Texts("parties"), Entities = record.Texts("entities"), From = record.FindDay("from")!.Value, Until = record.FindDay("until")!.Value,
        Vintages = record.Find("firstVintage") is null ? null : ((int)record.Whole("firstVintage"), (int)record.Whole("lastVintage")),
        FirstTransfer = Article6Words.DefinitionOf(record.Text("firstTransfer")), Documentation = record.Find("documentation"),
    };
}

/// <summary>The current state of a letter: how much was used, and whether it was revoked.</summary>
/// <param name="Letter">The letter, in its last version.</param>
/// <param name="Used">Tonnes used so far.</param>
/// <param name="RevokedOn">From this day on nothing more may be transferred under it; null while it is not revoked.</param>
/// <param name="RevokedBecause">Why, or null.</param>
public sealed record LetterStanding(Letter Letter, long Used, LocalDate? RevokedOn, string? RevokedBecause)
{
    /// <summary>Tonnes that may still be used.</summary>
    public long Left => Letter.Tonnes - Used;
}
