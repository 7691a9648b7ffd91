using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Serials;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Answers for people: columns of fixed width, so that any number of lines can stream through.</summary>
internal sealed class SerialTable : ISerialAnswers
{
    private static readonly int[] s_widths = [14, 21, 21, 12, 16, 23, 4];

    private readonly StreamWriter _output;
    private bool _hasHeader;

    internal SerialTable(Stream output) => _output = new StreamWriter(output, new UTF8Encoding(false), 4096, leaveOpen: true) { NewLine = "\n" };

    public void Write(string input, SerialReading? reading, SerialError? error)
    {
        if (!_hasHeader)
        {
            Row("REGISTRY", "START", "END", "QUANTITY", "PROJECT", "VINTAGE", "CC", "NOTES");
            _hasHeader = true;
        }

        if (reading is null)
        {
            _output.WriteLine($"refused: {Visible(input)}");
            _output.WriteLine($"  {error!.Code} at {error.Position}: {error.Message}");
            return;
        }

        Row(
            reading.Registry,
            reading.Block?.Start.ToString() ?? "-",
            reading.Block?.End.ToString() ?? "-",
            reading.Quantity?.ToString() ?? "-",
            reading.Project ?? "-",
            Vintage(reading.VintageStart, reading.VintageEnd),
            reading.Country ?? "-",
            string.Join(", ", reading.Warnings));
    }

    public void Flush() => _output.Flush();

    public void Dispose() => _output.Dispose();

    private void Row(params string[] cells) =>
        _output.WriteLine(string.Join(" ", cells.Select((cell, i) => i < s_widths.Length ? cell.PadRight(s_widths[i]) : cell)).TrimEnd());

    private static string Vintage(LocalDate? first, LocalDate? last) => first is { } from && last is { } to
        ? LocalDatePattern.Iso.Format(from) + ".." + LocalDatePattern.Iso.Format(to)
        : "-";

    // Control characters would let a serial repaint the terminal.
    private static string Visible(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(source[i]) ? '\uFFFD' : source[i];
        }
    });
}
