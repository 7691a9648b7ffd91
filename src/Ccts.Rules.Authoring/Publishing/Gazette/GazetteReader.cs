using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>Reads a printed schedule back from the text in its cells, so that the print can be compared with the data.</summary>
/// <remarks>Thread-safe.</remarks>
public static class GazetteReader
{
    private const int CellsOfRow = 10;

    /// <summary>Reads a page that the kit made.</summary>
    /// <exception cref="CctsDataException">It is not such a page, or a cell cannot be read.</exception>
    public static GazetteTable Read(string html)
    {
        var cells = PrintedCells.Read(Require.NotNull(html));
        var standings = Notes(cells);
        var year = Year(cells.FirstOrDefault(c => c.Name == "year").Text);
        var rows = new List<ScheduleRow>();
        var (sector, unit) = ("", "");
        for (var i = 0; i < cells.Count; i++)
        {
            switch (cells[i].Name)
            {
                case "sector":
                    sector = cells[i].Text;
                    break;
                case "unit":
                    unit = cells[i].Text;
                    break;
                case "number":
                    rows.Add(Row(Cells(cells, i), sector, unit, year, standings));
                    break;
            }
        }

        return new GazetteTable(year, rows.Where(IsInForce).Select(r => r.Entity).ToList(), rows.Where(r => !IsInForce(r)).ToList());
    }

    // A row with a missing cell ends where the next one begins; the missing cell is reported when it is asked for.
    private static Dictionary<string, string> Cells(IReadOnlyList<(string Name, string Text)> cells, int first)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = first; i < cells.Count && i < first + CellsOfRow && (i == first || cells[i].Name != "number"); i++)
        {
            row[cells[i].Name] = row.ContainsKey(cells[i].Name) ? throw Unreadable("a second " + cells[i].Name, cells[i].Text) : cells[i].Text;
        }

        return row;
    }

    private static Dictionary<string, Standing> Notes(IReadOnlyList<(string Name, string Text)> cells)
    {
        var notes = new Dictionary<string, Standing>(StringComparer.Ordinal);
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Name == "note-number" && i + 5 < cells.Count)
            {
                var (force, evidence) = (cells[i + 3].Text, cells[i + 4].Text);
                notes[cells[i].Text] = new Standing(
                    new LegalSource(cells[i + 1].Text, OrNull(cells[i + 2].Text)),
                    LawWords.Forces.TryGetValue(force, out var f) ? f : throw Unreadable("force", force),
                    LawWords.Evidences.TryGetValue(evidence, out var e) ? e : throw Unreadable("evidence", evidence),
                    OrNull(cells[i + 5].Text));
            }
        }

        return notes;
    }

    private static bool IsInForce(ScheduleRow row) => row.Entity.Standing.Force == Force.InForce;

    private static ScheduleRow Row(Dictionary<string, string> cells, string sector, string unit, ComplianceYear year, Dictionary<string, Standing> standings)
    {
        string Text(string name) => cells.TryGetValue(name, out var text) ? text : throw Unreadable(name, "");
        EmissionIntensity? Intensity(string text) => EmissionIntensity.TryParse(text + " " + unit, out var value, out _) ? value : throw Unreadable("intensity", text + " " + unit);

        var (output, baseline, target) = (Text("baseline-output"), Text("baseline-gei"), Text("target-gei"));
        var standing = standings.TryGetValue(Text("note"), out var note) ? note : throw Unreadable("note", Text("note"));
        bool WasRead(string text) => text != GazettePage.NotRead || (standing.Force == Force.InForce ? throw Unreadable("figure in force", text) : false);

        var basis = EmissionIntensity.TryParse("0 " + unit, out var zero, out _) ? zero.Basis : throw Unreadable("unit", unit);
        var row = new EntityTarget
        {
            Key = Text("registration"),
            Entity = Text("entity"),
            Sector = sector,
            SubSector = OrNull(Text("sub-sector")),
            State = OrNull(Text("state")),
            BaselineYear = Year(Text("baseline-year")),
            BaselineOutput = !WasRead(output) ? null : Scalars.TryDecimal(output, out var amount, out _) ? Output.Of(amount, basis) : throw Unreadable("output", output),
            BaselineIntensity = WasRead(baseline) ? Intensity(baseline) : null,
            Year = year,
            Target = target != GazettePage.Dash && WasRead(target) ? Intensity(target) : null,
            Standing = standing,
        };
        return new ScheduleRow(row, target == GazettePage.Dash ? TargetStatus.None : row.Target is null ? TargetStatus.NotRead : TargetStatus.Set);
    }

    private static ComplianceYear Year(string? text) => ComplianceYear.TryParse(text, out var year, out _) ? year : throw Unreadable("year", text ?? "");

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static CctsDataException Unreadable(string what, string text) =>
        new([new Problem("gazette-unreadable", Severity.Error, string.Format(CultureInfo.InvariantCulture, "\"{0}\" cannot be read as {1}.", ShownText.Short(text), what), default) { Expected = "a schedule as the consultation kit prints it" }]);
}
