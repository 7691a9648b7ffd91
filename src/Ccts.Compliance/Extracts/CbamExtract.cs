using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Extracts;

/// <summary>What a plant communicates to importers in the European Union, in the fields of the Commission's template v2.1.1, which is of the transitional period.</summary>
/// <remarks>
/// Pure and thread-safe. For imports from 1 January 2026 Implementing Regulation (EU) 2025/2547 governs; its template was not seen. Emissions are those of the scheme's boundary and gases: CBAM's own
/// rules of boundary, precursors and gases govern, and what they need beyond it is stated by the plant.
/// </remarks>
public static class CbamExtract
{
    private const string Unknown = "the plant states it";

    /// <summary>Fills the fields for the plant's product.</summary>
    /// <param name="report">The report.</param>
    /// <param name="assessment">Its assessment, with steps.</param>
    /// <param name="cnCode">The CN code of the product.</param>
    /// <param name="price">The price at which a certificate was bought, for the carbon price effectively due; null where none was.</param>
    /// <param name="stated">Fields by number that no report knows, e.g. <c>clinker-factor</c>.</param>
    /// <exception cref="ArgumentException">The code is none of the goods.</exception>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">A stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(MonitoringReport report, Assessment assessment, string cnCode, Inr? price, IReadOnlyDictionary<string, string> stated)
    {
        var category = CbamGoods.CategoryOf(Require.NotNull(cnCode)) ?? throw new ArgumentException($"\"{ShownText.Short(cnCode)}\" is the code of no good of the template.", nameof(cnCode));
        var scopes = ReportedScopes.Of(Require.NotNull(report), Require.NotNull(assessment));
        var output = assessment.Output.Value > 0m ? assessment.Output.Value : (decimal?)null;
        var several = report.Products.Count > 1 ? "several products: shared by equivalent product, which is a reading" : null;
        var form = new FormBuilder(Require.NotNull(stated)).Part("Installation")
            .Computed("installation", "Name", assessment.Entity.Name)
            .Stated("address", "Street, number; UNLOCODE; latitude, longitude of the main source", remark: Unknown)
            .Computed("activity", "Economic activity", assessment.Entity.Sector)
            .Computed("country", "Country", "India")
            .Computed("from", "Reporting period start", NodaTime.Text.LocalDatePattern.Iso.Format(assessment.Year.FirstDay))
            .Computed("to", "Reporting period end", NodaTime.Text.LocalDatePattern.Iso.Format(assessment.Year.LastDay))
            .Part("Goods and process")
            .Computed("category", "Aggregated goods category", category)
            .Computed("cn", "CN code", cnCode.Trim())
            .Stated("route", "Production route", remark: Unknown)
            .Part("Emissions of the installation, tCO2e")
            .Computed("direct", "Total direct emissions", scopes.Direct, "tCO2e", "the scheme's boundary, CO2 and PFCs")
            .Computed("indirect", "Total indirect emissions", scopes.IndirectAsAssessed, "tCO2e", "by the scheme's grid factor of the baseline year; the template asks for the source of the factor")
            .Computed("total", "Total", scopes.Direct + scopes.IndirectAsAssessed, "tCO2e")
            .Part("Product")
            .Stated("product", "Product name, as on the invoice", remark: Unknown)
            .Computed("see-direct", "Specific embedded emissions, direct", scopes.Direct / output, ComplianceForms.UnitOf(assessment), several)
            .Computed("see-indirect", "Specific embedded emissions, indirect", scopes.IndirectAsAssessed / output, ComplianceForms.UnitOf(assessment), several)
            .Computed("see-total", "Specific embedded emissions, total", (scopes.Direct + scopes.IndirectAsAssessed) / output, ComplianceForms.UnitOf(assessment), several)
            .Computed("electricity", "Embedded electricity", scopes.PurchasedMegawattHours / output, "MWh/t", "purchased")
            .Computed("electricity-ef", "Factor of the electricity", scopes.PurchasedMegawattHours > 0m ? scopes.IndirectAsAssessed / scopes.PurchasedMegawattHours : null, "tCO2/MWh")
            .Stated("electricity-source", "Source of that factor (D.4(a), D.4(b), D.4.1 …)", remark: Unknown);
        if (category == "Cement")
        {
            form.Stated("clinker-factor", "Clinker factor", remark: Unknown);
        }

        Price(form, assessment, scopes, output, price);
        form.Part("Quality").Stated("data-quality", "Quality of data").Stated("quality-assurance", "Quality assurance (third-party verification, internal audits, four eyes principle, none)").Stated("defaults", "Justification of default values")
            .Computed("template", "Template", "v2.1.1, transitional period; IR (EU) 2025/2547 governs imports from 1 January 2026, and its template was not seen");
        return ComplianceForms.Make("cbam", "CBAM communication", "Commission template v2.1.1", FormBasis.Of(assessment), form);
    }

    // The scheme's price touches only what is above the target, so the share is computed and never the whole.
    private static void Price(FormBuilder form, Assessment assessment, ReportedScopes scopes, decimal? output, Inr? price)
    {
        var certificates = assessment.Certificates;
        long? owed = certificates.Kind switch { CertificateKind.Surrender => certificates.Quantity, CertificateKind.Issue or CertificateKind.Nil => 0, _ => null };
        var embedded = scopes.Direct + scopes.IndirectAsAssessed;
        var due = owed is 0 ? 0m : price is { } paid ? owed * paid.Rupees / output : null;
        var why = owed is null ? "no target at hand, and none is no zero" : owed == 0 ? "nothing is owed" : null;
        form.Part("Carbon price due")
            .Computed("price-type", "Type of instrument", "National ETS", null, "a reading: the scheme is an intensity scheme; no recognition of it by the Union was found")
            .Computed("price-covered", "Emissions covered", owed, "tCO2e", why ?? "certificates to be surrendered: the gap to the target")
            .Computed("price-share", "Share of embedded emissions covered", owed is { } q && embedded > 0m ? Math.Round(q / embedded, 9) : null, null, why)
            .Computed("price-currency", "Currency", "INR")
            .Computed("price-due", "Carbon price due", due is { } d ? Math.Round(d, 6) : null, "INR/t", why ?? (price is null ? "no price of a certificate is stated" : $"certificates owed at {price}, over the product"))
            .Computed("rebate", "Type of rebate", "None")
            .Computed("price-effective", "Effective carbon price due", due is { } e ? Math.Round(e, 6) : null, "INR/t", why);
    }
}
