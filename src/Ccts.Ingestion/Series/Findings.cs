using System.Collections.Generic;
using System.Globalization;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>What is found in the files, each with file and row.</summary>
internal sealed class Findings
{
    private readonly List<string> _files = [];

    internal ProblemList Problems { get; } = new();

    internal int Add(IngestionFile file)
    {
        _files.Add(file.Name);
        return _files.Count - 1;
    }

    internal string NameOf(int file) => _files[file];

    internal void Warn(string code, Reading at, string message, string? hint = null) => Problems.Warn(code, PlaceOf(at.File, at.Row), message, hint: hint);

    internal void Info(string code, Reading at, string message) => Problems.Add(new Problem(code, Severity.Info, message, PlaceOf(at.File, at.Row)));

    internal SourcePlace PlaceOf(int file, int row) => new(_files[file], 0, 0, "row " + row.ToString(CultureInfo.InvariantCulture));
}
