using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Law.Parameters;

/// <summary>The value of a parameter from one day to another; possibly an explicit unknown.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DatedValue
{
    internal DatedValue(LocalDate from, LocalDate? to, string? text, string unit, Standing standing, string? reason, string? settledBy, SourcePlace place)
    {
        From = from;
        To = to;
        Text = text;
        Unit = unit;
        Standing = standing;
        Reason = reason;
        SettledBy = settledBy;
        Place = place;
    }

    /// <summary>First day it applies.</summary>
    public LocalDate From { get; }

    /// <summary>Last day it applies, or null if no end is known.</summary>
    public LocalDate? To { get; }

    /// <summary>The value as written, without its unit; null if the law is silent or the text was not read.</summary>
    public string? Text { get; }

    /// <summary>The unit, or the kind of plain value such as <c>ratio</c>, <c>months</c> or <c>word</c>.</summary>
    public string Unit { get; }

    /// <summary>Source, force and evidence.</summary>
    public Standing Standing { get; }

    /// <summary>For an unknown: why it is unknown.</summary>
    public string? Reason { get; }

    /// <summary>For an unknown: who could settle it.</summary>
    public string? SettledBy { get; }

    /// <summary>False for an explicit unknown.</summary>
    public bool IsKnown => Text is not null;

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; }

    /// <summary>Whether it applies on a day.</summary>
    public bool AppliesOn(LocalDate day) => From <= day && (To is null || day <= To.Value);

    /// <summary><c>1.19 tCO2/MWh</c>, or <c>unknown</c>.</summary>
    public override string ToString() => Text is null ? "unknown" : Text + " " + Unit;
}
