using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Answers;

namespace Ccts.Cli.Output;

/// <summary>
/// The option by which a command writes its answer as a workbook, in the place of printing it. The workbook holds what <c>--json</c> prints, so every
/// command that has the one has the other.
/// </summary>
internal static class AnswerFile
{
    private const string Json = "--json";
    private const string Name = "--xlsx";
    private static readonly Option<string?> s_xlsx = new(Name) { Description = "Write what --json prints as a workbook into this file: single figures on its first sheet, each list on one of its own. A file that is there already is left alone." };

    /// <summary>Gives the option to every command below one that has an answer. A template is itself a file to fill in.</summary>
    internal static void AddTo(Command command)
    {
        if (JsonOf(command) is not null && command.Name != "template")
        {
            command.Options.Add(s_xlsx);
        }

        foreach (var below in command.Subcommands)
        {
            AddTo(below);
        }
    }

    /// <summary>The same words, asking for JSON too; null where no workbook is asked for.</summary>
    internal static string[]? AskingForJson(ParseResult parsed, string[] args) =>
        parsed.GetValue(s_xlsx) is null ? null
        : parsed.GetValue(JsonOf(parsed.CommandResult.Command)!) ? args
        : [.. args.TakeWhile(a => !IsName(a)), Json, .. args.SkipWhile(a => !IsName(a))];

    /// <summary>Runs a command that was asked for JSON and writes what it says as a workbook; prints it only where that was asked for too.</summary>
    internal static int Write(ParseResult parsed, bool prints, Func<int> command) => Outcome.Of(prints, () =>
    {
        var path = parsed.GetValue(s_xlsx)!;
        NewFile.Check(path);
        var (code, said) = JsonOutput.Keep(command);
        using var workbook = new MemoryStream();
        AnswerWorkbook.Write(workbook, Answer(said));
        NewFile.Save(workbook, path);
        if (prints)
        {
            JsonOutput.To(output => output.Write(said, 0, said.Length));
        }
        else
        {
            Console.Out.WriteLine(Printable.Of(code == ExitCode.BadInput ? $"Something could not be understood; {path} says what." : $"The answer is in {path}."));
        }

        return code;
    });

    /// <summary>One object, or as many as there are, one a line.</summary>
    private static JsonObject Answer(byte[] said)
    {
        var values = new JsonArray();
        try
        {
            var reader = new Utf8JsonReader(said, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
            {
                values.Add(JsonNode.Parse(ref reader));
            }
        }
        catch (JsonException)
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "--xlsx stands beside an option that asks for the answer in another form.", default) { Expected = "--xlsx without it" }]);
        }

        return values is [JsonObject one] ? (JsonObject)one.DeepClone() : new JsonObject { ["answers"] = values is [JsonArray list] ? list.DeepClone() : values };
    }

    private static Option<bool>? JsonOf(Command command) => command.Options.OfType<Option<bool>>().FirstOrDefault(o => o.Name == Json);

    private static bool IsName(string word) => word == Name || word.StartsWith(Name + "=", StringComparison.Ordinal) || word.StartsWith(Name + ":", StringComparison.Ordinal);
}
