using System;
using System.IO;

namespace Ccts.Ingestion.Rows;

/// <summary>One file to take in: its name and a way to open it. The library opens nothing itself.</summary>
/// <param name="Name">The name without a folder; mappings choose files by it, evidence keeps it.</param>
/// <param name="Open">Opens it at its beginning; called once for each source that its name fits. Whoever reads it closes it.</param>
public sealed record IngestionFile(string Name, Func<Stream> Open)
{
    /// <summary>A file in memory.</summary>
    public static IngestionFile Of(string name, byte[] bytes)
    {
        Require.NotNull(bytes);
        return new(Require.NotNull(name), () => new MemoryStream(bytes, writable: false));
    }
}

/// <summary>What was read of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits of its bytes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Source">The source of the mapping that it was read by.</param>
public sealed record FileRecord(string Name, string Sha256, long Bytes, int Rows, string Source);
