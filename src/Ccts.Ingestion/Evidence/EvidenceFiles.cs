using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>Checks the documents that a report names against files: those of the report itself, or of the input that a receipt keeps.</summary>
/// <remarks>Thread-safe. Checks digests only; <see cref="EvidenceCheck"/>, which has the mapping, checks the amounts in the files.</remarks>
public static class EvidenceFiles
{
    /// <summary>Compares each document that has a digest with the file of the same name, or of the same digest where the name differs.</summary>
    /// <param name="report">The bytes of the report.</param>
    /// <param name="name">Its name for problems, or null.</param>
    /// <param name="files">The files; each is read once.</param>
    /// <returns>What does not hold; empty where everything does and there is at least one such document.</returns>
    /// <exception cref="CctsDataException">The bytes are no report.</exception>
    public static IReadOnlyList<Problem> Check(byte[] report, string? name, IReadOnlyList<IngestionFile> files)
    {
        Require.NotNull(files);
        var documents = EvidenceOf.All(MonitoringReportReader.Read(Require.NotNull(report), name)).Where(d => d.Sha256 is not null).Select(d => (d.Document, Sha256: d.Sha256!.ToLowerInvariant())).Distinct().ToList();
        var problems = new ProblemList();
        if (documents.Count == 0)
        {
            problems.Error("evidence-without-digest", new SourcePlace(name, 0, 0, ""), "No document of the report has a digest, so no file can be compared with it.", "\"sha256\" in the evidence of its streams", "\"ccts ingest\" writes it.");
            return Cures.Of(problems.ToList());
        }

        var given = files.Select(f => (f.Name, Sha256: Digest(f))).ToList();
        foreach (var (document, sha256) in documents.Where(d => !given.Exists(f => f.Sha256 == d.Sha256)))
        {
            if (given.Exists(f => f.Name == document))
            {
                problems.Error("digest-differs", new SourcePlace(document, 0, 0, ""), $"The file is not the one that the report rests on: its SHA-256 is {given.First(f => f.Name == document).Sha256}.", sha256, "Find the file as it was.");
            }
            else
            {
                problems.Error("file-missing", new SourcePlace(document, 0, 0, ""), "The report rests on this file, and it was not given.", "SHA-256 " + sha256);
            }
        }

        foreach (var extra in given.Where(f => !documents.Exists(d => d.Sha256 == f.Sha256 || d.Document == f.Name)))
        {
            problems.Error("file-unknown", new SourcePlace(extra.Name, 0, 0, ""), "The report names no document with this name or digest.", "the documents of the report: " + string.Join(", ", documents.Select(d => d.Document).Distinct(StringComparer.Ordinal)));
        }

        return Cures.Of(problems.ToList());
    }

    internal static string Digest(IngestionFile file)
    {
        using var bytes = new DigestedStream(file.Open());
        return bytes.Finish();
    }
}
