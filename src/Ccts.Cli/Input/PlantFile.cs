using System.IO;
using Ccts.Ingestion.Rows;

namespace Ccts.Cli.Input;

/// <summary>A file of a plant, by its path.</summary>
internal static class PlantFile
{
    internal static IngestionFile Of(string path) => new(Path.GetFileName(path), () => FoundFiles.OpenStream(path));
}
