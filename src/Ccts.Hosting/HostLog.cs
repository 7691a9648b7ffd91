using Microsoft.Extensions.Logging;

namespace Ccts.Hosting;

/// <summary>The messages of a host. They contain no entity's name and no figures of a report.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "Assessed a report of {Year} under {Ruleset} revision {Revision}: {Findings} findings.")]
    internal static partial void Assessed(ILogger log, string year, string ruleset, int revision, int findings);

    [LoggerMessage(2, LogLevel.Warning, "A report of {Year} was refused: {Problems} problems, the first error {Code}.")]
    internal static partial void ReportRefused(ILogger log, string year, int problems, string code);

    [LoggerMessage(3, LogLevel.Debug, "Decided a request to {Purpose}: {Outcome}, {Findings} findings.")]
    internal static partial void Decided(ILogger log, string purpose, string outcome, int findings);

    [LoggerMessage(4, LogLevel.Information, "Added the ruleset {Name}: {Warnings} warnings.")]
    internal static partial void RulesetTaken(ILogger log, string name, int warnings);

    [LoggerMessage(5, LogLevel.Error, "Refused the ruleset {Name}: {Problems} problems, the first error {Code}. The catalog is unchanged.")]
    internal static partial void RulesetRefused(ILogger log, string name, int problems, string code);
}
