using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Reports;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Series;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion;

/// <summary>Makes a plant's monitoring report from its files, as a mapping says.</summary>
/// <remarks>
/// Thread-safe. Every file is read once, forward; the readings of a source are held in memory, some 40 bytes each, so that amounts do not depend on the order of
/// rows or their split into files. Limits are the mapping's and reported as the plant's own.
/// </remarks>
public static class Ingestor
{
    private const int RowsBetweenWords = 1_000;

    /// <summary>Reads the files into a report.</summary>
    /// <param name="mapping">Assigns columns of files to streams.</param>
    /// <param name="files">The files; each belongs to the source whose pattern its name fits.</param>
    /// <param name="progress">Receives the number of rows read so far, every 1,000 rows, or null.</param>
    public static IngestionResult Run(IngestionMapping mapping, IReadOnlyList<IngestionFile> files, IProgress<int>? progress = null)
    {
        Require.NotNull(mapping);
        Require.NotNull(files);
        var findings = new Findings();
        var chosen = FileChoice.Of(mapping, files, findings.Problems);
        var values = new ValueBook(mapping, findings);
        var records = new List<FileRecord>();
        var rows = 0;
        foreach (var source in mapping.Sources)
        {
            var intake = new SourceIntake(source, findings);
            foreach (var file in chosen[source.Id])
            {
                records.Add(Take(file, source, intake, findings, () =>
                {
                    if (++rows % RowsBetweenWords == 0)
                    {
                        progress?.Report(rows);
                    }
                }));
            }

            intake.End();
            values.Bring(source, intake);
        }

        values.End();
        var sources = mapping.Sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var (one, twice) in records.GroupBy(r => r.Sha256, StringComparer.Ordinal).SelectMany(g => g.SelectMany((a, i) => g.Skip(i + 1).Where(b => b.Name != a.Name && FileChoice.TakeTheSame(sources[a.Source], sources[b.Source])).Take(1).Select(b => (a, b)))))
        {
            findings.Problems.Error("file-twice", new SourcePlace(twice.Name, 0, 0, ""), $"This file is the same, byte for byte, as {one.Name}.", "each file once");
        }

        var found = findings.Problems;
        var given = found.HasErrors ? [] : values.Values(records);
        var filled = found.HasErrors ? null : ReportFilling.Fill(mapping, given, found);
        return new IngestionResult
        {
            Report = filled?.Report,
            ReportJson = filled?.Json,
            Values = found.HasErrors ? [] : given,
            Files = records,
            Unwatched = [.. mapping.Sources.Where(s => s.Kind is SourceKind.Meter or SourceKind.Movements).SelectMany(s => s.Series.Where(m => m.Plausible.Most is null || (s.Kind == SourceKind.Meter && m.Plausible.StuckAfter is null))).Select(m => m.Name).Distinct(StringComparer.Ordinal)],
            Problems = Cures.Of(found.ToList()),
        };
    }

    private static FileRecord Take(IngestionFile file, SourceMapping source, SourceIntake intake, Findings findings, Action row)
    {
        var opened = file.Open();
        using var bytes = new DigestedStream(opened);
        RowReader? reader = null;
        var rows = 0;
        try
        {
            foreach (var table in SheetTables.Of(SniffedFile.Unpacked(bytes, opened.CanSeek ? opened.Length : null), file.Name, source.Layout, source.Columns, findings.Problems))
            {
                reader = table;
                var at = findings.Add(file, table.Sheet);
                while (table.Read())
                {
                    rows++;
                    intake.Take(table, at);
                    row();
                }

                intake.EndFile();
                (table as IDisposable)?.Dispose();
            }
        }
        catch (DecoderFallbackException)
        {
            var line = Math.Max(1, reader?.Row ?? 1);
            findings.Problems.Error("text-encoding", new SourcePlace(file.Name, line, 1, ""), $"After this row there are bytes that are no text of the encoding that the mapping states.", "the encoding of the file in \"encoding\" of the mapping's \"table\"", "Save the file again as UTF-8, or state \"latin-1\" where an older program wrote it.");
        }
        catch (InvalidDataException broken)
        {
            findings.Problems.Add(SniffedFile.Damaged(file.Name, broken));
        }
        finally
        {
            (reader as IDisposable)?.Dispose();
        }

        return new FileRecord(file.Name, bytes.Finish(), bytes.Count, rows, source.Id);
    }
}
