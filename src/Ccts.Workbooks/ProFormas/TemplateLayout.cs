using System.Collections.Generic;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Where everything is in a template.</summary>
internal static class TemplateLayout
{
    /// <summary>In A1 of the first sheet: the format's name and version.</summary>
    internal const string Format = "ccts-proforma-template/1";
    internal const string GeneralSheet = "General";
    internal const string WordsSheet = "Words";
    internal const string GeneralPrefix = "general.";

    // General: a key, what it is, the value, a note.
    internal const int KeyColumn = 1;
    internal const int TitleColumn = 2;
    internal const int ValueColumn = 3;
    internal const int NoteColumn = 4;

    // The form's sheets: field, label, basis, unit, the years, a note.
    internal const int LabelColumn = 2;
    internal const int BasisColumn = 3;
    internal const int UnitColumn = 4;
    internal const int FormNoteColumn = 9;
    internal const int HeaderRow = 1;

    /// <summary>The first cell of a sheet with figures.</summary>
    internal const string FieldHeader = "Field";

    internal static readonly IReadOnlyList<(ProFormaColumn Column, int At, string Header)> Years =
    [
        (ProFormaColumn.Year1, 5, "Baseline year 1"),
        (ProFormaColumn.Year2, 6, "Baseline year 2"),
        (ProFormaColumn.Year3, 7, "Baseline year 3"),
        (ProFormaColumn.Current, 8, "Current year"),
    ];
}
