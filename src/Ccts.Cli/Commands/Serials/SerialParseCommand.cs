using System;
using System.CommandLine;
using System.IO;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Cli.Commands.Serials;

/// <summary><c>ccts serial parse [FILE|-]</c>: one serial per line in, one answer per line out, in the same order.</summary>
internal static class SerialParseCommand
{
    private const int BufferSize = 64 * 1024;

    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { DefaultValueFactory = _ => "-", Description = "One serial per line, or in each cell of a sheet's only column (.xlsx); - for standard input." };
        var json = new Option<bool>("--json") { Description = "One JSON object per line." };
        var registry = new Option<string?>("--registry") { Description = "The registry's id where it is known; otherwise it is found out." };
        var grammars = GrammarsOption();
        var command = new Command("parse", "Read serials: registry, block, quantity, project, vintage, country. Exit code 1 when any was refused.") { file, json, registry, grammars };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var known = Load(parsed.GetValue(grammars));
            using var input = SheetInput.Lines(path) ?? FoundText.Open(path, "one serial a line");
            var code = ExitCode.Yes;
            JsonOutput.To(to =>
            {
                using var output = new BufferedStream(to, BufferSize);
                code = Run(input, output, parsed.GetValue(json), known, parsed.GetValue(registry));
            });
            return code;
        }));
        return command;
    }

    internal static Option<string?> GrammarsOption() =>
        new("--grammars") { Description = "A directory of grammar files; they join the built-in ones and replace those with the same id." };

    internal static SerialGrammars Load(string? directory) =>
        directory is null ? SerialGrammars.BuiltIn : SerialGrammars.BuiltIn.With(SerialGrammars.FromDirectory(FoundFiles.Folder(directory)));

    internal static int Run(Stream input, Stream output, bool json, SerialGrammars grammars, string? registry)
    {
        using ISerialAnswers answers = json ? new SerialJson(output) : new SerialTable(output);
        var lines = new SerialLines(input);
        var (refused, any) = (false, false);
        while (lines.TryRead(out var line, () => Flush(answers, output)))
        {
            SerialReading? reading = null;
            SerialError? error = null;
            var isRead = !line.IsCut && grammars.TryRead(Unquoted(line.Text), out reading, out error, registry);
            (refused, any) = (refused || !isRead, true);
            answers.Write(line.Text, reading, isRead ? null : error ?? SerialLines.TooLong);
        }

        Flush(answers, output);
        if (!any)
        {
            Console.Error.WriteLine("Nothing was read: there is no line in the input.");
        }

        return refused ? ExitCode.No : ExitCode.Yes;
    }

    // Spreadsheets save a text in quotes.
    private static string Unquoted(string line) => line is ['"', .. var inside, '"'] ? inside : line;

    private static void Flush(ISerialAnswers answers, Stream output)
    {
        answers.Flush();
        output.Flush();
    }
}
