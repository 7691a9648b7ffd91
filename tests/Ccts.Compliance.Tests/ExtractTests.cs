using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Pages;
using Ccts.Rules.Receipts;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using Ccts.Tests.Shared;
using NodaTime;

namespace Ccts.Compliance.Tests;

/// <summary>What other reports ask: figures that can be followed, and certificates that anybody can add up again.</summary>
public sealed class ExtractTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly CbamGood Cement = new("2523 29 00");
    private static readonly UnitLot Lot = new("icm", "2025", UnitKinds.Ccc, 2025);

    [Fact]
    public void Scope_2_is_by_the_newest_grid_factor_and_the_page_says_why_the_schemes_differs()
    {
        var latest = BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!;
        Assert.Equal(("2024-25", "weighted-average-incl-imports", 0.7097m), (latest.FinancialYear, latest.Series, latest.Factor.Value.TonnesPerMegawattHour));
        var form = BrsrExtract.Make(Samples.Kotputli, Samples.Assessed, latest, new BrsrFacts(Turnover: 30_000_000_000m, PurchasingPower: 20m));
        // 136200.36 MWh from the grid.
        Assert.Equal(136200.36m * 0.7097m, Figure(form, "TotalScope2Emissions"));
        Assert.Equal(Samples.Assessed.Emissions.Electricity.Tonnes, Figure(form, "scope2.ccts"));
        Assert.Equal(Samples.Assessed.Emissions.Combustion.Tonnes + Samples.Assessed.Emissions.Process.Tonnes, Figure(form, "TotalScope1Emissions"));
        var both = Figure(form, "TotalScope1Emissions") + Figure(form, "TotalScope2Emissions");
        Assert.Equal(both / 30_000_000_000m * 20m, Figure(form, "TotalScope1AndScope2EmissionsIntensityPerRupeeOfTurnoverAdjustedForPurchasingPowerParity"), 12);
        Assert.Null(form.Fields.Single(f => f.Number == "TotalScope3Emissions").Value);
        Assert.Contains("baseline year", form.Fields.Single(f => f.Number == "scope2.ccts").Remark, StringComparison.Ordinal);
        Assert.Equal(Figure(form, "TotalScope1Emissions") + 5m, Figure(BrsrExtract.Make(Samples.Kotputli, Samples.Assessed, latest, new BrsrFacts(OtherGases: 5m)), "TotalScope1Emissions"));
        Fits(form);
    }

    /// <summary>BRSR asks for all gases: what the report has as a memo counts here, and each gas stands apart (Core 1.1).</summary>
    [Fact]
    public void Scope_1_has_every_gas_of_the_report_and_each_apart()
    {
        var year = new ReportingPeriod(Samples.Kotputli.Year.FirstDay, Samples.Kotputli.Year.LastDay);
        var report = Samples.Kotputli with { Gases = [new GasStream { Id = "stack", Gas = "N2O", Amounts = new Amounts<Mass>(year, Mass.FromTonnes(20m)), GlobalWarmingPotential = 265m, Source = "made up" }] };
        var (assessment, latest) = (Samples.Assess(report), BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!);
        var (with, without) = (BrsrExtract.Make(report, assessment, latest, new BrsrFacts(OtherGases: 7m)), BrsrExtract.Make(Samples.Kotputli, Samples.Assessed, latest, new BrsrFacts()));
        Assert.Equal(Figure(without, "TotalScope1Emissions") + 5300m + 7m, Figure(with, "TotalScope1Emissions"));
        Assert.Equal((5300m, 7m, 0m), (Figure(with, "scope1.N2O"), Figure(with, "scope1.others"), Figure(with, "scope1.PFCs")));
        Assert.Equal(Figure(with, "TotalScope1Emissions"), new[] { "CO2", "PFCs", "N2O", "others" }.Sum(g => Figure(with, "scope1." + g)));
        string Remark(BrsrFacts facts, MonitoringReport of, Ccts.Sdk.Assessments.Assessment by) => BrsrExtract.Make(of, by, latest, facts).Fields.Single(f => f.Number == "TotalScope1Emissions").Remark!;
        Assert.Equal("CO2, PFCs, N2O as reported; CH4, HFCs, SF6, NF3 are not in the report and were not stated", Remark(new BrsrFacts(), report, assessment));
        Assert.Equal("CO2, PFCs as reported; CH4, N2O, HFCs, SF6, NF3 are not in the report and were not stated", Remark(new BrsrFacts(), Samples.Kotputli, Samples.Assessed));
        Assert.Contains(CbamExtract.Make(report, assessment, [Cement], null, Nothing).Notices, n => n.Text.Contains("5300 t CO2e of N2O", StringComparison.Ordinal) && !n.IsGap);
        Fits(with);
    }

    /// <summary>SEBI divides by seven families of gases: a gas is of its family however the report names it, a PFC among the other gases is a PFC for the Union too, and CO2 has one line.</summary>
    [Fact]
    public void A_gas_is_of_its_family_however_it_is_named()
    {
        Assert.All(new[] { ("nitrous oxide", "N2O"), ("N\u2082O", "N2O"), ("Methane", "CH4"), ("HFC-134a", "HFCs"), ("hfc 23", "HFCs"), ("CF4", "PFCs"), ("c2f6", "PFCs"), ("PFC-14", "PFCs"), ("sulphur hexafluoride", "SF6"), ("co2", "CO2"), ("R-22", "R-22"), ("CFC-11", "CFC-11"), ("methane (fossil)", "CH4"), ("fossil CH4", "CH4"), ("CHF3", "HFCs"), ("CH2F2", "HFCs"), ("CHClF2", "CHClF2"), ("biogenic CO2", "biogenic CO2") }, g => Assert.Equal(g.Item2, KyotoGas.Of(g.Item1)));
        var year = new ReportingPeriod(Samples.Kotputli.Year.FirstDay, Samples.Kotputli.Year.LastDay);
        GasStream Gas(string name, decimal? potential) => new() { Id = "stack " + name, Gas = name, Amounts = new Amounts<Mass>(year, Mass.FromTonnes(2m)), GlobalWarmingPotential = potential, Source = "made up" };
        var report = Samples.Kotputli with { Gases = [Gas("CF4", null), Gas("CO2", null), Gas("HFC-134a", 1300m), Gas("HFC-23", 12400m), Gas("CO2 tracer", 5m)] };
        var assessment = Samples.Assess(report);
        var form = BrsrExtract.Make(report, assessment, null, new BrsrFacts());
        Assert.Equal((13260m, 27400m, 10m, 13260m), (Figure(form, "scope1.PFCs"), Figure(form, "scope1.HFCs"), Figure(form, "scope1.gas.CO2 tracer"), Figure(CbamExtract.Make(report, assessment, [Cement], null, Nothing), "direct.pfcs")));
        Assert.Equal(Figure(form, "TotalScope1Emissions"), new[] { "CO2", "PFCs", "HFCs", "gas.CO2 tracer" }.Sum(g => Figure(form, "scope1." + g)));
        Assert.Equal((null, "not in the report, unless CO2 tracer is one of them"), (form.Fields.Single(f => f.Number == "scope1.CH4").Value, form.Fields.Single(f => f.Number == "scope1.CH4").Remark));
        Fits(form);

        // A gas of the year before alone has its line, so that its column adds up too.
        var next = Samples.Read("kotputli-2026-27.json");
        var two = BrsrExtract.Make(next, Samples.Assess(next), null, new BrsrFacts(), previous: form);
        Assert.Equal((null, "10"), (two.Fields.Single(f => f.Number == "scope1.gas.CO2 tracer").Value, two.Fields.Single(f => f.Number == "scope1.gas.CO2 tracer").Previous));
        Fits(two);
    }

    [Fact]
    public void The_PFCs_of_a_smelter_stand_apart()
    {
        var report = Samples.Read("hirakud-2025-26-draft.json");
        var assessment = Samples.Assess(report);
        var pfcs = Ccts.Compliance.Sources.SourceTonnes.Of(assessment).Where(s => report.Pfcs.Any(p => p.Id == s.Id)).Sum(s => s.Tonnes);
        var form = CbamExtract.Make(report, assessment, [new CbamGood("7601 10 00")], null, Nothing);
        Assert.True(pfcs > 0m);
        Assert.Equal((pfcs, Figure(form, "direct") - pfcs), (Figure(form, "direct.pfcs"), Figure(form, "direct.without-pfcs")));
        Assert.Equal(pfcs, Figure(BrsrExtract.Make(report, assessment, null, new BrsrFacts()), "scope1.PFCs"));
    }

    /// <summary>An older factor never stands in for the newest one: while that is not known, neither is Scope 2, nor what is made of it.</summary>
    [Fact]
    public void Scope_2_is_unknown_while_the_newest_grid_factor_is()
    {
        var known = Years.Ruleset().Factors.Grid;
        var newest = known.Last(g => g.Series == "weighted-average-incl-imports") with { FinancialYear = "2025-26", Factor = LegalValue.Unknown<ElectricityEmissionFactor>("factors/grid/2025-26", known[0].Factor.Standing, "its edition was not read", "CEA") };
        Assert.Equal(newest, BrsrExtract.Latest([.. known, newest]));
        Assert.Equal("2025-26", BrsrExtract.Latest([newest, .. known, known[0] with { FinancialYear = "2025-26", Series = "weighted-average-excl-imports" }])!.FinancialYear);
        Assert.True(BrsrExtract.Latest([newest, .. known, known.First(g => g.Series.StartsWith("weighted-average", StringComparison.Ordinal)) with { FinancialYear = "2025-26", Series = "weighted-average-excl-imports" }])!.Factor.IsKnown);
        foreach (var latest in new[] { newest, null })
        {
            var form = BrsrExtract.Make(Samples.Kotputli, Samples.Assessed, latest, new BrsrFacts(30_000_000_000m, 20m));
            string[] unknown =
            [
                "TotalScope2Emissions", "TotalScope1AndScope2EmissionsIntensityPerRupeeOfTurnover", "TotalScope1AndScope2EmissionsIntensityPerRupeeOfTurnoverAdjustedForPurchasingPowerParity",
                "TotalScope1AndScope2EmissionsIntensityInTermOfPhysicalOutput", "scope2.brsr", "scope2.difference",
            ];
            Assert.All(form.Fields.Where(f => unknown.Contains(f.Number)), f => Assert.Equal((null, FormOrigin.Empty), (f.Value, f.Origin)));
            Assert.All(form.Fields.Where(f => unknown.Contains(f.Number) && f.Number != "scope2.difference"), f => Assert.StartsWith("not known: ", f.Remark, StringComparison.Ordinal));
            Assert.Equal(Samples.Assessed.Emissions.Combustion.Tonnes + Samples.Assessed.Emissions.Process.Tonnes, Figure(form, "TotalScope1Emissions"));
            Assert.Contains("not known: ", FormPage.Write(form), StringComparison.Ordinal);
            Fits(form);
        }

        var own = Samples.Kotputli with { Electricity = [.. Samples.Kotputli.Electricity.Where(e => e.Supply == ElectricitySupply.Captive)] };
        Assert.Equal(0m, Figure(BrsrExtract.Make(own, Samples.Assess(own), null, new BrsrFacts()), "TotalScope2Emissions"));
    }

    /// <summary>Electricity bought by contract has the factor of its supplier, and no grid factor moves it.</summary>
    [Fact]
    public void Scope_2_keeps_what_has_a_factor_of_its_own()
    {
        var bought = new ElectricityStream
        {
            Id = "contract",
            Supply = ElectricitySupply.PowerPurchaseAgreement,
            Amounts = new Amounts<ElectricalEnergy>(new ReportingPeriod(Samples.Kotputli.Year.FirstDay, Samples.Kotputli.Year.LastDay), ElectricalEnergy.FromMegawattHours(10m)),
            Factor = ElectricityEmissionFactor.Parse("0.9 tCO2/MWh"),
            FactorSource = "the supplier, made up",
        };
        var report = Samples.Kotputli with { Electricity = [.. Samples.Kotputli.Electricity, bought] };
        var form = BrsrExtract.Make(report, Samples.Assess(report), BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!, new BrsrFacts());
        Assert.Equal((136200.36m * 0.7097m) + 9m, Figure(form, "TotalScope2Emissions"));
    }

    [Theory]
    [InlineData("2523 29 00", "Cement")]
    [InlineData("25231000", "Cement clinker")]
    [InlineData("7202 11", "Alloys (FeMn, FeCr, FeNi)")]
    [InlineData("2523", null)]
    [InlineData("9999 99 99", null)]
    [InlineData("", null)]
    [InlineData("25 23 x", null)]
    public void A_code_has_the_category_of_the_template_or_none(string code, string? category) => Assert.Equal(category, CbamGoods.CategoryOf(code));

    [Fact]
    public void The_carbon_price_touches_only_what_is_owed()
    {
        var form = CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [Cement], Inr.FromRupees(600m), Nothing);
        Assert.Equal(Math.Round(19797m * 600m / 3666138m, 6), Figure(form, "G1.price-effective"));
        Assert.Equal(Math.Round(19797m / 2964439.1868m, 9), Figure(form, "G1.price-share"));
        Assert.Equal(Samples.Assessed.Emissions.Total.Tonnes, Figure(form, "total"));
        Assert.Contains("transitional", form.Fields.Single(f => f.Number == "template").Value, StringComparison.Ordinal);
        Fits(form);

        var seller = CbamExtract.Make(Samples.Kotputli, Samples.Assessed with { Certificates = Samples.Assess(Samples.Read("maihar-2025-26.json")).Certificates }, [Cement], Inr.FromRupees(600m), Nothing);
        Assert.Equal((0m, 0m), (Figure(seller, "G1.price-effective"), Figure(seller, "G1.price-covered")));
        var unknown = CbamExtract.Make(Samples.Kotputli, Samples.Assessed with { Certificates = CertificateResult.NoTarget }, [Cement], Inr.FromRupees(600m), Nothing);
        Assert.Null(unknown.Fields.Single(f => f.Number == "G1.price-effective").Value);
        Assert.Null(CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [Cement], null, Nothing).Fields.Single(f => f.Number == "G1.price-effective").Value);
        Assert.Throws<ArgumentException>(() => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood("1234 56 78")], null, Nothing));
        Assert.Equal("form-mismatch", Assert.Throws<CctsDataException>(() => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [Cement], null, new Dictionary<string, string> { ["G1.see-total"] = "0.1" })).Problems[0].Code);
    }

    [Fact]
    public void A_certificate_has_every_unit_once_and_is_replayed()
    {
        var receipt = Certificate(CertificatePurpose.Surrender, Surrendered(1, 40, 2025), Surrendered(41, 50, 2025), Surrendered(51, 60, 2026), Retired(61, 70, "2025-06-01"));
        Assert.Contains("\"tonnes\":\"50\"", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(ReceiptOutcome.Identical, Verify(receipt.Text));
        Assert.Equal(receipt.Digest, Certificate(CertificatePurpose.Surrender, Surrendered(1, 40, 2025), Surrendered(41, 50, 2025), Surrendered(51, 60, 2026), Retired(61, 70, "2025-06-01")).Digest);
        Assert.Contains("\"tonnes\":\"10\"", Certificate(CertificatePurpose.Retirement, Retired(61, 70, "2025-06-01"), Retired(71, 75, "2026-06-01")).Text, StringComparison.Ordinal);
        Assert.Equal("nothing-given-up", Assert.Throws<CctsDataException>(() => Certificate(CertificatePurpose.Retirement, Surrendered(1, 40, 2025))).Problems[0].Code);
        Assert.Contains("surrendered 50 certificates", CertificatePage.Write(receipt), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"tonnes\":\"50\"", "\"tonnes\":\"51\"", ReceiptOutcome.Different)]
    [InlineData("\"to\":\"40\"", "\"to\":\"39\"", ReceiptOutcome.Different)]
    [InlineData("\"to\":\"40\"", "\"to\":\"41\"", ReceiptOutcome.Unreadable)]
    [InlineData("\"from\":\"1\"", "\"from\":\"49\"", ReceiptOutcome.Unreadable)]
    [InlineData("\"to\":\"40\"", "\"to\":\"99999999999999999999999999999999999999\"", ReceiptOutcome.Unreadable)]
    [InlineData("\"purpose\":\"surrender\"", "\"purpose\":\"gift\"", ReceiptOutcome.Unreadable)]
    public void A_certificate_that_was_changed_is_no_certificate(string from, string to, ReceiptOutcome outcome)
    {
        var text = Certificate(CertificatePurpose.Surrender, Surrendered(1, 40, 2025), Surrendered(41, 50, 2025)).Text;
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Equal(outcome, Verify(text.Replace(from, to, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_ledger_report_lists_every_run()
    {
        var view = new AccountView("mill", false, [], null, [new Holding(Units(1, 40), ShadowAccount.Surrendered, null), new Holding(Units(41, 50), ShadowAccount.Free, null)], []);
        var form = LedgerReport.Make(Samples.Assessed, view, [new YearBalance(Samples.Assessed.Year, new YearlyKind { Kind = UnitKinds.Ccc }), new YearBalance(Samples.Assessed.Year.Next, new YearlyKind { Kind = UnitKinds.Ccc, Received = 50, Surrendered = 40 })], new SettledSoFar(0, 40), "head");
        Assert.Equal((40m, 10m, 0m, 10m), (Figure(form, "units.1"), Figure(form, "units.2"), Figure(form, "balance.carriedOver"), Figure(form, "balance.2026-27.carriedOver")));
        Fits(form);
    }

    [Fact]
    public void Form_D_parts_the_ledger_by_vintage()
    {
        var view = new AccountView("mill", false, [], null, [new Holding(Units(41, 50), ShadowAccount.Free, null), new Holding(Units(71, 75), ShadowAccount.Quarantined, null), new Holding(new Parcel(new UnitLot("icm", "2026", UnitKinds.Ccc, 2026), Range(1, 3)), ShadowAccount.Banked, null)], []);
        var second = Samples.Assessed.Year.Next;
        var ledger = VintageHolding.Of(view, [Surrendered(1, 40, 2026), Surrendered(51, 60, 2025)], second);
        Assert.Equal([new VintageHolding(Samples.Assessed.Year, 10, 40), new VintageHolding(second, 3, 0)], ledger);
        var form = ComplianceForms.D(FormBasis.Of(Samples.Assessed) with { Year = second }, Nothing, ledger, Samples.Assessed.Year);
        Assert.Equal((3m, 0m, 50m, 40m), (Figure(form, "8(i).available"), Figure(form, "8(i).submitted"), Figure(form, "8(ii).available"), Figure(form, "8(ii).submitted")));
        Assert.Null(ComplianceForms.D(FormBasis.Of(Samples.Assessed), Nothing, ledger, Samples.Assessed.Year).Fields.Single(f => f.Number == "8(i).available").Value);
    }

    private static Receipt Certificate(CertificatePurpose purpose, params JournalEntry[] entries) => CertificateReceipt.Of(entries, "mill", purpose, "head", Years.Ruleset());

    private static ReceiptOutcome Verify(string text) => ReceiptReplay.Verify(Encoding.UTF8.GetBytes(text), null, _ => Years.Ruleset()).Outcome;

    private static JournalEntry Surrendered(int from, int to, int year) => Moved(MoveCause.Surrender, ShadowAccount.Surrendered, from, to, Instant.FromUtc(2026, 12, 1, 9, 0), year);

    private static JournalEntry Retired(int from, int to, string day) => Moved(MoveCause.Retire, ShadowAccount.Retired, from, to, Years.Day(day).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), null);

    private static JournalEntry Moved(MoveCause cause, ShadowAccount place, int from, int to, Instant at, int? year) =>
        new(from, at, $"k{from}", 0, new UnitsMoved(cause, "mill", ShadowAccount.Free, null, [Units(from, to)], "mill", place, "a claim", year));

    private static Parcel Units(int from, int to) => new(Lot, Range(from, to));

    private static BlockRange Range(int from, int to) => new(BlockNumber.Parse($"{from}"), BlockNumber.Parse($"{to}"));

    private static void Fits(FormDocument form) => Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json")).Errors(FormJson.Write(form).ToJsonString()));

    private static decimal Figure(FormDocument form, string number) => decimal.Parse(form.Fields.Single(f => f.Number == number).Value!, System.Globalization.CultureInfo.InvariantCulture);
}
