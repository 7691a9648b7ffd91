namespace Ccts.Sdk.Law;

/// <summary>A <see cref="LegalValue{T}"/> seen without its type.</summary>
public interface ILegalValue
{
    /// <summary>The parameter path in the ruleset.</summary>
    string Path { get; }

    /// <summary>False when the law is silent or the text was not read.</summary>
    bool IsKnown { get; }

    /// <summary>Source, force and evidence.</summary>
    Standing Standing { get; }

    /// <summary>The value as text with its unit, or <c>unknown</c>.</summary>
    string Text { get; }

    /// <summary>For an unknown: why it is unknown; otherwise null.</summary>
    string? Reason { get; }

    /// <summary>For an unknown: who could settle it; otherwise null.</summary>
    string? SettledBy { get; }
}
