using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Compliance.Sources;
using Ccts.Compliance.Verification.Planning;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Verifying;

/// <summary>The uncertainties of sources: CSV of <c>source,percent</c>.</summary>
internal static class UncertaintyFile
{
    private const int MaxBytes = 1024 * 1024;
    private const decimal Percent = 100m;
    private static readonly string[] Columns = ["source", "percent"];

    /// <exception cref="CctsDataException">A row cannot be read, or names no source of the assessment.</exception>
    internal static TotalUncertainty Combine(string path, Assessment assessment, long seed)
    {
        var sources = SourceTonnes.Of(assessment).Where(s => s.Part != SourcePart.Memo).ToList();
        var stated = Read(path, sources.Select(s => s.Id).ToList());
        return Uncertainty.Combine([.. sources.Select(s => new UncertainSource(s.Id, s.Part == SourcePart.Deducted ? -s.Tonnes : s.Tonnes, stated.TryGetValue(s.Id, out var share) ? share : null))], seed);
    }

    private static Dictionary<string, decimal> Read(string path, List<string> sources)
    {
        var problems = new ProblemList();
        var stated = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (CsvTable.OpenFound(Inputs.Table(path, MaxBytes), Inputs.NameOf(path), problems, MaxBytes, Columns, []) is { } table)
        {
            while (table.ReadRecord() is { } row)
            {
                var (source, percent) = (row.Text("source"), row.Text("percent"));
                if (source is null || percent is null)
                {
                    continue;
                }

                if (!sources.Contains(source))
                {
                    problems.Error("unknown-source", row.PlaceOf("source"), $"The report has no source \"{source}\".", string.Join(", ", sources), problems.Nearest(source, sources));
                }
                else if (!decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Percent)
                {
                    problems.Error("bad-value", row.PlaceOf("percent"), $"\"{percent}\" is no uncertainty.", "per cent from 0 to 100, e.g. 1.5");
                }
                else if (!stated.TryAdd(source, value / Percent))
                {
                    problems.Error("duplicate-id", row.PlaceOf("source"), $"\"{source}\" occurs twice.", "each source once");
                }
            }
        }

        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : stated;
    }
}
