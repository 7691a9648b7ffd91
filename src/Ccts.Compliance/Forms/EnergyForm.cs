using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Forms;

/// <summary>Form E2, Energy and Emission (DPCM Annexure V): the year's report and what it comes to.</summary>
/// <remarks>Pure and thread-safe. Lines of production, energy and emissions have the year before beside the current one: from that year's own form, or stated as <c>B2(ix).previous</c>. Part E is for power plants alone and is stated.</remarks>
public static class EnergyForm
{
    private const string Title = "Form E2: Energy and Emissions Form";
    private const string Annexure = "DPCM Annexure V";
    internal const string B1 = "B1 Production Details";
    internal const string B2 = "B2 Energy Consumption and GHG Emissions Details";
    internal const string AllProducts = "Total Equivalent Product";
    internal const string Million = "million kWh";
    internal const string Heat = "million kcal";
    internal const string Toe = "TOE";
    internal const string Tonnes = "tCO2e";
    internal const string OfProForma = "the sector's pro-forma computes it; no report alone gives it";
    internal const string Normalised = "normalised by the sector's pro-forma; no report alone gives it";

    private static readonly string[] EnergyLines = ["B2(i)", "B2(ii)", "B2(iii)", "B2(iv)", "B2(v)", "B2(vi)", "B2(vii)", "B2(viii)", "B2(ix)", "B2(x)"];

    // The numbers and units that the form prints on these lines were not seen.
    private static readonly (string Number, string Label)[] PowerPlantLines =
    [
        ("capacity", "Capacity"), ("units", "Configuration of the units"), ("gross-generation", "Gross generation"), ("plf", "Plant load factor"), ("design-heat-rate", "Gross heat rate, design"),
        ("operating-heat-rate", "Gross heat rate, operating"), ("apc", "Auxiliary power consumption"), ("net-heat-rate", "Net heat rate"), ("normalised-net-heat-rate", "Net heat rate, normalised"),
    ];

    private static readonly Dictionary<string, string> ProFormas = new(StringComparer.OrdinalIgnoreCase) { ["Cement"] = "Sb", ["Chlor-alkali"] = "Sc", ["Fertiliser"] = "Sd", ["Pulp & Paper"] = "Sf", ["Thermal power"] = "Sh" };

    // Sectors whose code depends on the sub-sector, by a word that its name has.
    private static readonly (string Sector, string Word, string Code)[] ProFormasOfSubSectors =
    [
        ("Aluminium", "refinery", "Sa1"), ("Aluminium", "smelter", "Sa1"), ("Aluminium", "cold rolling", "Sa2"), ("Iron & Steel", "integrated", "Se1"), ("Iron & Steel", "sponge", "Se2"),
        ("Textile", "composite", "Sg1"), ("Textile", "fibre", "Sg2"), ("Textile", "spinning", "Sg3"), ("Textile", "processing", "Sg4"),
    ];

    /// <summary>Fills the form.</summary>
    /// <param name="report">The monitoring report.</param>
    /// <param name="assessment">What it comes to, with its steps: the heat of each fuel is read from them.</param>
    /// <param name="stated">Fields by number that no report knows, e.g. <c>A4</c>.</param>
    /// <param name="previous">Form E2 of the year before, or null.</param>
    /// <exception cref="CctsDataException">The certificates are withheld, the baseline is deemed achieved, the assessment or the previous form is of another entity or year, or a stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(MonitoringReport report, Assessment assessment, IReadOnlyDictionary<string, string> stated, FormDocument? previous = null)
    {
        Require.NotNull(report);
        Require.NotNull(assessment);
        if (report.Entity != assessment.Entity || report.Year != assessment.Year)
        {
            throw new CctsDataException([new Problem("other-report", Severity.Error, $"The assessment is of {assessment.Entity.Name}, {assessment.Year}.", report.Place) { Expected = $"of {report.Entity.Name}, {report.Year}" }]);
        }

        DeemedYear.Refuse(assessment);
        PreviousColumn.Check(previous, "e2", FormBasis.Of(assessment));
        var form = new FormBuilder(Require.NotNull(stated));
        General(form, assessment.Entity);
        ReportedEnergy.Production(form, report, assessment, previous);
        ReportedEnergy.EnergyAndEmissions(form, report, assessment, previous);
        Closing(form, FormBasis.Of(assessment), [], previous);
        return ComplianceForms.Make("e2", Title, Annexure, FormBasis.Of(assessment), form);
    }

    /// <summary>Fills the form from a pro-forma, by the lines that the pro-forma's data names; the filer fills the other lines.</summary>
    /// <param name="assessment">The pro-forma's assessment.</param>
    /// <param name="stated">Fields by number that the pro-forma does not know.</param>
    /// <param name="previous">Form E2 of the year before, or null.</param>
    /// <exception cref="ArgumentException">The filing names no entity.</exception>
    /// <exception cref="CctsDataException">The certificates are withheld, the previous form is of another entity or year, or a stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(ProFormaAssessment assessment, IReadOnlyDictionary<string, string> stated, FormDocument? previous = null)
    {
        var basis = FormBasis.Of(Require.NotNull(assessment));
        PreviousColumn.Check(previous, "e2", basis);
        var totals = assessment.Current;
        var form = new FormBuilder(Require.NotNull(stated));
        General(form, basis.Entity);
        var lines = Lines(assessment);
        form.TwoYears(B1, previous);
        foreach (var (number, figure) in lines.Where(l => l.Number.StartsWith("B1(", StringComparison.Ordinal) && l.Number != "B1(viii)"))
        {
            form.Computed(number, figure.Field.Label, figure.Current, figure.Field.Unit);
        }

        form.Computed("B1(viii)", AllProducts, totals.Product.Value, ComplianceForms.After(totals.Product.ToString()), "as the pro-forma computes it")
            .TwoYears(B2, previous);
        foreach (var number in EnergyLines)
        {
            form.Computed(number, ProcedureWords.EnergyLines[number].Label, Line(lines, number), ProcedureWords.EnergyLines[number].Unit);
        }

        form.Energy("B2(xi)", totals.Direct.Tonnes - totals.Process.Tonnes)
            .Energy("B2(xii)", totals.Indirect.Tonnes)
            .Energy("B2(xiii)", totals.Process.Tonnes)
            .Energy("B2(xiv)", totals.Total.Tonnes);
        Closing(form, basis, lines, previous);
        return ComplianceForms.Make("e2", Title, Annexure, basis, form);
    }

    private static List<(string Number, ProFormaFigure Figure)> Lines(ProFormaAssessment assessment)
    {
        var figures = assessment.Figures.ToDictionary(f => f.Field.Key, StringComparer.Ordinal);
        return [.. assessment.Form.FormE2.Where(l => figures[l.Field.Key].Current.Length > 0).Select(l => (l.Number, figures[l.Field.Key]))];
    }

    private static string? Line(List<(string Number, ProFormaFigure Figure)> lines, string number) => lines.Where(l => l.Number == number).Select(l => l.Figure.Current).FirstOrDefault();

    private static void General(FormBuilder form, ObligatedEntity entity) => form.Part("A General Details")
        .Computed("A1", "Registration Number", entity.Registration?.ToString())
        .Computed("A2", "Obligated Entity Name", entity.Name)
        .Computed("A3", "Sector", entity.Sector)
        .Computed("A3.sub-sector", "Sub-Sector", entity.SubSector)
        .Stated("A4", "Year of Establishment")
        .Stated("A5", "Unit Address: complete address of the unit's location (including Chief Executive's name & designation) with mobile, telephone, fax nos. & e-mail")
        .Stated("A6", "Registered Office: address with telephone, fax nos. & e-mail")
        .Stated("A7", "Energy Manager: Registration No., name, designation, address, mobile, telephone, fax nos. & e-mail");

    private static void Closing(FormBuilder form, FormBasis basis, List<(string Number, ProFormaFigure Figure)> lines, FormDocument? previous) => PowerPlant(form.TwoYears("B3 Specific Energy Consumption Details and Greenhouse Gas Emission Intensity", previous)
        .Computed("B3(i)", "Specific Energy Consumption (Without Normalization)", Line(lines, "B3(i)"), "TOE/t", Line(lines, "B3(i)") is null ? OfProForma : null)
        .Computed("B3(ii)", "Specific Energy Consumption (Normalized)", Line(lines, "B3(ii)"), "TOE/t", Line(lines, "B3(ii)") is null ? Normalised : null)
        .Computed("B3(iii)", "Greenhouse Gas Emission Intensity", basis.Achieved?.TonnesPerUnit, basis.Achieved is { } achieved ? ComplianceForms.After(achieved.ToString()) : null, "not normalised"))
        .Part("C Pro-forma Details")
        .Computed("C", "Pro-forma in which the details to be furnished", CodeOf(basis.Entity), null, CodeOf(basis.Entity) is null ? "the procedure prints no code for this sector, or one for each sub-sector and none for this one" : null)
        .Part("Undertaking")
        .Printed("undertaking", ProcedureWords.UndertakingOfE2)
        .Stated("signatory", "Authorised signatory").Stated("energy-manager", "Name of the Energy Manager").Stated("energy-manager.registration", "Registration number of the Energy Manager")
        .Computed("entity", "Name of the entity", basis.Entity.Name).Stated("address", "Address").Stated("date", "Date");

    private static string? CodeOf(ObligatedEntity entity)
    {
        var sub = ProFormasOfSubSectors.Where(s => string.Equals(s.Sector, entity.Sector, StringComparison.OrdinalIgnoreCase) && entity.SubSector?.IndexOf(s.Word, StringComparison.OrdinalIgnoreCase) >= 0).Select(s => s.Code).Distinct(StringComparer.Ordinal).ToList();
        return ProFormas.TryGetValue(entity.Sector, out var code) ? code : sub.Count == 1 ? sub[0] : null;
    }

    private static FormBuilder PowerPlant(FormBuilder form)
    {
        form.Part("E Power plants only (the numbers and units that the form prints here were not seen)");
        foreach (var (number, label) in PowerPlantLines)
        {
            form.Stated("E." + number, label);
        }

        return form;
    }
}
