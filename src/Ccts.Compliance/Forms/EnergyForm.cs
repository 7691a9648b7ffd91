using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Forms;

/// <summary>Form E2, Energy and Emission (DPCM Annexure V): the year's report and what it comes to.</summary>
/// <remarks>Pure and thread-safe. Part E is for power plants alone and is not filled here.</remarks>
public static class EnergyForm
{
    private const string Title = "Form E2: Energy and Emission Form";
    private const string Annexure = "DPCM Annexure V";
    private const string Million = "million kWh";
    private const string Heat = "million kcal";
    private const string Toe = "TOE";
    private const string Tonnes = "tCO2e";
    private const string Normalised = "normalised by the sector's pro-forma; no report alone gives it";

    private static readonly (string Number, string Label, string Unit)[] EnergyLines =
    [
        ("B2(i)", "Electricity purchased", Million), ("B2(ii)", "Electricity generated", Million), ("B2(iii)", "Electricity exported", Million), ("B2(iv)", "Total electricity consumed", Million),
        ("B2(v)", "Solid fuel", Heat), ("B2(vi)", "Liquid fuel", Heat), ("B2(vii)", "Gaseous fuel", Heat), ("B2(viii)", "Total thermal energy", Heat), ("B2(ix)", "Total energy", Toe), ("B2(x)", "Total energy, normalised", Toe),
    ];

    private static readonly Dictionary<string, string> ProFormas = new(StringComparer.OrdinalIgnoreCase) { ["Cement"] = "Sb", ["Chlor-alkali"] = "Sc", ["Fertiliser"] = "Sd", ["Pulp & Paper"] = "Sf" };

    /// <summary>Fills the form.</summary>
    /// <param name="report">The monitoring report.</param>
    /// <param name="assessment">What it comes to, with its steps: the heat of each fuel is read from them.</param>
    /// <param name="stated">Fields by number that no report knows, e.g. <c>A4</c>.</param>
    /// <exception cref="CctsDataException">The assessment is of another entity or year, or a stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(MonitoringReport report, Assessment assessment, IReadOnlyDictionary<string, string> stated)
    {
        Require.NotNull(report);
        Require.NotNull(assessment);
        if (report.Entity != assessment.Entity || report.Year != assessment.Year)
        {
            throw new CctsDataException([new Problem("other-report", Severity.Error, $"The assessment is of {assessment.Entity.Name}, {assessment.Year}.", report.Place) { Expected = $"of {report.Entity.Name}, {report.Year}" }]);
        }

        var form = new FormBuilder(Require.NotNull(stated));
        General(form, assessment.Entity);
        Production(form, report, assessment);
        EnergyAndEmissions(form, report, assessment);
        Closing(form, FormBasis.Of(assessment), []);
        return ComplianceForms.Make("e2", Title, Annexure, FormBasis.Of(assessment), form);
    }

    /// <summary>Fills the form from a pro-forma, by the lines that the pro-forma's data names; a line that it does not fill stays for the one who files.</summary>
    /// <param name="assessment">The pro-forma's assessment.</param>
    /// <param name="stated">Fields by number that the pro-forma does not know.</param>
    /// <exception cref="ArgumentException">The filing names no entity.</exception>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(ProFormaAssessment assessment, IReadOnlyDictionary<string, string> stated)
    {
        var basis = FormBasis.Of(Require.NotNull(assessment));
        var totals = assessment.Current;
        var form = new FormBuilder(Require.NotNull(stated));
        General(form, basis.Entity);
        var lines = Lines(assessment);
        form.Part("B1 Production, current year");
        foreach (var (number, figure) in lines.Where(l => l.Number.StartsWith("B1(", StringComparison.Ordinal) && l.Number != "B1(viii)"))
        {
            form.Computed(number, figure.Field.Label, figure.Current, figure.Field.Unit);
        }

        form.Computed("B1(viii)", "Total equivalent product", totals.Product.Value, ComplianceForms.After(totals.Product.ToString()), "as the pro-forma computes it")
            .Part("B2 Energy and emissions, current year");
        foreach (var (number, label, unit) in EnergyLines)
        {
            form.Computed(number, label, lines.Where(l => l.Number == number).Select(l => l.Figure.Current).FirstOrDefault(), unit);
        }

        form.Computed("B2(xi)", "Direct GHG emission, energy", totals.Direct.Tonnes - totals.Process.Tonnes, Tonnes)
            .Computed("B2(xii)", "Indirect GHG emission, energy", totals.Indirect.Tonnes, Tonnes)
            .Computed("B2(xiii)", "Direct GHG emission, process", totals.Process.Tonnes, Tonnes)
            .Computed("B2(xiv)", "Total GHG emission", totals.Total.Tonnes, Tonnes);
        Closing(form, basis, lines);
        return ComplianceForms.Make("e2", Title, Annexure, basis, form);
    }

    private static List<(string Number, ProFormaFigure Figure)> Lines(ProFormaAssessment assessment)
    {
        var figures = assessment.Figures.ToDictionary(f => f.Field.Key, StringComparer.Ordinal);
        return [.. assessment.Form.FormE2.Where(l => figures[l.Field.Key].Current.Length > 0).Select(l => (l.Number, figures[l.Field.Key]))];
    }

    private static string? Line(List<(string Number, ProFormaFigure Figure)> lines, string number) => lines.Where(l => l.Number == number).Select(l => l.Figure.Current).FirstOrDefault();

    private static void General(FormBuilder form, ObligatedEntity entity) => form.Part("A General")
        .Computed("A1", "Registration number", entity.Registration?.ToString())
        .Computed("A2", "Obligated entity", entity.Name)
        .Computed("A3", "Sector", entity.Sector)
        .Computed("A3.sub-sector", "Sub-sector", entity.SubSector)
        .Stated("A4", "Year of establishment")
        .Stated("A5", "Address of the unit; chief executive, designation, telephone, e-mail")
        .Stated("A6", "Registered office")
        .Stated("A7", "Energy manager: name, designation, registration number, contact");

    private static void Closing(FormBuilder form, FormBasis basis, List<(string Number, ProFormaFigure Figure)> lines) => form.Part("B3 Specific figures")
        .Computed("B3(i)", "Specific energy consumption without normalisation", Line(lines, "B3(i)"), "TOE/t", Line(lines, "B3(i)") is null ? Normalised : null)
        .Computed("B3(ii)", "Specific energy consumption, normalised", Line(lines, "B3(ii)"), "TOE/t", Line(lines, "B3(ii)") is null ? Normalised : null)
        .Computed("B3(iii)", "Specific GHG emission", basis.Achieved?.TonnesPerUnit, basis.Achieved is { } achieved ? ComplianceForms.After(achieved.ToString()) : null, "not normalised")
        .Part("C Pro-forma")
        .Computed("C", "Code of the sector's pro-forma", ProFormas.TryGetValue(basis.Entity.Sector, out var code) ? code : null)
        .Part("Undertaking")
        .Stated("signatory", "Authorised signatory and seal").Stated("energy-manager", "Name and registration number of the energy manager").Stated("date", "Date");

    private static void Production(FormBuilder form, MonitoringReport report, Assessment assessment)
    {
        form.Part("B1 Production, current year");
        var row = 0;
        foreach (var product in report.Products)
        {
            var (value, unit) = product.Amounts switch
            {
                ProductInTonnes t => (t.Amounts.Aggregate(0m, (sum, a) => sum + a.Amount.Tonnes), "t"),
                ProductInMegawattHours m => (m.Amounts.Aggregate(0m, (sum, a) => sum + a.Amount.MegawattHours), "MWh"),
                ProductInRefineryThroughput r => (r.Amounts.Aggregate(0m, (sum, a) => sum + ((IQuantity)a.Amount).CanonicalValue), "MBBLS/NRGF"),
                ProductInUnit u => (u.Amounts.Aggregate(0m, (sum, a) => sum + a.Amount.Value), u.Basis.Symbol),
                _ => throw new InvalidOperationException("Products are counted in a unit."),
            };
            form.Computed($"B1({++row})", product.Product, value, unit);
        }

        var total = assessment.Output.ToString();
        form.Computed("B1(viii)", "Total equivalent product", assessment.Output.Value, total.Substring(total.IndexOf(' ') + 1));
    }

    private static void EnergyAndEmissions(FormBuilder form, MonitoringReport report, Assessment assessment)
    {
        var consumed = Power(report.Electricity);
        var bought = Power(report.Electricity.Where(e => e.Supply is not (ElectricitySupply.Captive or ElectricitySupply.RenewableOnSite)));
        var sold = report.ExportedPower.SelectMany(e => e.Amounts).Sum(a => a.Amount.In(ElectricalEnergyUnit.GigawattHour));
        var emissions = assessment.Emissions;
        form.Part("B2 Energy and emissions, current year")
            .Computed("B2(i)", "Electricity purchased", bought, Million)
            .Computed("B2(ii)", "Electricity generated", consumed - bought + sold, Million, "(iv) - (i) + (iii): a report tells what was consumed and sold")
            .Computed("B2(iii)", "Electricity exported", sold, Million)
            .Computed("B2(iv)", "Total electricity consumed", consumed, Million);
        var heats = new[] { ("B2(v)", "Solid fuel", FuelState.Solid), ("B2(vi)", "Liquid fuel", FuelState.Liquid), ("B2(vii)", "Gaseous fuel", FuelState.Gas) };
        decimal? total = 0m;
        foreach (var (number, label, state) in heats)
        {
            var heat = HeatOf(report.Fuels.Where(f => f.State == state).ToList(), assessment);
            total += heat;
            form = heat is { } known ? form.Computed(number, label, known, Heat) : form.Stated(number, label, Heat, "a fuel is reported by its carbon, without a calorific value");
        }

        form = total is { } all ? form.Computed("B2(viii)", "Total thermal energy", all, Heat) : form.Stated("B2(viii)", "Total thermal energy", Heat);
        form.Stated("B2(ix)", "Total energy", Toe, Normalised)
            .Stated("B2(x)", "Total energy, normalised", Toe, Normalised)
            .Computed("B2(xi)", "Direct GHG emission, energy", emissions.Combustion.Tonnes, Tonnes)
            .Computed("B2(xii)", "Indirect GHG emission, energy", emissions.Electricity.Tonnes + emissions.Heat.Tonnes, Tonnes)
            .Computed("B2(xiii)", "Direct GHG emission, process", emissions.Process.Tonnes, Tonnes)
            .Computed("B2(xiv)", "Total GHG emission", emissions.Total.Tonnes, Tonnes, emissions.Adjustments.Tonnes == 0m ? null : $"after {Plain(-emissions.Adjustments.Tonnes)} t deducted for power, heat and CO2 that left the plant");
    }

    private static decimal Power(IEnumerable<ElectricityStream> streams) => streams.SelectMany(e => e.Amounts).Sum(a => a.Amount.In(ElectricalEnergyUnit.GigawattHour));

    // Gigajoules as the assessment itself computed them, so that form and assessment cannot differ.
    private static decimal? HeatOf(IReadOnlyList<FuelStream> fuels, Assessment assessment)
    {
        var steps = assessment.Steps.Where(s => fuels.Any(f => f.Id == s.Subject)).ToList();
        var energies = steps.Where(s => s.Title == "energy" && s.Unit == "GJ").ToList();

        // Each lot of a fuel has its energy; one that is reported by its carbon has none, and then nobody knows the heat of all.
        var known = fuels.All(f => energies.Exists(e => e.Subject == f.Id)) && !steps.Exists(s => s.Title.StartsWith("combustion CO2 from ", StringComparison.Ordinal));
        return known ? Math.Round(Energy.FromGigajoules(energies.Sum(s => s.Result)).In(EnergyUnit.Gigacalorie), 6, MidpointRounding.AwayFromZero) : null;
    }

    private static string Plain(decimal value) => value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
}
