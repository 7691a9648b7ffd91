using System.IO;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>Writes a new file; never overwrites one that somebody may have filled in.</summary>
internal static class NewFile
{
    /// <exception cref="CctsDataException">The file already exists.</exception>
    internal static void Save(MemoryStream content, string path)
    {
        Check(path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        content.WriteTo(file);
    }

    /// <summary>Checks that the file does not exist, before work whose answer would be lost.</summary>
    /// <exception cref="CctsDataException">The file already exists.</exception>
    internal static void Check(string path)
    {
        if (File.Exists(path))
        {
            throw new CctsDataException([new Problem("file-exists", Severity.Error, $"{path} is there already; somebody may have filled it in.", new SourcePlace(path, 0, 0, "")) { Expected = "a name that is free" }]);
        }
    }
}
