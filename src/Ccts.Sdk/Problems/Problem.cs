namespace Ccts.Sdk.Problems;

/// <summary>One thing that is wrong or noteworthy in an input: what, where, what was expected, how to mend it.</summary>
/// <remarks>Immutable and thread-safe. <paramref name="Code"/> is stable across versions; texts may be improved.</remarks>
/// <param name="Code">Stable kebab-case code, e.g. <c>json-duplicate-key</c>.</param>
/// <param name="Severity">Whether the input can still be used.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Problem(string Code, Severity Severity, string Message, SourcePlace Place)
{
    /// <summary>What would have been right, or null if the message says it.</summary>
    public string? Expected { get; init; }

    /// <summary>How to mend it, or null.</summary>
    public string? Hint { get; init; }

    /// <summary>The legal clause behind it, or null if it is a matter of form.</summary>
    public string? Clause { get; init; }

    /// <summary>Whether it withholds the certificates until it is corrected or a reason is stated: a slip that would earn certificates.</summary>
    public bool NeedsReason { get; init; }

    /// <summary><c>place: severity code: message (expected …; hint)</c> on one line.</summary>
    public override string ToString()
    {
        var tail = Expected is null ? "" : " Expected: " + Expected.TrimEnd('.') + ".";
        tail += Hint is null ? "" : " " + Hint;
        tail += Clause is null ? "" : " [" + Clause + "]";
        var place = Place.ToString();
        return $"{(place.Length == 0 ? "" : place + ": ")}{Severity.ToString().ToLowerInvariant()} {Code}: {Message}{tail}";
    }
}
