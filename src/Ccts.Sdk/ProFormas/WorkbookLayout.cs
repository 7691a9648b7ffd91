using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>The layout of the filed workbook: its sheets, their columns, and the cells of choices.</summary>
/// <remarks>Immutable and thread-safe. Each field gives its own row.</remarks>
/// <param name="Sheets">The sheets, by the part of a field's key before the first dot.</param>
/// <param name="Choices">The cells of the choices for the whole form.</param>
/// <param name="EntityName">The cell of the entity's name, e.g. <c>General Information!C3</c>, or null.</param>
/// <param name="Registration">The cell of its registration number, or null.</param>
/// <param name="Year">The cell of the current year, or null.</param>
/// <param name="Computed">Input cells that contain formulas in the blank workbook. A formula there does not count as stated.</param>
public sealed record WorkbookLayout(IReadOnlyDictionary<string, WorkbookSheetLayout> Sheets, IReadOnlyList<WorkbookChoice> Choices, string? EntityName, string? Registration, string? Year, IReadOnlyList<string> Computed);

/// <summary>The columns of one sheet, as letters; null for one that it lacks.</summary>
/// <param name="Name">What the workbook calls the sheet.</param>
/// <param name="Label">The column of labels, by which the layout is recognised.</param>
/// <param name="Columns">The columns of figures.</param>
public sealed record WorkbookSheetLayout(string Name, string Label, IReadOnlyDictionary<ProFormaColumn, string> Columns)
{
    /// <summary>The column with the units of the figures.</summary>
    public string? Unit { get; init; }
}

/// <summary>The cells of a choice.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Cells">The cells, e.g. <c>General Information!C6</c>; the first that is not empty counts.</param>
/// <param name="Words">The form's words for the workbook's words, where the two differ.</param>
public sealed record WorkbookChoice(string Choice, IReadOnlyList<string> Cells, IReadOnlyDictionary<string, string> Words);
