using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;

namespace Ccts.Compliance.Extracts;

/// <summary>A "carbon ledger report" for the registry of the Indian carbon market: what an entity reported, earned or owed, and what its ledger holds, run by run.</summary>
/// <remarks>Pure and thread-safe. One private document asks for such a report by this name; no format of the registry for it was found, so this is this SDK's own.</remarks>
public static class LedgerReport
{
    /// <summary>Fills the report.</summary>
    /// <param name="assessment">The year's assessment.</param>
    /// <param name="account">The account's current state.</param>
    /// <param name="balances">The balance of certificates over the days of the year, and of later years.</param>
    /// <param name="settled">What was issued and surrendered for the year.</param>
    /// <param name="head">The hash of the journal's last line.</param>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">The certificates are withheld.</exception>
    public static FormDocument Make(Assessment assessment, AccountView account, IReadOnlyList<YearBalance> balances, SettledSoFar settled, string head)
    {
        Require.NotNull(account);
        Require.NotNull(settled);
        var form = new FormBuilder(new Dictionary<string, string>(StringComparer.Ordinal)).Part("The year")
            .Computed("registration", "Registration number", Require.NotNull(assessment).Entity.Registration?.ToString())
            .Computed("entity", "Obligated entity", assessment.Entity.Name)
            .Computed("year", "Compliance year", assessment.Year.ToString())
            .Known("total", "Total GHG emission", assessment.ReportedTotal()?.Tonnes, "tCO2e", assessment.IsDeemed() ? "the documents were not submitted" : null)
            .Computed("product", "Equivalent product", assessment.Output.Value, ComplianceForms.OutputUnit(assessment))
            .Computed("intensity", "GHG emission intensity", assessment.Intensity.Achieved.TonnesPerUnit, ComplianceForms.UnitOf(assessment), assessment.IsDeemed() ? ComplianceForms.Deemed : null);
        ComplianceForms.Certificates(form, "result", FormBasis.Of(assessment))
            .Computed("issued", "Certificates issued for the year", settled.Issued, "CCC")
            .Computed("surrendered", "Certificates surrendered for the year", settled.Surrendered, "CCC");
        foreach (var (balance, i) in Require.All(balances).Select((b, i) => (b, i)))
        {
            form.Part($"Balance of certificates over the days of the financial year {balance.Year}");
            foreach (var line in BalanceLines.Of(balance.Certificates))
            {
                form.Computed((i == 0 ? "balance." : $"balance.{balance.Year}.") + line.Name, line.English, line.Tonnes, "CCC");
            }
        }

        form.Part("Certificates in the account");
        foreach (var (holding, i) in account.Holdings.Where(h => h.Units.Lot.Kind == UnitKind.Ccc).Select((h, i) => (h, i + 1)))
        {
            form.Computed($"units.{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}", Upper(holding.Place.Word()), holding.Units.Tonnes, "CCC", Units(holding.Units));
        }

        form.Part("Proof").Computed("head", "Hash of the journal's last line", Require.NotNull(head));
        return ComplianceForms.Make("ledger-report", "Carbon ledger report", "No format of the Indian Carbon Market's registry was found", FormBasis.Of(assessment), form);
    }

    // A kind of unit is an abbreviation: CCC.
    private static string Units(Parcel units)
    {
        var (kind, text) = (units.Lot.Kind.ToString(), units.ToString());
        return kind.ToUpperInvariant() + text.Substring(kind.Length);
    }

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
