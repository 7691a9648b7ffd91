using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Compliance.Forms;

/// <summary>BEE's Forms A to D of a compliance year, filled from an assessment; Form E2 is <see cref="EnergyForm"/>'s.</summary>
/// <remarks>
/// Pure and thread-safe. What no assessment knows is stated by the field's number, e.g. <c>5</c> for the agency in Form A, or stays empty.
/// Labels, statements and undertakings are the procedure's, in its order and words (<c>ProcedureWords</c>).
/// </remarks>
public static class ComplianceForms
{
    private const string Certified = "Number of Carbon Credit Certificates Issued/ Surrendered";
    internal const string Deemed = "deemed, not measured: the baseline's, since the documents were not submitted (GEI Rules r.4(5))";
    private const string NoDate = "the form prints none";

    /// <summary>Form A, the entity's Performance Assessment Document.</summary>
    /// <param name="basis">The year's assessment, of a report or of a pro-forma.</param>
    /// <param name="stated">Fields by number that no assessment knows.</param>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    public static FormDocument A(FormBasis basis, IReadOnlyDictionary<string, string> stated)
    {
        var form = Entity(new FormBuilder(Require.NotNull(stated)), Require.NotNull(basis))
            .Stated("5", "Accredited carbon verification agency", remark: "filled by the portal")
            .Stated("6", "Annual Carbon Emission Accounting Form \u2013 Form I, previous year: Submitted/Not submitted", remark: "Form C calls Form 1 the E2 form")
            .Computed("7", "Achieved GHG Emission Intensity", basis.Achieved?.TonnesPerUnit, basis.Achieved is { } achieved ? After(achieved.ToString()) : null, basis.IsDeemed ? Deemed : null)
            .Computed("8", "Production (baseline)", basis.Product.Value, After(basis.Product.ToString()), "so it is printed; this is the equivalent product of the compliance year");
        Certificates(form, "9", basis).Table("10 Carbon Emission Reduction measures implemented in the current compliance year", "Measure", "Year of Implementation", "GHG Emission (before)", "GHG Emission (after)", "Investment");
        foreach (var measure in Measures)
        {
            form.Stated($"11({measure})", $"Measure {measure}").Stated($"11({measure}).year", $"Measure {measure}: year of implementation")
                .Stated($"11({measure}).before", $"Measure {measure}: GHG emission (before)").Stated($"11({measure}).after", $"Measure {measure}: GHG emission (after)").Stated($"11({measure}).investment", $"Measure {measure}: investment");
        }

        form.Part("Enclosures (DPCM s.6(1))")
            .Stated("enclosure.registration", "Copy of the registration")
            .Stated("enclosure.e2", "Proof that Form E2 was submitted")
            .Stated("enclosure.measures", "Measures in detail: brief, investment, photographs, reduction in per cent")
            .Stated("enclosure.intensities", "Baseline and compliance-year emissions and intensity, as the agency assessed them")
            .Stated("enclosure.report", "Verified GHG emission report")
            .Stated("enclosure.energy-manager", "Particulars of the energy manager")
            .Part("Undertaking")
            .Printed("undertaking", ProcedureWords.UndertakingOfA)
            .Printed("undertaking.enquiry", ProcedureWords.EnquiryOfA)
            .Stated("signatory", "Name")
            .Stated("designation", "Designation")
            .Stated("firm", "For and behalf of: Name of the Firm/Company/Organization")
            .Stated("date", "Date", remark: NoDate);
        return Make("a", "Form A: Performance Assessment Document", "DPCM Annexure VI", basis, form);
    }

    /// <summary>Form B, the agency's Certificate of Verification.</summary>
    /// <inheritdoc cref="A"/>
    public static FormDocument B(FormBasis basis, IReadOnlyDictionary<string, string> stated) =>
        Certificate("b", "Form B: Certificate of Verification", "DPCM Annexure VII", Require.NotNull(basis), Require.NotNull(stated), ProcedureWords.CertificateOfB, ProcedureWords.StatementsOfB);

    /// <summary>Form C, another agency's Certificate of Check-Verification.</summary>
    /// <inheritdoc cref="A"/>
    public static FormDocument C(FormBasis basis, IReadOnlyDictionary<string, string> stated) =>
        Certificate("c", "Form C: Certificate of Check \u2013 Verification", "DPCM Annexure VIII", Require.NotNull(basis), Require.NotNull(stated), ProcedureWords.CertificateOfC, ProcedureWords.StatementsOfC);

    /// <summary>Form D, compliance with the intensity target.</summary>
    /// <param name="basis">The year's assessment, of a report or of a pro-forma.</param>
    /// <param name="stated">Fields by number that no assessment knows.</param>
    /// <param name="ledger">What the entity's ledger has of each vintage; null when no ledger is available.</param>
    /// <param name="firstYear">The first year of the trajectory: the form's compliance year I.</param>
    /// <param name="on">The day on which the ledger was read; null where it is not stated.</param>
    /// <remarks>The form prints two years. They are read as the first and second years of the trajectory; the form has no line for a third year, so the filer has to add it.</remarks>
    /// <exception cref="CctsDataException">A stated value contradicts a computed one, or belongs to no field.</exception>
    public static FormDocument D(FormBasis basis, IReadOnlyDictionary<string, string> stated, IReadOnlyList<VintageHolding>? ledger = null, ComplianceYear? firstYear = null, LocalDate? on = null)
    {
        var form = Entity(new FormBuilder(Require.NotNull(stated)), Require.NotNull(basis))
            .Stated("5", "Accredited carbon verification agency")
            .Stated("6", "Performance Assessment Document \u2013 Form A: Submitted/Not submitted");
        Certificates(form, "7", basis).Part("8 Carbon Credit Certificates submission for compliance");
        var first = firstYear ?? basis.Year;
        Submitted(form, "8(i)", "Compliance Year II", first.Next, basis.Year, ledger, on);
        Submitted(form, "8(ii)", "Compliance Year I", first, basis.Year, ledger, on);
        form.Part("Signature (the copy that was read prints no line for it)").Stated("signatory", "Name of the authorised signatory").Stated("designation", "Designation").Stated("date", "Date");
        var made = Make("d", "Form D: Compliance of Greenhouse Gas Emission Intensity Targets", "DPCM Annexure IX", basis, form);
        return made with { Notices = [.. made.Notices, .. FormDSum.Of(made, basis.Certificates, ledger, [first, first.Next])] };
    }

    private static void Submitted(FormBuilder form, string number, string label, ComplianceYear vintage, ComplianceYear year, IReadOnlyList<VintageHolding>? ledger, LocalDate? on)
    {
        var of = ledger?.FirstOrDefault(v => v.Vintage == vintage);
        if (vintage > year)
        {
            form.Known(number + ".available", label + ": Max. CCC Available", null, "CCC", $"{vintage} is after this form's year").Known(number + ".submitted", label + ": No. of Certificates", null, "CCC", $"{vintage} is after this form's year");
            return;
        }

        var known = ledger is not null;
        var remark = !known ? null : on is { } day ? $"vintage {vintage}, as the ledger had them on {NodaTime.Text.LocalDatePattern.Iso.Format(day)}" : $"vintage {vintage}, as the ledger has them";
        form.Computed(number + ".available", label + ": Max. CCC Available", known ? of?.Available ?? 0 : null, "CCC", remark)
            .Computed(number + ".submitted", label + ": No. of Certificates", known ? of?.Surrendered ?? 0 : null, "CCC", remark);
    }

    private static readonly string[] Measures = ["i", "ii", "iii", "iv", "v", "vi"];

    // The certificate is a sentence with blanks. The fields above it hold the values that fill them, so that a program can read them.
    private static FormDocument Certificate(string id, string title, string annexure, FormBasis basis, IReadOnlyDictionary<string, string> stated, string certificate, IReadOnlyList<string> statements)
    {
        var form = new FormBuilder(stated).Part("Particulars that fill the blanks of the certificate")
            .Stated("agency", "Accredited carbon verification agency")
            .Computed("entity", "Obligated entity", basis.Entity.Name)
            .Computed("registration", "Registration number", basis.Entity.Registration?.ToString(), remark: "the form prints no line for it")
            .Stated("notification", "Notification of the Ministry of Environment, Forest and Climate Change: number")
            .Stated("notification.date", "Notification: date")
            .Computed("year", "Compliance year", basis.Year.ToString());
        Certificates(form, "certificates", basis).Part("The certificate");
        string Filled(string text, params string?[] values) => string.Format(CultureInfo.InvariantCulture, text, values.Select(v => (object)(v ?? ProcedureWords.Blank)).ToArray());
        form.Printed("certify", Filled(certificate, form.StatedText("agency"), basis.Entity.Name, form.StatedText("notification"), form.StatedText("notification.date"), basis.Year.ToString()));
        var certificates = basis.Certificates.Quantity is { } quantity ? IndianFigures.Whole(quantity) : null;
        for (var i = 0; i < statements.Count; i++)
        {
            form.Printed($"({(char)('a' + i)})", Filled(statements[i], certificates, basis.Entity.Name));
        }

        form.Stated("signatory", "Name of the Authorized Signatory on behalf of the accredited carbon verification agency").Stated("designation", "Designation").Stated("date", "Date", remark: NoDate);
        return Make(id, title, annexure, basis, form);
    }

    private static FormBuilder Entity(FormBuilder form, FormBasis basis) => form.Part("The entity")
        .Computed("1", "Name of obligated entity", basis.Entity.Name)
        .Computed("2", "Registration number", basis.Entity.Registration?.ToString())
        .Computed("3", "Sector", basis.Entity.Sector)
        .Computed("4", "Sub-sector", basis.Entity.SubSector);

    internal static FormBuilder Certificates(FormBuilder form, string number, FormBasis basis)
    {
        var result = basis.Certificates;
        return result.Kind switch
        {
            CertificateKind.Issue => form.Computed(number, Certified + ": to be issued", result.Quantity!.Value, "CCC"),
            CertificateKind.Surrender => form.Computed(number, Certified + ": to be surrendered", result.Quantity!.Value, "CCC"),
            CertificateKind.Nil => form.Computed(number, Certified, 0m, "CCC"),
            CertificateKind.Withheld => form.Computed(number, Certified, "withheld", null, "a figure of the report looks like a slip, and no reason for it is stated"),
            _ when basis.HasNoObligation => form.Computed(number, Certified, "none", null, "the schedule prints no target for this year, so nothing is issued and nothing owed"),
            _ => form.Computed(number, Certified, "not known", null, "no target of this entity and year is at hand, and none is no zero"),
        };
    }

    // A form that certifies a number certifies nothing without one.
    private static FormNotice[] WithoutTarget(string id, FormBasis basis) => System.Array.IndexOf(Certifying, id) >= 0 && basis.Certificates.Kind is not (CertificateKind.Issue or CertificateKind.Surrender or CertificateKind.Nil or CertificateKind.Withheld)
        ? [new FormNotice(basis.HasNoObligation ? $"The schedule prints no target for this entity in {basis.Year}, so no certificate is issued or owed, and this form is about them." : "No target of this entity and year is at hand, so the number of certificates is not known, and this form is about it.", true)]
        : [];

    private static readonly string[] Certifying = ["a", "b", "c", "d"];

    // Documents that state certificates computed from the target.
    private static readonly string[] ByTarget = ["a", "b", "c", "d", "cbam", "verification", "check"];

    internal static FormDocument Make(string id, string title, string annexure, FormBasis basis, FormBuilder form)
    {
        var parts = form.Done();
        return new()
        {
            Id = id,
            Title = title,
            Annexure = annexure,
            Entity = basis.Entity,
            Year = basis.Year,
            Ruleset = basis.Ruleset,
            Illustrative = basis.Illustrative,
            Notices = [.. basis.Notices, .. WithoutTarget(id, basis), .. basis.NotInForce is { } draft && System.Array.IndexOf(ByTarget, id) >= 0 ? new[] { new FormNotice(draft, true) } : [], .. FormSense.Of(id, basis, parts)],
            Parts = parts,
        };
    }

    internal static string UnitOf(Assessment assessment) => After(assessment.Intensity.Achieved.ToString());

    internal static string OutputUnit(Assessment assessment) => After(assessment.Output.ToString());

    internal static string After(string quantity) => quantity.Substring(quantity.IndexOf(' ') + 1);
}
