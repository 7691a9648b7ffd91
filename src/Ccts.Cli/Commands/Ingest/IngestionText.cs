using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Compliance.Verification.Planning;
using Ccts.Ingestion;
using Ccts.Sdk.Quantities;
using Spectre.Console;

namespace Ccts.Cli.Commands.Ingest;

/// <summary>The result of an ingestion, for people.</summary>
internal static class IngestionText
{
    internal static void Print(IngestionResult result, IReadOnlyList<SamplingAccount>? samples, IAnsiConsole console)
    {
        if (result.HasErrors)
        {
            return;
        }

        var account = new Account(console);
        account.Heading("Amounts");
        account.Figures([
            ["stream", "period", "amount", "measured", "substituted", "missing"],
            .. result.Values.Select(v => new[] { v.Member == "amounts" ? v.Stream : $"{v.Stream} {v.Member}", v.Period, v.Amount ?? "withheld", Number(v.Measured), Number(v.Substituted), Number(v.Missing) }),
        ]);
        account.Heading("Files");
        account.Figures([["file", "rows", "SHA-256"], .. result.Files.Select(f => new[] { f.Name, Number(f.Rows), f.Sha256 })]);
        SamplingText.Print(samples ?? [], account);
        account.Blank();
        account.Sentence(result.MeasuredPercent is { } percent
            ? $"{QuantityText.Format(percent)} % of {Number(result.Measured + result.Substituted + result.Missing)} values are measured, {Number(result.Substituted)} are put in by the methods of the mapping, {Number(result.Missing)} are missing."
            : "The files hold no values of the year.");
        if (result.Unwatched.Count > 0)
        {
            account.Sentence($"The mapping states no limits for {string.Join(", ", result.Unwatched)}: impossible and unchanging values are not looked for there.");
        }

        account.Sentence(result.IsComplete ? "No amount is withheld." : $"{Number(result.Values.Count(v => v.Amount is null))} of {Number(result.Values.Count)} amounts are withheld, because a part of an amount would be a wrong amount.");
    }

    private static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
