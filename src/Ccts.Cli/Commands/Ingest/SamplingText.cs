using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Compliance.Verification.Planning;

namespace Ccts.Cli.Commands.Ingest;

/// <summary>The samples taken compared with the number that the law requires, for people.</summary>
internal static class SamplingText
{
    internal static void Print(IReadOnlyList<SamplingAccount> samples, Account account)
    {
        if (samples.Count == 0)
        {
            return;
        }

        account.Heading($"Samples ({samples[0].Clause})");
        account.Figures([
            ["source", "taken", "at least in the year", "without a sample", "put in by a method"],
            .. samples.Select(s => new[] { s.Stream, s.Taken is { } taken ? Number(taken) : "not stated", Number(s.Least), List(s.Without), List(s.Substituted) }),
        ]);
    }

    private static string List(IReadOnlyList<string> periods) => periods.Count switch { 0 => "-", <= 3 => string.Join(", ", periods), _ => $"{periods[0]} and {Number(periods.Count - 1)} more" };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
