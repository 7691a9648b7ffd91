using System;
using System.Collections.Generic;

namespace Ccts.Compliance.Forms;

/// <summary>
/// What the procedure's forms print: the lines of Form E2's part B2, and what whoever signs a form signs (DPCM Annexures V to VIII, BEE v1.0 of July 2024), word for word after a stored copy; the PDF was not seen.
/// A blank of the form is <c>{0}</c>, <c>{1}</c>, and stays a line while nothing is known for it.
/// </summary>
internal static class ProcedureWords
{
    /// <summary>A blank that nobody has filled.</summary>
    internal const string Blank = "____________";

    internal const string UndertakingOfE2 = "I/we undertake that the information supplied in the Energy and Emission Form and Sector Specific Pro-forma is accurate to the best of my knowledge and the data furnished in E2 Form has been adhered to the data given in the concerned Sector Specific Pro-forma.";

    internal const string UndertakingOfA = "I/We undertake that the information supplied in this Performance Assessment Document is accurate to the best of my knowledge and if any of the information supplied is found to be incorrect and such information result into loss to the Central Government or any of the authority under them or any other person affected, I/we undertake to indemnify such loss.";

    internal const string EnquiryOfA = "I/We agree to extend necessary assistance in case of any enquiry to be made in the matter.";

    // Agency, entity, number of the notification, its date, compliance year.
    private const string Evaluation = "We {0} the accredited carbon verification agency, have undertaken a thorough independent evaluation of the activities undertaken by M/s. {1}, a obligated entity for compliance with the greenhouse gases emission intensity ";
    private const string Notification = " specified under the Government of India, Ministry of Environment Forest and Climate Change notification number {2}, dated the {3} for the compliance year {4} and consequent entitlement or requirement of carbon credit certificates";

    internal const string CertificateOfB = Evaluation + "targets" + Notification + " and certify that-";

    internal const string CertificateOfC = Evaluation + "target" + Notification + ", mentioned in the Performance Assessment Document in Form \u2018A\u2019 and compliance of greenhouse gas emission norms document in Form \u2018D\u2019 and certify that-";

    /// <summary>Statements (a) to (f) of Form B; the number of certificates is <c>{0}</c>.</summary>
    internal static readonly IReadOnlyList<string> StatementsOfB =
    [
        "the verification of the data collection in relation to greenhouse gases emitted and specific greenhouse gases emission per unit of equivalent product in the compliance year in Annual Carbon Emission Accounting Form (Form 1), has been carried out diligently and truthfully;",
        "the verification of the identified carbon emission reduction measures and the progress of their implementation given in the Form A has been carried out diligently and truthfully;",
        "the verification of the compliance with greenhouse gases emission norms during the compliance year has been carried out diligently and truthfully;",
        "the verification of GHG emissions report;",
        "the verification of the total amount of greenhouse gases emissions reduced in the compliance year and request made by the obligated entity, the entitlement of {0} (Nos) carbon credit certificate(s) required to be issued or to be surrendered by that obligated entity have been carried out diligently and truthfully;",
        "all reasonable professional skill, care, and diligence have been taken in verifying the various verification activities, findings and conclusions, documents, reports, preparing the documents including the performance assessment document in Form \u2018A\u2019 and verification report and the contents thereof are a true representation of the facts.",
    ];

    /// <summary>Statements (a) to (e) of Form C; the number of certificates is <c>{0}</c>, the first agency's entity <c>{1}</c>.</summary>
    internal static readonly IReadOnlyList<string> StatementsOfC =
    [
        "the check verification of the data collection in relation to greenhouse gases emitted and specific greenhouse gases emission per unit of equivalent product in the compliance year in E2 Form (Form 1), has been carried out diligently and truthfully;",
        "the check verification of the identified carbon emission reduction measures and the progress of their implementation given in the Form A has been carried out diligently and truthfully;",
        "the check verification of the compliance with greenhouse gases emission norms during the compliance year has been carried out diligently and truthfully;",
        "the check verification of the total amount of greenhouse gases emissions reduced in the compliance year and request made by the obligated entity, the entitlement of {0} (Nos) carbon credit certificate(s) required to be issued or surrendered by that obligated entity have been carried out diligently and truthfully;",
        "all reasonable professional skill, care, and diligence have been taken in check-verifying the various verification activities, findings and conclusions, documents, reports, preparing the documents including the performance assessment document in Form \u2018A\u2019 and verification report submitted by the accredited carbon verification agency appointed by the obligated entity {1} for verification and the contents thereof are a true representation of the facts.",
    ];

    /// <summary>The lines of B2 as the form prints them.</summary>
    internal static readonly IReadOnlyDictionary<string, (string Label, string Unit)> EnergyLines = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["B2(i)"] = ("Total Electricity Purchased from Grid/Other Source", EnergyForm.Million),
        ["B2(ii)"] = ("Total Electricity Generated", EnergyForm.Million),
        ["B2(iii)"] = ("Total Electricity Exported", EnergyForm.Million),
        ["B2(iv)"] = ("Total Electrical Energy Consumption", EnergyForm.Million),
        ["B2(v)"] = ("Total Solid Fuel Consumption", EnergyForm.Heat),
        ["B2(vi)"] = ("Total Liquid Fuel Consumption", EnergyForm.Heat),
        ["B2(vii)"] = ("Total Gaseous Fuel Consumption", EnergyForm.Heat),
        ["B2(viii)"] = ("Total Thermal Energy Consumption", EnergyForm.Heat),
        ["B2(ix)"] = ("Total Energy Consumption (Thermal + Electrical)", EnergyForm.Toe),
        ["B2(x)"] = ("Total Normalized Energy Consumption (Thermal + Electrical)", EnergyForm.Toe),
        ["B2(xi)"] = ("Direct GHG Emissions (Energy related)", EnergyForm.Tonnes),
        ["B2(xii)"] = ("Indirect GHG Emissions (Energy related)", EnergyForm.Tonnes),
        ["B2(xiii)"] = ("Direct GHG Emissions (Process related)", EnergyForm.Tonnes),
        ["B2(xiv)"] = ("Total Direct & Indirect Emissions", EnergyForm.Tonnes),
    };
}
