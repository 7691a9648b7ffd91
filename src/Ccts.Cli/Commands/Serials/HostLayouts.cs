using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Ccts.Cli.Input;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Cli.Commands.Serials;

/// <summary>
/// A host's additions to the layouts of the tool: <c>--grammars DIR</c> for serials, <c>--formats DIR</c> for exports, and a format
/// file in place of a format id.
/// </summary>
internal sealed class HostLayouts
{
    internal Option<string?> Grammars { get; } = SerialParseCommand.GrammarsOption();

    internal Option<string?> Formats { get; } =
        new("--formats") { Description = "A directory of export format files; they join the built-in ones and replace those with the same id." };

    internal void AddTo(Command command)
    {
        command.Options.Add(Grammars);
        command.Options.Add(Formats);
    }

    /// <summary>A reader with the host's layouts, and the format's id: that of the file, if one is named.</summary>
    internal (ExportReader Reader, string?[] Formats) Read(ParseResult parsed, params string?[] named)
    {
        var formats = parsed.GetValue(Formats) is { } directory ? ExportFormats.BuiltIn.With(ExportFormats.FromDirectory(FoundFiles.Folder(directory))) : ExportFormats.BuiltIn;
        var ids = new string?[named.Length];
        for (var i = 0; i < named.Length; i++)
        {
            ids[i] = named[i];
            if (named[i]?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) == true)
            {
                var own = ExportFormats.FromFiles(Once(named[i]!));
                formats = formats.With(own);
                ids[i] = own.All[0].Id;
            }
        }

        return (new ExportReader(SerialParseCommand.Load(parsed.GetValue(Grammars)), formats), ids);
    }

    private static IEnumerable<(string Name, Stream Content)> Once(string path)
    {
        yield return (path, FoundFiles.OpenStream(path));
    }
}
