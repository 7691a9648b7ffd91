namespace Ccts.Sdk.Law;

/// <summary>How well a value is known, whatever its legal force.</summary>
public enum Evidence
{
    /// <summary>Not known; the value is null.</summary>
    Unknown,

    /// <summary>Read word for word in a copy of the instrument.</summary>
    Verbatim,

    /// <summary>Transcribed from the instrument by a third party.</summary>
    Transcribed,

    /// <summary>Reported by secondary sources.</summary>
    Secondary,

    /// <summary>Computed from other values.</summary>
    Derived,

    /// <summary>Chosen by this product while the law is silent; flagged in every result that uses it.</summary>
    Assumption,
}
