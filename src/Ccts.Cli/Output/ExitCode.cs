namespace Ccts.Cli.Output;

/// <summary>The tool's exit codes. Documented in the README; stable.</summary>
internal static class ExitCode
{
    /// <summary>Yes: done, compliant, equal.</summary>
    internal const int Yes = 0;

    /// <summary>A clear no: non-compliant, ineligible, mismatch found.</summary>
    internal const int No = 1;

    /// <summary>Bad input or usage.</summary>
    internal const int BadInput = 2;

    /// <summary>An internal fault.</summary>
    internal const int InternalFault = 3;
}
