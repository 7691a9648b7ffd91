using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Input;

/// <summary>A date of an option. A date outside every compliance year, such as 9999-12-31, is a mistake and is refused.</summary>
internal static class DayText
{
    // The years that ComplianceYear has: 1900-01 to 2998-99.
    private static readonly LocalDate First = new(1900, 4, 1);
    private static readonly LocalDate Last = new(2999, 3, 31);

    internal static bool Has(LocalDate day) => day >= First && day <= Last;

    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">It is no such day.</exception>
    internal static LocalDate Of(string option, string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && Has(day) ? day : throw BadOption.Bad($"{option} \"{text}\" is not a day.", "a day such as 2026-07-31");
}
