using System;
using System.IO;
using Ccts.Sdk.Formats.Files;

namespace Ccts.Cli.Input;

/// <summary>A file that a path led to, unpacked: its name for messages, and its bytes from the beginning.</summary>
/// <param name="Name">The path; after a <c>!</c>, the name inside a zip.</param>
/// <param name="Stream">The bytes.</param>
/// <param name="IsInZip">Whether it came from a zip, which may contain other files too.</param>
internal sealed record FoundFile(string Name, PeekedStream Stream, bool IsInZip) : IDisposable
{
    internal FileContent Content => Stream.Content;

    /// <summary>Whether the name says that it is data: then it is never skipped.</summary>
    internal bool IsNamedAsData => Path.GetExtension(Name).ToLowerInvariant() is ".csv" or ".tsv" or ".tab" or ".json" or ".jsonl" or ".ndjson" or ".xlsx" or ".xls" or ".ods" or ".gz";

    public void Dispose() => Stream.Dispose();
}
