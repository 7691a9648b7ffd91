using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Forms;

/// <summary>The column of the year before, from that year's own form: a line is found by its label, since products can stand in another order.</summary>
internal sealed class PreviousColumn(FormDocument? form)
{
    internal const string Suffix = ".previous";

    /// <summary>What stands in the line of the year before; null where there is none.</summary>
    internal string? Of(FormField field) => form?.Fields.FirstOrDefault(f => Stem(f.Number) == Stem(field.Number) && f.Unit == field.Unit && string.Equals(f.Label, field.Label, StringComparison.Ordinal))?.Value;

    /// <summary>Lines of the year before that the current year has not.</summary>
    internal static IEnumerable<FormField> Others(FormDocument? form, string stem, IEnumerable<string> labels) =>
        form?.Fields.Where(f => Stem(f.Number) == stem && !labels.Contains(f.Label, StringComparer.Ordinal)) ?? [];

    /// <summary>Takes a form of the year before, of the same entity.</summary>
    /// <exception cref="CctsDataException">It is another form, or of another year or entity.</exception>
    internal static void Check(FormDocument? form, string id, FormBasis basis)
    {
        if (form is not null && (form.Id != id || form.Year != basis.Year.Previous || KeyOf(form.Entity) != KeyOf(basis.Entity)))
        {
            throw new CctsDataException([new Problem("other-report", Severity.Error, $"The document for the year before is {form.Id} of {Named(form.Entity)}, {form.Year}.", default) { Expected = $"{id} of {Named(basis.Entity)}, {basis.Year.Previous}" }]);
        }
    }

    private static string Named(Sdk.Entities.ObligatedEntity entity) => entity.Name + (entity.Registration is { } number ? $" ({number})" : "");

    private static string KeyOf(Sdk.Entities.ObligatedEntity entity) => entity.Registration?.ToString() ?? entity.Name;

    private static string Stem(string number) => number.IndexOf('(') is var at and > 0 ? number.Substring(0, at) : number;
}
