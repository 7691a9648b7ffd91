using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas.Reading;

/// <summary>Reads a pro-forma strictly from its two files: every problem at once, each with its place. A form with an error is not loaded at all.</summary>
/// <remarks>Pure and thread-safe. The format is described in docs/pro-formas.md and schemas/proforma.schema.json.</remarks>
public static class ProFormaReader
{
    /// <summary>The file that describes the form, with workbook errors, open points and checks.</summary>
    public const string HeaderFile = "proforma.json";

    /// <summary>The file with the lines of the form and their formulas.</summary>
    public const string FieldsFile = "fields.csv";

    /// <summary>Reads a form; false with every problem when it has an error.</summary>
    /// <param name="id">Its id in the ruleset, e.g. <c>cement</c>.</param>
    /// <param name="header">The bytes of <c>proforma.json</c>.</param>
    /// <param name="headerName">A name for messages, or null.</param>
    /// <param name="fields">The bytes of <c>fields.csv</c>.</param>
    /// <param name="fieldsName">A name for messages, or null.</param>
    /// <param name="form">The form, or null.</param>
    /// <param name="problems">Every problem, in reading order.</param>
    public static bool TryRead(string id, byte[] header, string? headerName, byte[] fields, string? fieldsName, [NotNullWhen(true)] out ProForma? form, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(id);
        var found = new ProblemList();
        var table = new FieldTable(found);
        table.Read(Require.NotNull(fields), fieldsName);
        var root = LocatedJson.Read(Require.NotNull(header), headerName, found, FieldTable.MaxBytes);
        form = root is null || found.HasErrors ? null : new FormFile(id, new ObjectReader(root, found), table, found).Read();
        problems = found.ToList();
        form = found.HasErrors ? null : form;
        return form is not null;
    }
}
