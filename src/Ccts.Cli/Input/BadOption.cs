using System;
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

    /// <summary>A quantity that cannot be read: the fault, then what was expected.</summary>
    /// <param name="option">The option.</param>
    /// <param name="reason">Why the quantity's reader refused it.</param>
    internal static CctsDataException Unreadable(string option, string reason)
    {
        const string expected = "; expected ";
        var at = reason.IndexOf(expected, StringComparison.Ordinal);
        return Bad($"{option}: {(at < 0 ? reason : reason[..at]).TrimEnd('.')}.", at < 0 ? "a number, one blank and a unit" : reason[(at + expected.Length)..]);
    }
}
