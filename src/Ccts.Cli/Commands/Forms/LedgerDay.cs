using System.CommandLine;
using Ccts.Cli.Input;
using Ccts.Sdk.Entities;
using NodaTime;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Forms;

/// <summary><c>--on</c>: the day of a document. It shows the ledger at the end of that day, without later entries.</summary>
internal sealed class LedgerDay
{
    private readonly Option<string?> _on = new("--on") { Description = "The day of the form, e.g. 2027-05-10: what the ledger has of later days is left out. Without it, the ledger as it stands." };

    internal LedgerDay(Command command) => command.Options.Add(_on);

    internal LocalDate? Of(ParseResult parsed, ComplianceYear year) => parsed.GetValue(_on) is { } text ? Since(DayText.Of("--on", text), year) : null;

    /// <exception cref="Sdk.Problems.CctsDataException">The day is before the year begins.</exception>
    internal static LocalDate Since(LocalDate day, ComplianceYear year) => day >= year.FirstDay ? day
        : throw Bad($"--on {NodaTime.Text.LocalDatePattern.Iso.Format(day)} is before the year {year} begins.", $"a day from {NodaTime.Text.LocalDatePattern.Iso.Format(year.FirstDay)} on");
}
