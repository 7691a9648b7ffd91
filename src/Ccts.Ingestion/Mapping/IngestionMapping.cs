using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>From which columns of which files the amounts of a report come (<c>ccts-ingestion-mapping/1</c>; see <c>ingestion-mapping.schema.json</c>).</summary>
/// <remarks>Immutable and thread-safe. Read from JSON, strictly: an unknown key, a stream that the report does not have or a limit without its source is an error with its place.</remarks>
public sealed class IngestionMapping
{
    internal const string Format = "ccts-ingestion-mapping/1";

    internal IngestionMapping(ComplianceYear year, JsonObject report, LocatedNode root, IReadOnlyList<SourceMapping> sources, string digest) =>
        (Year, Report, Root, Sources, Sha256) = (year, report, root, sources, digest);

    /// <summary>The year of the report.</summary>
    public ComplianceYear Year { get; }

    /// <summary>SHA-256 of the bytes it was read from, as 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The report without its amounts, as the mapping states it.</summary>
    internal JsonObject Report { get; }

    internal LocatedNode Root { get; }

    internal IReadOnlyList<SourceMapping> Sources { get; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="utf8">The bytes of the JSON text.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <param name="mapping">The mapping, or null when there is any error.</param>
    /// <param name="problems">Every problem, in the order of their places.</param>
    public static bool TryRead(byte[] utf8, string? file, [NotNullWhen(true)] out IngestionMapping? mapping, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(utf8);
        var found = new ProblemList();
        mapping = MappingReader.Read(utf8, file, found);
        mapping = found.HasErrors ? null : mapping;
        problems = Cures.Of(found.ToList());
        return mapping is not null;
    }

    /// <summary>Reads a mapping.</summary>
    /// <param name="utf8">The bytes of the JSON text.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <exception cref="CctsDataException">The text has errors; the exception lists them all.</exception>
    public static IngestionMapping Read(byte[] utf8, string? file) =>
        TryRead(utf8, file, out var mapping, out var problems) ? mapping : throw new CctsDataException(problems);
}
