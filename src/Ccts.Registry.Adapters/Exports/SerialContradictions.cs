using System;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reports columns of a row that contradict its serial.</summary>
internal sealed class SerialContradictions(ExportColumns columns, RowCells cells, RowFindings findings)
{
    internal void Check(SerialReading reading, VintageYears? vintage, StatementEntry entry)
    {
        // Only of ex-ante units is there anything to end before the outcomes are there. A spreadsheet writes 1899 or 1900 where a day was lost.
        if (entry is { State: UnitState.Retired or UnitState.Cancelled or UnitState.RetiredOrCancelled or UnitState.Converted, Date: { } day } && !reading.IsExAnte && day < reading.VintageStart)
        {
            findings.Error("date-contradicts-serial", ColumnRoles.Date, $"The units ended on {day:uuuu-MM-dd}, and the vintage of their serial begins on {reading.VintageStart:uuuu-MM-dd}.", "a day in the vintage or later");
        }

        if (vintage is { } years && reading.VintageStart is { } first && reading.VintageEnd is { } last && (years.Last < first.Year || years.First > last.Year))
        {
            findings.Error("vintage-contradicts-serial", ColumnRoles.Vintage, $"The row states the vintage {years}, its serial {VintageYears.Text(first.Year, last.Year)}.", "a vintage that is the serial's");
        }

        var project = cells.Of(ColumnRoles.Project);
        if (project.Length > 0 && reading.Project is { Length: > 0 } own && reading.Grammar.ProjectOf is null && IsComparable(project, own, reading.Registry) && !AreSame(project, own, reading.Registry))
        {
            findings.Error("project-contradicts-serial", ColumnRoles.Project, $"The row states the project {CellText.Short(project)}, its serial {own}.", "the project of the serial");
        }
    }

    // A host may use its own project names: there only a number can contradict a number. In the registry's own export whatever is no number contradicts one too.
    private bool IsComparable(string project, string own, string registry) => IsPlain(Bare(own, registry))
        ? columns.Format.Registry == registry || IsPlain(Bare(project, registry))
        : columns.Format.Registry == registry && !IsPlain(Bare(project, registry));

    private static bool AreSame(string project, string own, string registry) =>
        string.Equals(Bare(project, registry), Bare(own, registry), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string project, string registry)
    {
        // A program that holds whole numbers as decimals writes 817.0.
        var key = ProjectKey.Of(registry, project.Trim() is var text && text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text);
        return key.Substring(key.IndexOf(':') + 1);
    }

    private static bool IsPlain(string text) => text.Length > 0 && Array.TrueForAll(text.ToCharArray(), c => c is >= '0' and <= '9');
}
