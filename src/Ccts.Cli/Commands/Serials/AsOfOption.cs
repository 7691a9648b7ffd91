using System.CommandLine;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Serials;

/// <summary><c>--as-of</c>: a day, which ends at midnight in India, or an instant with its offset from UTC.</summary>
internal static class AsOfOption
{
    internal static Option<string?> Create() => new("--as-of")
    {
        Description = "Leave out what is dated later: a day, to its end in India, e.g. 2026-03-31, or an instant, e.g. 2026-03-31T17:30:00+05:30. A row that gives only a day counts from the beginning of that day in India.",
    };

    internal static Reconciler Reconciler(string? text)
    {
        if (text is null)
        {
            return new Reconciler();
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return new Reconciler(day.Value);
        }

        return OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } moment
            ? new Reconciler(moment.Value.ToInstant())
            : throw new CctsDataException([new Problem("bad-option", Severity.Error, $"\"{text}\" is neither a day nor an instant.", default)
                { Expected = "a day such as 2026-03-31, or an instant with its offset such as 2026-03-31T12:00:00Z or 2026-03-31T17:30:00+05:30" }]);
    }
}
