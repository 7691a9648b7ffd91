using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Formats.Csv;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>An instruction as a CSV file of one row. Its name comes from the key's digest, so that a key is never a path.</summary>
internal static class InstructionFile
{
    internal static string NameOf(UnitInstruction instruction) => "instruction-" + Digest(instruction) + ".csv";

    internal static string AnswerOf(UnitInstruction instruction) => "answer-" + Digest(instruction) + ".csv";

    internal static byte[] Write(UnitInstruction instruction, FileProfile profile)
    {
        var cells = Cells(instruction, profile).ToList();
        return Encoding.UTF8.GetBytes(Row(cells.Select(c => profile.Name(c.Column))) + Row(cells.Select(c => c.Value ?? "")));
    }

    /// <summary>Why an instruction cannot be written, or null: a spreadsheet would run such a cell as a formula.</summary>
    internal static string? Fault(UnitInstruction instruction, FileProfile profile) =>
        Cells(instruction, profile).FirstOrDefault(c => c.Value is { } text && CsvFormula.Write(text) != text).Column is { } column
            ? $"The cell \"{column}\" begins with a sign that spreadsheets take for a formula." : null;

    private static IEnumerable<(string Column, string? Value)> Cells(UnitInstruction i, FileProfile profile) =>
    [
        ("reference", i.Key), ("instruction", profile.Kinds[i.Kind]), ("scope", i.Units.Scope), ("start", i.Units.Start.ToString()), ("end", i.Units.End.ToString()),
        ("serial", i.Serial), ("from", i.FromAccount), ("to", i.ToAccount), ("beneficiary", i.Beneficiary), ("purpose", i.Purpose),
    ];

    private static string Row(IEnumerable<string> cells) => string.Join(",", cells.Select(Cell)) + "\r\n";

    private static string Cell(string text) => text.IndexOfAny([',', '"', '\r', '\n', ';']) >= 0 || text.Trim() != text ? "\"" + text.Replace("\"", "\"\"") + "\"" : text;

    private static string Digest(UnitInstruction instruction) => Sha256Hex.Of(Encoding.UTF8.GetBytes(instruction.Key));
}
