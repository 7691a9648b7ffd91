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
/// The option with which a command writes its answer as a workbook instead of printing it. The workbook has the content of <c>--json</c>, so every
/// command with the one option has the other.
/// </summary>
internal static class AnswerFile
{
    private const string Json = "--json";
    private const string Name = "--xlsx";

    /// <summary>Adds the option to every subcommand that has an answer. Templates are excluded: they are files to fill in.</summary>
    internal static void AddTo(RootCommand root) =>
        AddTo(root, new Option<string?>(Name) { Description = "Write what --json prints as a workbook into this file: single figures on its first sheet, each list on one of its own. A file that is there already is left alone." });

    private static void AddTo(Command command, Option<string?> xlsx)
    {
        if (Of<bool>(command, Json) is not null && command.Name != "template")
        {
            command.Options.Add(xlsx);
        }

        foreach (var below in command.Subcommands)
        {
            AddTo(below, xlsx);
        }
    }

    /// <summary>The same words, asking for JSON too; null where no workbook is asked for.</summary>
    internal static string[]? AskingForJson(ParseResult parsed, string[] args) =>
        Path(parsed) is null ? null
        : parsed.GetValue(Of<bool>(parsed.CommandResult.Command, Json)!) ? args
        : [.. args.TakeWhile(a => !IsName(a)), Json, .. args.SkipWhile(a => !IsName(a))];

    /// <summary>Runs a command with JSON output and writes the answer as a workbook; prints it only if JSON was requested too.</summary>
    internal static int Write(ParseResult parsed, bool prints, Func<int> command) => Outcome.Of(prints, () =>
    {
        var path = Path(parsed)!;
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

    /// <summary>One object, or several, one per line.</summary>
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
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "--xlsx is given with an option that asks for the answer in another form.", default) { Expected = "--xlsx without it" }]);
        }

        return values is [JsonObject one] ? (JsonObject)one.DeepClone() : new JsonObject { ["answers"] = values is [JsonArray list] ? list.DeepClone() : values };
    }

    private static string? Path(ParseResult parsed) => Of<string?>(parsed.CommandResult.Command, Name) is { } xlsx ? parsed.GetValue(xlsx) : null;

    private static Option<T>? Of<T>(Command command, string name) => command.Options.OfType<Option<T>>().FirstOrDefault(o => o.Name == name);

    private static bool IsName(string word) => word == Name || word.StartsWith(Name + "=", StringComparison.Ordinal) || word.StartsWith(Name + ":", StringComparison.Ordinal);
}
