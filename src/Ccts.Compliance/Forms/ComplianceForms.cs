using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Forms;

/// <summary>BEE's Forms A to D of a compliance year, filled from an assessment; Form E2 is <see cref="EnergyForm"/>'s.</summary>
/// <remarks>
/// Pure and thread-safe. What no assessment knows is stated by the field's number, e.g. <c>5</c> for the agency in Form A, or stays empty.
/// The wording of statements and undertakings is the procedure's; it is not printed here.
/// </remarks>
public static class ComplianceForms
{
    private const string AsPrinted = "the text as the procedure prints it is signed, not this line";

    /// <summary>Form A, the entity's Performance Assessment Document.</summary>
    /// <param name="basis">The year's assessment, of a report or of a pro-forma.</param>
    /// <param name="stated">Fields by number that no assessment knows.</param>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    public static FormDocument A(FormBasis basis, IReadOnlyDictionary<string, string> stated)
    {
        var form = Entity(new FormBuilder(Require.NotNull(stated)), Require.NotNull(basis))
            .Stated("5", "Accredited carbon verification agency", remark: "filled by the portal")
            .Stated("6", "Form E2 of the previous year submitted (yes or no)")
            .Computed("7", "Achieved GHG emission intensity", basis.Achieved?.TonnesPerUnit, basis.Achieved is { } achieved ? After(achieved.ToString()) : null)
            .Computed("8", "Production (equivalent product)", basis.Product.Value, After(basis.Product.ToString()), "the printed label says \"baseline\" too; this is the compliance year's");
        Certificates(form, "9", basis).Table("Measures taken (10, 11)", "Measure", "Year", "GHG before", "GHG after", "Investment");
        foreach (var measure in Measures)
        {
            form.Stated($"11({measure})", $"Measure {measure}").Stated($"11({measure}).year", $"Measure {measure}: year")
                .Stated($"11({measure}).before", $"Measure {measure}: GHG before").Stated($"11({measure}).after", $"Measure {measure}: GHG after").Stated($"11({measure}).investment", $"Measure {measure}: investment");
        }

        form.Part("Enclosures (DPCM s.6(1))")
            .Stated("enclosure.registration", "Copy of the registration")
            .Stated("enclosure.e2", "Proof that Form E2 was submitted")
            .Stated("enclosure.measures", "Measures in detail: brief, investment, photographs, reduction in per cent")
            .Stated("enclosure.intensities", "Baseline and compliance-year emissions and intensity, as the agency assessed them")
            .Stated("enclosure.report", "Verified GHG emission report")
            .Stated("enclosure.energy-manager", "Particulars of the energy manager")
            .Part("Undertaking")
            .Stated("undertaking", "Undertaking with indemnity", remark: AsPrinted)
            .Stated("signatory", "Name of the authorised signatory")
            .Stated("designation", "Designation")
            .Stated("firm", "Name of the firm")
            .Stated("date", "Date");
        return Make("a", "Form A: Performance Assessment Document", "DPCM Annexure VI", basis, form);
    }

    /// <summary>Form B, the agency's Certificate of Verification.</summary>
    /// <inheritdoc cref="A"/>
    public static FormDocument B(FormBasis basis, IReadOnlyDictionary<string, string> stated) =>
        Certificate("b", "Form B: Certificate of Verification", "DPCM Annexure VII", Require.NotNull(basis), Require.NotNull(stated), ["a", "b", "c", "d", "e", "f"]);

    /// <summary>Form C, another agency's Certificate of Check-Verification.</summary>
    /// <inheritdoc cref="A"/>
    public static FormDocument C(FormBasis basis, IReadOnlyDictionary<string, string> stated) =>
        Certificate("c", "Form C: Certificate of Check-Verification", "DPCM Annexure VIII", Require.NotNull(basis), Require.NotNull(stated), ["a", "b", "c", "d", "e"]);

    /// <summary>Form D, compliance with the intensity target.</summary>
    /// <param name="basis">The year's assessment, of a report or of a pro-forma.</param>
    /// <param name="stated">Fields by number that no assessment knows.</param>
    /// <param name="ledger">What the entity's ledger has of each vintage; null when no ledger is available.</param>
    /// <param name="firstYear">The first year of the trajectory: the form's compliance year I.</param>
    /// <remarks>The form prints two years. Which is I and which is II is read as the first and the second of the trajectory; a third has no line, and stays for the one who files.</remarks>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    public static FormDocument D(FormBasis basis, IReadOnlyDictionary<string, string> stated, IReadOnlyList<VintageHolding>? ledger = null, ComplianceYear? firstYear = null)
    {
        var form = Entity(new FormBuilder(Require.NotNull(stated)), Require.NotNull(basis))
            .Stated("5", "Accredited carbon verification agency")
            .Stated("6", "Form A submitted (yes or no)");
        Certificates(form, "7", basis).Part("Certificates submitted for compliance (8)");
        var first = firstYear ?? basis.Year;
        Submitted(form, "8(i)", "Compliance year II", first.Next, basis.Year, ledger);
        Submitted(form, "8(ii)", "Compliance year I", first, basis.Year, ledger);
        form.Part("Signature").Stated("signatory", "Name of the authorised signatory").Stated("designation", "Designation").Stated("date", "Date");
        return Make("d", "Form D: Compliance with the GHG emission intensity target", "DPCM Annexure IX", basis, form);
    }

    private static void Submitted(FormBuilder form, string number, string label, ComplianceYear vintage, ComplianceYear year, IReadOnlyList<VintageHolding>? ledger)
    {
        var of = ledger?.FirstOrDefault(v => v.Vintage == vintage);
        var known = ledger is not null && vintage <= year;
        var remark = vintage > year ? $"{vintage} is after this form's year" : known ? $"vintage {vintage}, as the ledger has them" : null;
        form.Computed(number + ".available", label + ": most certificates available", known ? of?.Available ?? 0 : null, "CCC", remark)
            .Computed(number + ".submitted", label + ": certificates submitted", known ? of?.Surrendered ?? 0 : null, "CCC", remark);
    }

    private static readonly string[] Measures = ["i", "ii", "iii", "iv", "v", "vi"];

    private static FormDocument Certificate(string id, string title, string annexure, FormBasis basis, IReadOnlyDictionary<string, string> stated, string[] statements)
    {
        var form = new FormBuilder(stated).Part("Head")
            .Stated("agency", "Accredited carbon verification agency")
            .Computed("entity", "Obligated entity", basis.Entity.Name)
            .Computed("registration", "Registration number", basis.Entity.Registration?.ToString())
            .Stated("notification", "MoEFCC notification, number and date")
            .Computed("year", "Compliance year", basis.Year.ToString())
            .Part("Statements");
        foreach (var statement in statements)
        {
            form.Stated($"({statement})", $"Statement ({statement})", remark: AsPrinted);
        }

        Certificates(form.Part("Certificates"), "certificates", basis)
            .Part("Signature").Stated("signatory", "Name of the signatory").Stated("designation", "Designation").Stated("date", "Date");
        return Make(id, title, annexure, basis, form);
    }

    private static FormBuilder Entity(FormBuilder form, FormBasis basis) => form.Part("The entity")
        .Computed("1", "Name of the obligated entity", basis.Entity.Name)
        .Computed("2", "Registration number", basis.Entity.Registration?.ToString())
        .Computed("3", "Sector", basis.Entity.Sector)
        .Computed("4", "Sub-sector", basis.Entity.SubSector);

    internal static FormBuilder Certificates(FormBuilder form, string number, FormBasis basis)
    {
        var result = basis.Certificates;
        return result.Kind switch
        {
            CertificateKind.Issue => form.Computed(number, "Number of certificates to be issued", result.Quantity!.Value, "CCC"),
            CertificateKind.Surrender => form.Computed(number, "Number of certificates to be surrendered", result.Quantity!.Value, "CCC"),
            CertificateKind.Nil => form.Computed(number, "Number of certificates to be issued or surrendered", 0m, "CCC"),
            CertificateKind.Withheld => form.Computed(number, "Number of certificates to be issued or surrendered", "withheld", null, "a figure of the report looks like a slip, and no reason for it is stated"),
            _ => form.Computed(number, "Number of certificates to be issued or surrendered", "not known", null, "no target of this entity and year is at hand, and none is no zero"),
        };
    }

    internal static FormDocument Make(string id, string title, string annexure, FormBasis basis, FormBuilder form) => new()
    {
        Id = id,
        Title = title,
        Annexure = annexure,
        Entity = basis.Entity,
        Year = basis.Year,
        Ruleset = basis.Ruleset,
        Illustrative = basis.Illustrative,
        Parts = form.Done(),
    };

    internal static string UnitOf(Assessment assessment) => After(assessment.Intensity.Achieved.ToString());

    internal static string OutputUnit(Assessment assessment) => After(assessment.Output.ToString());

    internal static string After(string quantity) => quantity.Substring(quantity.IndexOf(' ') + 1);
}
