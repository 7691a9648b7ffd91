using System.Linq;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Finds the sheets of the published workbook under the names that people give them.</summary>
internal static class FiledSheets
{
    /// <summary>The sheet of the name, or else the one whose name has the same letters: "Form Sb" is "Form-Sb".</summary>
    internal static WorkbookSheet? FindFiled(this Workbook workbook, string name) =>
        workbook.Find(name) ?? (workbook.Sheets.Where(s => Letters(s.Name) == Letters(name)).ToList() is { Count: 1 } found ? found[0] : null);

    /// <summary>Letters and digits alone, in small letters.</summary>
    internal static string Letters(string text) => new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
}
