using System;
using System.CommandLine;
using System.IO;
using System.Text.Json.Nodes;
using Ccts.Workbooks.Answers;

namespace Ccts.Cli.Output;

/// <summary>The option by which a command writes its answer as a workbook, besides what it prints.</summary>
internal sealed class AnswerFile
{
    private readonly Option<string?> _xlsx = new("--xlsx") { Description = "Write the answer as a workbook into this file too: single figures on its first sheet, each list on one of its own. A file that is there already is left alone." };

    internal AnswerFile(Command command) => command.Options.Add(_xlsx);

    internal void Write(ParseResult parsed, Func<JsonObject> answer)
    {
        if (parsed.GetValue(_xlsx) is { } path)
        {
            using var workbook = new MemoryStream();
            AnswerWorkbook.Write(workbook, answer());
            NewFile.Save(workbook, path);
        }
    }
}
