using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Where a form's figures stand in the workbook that is filed: its sheets, their columns, and the cells of choices.</summary>
/// <remarks>Immutable and thread-safe. The rows are those of the fields.</remarks>
/// <param name="Sheets">The sheets, by the name that fields have before the first point.</param>
/// <param name="Choices">The cells of what is chosen for the whole form.</param>
/// <param name="EntityName">The cell of the entity's name, e.g. <c>General Information!C3</c>, or null.</param>
/// <param name="Registration">The cell of its registration number, or null.</param>
/// <param name="Year">The cell of the current year, or null.</param>
/// <param name="Computed">Cells of inputs that the blank workbook computes: a formula there states nothing.</param>
public sealed record WorkbookLayout(IReadOnlyDictionary<string, WorkbookSheetLayout> Sheets, IReadOnlyList<WorkbookChoice> Choices, string? EntityName, string? Registration, string? Year, IReadOnlyList<string> Computed);

/// <summary>The columns of one sheet, as letters; null for one that it lacks.</summary>
/// <param name="Name">What the workbook calls the sheet.</param>
/// <param name="Label">The column of labels, by which the layout is recognised.</param>
/// <param name="Columns">The columns of figures.</param>
public sealed record WorkbookSheetLayout(string Name, string Label, IReadOnlyDictionary<ProFormaColumn, string> Columns);

/// <summary>The cells of a choice.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Cells">The cells, e.g. <c>General Information!C6</c>; the first that holds something counts.</param>
/// <param name="Words">What the workbook's words stand for, where they are others than the form's.</param>
public sealed record WorkbookChoice(string Choice, IReadOnlyList<string> Cells, IReadOnlyDictionary<string, string> Words);
