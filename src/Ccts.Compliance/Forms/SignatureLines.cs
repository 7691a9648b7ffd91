using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Compliance.Forms;

/// <summary>The lines at the foot of a form: one for each person who signs it, the seal where there is one, and what no field of the form has room for.</summary>
internal static class SignatureLines
{
    internal static IReadOnlyList<string> Of(FormDocument form)
    {
        List<string> lines = [.. Signers(form.Id)];
        bool Has(string number) => form.Fields.Any(f => string.Equals(f.Number, number, StringComparison.Ordinal));
        if (!Has("signatory") && !Has("auditor"))
        {
            lines.Add("Name and designation");
        }

        if (form.Id != "audit")
        {
            lines.Add("Seal");
        }

        if (!Has("date"))
        {
            lines.Add("Place and date");
        }

        return lines;
    }

    // Form E2 is signed for the entity and by its energy manager, a verification report by its lead auditor and by the reviewer outside the team (DPCM Annexure V, s.6(15)).
    private static string[] Signers(string form) => form switch
    {
        "e2" => ["Signature of the authorised signatory", "Signature of the Energy Manager"],
        "verification" => ["Signature of the lead auditor", "Signature of the technical reviewer"],
        "audit" => ["Signature of the auditor"],
        _ => ["Signature"],
    };
}
