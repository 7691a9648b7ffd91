using System.IO;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>A file that is written where none was: never over one that somebody may have filled in.</summary>
internal static class NewFile
{
    /// <exception cref="CctsDataException">The file is there already.</exception>
    internal static void Save(MemoryStream content, string path)
    {
        Check(path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        content.WriteTo(file);
    }

    /// <summary>That nothing is there yet: asked before work is done whose answer would be lost.</summary>
    /// <exception cref="CctsDataException">The file is there already.</exception>
    internal static void Check(string path)
    {
        if (File.Exists(path))
        {
            throw new CctsDataException([new Problem("file-exists", Severity.Error, $"{path} is there already; somebody may have filled it in.", new SourcePlace(path, 0, 0, "")) { Expected = "a name that is free" }]);
        }
    }
}
