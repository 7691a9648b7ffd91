namespace Ccts.Cli;

/// <summary>What the tool says to the program that started it. Documented in the README; stable.</summary>
internal static class ExitCode
{
    /// <summary>Yes: done, compliant, equal.</summary>
    internal const int Yes = 0;

    /// <summary>A clean no: non-compliant, ineligible, mismatch found.</summary>
    internal const int No = 1;

    /// <summary>Bad input or usage.</summary>
    internal const int BadInput = 2;

    /// <summary>An internal fault.</summary>
    internal const int InternalFault = 3;
}
