using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>An option that names a file to write: never one that the same command reads. The file appears, or changes, only when complete.</summary>
internal sealed class OutputFile : Option<string?>
{
    private const string Workbook = ".xlsx#";

    internal OutputFile(string name, string description, bool isRequired = false)
        : base(name) => (Description, Required) = (description, isRequired);

    /// <exception cref="CctsDataException">A file to write is named twice, or is in a folder that the command reads.</exception>
    internal static void Check(ParseResult parsed)
    {
        foreach (var option in parsed.CommandResult.Command.Options.OfType<OutputFile>())
        {
            // A request for help may lack the required file.
            if (parsed.GetResult(option) is not { Implicit: false } || parsed.GetValue(option) is not { Length: > 0 } path || TargetOf(path) is not { } target)
            {
                continue;
            }

            var named = parsed.Tokens.Where(t => t.Type == TokenType.Argument).Select(t => TargetOf(t.Value)).OfType<string>().ToList();
            if (named.Count(n => IsSame(n, target)) > 1 || (File.Exists(target) && named.Exists(n => IsWithin(target, n))))
            {
                throw new CctsDataException([new Problem("output-is-input", Severity.Error, $"{option.Name} would write over {path}, which this command reads or writes already.", new SourcePlace(path, 0, 0, "")) { Expected = "another file" }]);
            }
        }
    }

    /// <summary>Writes a temporary file and renames it when complete.</summary>
    internal static void Save(string path, Action<Stream> write)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "The file to write has no name.", default) { Expected = "the path of a file" }]);
        }

        var target = TargetOf(path) ?? path;
        if (IsDevice(target))
        {
            using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
            write(device);
            return;
        }

        var beside = target + "." + Path.GetRandomFileName();
        try
        {
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(file);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>A device is written as it is. In /dev/shm are ordinary files, in memory.</summary>
    private static bool IsDevice(string target) => !OperatingSystem.IsWindows()
        && ((target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal)) || target.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>The final target of a path; null for text that is no path.</summary>
    private static string? TargetOf(string path)
    {
        try
        {
            var sheet = path.LastIndexOf(Workbook, StringComparison.OrdinalIgnoreCase);
            var full = Path.GetFullPath(sheet < 0 || File.Exists(path) ? path : path[..(sheet + Workbook.Length - 1)]);
            var at = Path.GetPathRoot(full)!;
            foreach (var part in full[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            {
                at = Path.Combine(at, part);
                FileSystemInfo here = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
                at = IsDevice(at) || here.LinkTarget is null ? at : here.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? at;
            }

            return at;
        }
        catch (Exception no) when (no is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private static StringComparison Letters => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static bool IsSame(string one, string other) => string.Equals(one, other, Letters);

    /// <summary>The current folder may contain the files to write.</summary>
    private static bool IsWithin(string file, string folder) =>
        Directory.Exists(folder) && file.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, Letters)
        && !(Environment.CurrentDirectory + Path.DirectorySeparatorChar).StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, Letters);
}
