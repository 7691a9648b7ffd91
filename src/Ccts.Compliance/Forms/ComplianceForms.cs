using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
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
    /// <param name="assessment">The year's assessment.</param>
    /// <param name="stated">Fields by number that no assessment knows.</param>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    public static FormDocument A(Assessment assessment, IReadOnlyDictionary<string, string> stated)
    {
        var form = Entity(new FormBuilder(Require.NotNull(stated)), Require.NotNull(assessment))
            .Stated("5", "Accredited carbon verification agency", remark: "filled by the portal")
            .Stated("6", "Form E2 of the previous year submitted (yes or no)")
            .Computed("7", "Achieved GHG emission intensity", assessment.Intensity.Achieved.TonnesPerUnit, UnitOf(assessment))
            .Computed("8", "Production (equivalent product)", assessment.Output.Value, OutputUnit(assessment), "the printed label says \"baseline\" too; this is the compliance year's");
        Certificates(form, "9", assessment).Part("Measures taken (10, 11)");
        for (var i = 0; i < Measures.Length; i++)
        {
            form.Stated($"11({Measures[i]})", $"Measure {Measures[i]}: what, year, GHG before, GHG after, investment");
        }

        form.Part("Undertaking")
            .Stated("undertaking", "Undertaking with indemnity", remark: AsPrinted)
            .Stated("signatory", "Name of the authorised signatory")
            .Stated("designation", "Designation")
            .Stated("date", "Date");
        return Make("a", "Form A: Performance Assessment Document", "DPCM Annexure VI", assessment, form);
    }

    /// <summary>Form B, the agency's Certificate of Verification.</summary>
    /// <inheritdoc cref="A"/>
    public static FormDocument B(Assessment assessment, IReadOnlyDictionary<string, string> stated) =>
        Certificate("b", "Form B: Certificate of Verification", "DPCM Annexure VII", Require.NotNull(assessment), Require.NotNull(stated), ["a", "b", "c", "d", "e", "f"]);

    /// <summary>Form C, another agency's Certificate of Check-Verification.</summary>
    /// <inheritdoc cref="A"/>
    public static FormDocument C(Assessment assessment, IReadOnlyDictionary<string, string> stated) =>
        Certificate("c", "Form C: Certificate of Check-Verification", "DPCM Annexure VIII", Require.NotNull(assessment), Require.NotNull(stated), ["a", "b", "c", "d", "e"]);

    /// <summary>Form D, compliance with the intensity target.</summary>
    /// <param name="assessment">The year's assessment.</param>
    /// <param name="stated">Fields by number that no assessment knows.</param>
    /// <param name="held">Certificates that the entity's ledger holds free for this year; null when no ledger is at hand.</param>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    public static FormDocument D(Assessment assessment, IReadOnlyDictionary<string, string> stated, long? held = null)
    {
        var form = Entity(new FormBuilder(Require.NotNull(stated)), Require.NotNull(assessment))
            .Stated("5", "Accredited carbon verification agency")
            .Stated("6", "Form A submitted (yes or no)");
        Certificates(form, "7", assessment).Part("Certificates submitted for compliance (8)");
        form.Stated("8(i).available", "Compliance year II: most certificates available")
            .Stated("8(i).submitted", "Compliance year II: certificates submitted");
        _ = held is { } tonnes
            ? form.Computed("8(ii).available", "Compliance year I: most certificates available", tonnes, "CCC", "as the ledger has them")
            : form.Stated("8(ii).available", "Compliance year I: most certificates available");
        form.Stated("8(ii).submitted", "Compliance year I: certificates submitted")
            .Part("Signature").Stated("signatory", "Name of the authorised signatory").Stated("designation", "Designation").Stated("date", "Date");
        return Make("d", "Form D: Compliance with the GHG emission intensity target", "DPCM Annexure IX", assessment, form);
    }

    private static readonly string[] Measures = ["i", "ii", "iii", "iv", "v", "vi"];

    private static FormDocument Certificate(string id, string title, string annexure, Assessment assessment, IReadOnlyDictionary<string, string> stated, string[] statements)
    {
        var form = new FormBuilder(stated).Part("Head")
            .Stated("agency", "Accredited carbon verification agency")
            .Computed("entity", "Obligated entity", assessment.Entity.Name)
            .Computed("registration", "Registration number", assessment.Entity.Registration?.ToString())
            .Stated("notification", "MoEFCC notification, number and date")
            .Computed("year", "Compliance year", assessment.Year.ToString())
            .Part("Statements");
        foreach (var statement in statements)
        {
            form.Stated($"({statement})", $"Statement ({statement})", remark: AsPrinted);
        }

        Certificates(form.Part("Certificates"), "certificates", assessment)
            .Part("Signature").Stated("signatory", "Name of the signatory").Stated("designation", "Designation").Stated("date", "Date");
        return Make(id, title, annexure, assessment, form);
    }

    private static FormBuilder Entity(FormBuilder form, Assessment assessment) => form.Part("The entity")
        .Computed("1", "Name of the obligated entity", assessment.Entity.Name)
        .Computed("2", "Registration number", assessment.Entity.Registration?.ToString())
        .Computed("3", "Sector", assessment.Entity.Sector)
        .Computed("4", "Sub-sector", assessment.Entity.SubSector);

    private static FormBuilder Certificates(FormBuilder form, string number, Assessment assessment)
    {
        var result = assessment.Certificates;
        return result.Kind switch
        {
            CertificateKind.Issue => form.Computed(number, "Number of certificates to be issued", result.Quantity!.Value, "CCC"),
            CertificateKind.Surrender => form.Computed(number, "Number of certificates to be surrendered", result.Quantity!.Value, "CCC"),
            CertificateKind.Nil => form.Computed(number, "Number of certificates to be issued or surrendered", 0m, "CCC"),
            _ => form.Computed(number, "Number of certificates to be issued or surrendered", "not known", null, "no target of this entity and year is at hand, and none is no zero"),
        };
    }

    internal static FormDocument Make(string id, string title, string annexure, Assessment assessment, FormBuilder form) => new()
    {
        Id = id,
        Title = title,
        Annexure = annexure,
        Entity = assessment.Entity,
        Year = assessment.Year,
        Ruleset = assessment.Ruleset,
        Illustrative = assessment.Illustrative,
        Parts = form.Done(),
    };

    internal static string UnitOf(Assessment assessment) => After(assessment.Intensity.Achieved.ToString());

    private static string OutputUnit(Assessment assessment) => After(assessment.Output.ToString());

    private static string After(string quantity) => quantity.Substring(quantity.IndexOf(' ') + 1);
}
