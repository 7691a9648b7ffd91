using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Reports;

namespace Ccts.Cli.Input;

/// <summary>A monitoring report, as JSON or as a filled-in template, with streams added from CSV or a sheet.</summary>
internal static class ReportInput
{
    /// <exception cref="CctsDataException">It cannot be read, with every reason.</exception>
    internal static MonitoringReport Read(string path)
    {
        if (SheetInput.Workbook(path) is not { } found)
        {
            return MonitoringReportReader.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
        }

        var isRead = ReportWorkbook.TryRead(found.Workbook, out var report, out var problems);
        return isRead ? SheetInput.WithNotices(report!, problems) : throw new CctsDataException(problems);
    }

    /// <exception cref="CctsDataException">The streams cannot be read, with every reason.</exception>
    internal static MonitoringReport WithStreams(MonitoringReport report, string path)
    {
        if (SheetInput.Workbook(path) is not { } found)
        {
            return StreamCsvReader.Add(report, Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
        }

        var isRead = StreamSheet.TryAdd(report, found.Workbook, SheetInput.Choose(found.Workbook, found.Sheet), out var combined, out var problems);
        return isRead ? SheetInput.WithNotices(combined!, problems) : throw new CctsDataException(problems);
    }
}
