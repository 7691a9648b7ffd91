using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Pages.Wording;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;

namespace Ccts.Compliance.Forms;

/// <summary>Checks that the lines of Form D add up: submissions equal what field 7 says is owed, and every vintage has a line.</summary>
internal static class FormDSum
{
    internal static IEnumerable<FormNotice> Of(FormDocument form, CertificateResult certificates, IReadOnlyList<VintageHolding>? ledger, IReadOnlyList<ComplianceYear> printed)
    {
        foreach (var vintage in ledger?.Where(v => !printed.Contains(v.Vintage) && v.Available > 0) ?? [])
        {
            yield return new($"The form has no line for the vintage {vintage.Vintage}: {Whole(vintage.Surrendered)} were submitted of it, {Whole(vintage.Held)} are held.", vintage.Surrendered > 0);
        }

        foreach (var line in form.Fields.Where(f => IsSubmitted(f) && Number(f) > Number(form.Fields.FirstOrDefault(a => a.Number == f.Number.Replace(".submitted", ".available")))))
        {
            yield return new($"{line.Number} is {Whole(Number(line)!.Value)} certificates submitted, more than were available of that vintage.", true);
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

    // Without a filled line, the form states no submission.
    private static decimal? Submitted(FormDocument form)
    {
        var filled = form.Fields.Where(f => IsSubmitted(f) && f.Value is not null).ToList();
        return filled.Count == 0 ? null : filled.Sum(Number);
    }

    private static bool IsSubmitted(FormField field) => field.Number.StartsWith("8(", StringComparison.Ordinal) && field.Number.EndsWith(".submitted", StringComparison.Ordinal);

    private static decimal? Number(FormField? field) => decimal.TryParse(field?.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Whole(decimal number) => IndianFigures.Number(number, "N0");
}
