using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;

namespace Ccts.Compliance.Extracts;

/// <summary>Figures for the sustainability report that only the company knows.</summary>
/// <param name="Turnover">Turnover of the year, INR, above zero; null where it is not stated.</param>
/// <param name="PurchasingPower">INR for one international dollar, above zero; null where it is not stated.</param>
/// <param name="OtherGases">Gases of Scope 1 that the report does not have (of CH4, N2O, HFCs, SF6 and NF3), t CO2e; null where they are not known.</param>
public sealed record BrsrFacts(decimal? Turnover = null, decimal? PurchasingPower = null, decimal? OtherGases = null);

/// <summary>The GHG fields of BRSR and BRSR Core for a plant, by the names of their elements (taxonomy of 30 April 2024).</summary>
/// <remarks>Pure and thread-safe. The company adds up its plants; check the names against the taxonomy of the filing year.</remarks>
public static class BrsrExtract
{
    private const string Tonnes = "tCO2e";
    private const string OfNoFamily = "scope1.gas.";

    // A report under the scheme has both; without them it has none of them.
    private static readonly string[] InScheme = [KyotoGas.Co2, KyotoGas.Pfcs];

    /// <summary>Fills the fields.</summary>
    /// <param name="report">The report.</param>
    /// <param name="assessment">Its assessment, with steps.</param>
    /// <param name="latest">The newest grid factor; <see cref="Latest"/> finds it. Where it is null or unknown, Scope 2 of grid power and the figures derived from it are unknown.</param>
    /// <param name="facts">What only the company knows.</param>
    /// <param name="stated">Further fields by number, e.g. <c>TotalScope3Emissions</c> or <c>TotalScope1Emissions.previous</c>; null for none.</param>
    /// <param name="previous">This extract of the year before, for the context of the previous year; or null.</param>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">The certificates are withheld, the previous extract is of another entity or year, or a stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(MonitoringReport report, Assessment assessment, GridFactor? latest, BrsrFacts facts, IReadOnlyDictionary<string, string>? stated = null, FormDocument? previous = null)
    {
        Require.NotNull(facts);
        var scopes = ReportedScopes.Of(Require.NotNull(report), Require.NotNull(assessment));
        var scope1 = scopes.Direct + scopes.Gases.Sum(g => g.Memo) + (facts.OtherGases ?? 0m);
        var (scope2, by) = Indirect(scopes, latest);
        var both = scope1 + scope2;
        PreviousColumn.Check(previous, "brsr", FormBasis.Of(assessment));
        var form = new FormBuilder(stated ?? new Dictionary<string, string>(StringComparer.Ordinal))
            .TwoYears("Principle 6, greenhouse gases (contexts DPYMain and DCYMain)", previous)
            .Computed("WhetherDetailsOfGreenHouseGasEmissionsAndItsIntensityIsApplicableToTheCompany", "Whether the details apply", "true")
            .Computed("TotalScope1Emissions", "Total Scope 1", scope1, Tonnes, Reported(scopes, facts))
            .Computed("TotalScope2Emissions", "Total Scope 2", scope2, Tonnes, by)
            .Stated("TotalScope3Emissions", "Total Scope 3", Tonnes, "a leadership indicator; no report under the scheme knows it")
            .Computed("TotalScope1AndScope2EmissionsIntensityPerRupeeOfTurnover", "Scope 1 and 2 per rupee of turnover", facts.Turnover is { } t ? both / t : null, "tCO2e/INR", facts.Turnover is null ? "the turnover is not stated" : scope2 is null ? by : null)
            .Computed("TotalScope1AndScope2EmissionsIntensityPerRupeeOfTurnoverAdjustedForPurchasingPowerParity", "The same, adjusted for purchasing power parity (Core 1.3)", facts is { Turnover: { } turnover, PurchasingPower: { } ppp } ? both / (turnover / ppp) : null, "tCO2e per international dollar", facts.PurchasingPower is null ? "the rupees for an international dollar are not stated" : scope2 is null ? by : "turnover divided by the rupees for an international dollar: how the adjustment is made is a reading")
            .Computed("TotalScope1AndScope2EmissionsIntensityInTermOfPhysicalOutput", "Scope 1 and 2 per output (Core 1.3)", assessment.Output.Value > 0m ? both / assessment.Output.Value : null, ComplianceForms.UnitOf(assessment), scope2 is null ? by : null)
            .TwoYears("Total Scope 1 by gas (Core 1.1; the element names of the break-up were not read)", previous);
        ByGas(form, scopes, facts, previous)
            .Part("Why there are two numbers of Scope 2")
            .Computed("scope2.why", "The reason", "SEBI asks for the newest grid factor of CEA, so that the figure follows the grid. The scheme keeps the grid factor of the baseline year, so that a cleaner grid earns nobody certificates. The same electricity therefore has two numbers, and both are right.")
            .TwoYears("The two numbers of Scope 2", previous)
            .Computed("scope2.brsr", "Scope 2 here", scope2, Tonnes, scope2 is null ? by : "SEBI asks for the latest factor of CEA")
            .Computed("scope2.ccts", "Electricity and heat under the scheme", scopes.IndirectAsAssessed, Tonnes, "by the grid factor of the baseline year (DPCM s.5(7)(vi))")
            .Computed("scope2.difference", "Difference", scope2 - scopes.IndirectAsAssessed, Tonnes)
            .Part("Other differences").Computed("scope1.other", "Other differences", "Credits bought or sold change nothing here. Notional emissions of imported intermediates and deductions for exported power and heat are the scheme's alone.")
            .Part("Method")
            .Computed("method", "Method, GWP and factors", "As the steps of the assessment tell; GWP of the scheme's Annexure I (AR5)" + (scopes.Gases.Any(g => g.Memo > 0m) ? ", and of gases that it does not have the report's own." : "."))
            .Stated("assessor", "Name of the external assessor, or none");
        return ComplianceForms.Make("brsr", "BRSR and BRSR Core: greenhouse gas fields", "SEBI Annexure I, taxonomy 2024-04-30", FormBasis.Of(assessment), form);
    }

    private static string Reported(ReportedScopes scopes, BrsrFacts facts)
    {
        var reported = InScheme.Concat(scopes.Gases.Select(g => g.Gas)).Distinct(StringComparer.Ordinal).ToList();
        var missing = KyotoGas.All.Except(reported, StringComparer.Ordinal).ToList();
        return $"{string.Join(", ", reported)} as reported{(facts.OtherGases is not null ? ", the other gases as stated" : missing.Count > 0 ? $"; {string.Join(", ", missing)} are not in the report{Unless(scopes)} and were not stated" : "")}";
    }

    // R-134a may be an HFC.
    private static string Unless(ReportedScopes scopes) =>
        scopes.Gases.Select(g => g.Gas).Except(KyotoGas.All, StringComparer.Ordinal).ToList() is { Count: > 0 } others ? $", unless {string.Join(", ", others)} {(others.Count == 1 ? "is one" : "are some")} of them," : "";

    private static FormBuilder ByGas(FormBuilder form, ReportedScopes scopes, BrsrFacts facts, FormDocument? previous)
    {
        var co2 = scopes.Direct - scopes.Gases.Where(g => g.Gas != KyotoGas.Co2).Sum(g => g.Counted);
        var before = previous?.Fields.Where(f => f.Number.StartsWith(OfNoFamily, StringComparison.Ordinal)).Select(f => f.Label) ?? [];
        foreach (var gas in KyotoGas.All.Concat(scopes.Gases.Select(g => g.Gas)).Concat(before).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var (_, counted, memo) = scopes.Gases.FirstOrDefault(g => g.Gas == gas);
            var isKnown = InScheme.Contains(gas) || scopes.Gases.Any(g => g.Gas == gas);
            form.Computed((Array.IndexOf(KyotoGas.All, gas) >= 0 ? "scope1." : OfNoFamily) + gas, gas, isKnown ? (gas == KyotoGas.Co2 ? co2 : counted) + memo : null, Tonnes,
                !isKnown ? "not in the report" + Unless(scopes).TrimEnd(',') : memo > 0m ? "a memo item, which the scheme does not count; by the potential that the report states" : null);
        }

        return form.Computed("scope1.others", "Other gases, as stated", facts.OtherGases, Tonnes);
    }

    // An older factor does not replace the newest one where that is unknown.
    private static (decimal? Tonnes, string By) Indirect(ReportedScopes scopes, GridFactor? latest) =>
        latest is { Factor.IsKnown: true } ? ((scopes.GridMegawattHours * latest.Factor.Value.TonnesPerMegawattHour) + scopes.OtherIndirect, $"by the newest grid factor, {Plain(latest.Factor.Value.TonnesPerMegawattHour)} tCO2/MWh of {latest.FinancialYear} ({latest.Version})")
        : scopes.GridMegawattHours == 0m ? (scopes.OtherIndirect, "no grid power was used, so no grid factor is needed")
        : (null, "not known: " + (latest is null ? "the ruleset has no weighted average of the grid" : $"the grid factor of {latest.FinancialYear} is unknown, {latest.Factor.Reason}"));

    /// <summary>The newest weighted average of the grid, known or not, imports included where both are known; null where the ruleset has none.</summary>
    public static GridFactor? Latest(IEnumerable<GridFactor> grid) => Require.Each(grid)
        .Where(g => g.Series.StartsWith("weighted-average", StringComparison.Ordinal))
        .OrderBy(g => g.FinancialYear, StringComparer.Ordinal).ThenBy(g => g.Factor.IsKnown).ThenBy(g => g.Series.EndsWith("incl-imports", StringComparison.Ordinal))
        .LastOrDefault();

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
