using Ccts.Cli.Input;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>What a command needs to check a signature: the trust file and the day.</summary>
internal static class TrustOptions
{
    private const int MaxTrustBytes = 1024 * 1024;

    /// <exception cref="CctsDataException">The file cannot be read or has errors, all of them listed.</exception>
    internal static TrustFile Read(string path) => TrustFile.Read(Inputs.Read(path, MaxTrustBytes), path);

    /// <exception cref="CctsDataException">It is no date.</exception>
    internal static LocalDate Day(string text)
    {
        var date = LocalDatePattern.Iso.Parse(text);
        return date.Success ? date.Value : throw new CctsDataException([new Problem("bad-option", Severity.Error, $"\"{text}\" is not a date.", default) { Expected = "a date such as 2026-11-22" }]);
    }
}
