using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Credits.Journals;
using NodaTime;

namespace Ccts.Credits.Attributes;

/// <summary>
/// Attributes of units that the ledger does not have. The ledger has their numbers, kind, vintage, days, owner and state. A member that is null is not known.
/// </summary>
/// <remarks>Immutable and thread-safe. Attributes belong to numbers within a registry and scope, so a unit keeps them when its run is split.</remarks>
public sealed record CreditAttributes
{
    /// <summary>The id of the credit in the host's own records.</summary>
    public string? Id { get; init; }

    /// <summary>The project's id.</summary>
    public string? Project { get; init; }

    /// <summary>The type of the project, e.g. <c>redd+</c>.</summary>
    public string? ProjectType { get; init; }

    /// <summary>Where the project is, ISO 3166-1.</summary>
    public string? Country { get; init; }

    /// <summary>The methodology's code.</summary>
    public string? Methodology { get; init; }

    /// <summary>The standard: a known one, or another by its own name.</summary>
    public CreditStandard? Standard { get; init; }

    /// <summary>The serial as the registry writes it.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Who verified.</summary>
    public string? VerificationBody { get; init; }

    /// <summary>When.</summary>
    public LocalDate? VerificationDate { get; init; }

    /// <summary>The type of the credit.</summary>
    public CreditType? CreditType { get; init; }

    /// <summary>How carbon was removed; for a removal only.</summary>
    public RemovalMethod? RemovalMethod { get; init; }

    /// <summary>Years for which storage is guaranteed; 0 or more.</summary>
    public int? PermanenceYears { get; init; }

    /// <summary>The risk of a reversal, 0 to 100.</summary>
    public decimal? ReversalRisk { get; init; }

    /// <summary>Co-benefits, e.g. <c>biodiversity</c>.</summary>
    public IReadOnlyList<string> CoBenefits { get; init; } = [];

    /// <summary>The quality score and its breakdown.</summary>
    public CreditQuality? Quality { get; init; }

    /// <summary>The corresponding adjustment.</summary>
    public CorrespondingAdjustment? Adjustment { get; init; }

    /// <summary>The address of the contract of the token that stands for it, and the chain's number.</summary>
    public CreditToken? Token { get; init; }

    /// <summary>Why they are contradictory or impossible, in one sentence; null when they are not.</summary>
    public string? Fault() =>
        RemovalMethod is not null && CreditType is not null and not Attributes.CreditType.Removal ? "A removal method is for a removal."
        : PermanenceYears < 0 ? "Permanence is in years, 0 or more."
        : ReversalRisk is < 0 or > 100 ? "The risk of a reversal is from 0 to 100."
        : Quality?.Score is < 0 or > 100 ? "A quality score is from 0 to 100."
        : Quality is { } quality && quality.Marks.Values.Any(m => m is < 0 or > 100) ? "A mark is from 0 to 100."
        : Token?.ChainId < 0 ? "A chain has a number of 0 or more."
        : null;

    internal JournalRecord WriteTo(JournalRecord record) => record
        .With("id", Id).With("project", Project).With("projectType", ProjectType).With("country", Country).With("methodology", Methodology).With("standard", Standard?.Name)
        .With("serial", SerialNumber).With("verificationBody", VerificationBody).With("verificationDate", VerificationDate).With("creditType", CreditWords.Word(CreditType))
        .With("removalMethod", CreditWords.Word(RemovalMethod)).With("permanenceYears", (long?)PermanenceYears).With("reversalRisk", ReversalRisk).With("coBenefits", CoBenefits)
        .With("score", Quality?.Score).With("tier", Quality?.Tier).With("scoredBy", Quality?.By).With("scoredOn", Quality?.On)
        .With("marks", (Quality?.Marks ?? new Dictionary<string, decimal>(StringComparer.Ordinal)).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Key + "=" + m.Value.ToString(CultureInfo.InvariantCulture)))
        .With("adjustment", Adjustment?.Status).With("host", Adjustment?.HostCountry).With("acquirer", Adjustment?.AcquiringCountry).With("itmo", Adjustment?.ItmoId)
        .With("tokenAddress", Token?.Address).With("chainId", Token?.ChainId);

    internal static CreditAttributes Of(JournalRecord record) => new()
    {
        Id = record.Find("id"), Project = record.Find("project"), ProjectType = record.Find("projectType"), Country = record.Find("country"), Methodology = record.Find("methodology"),
        Standard = record.Find("standard"), SerialNumber = record.Find("serial"), VerificationBody = record.Find("verificationBody"), VerificationDate = record.FindDay("verificationDate"),
        CreditType = CreditWords.TypeOf(record.Find("creditType")), RemovalMethod = CreditWords.MethodOf(record.Find("removalMethod")),
        PermanenceYears = record.Find("permanenceYears") is null ? null : (int)record.Whole("permanenceYears"), ReversalRisk = record.FindNumber("reversalRisk"), CoBenefits = record.Texts("coBenefits"),
        Quality = record.Find("scoredBy") is { } by ? new CreditQuality(record.FindNumber("score"), record.Find("tier"), Marks(record), by, record.FindDay("scoredOn")!.Value) : null,
        Adjustment = record.Find("adjustment") is { } status ? new CorrespondingAdjustment(status, record.Find("host"), record.Find("acquirer"), record.Find("itmo")) : null,
        Token = record.Find("tokenAddress") is { } address ? new CreditToken(address, record.Whole("chainId")) : null,
    };

    private static Dictionary<string, decimal> Marks(JournalRecord record) => record.Texts("marks").Select(m => m.Split('=')).ToDictionary(m => m[0], m => decimal.Parse(m[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}

/// <summary>A quality score and its breakdown. Scores are not part of the scheme's law.</summary>
/// <param name="Score">The score, 0 to 100, exact; null where a mark is missing.</param>
/// <param name="Tier">Its tier; null where it is not known.</param>
/// <param name="Marks">The mark for each criterion, 0 to 100.</param>
/// <param name="By">The source of the weights: the ruleset's id and revision, or another name.</param>
/// <param name="On">The day on which it was scored.</param>
public sealed record CreditQuality(decimal? Score, string? Tier, IReadOnlyDictionary<string, decimal> Marks, string By, LocalDate On);

/// <summary>The corresponding adjustment for a credit.</summary>
/// <param name="Status">One of <c>not-started</c>, <c>committed</c>, <c>applied</c>, <c>not-required</c>, <c>unknown</c>.</param>
/// <param name="HostCountry">The host, or null.</param>
/// <param name="AcquiringCountry">The acquirer, or null.</param>
/// <param name="ItmoId">The identifier of the ITMO, or null.</param>
public sealed record CorrespondingAdjustment(string Status, string? HostCountry, string? AcquiringCountry, string? ItmoId)
{
    /// <summary>Whether it was applied; null where that is unknown.</summary>
    public bool? AdjustmentApplied => Status switch { "applied" => true, "unknown" => null, _ => false };
}

/// <summary>The token that stands for a credit.</summary>
/// <param name="Address">The contract's address.</param>
/// <param name="ChainId">The chain's number.</param>
public sealed record CreditToken(string Address, long ChainId);
