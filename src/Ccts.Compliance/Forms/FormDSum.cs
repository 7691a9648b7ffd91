using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;

namespace Ccts.Compliance.Forms;

/// <summary>Whether the lines of Form D add up: what was submitted is what field 7 says is owed, and no vintage is without a line.</summary>
internal static class FormDSum
{
    internal static IEnumerable<FormNotice> Of(FormDocument form, CertificateResult certificates, IReadOnlyList<VintageHolding>? ledger, IReadOnlyList<ComplianceYear> printed)
    {
        foreach (var vintage in ledger?.Where(v => !printed.Contains(v.Vintage) && v.Available > 0) ?? [])
        {
            yield return new($"The form has no line for the vintage {vintage.Vintage}: {Whole(vintage.Surrendered)} were submitted of it, {Whole(vintage.Held)} are held.", vintage.Surrendered > 0);
        }

        if (Submitted(form) is not { } submitted)
        {
            yield break;
        }

        var owed = certificates.Kind switch { CertificateKind.Surrender => certificates.Quantity, CertificateKind.Issue or CertificateKind.Nil => 0, _ => null };
        if (owed != submitted)
        {
            yield return owed switch
            {
                null => new($"The lines of field 8 come to {Whole(submitted)} certificates submitted, and what is owed is not known.", true),
                { } more when more > submitted => new($"{Whole(submitted)} of the {Whole(more)} certificates owed stand in the lines of field 8; {Whole(more - submitted)} do not.", true),
                { } less => new($"The lines of field 8 come to {Whole(submitted)} certificates submitted, and {Whole(less)} are owed.", true),
            };
        }
    }

    // Without a line that is filled nothing was said to be submitted.
    private static decimal? Submitted(FormDocument form)
    {
        var filled = form.Fields.Where(f => f.Number.StartsWith("8(", StringComparison.Ordinal) && f.Number.EndsWith(".submitted", StringComparison.Ordinal) && f.Value is not null).ToList();
        return filled.Count == 0 ? null : filled.Sum(f => decimal.TryParse(f.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var submitted) ? submitted : 0m);
    }

    private static string Whole(decimal number) => IndianFigures.Number(number, "N0");
}
