namespace Ccts.Registry.Adapters.Exports;

/// <summary>What a row says about the kind of its credits, in the registry's own words. A null member is not stated.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="ProjectType">The type of the project.</param>
/// <param name="Methodology">The methodology or protocol.</param>
/// <param name="Country">Where the project is: an ISO 3166-1 alpha-2 code, of the row's own column or else of its serial.</param>
/// <param name="CreditType">Whether reduction or removal.</param>
/// <param name="Verifier">Who verified.</param>
public sealed record CreditDetails(string? ProjectType, string? Methodology, string? Country, string? CreditType, string? Verifier)
{
    /// <summary>Goals of sustainable development that the project serves, as one text.</summary>
    public string? Goals { get; init; }

    /// <summary>What the row says about a corresponding adjustment.</summary>
    public string? Adjustment { get; init; }

    /// <summary>How carbon was removed.</summary>
    public string? RemovalMethod { get; init; }

    /// <summary>Years for which storage is guaranteed.</summary>
    public string? Permanence { get; init; }

    /// <summary>The risk of a reversal.</summary>
    public string? ReversalRisk { get; init; }

    /// <summary>The day of the verification.</summary>
    public string? Verified { get; init; }
}
