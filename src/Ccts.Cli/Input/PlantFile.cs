using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Ingestion.Rows;

namespace Ccts.Cli.Input;

/// <summary>Files of a plant, by their paths.</summary>
internal static class PlantFile
{
    /// <summary>Several of them. One that is not there is reported as such, before its name is compared with what the mapping reads.</summary>
    internal static List<IngestionFile> All(IReadOnlyList<string> paths)
    {
        FoundFiles.CheckAll(paths);
        return [.. paths.Select(Of)];
    }

    internal static IngestionFile Of(string path) => new(Path.GetFileName(path), () => FoundFiles.OpenStream(path));
}
