namespace Ccts.Sdk.Problems;

/// <summary>How much a <see cref="Problem"/> matters.</summary>
public enum Severity
{
    /// <summary>The input cannot be used until this is mended.</summary>
    Error,

    /// <summary>The input is usable, but a verifier would ask about this.</summary>
    Warning,

    /// <summary>Worth knowing; nothing has to be done.</summary>
    Info,
}
