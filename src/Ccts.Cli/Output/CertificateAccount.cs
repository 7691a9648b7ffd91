using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>The certificates in an account, from a report or from a pro-forma.</summary>
/// <param name="digits">How numbers are grouped.</param>
internal sealed class CertificateAccount(Digits digits)
{
    private const int MostReadings = 3;
    private const int MostToExplain = 3;

    internal string Sentence(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => $"{digits.Certificates(result.Quantity!.Value)} to be issued",
        CertificateKind.Surrender => $"{digits.Certificates(result.Quantity!.Value)} to be surrendered",
        CertificateKind.Nil => "on target, no certificates either way",
        CertificateKind.Withheld => "withheld",
        _ => "no target for this year, so that nothing is issued and nothing is owed",
    };

    internal static void Head(Account account, string who, string? illustrative)
    {
        account.Sentence(who, "bold");
        if (illustrative is not null)
        {
            account.Sentence("Illustrative: " + illustrative, "yellow");
        }
    }

    internal void Withheld(Account account, IEnumerable<Problem> findings, CertificateResult withheld, bool all)
    {
        account.Heading("Implausible: no certificates come out until this is mended or explained.");
        ToExplain(account, findings, all, "--all");
        account.Sentence($"As it stands, {Sentence(withheld)} would come out.");
    }

    /// <summary>The findings that withhold the figures until they are mended or explained.</summary>
    internal static void ToExplain(Account account, IEnumerable<Problem> findings, bool all, string whereAllAre)
    {
        var unexplained = findings.Where(f => f.NeedsReason).ToList();
        foreach (var finding in unexplained.Take(all ? unexplained.Count : MostToExplain))
        {
            account.Sentence(finding.ToString(), "yellow", indent: 2, hanging: 2);
        }

        if (!all && unexplained.Count - MostToExplain is var more and > 0)
        {
            account.Sentence($"{more} more to mend or to explain: {whereAllAre}.", indent: 2);
        }
    }

    /// <summary>The certificates under other readings of open points of the law, the largest difference first.</summary>
    internal void OtherReadings(Account account, IReadOnlyList<OtherReading> readings, CertificateResult used, Func<string, string?> titleOf)
    {
        if (readings.Count == 0)
        {
            return;
        }

        account.Heading("What moves it most");
        foreach (var reading in readings.OrderByDescending(r => Math.Abs(Signed(r.Certificates) - Signed(used))).Take(MostReadings))
        {
            account.Sentence($"{LawTitles.Of(reading.Path, titleOf)}: {reading.Used}. Read as {reading.Reading}: {Sentence(reading.Certificates)}.", indent: 2, hanging: 2);
        }
    }

    private static decimal Signed(CertificateResult result) => (result.Unrounded?.Tonnes ?? 0m) * (result.Kind == CertificateKind.Surrender ? -1 : 1);
}
