using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Cli.Serials;

/// <summary>
/// What a host adds to the layouts that come with the tool: <c>--grammars DIR</c> for serials, <c>--formats DIR</c> for exports, and a format
/// file where the id of a format may stand.
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

    /// <summary>A reader with the host's layouts, and the format's id: that of the file where <paramref name="format"/> is one.</summary>
    internal (ExportReader Reader, string? Format) Read(ParseResult parsed, string? format = null) =>
        Read(parsed, format, null) is var (reader, chosen, _) ? (reader, chosen) : default;

    /// <summary>The same for two sides, each with a format of its own.</summary>
    internal (ExportReader Reader, string? Format, string? Own) Read(ParseResult parsed, string? format, string? own)
    {
        var formats = parsed.GetValue(Formats) is { } directory ? ExportFormats.BuiltIn.With(ExportFormats.FromDirectory(directory)) : ExportFormats.BuiltIn;
        format = Named(format, ref formats);
        own = Named(own, ref formats);
        return (new ExportReader(SerialParseCommand.Load(parsed.GetValue(Grammars)), formats), format, own);
    }

    private static string? Named(string? format, ref ExportFormats formats)
    {
        if (format?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return format;
        }

        var own = ExportFormats.FromFiles(Once(format));
        formats = formats.With(own);
        return own.All[0].Id;
    }

    private static IEnumerable<(string Name, Stream Content)> Once(string path)
    {
        yield return (path, File.OpenRead(path));
    }
}
