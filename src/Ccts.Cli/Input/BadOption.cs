using Ccts.Sdk.Problems;

namespace Ccts.Cli.Input;

/// <summary>An option whose value cannot be used.</summary>
internal static class BadOption
{
    /// <summary>The problem as an exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="hint">How to mend it.</param>
    internal static CctsDataException Bad(string message, string? expected, string? hint = null) =>
        new([new Problem("bad-option", Severity.Error, message, default) { Expected = expected, Hint = hint }]);
}
