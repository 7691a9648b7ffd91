using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Compliance.Deadlines;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Commands.Years;

/// <summary>The options for due dates: ruleset, holidays, and the day of the question.</summary>
internal sealed class YearOptions
{
    private const int MaxBytes = 1024 * 1024;
    private readonly Option<string> _on = new("--on") { Description = "The day in India, e.g. 2026-07-31; the tool reads no clock.", Required = true };
    private readonly Option<string?> _holidays = new("--holidays") { Description = "Working days (CSV or .xlsx: day,name,source): holidays by date, weekdays that are off by name. Without it, what counts working days is unknown." };
    private readonly RulesetOptions _rulesets;

    internal YearOptions(Command command)
    {
        command.Options.Add(_on);
        command.Options.Add(_holidays);
        _rulesets = new RulesetOptions(command);
    }

    internal LocalDate On(ParseResult parsed) => DayText.Of("--on", parsed.GetValue(_on)!);

    internal DueCalendar Calendar(ParseResult parsed, ComplianceYear year) =>
        new(Ruleset(parsed, year), parsed.GetValue(_holidays) is { } path ? WorkingDaysReader.Read(Inputs.Table(path, MaxBytes), Inputs.NameOf(path)) : null);

    private Ruleset Ruleset(ParseResult parsed, ComplianceYear year)
    {
        try
        {
            return _rulesets.ChooseCompliance(parsed, year);
        }
        catch (CctsDataException none) when (none.Problems.Any(p => p.Code == "no-ruleset"))
        {
            throw new CctsDataException([.. none.Problems.Select(p => p with { Hint = $"The journal is of {year}, and the year of a journal does not change: if another was meant, begin its journal with \"ccts year open\" and leave this file; else give the folder of a ruleset of {year} with --rules." })]);
        }
    }
}
