using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>Reads <c>tests/figures/*.json</c>: a monitoring report of <c>tests/reports</c>, and the figures it must give.</summary>
internal sealed class FigureReader(RulesetFiles files, ProblemList problems)
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint;

    internal IReadOnlyList<FigureCase> Read(LocatedNode root)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var report = file.Text("report") is { } path ? Report(path, root.Member("report")!.Place) : null;
        var items = file.List("cases");
        file.Done();
        if (items.Count is 0 or > CaseReader.MaxCases)
        {
            problems.Error("bad-list", root.Place, $"The file has {items.Count} cases.", $"1 to {CaseReader.MaxCases}");
        }

        return [.. items.Select(i => ReadOne(i, report)).OfType<FigureCase>()];
    }

    private MonitoringReport? Report(string path, SourcePlace place)
    {
        if (!path.StartsWith(CaseFiles.ReportsFolder, StringComparison.Ordinal) || files.Find(path) is not { } file)
        {
            problems.Error("dangling-reference", place, $"\"{ShownText.Short(path)}\" is not a report of this ruleset.", $"a file of {CaseFiles.ReportsFolder}", problems.Nearest(path, files.Paths.Where(p => p.StartsWith(CaseFiles.ReportsFolder, StringComparison.Ordinal))));
            return null;
        }

        if (!MonitoringReportReader.TryRead(file.Bytes, file.Name, out var report, out var found))
        {
            foreach (var problem in found)
            {
                problems.Add(problem);
            }
        }

        return report;
    }

    private FigureCase? ReadOne(LocatedNode node, MonitoringReport? report)
    {
        var reader = new ObjectReader(node, problems);
        var name = reader.Text("name");
        var clause = reader.OptionalText("clause");
        var figures = reader.Required("figures") is { } map ? Figures(map) : [];
        var findings = reader.Optional("findings") is null ? null : reader.OptionalList("findings").Select(Code).OfType<string>().ToList();
        reader.Done();
        return name is null || report is null ? null : new FigureCase(name, clause, report, figures, findings, node.Place);
    }

    private List<ExpectedFigure> Figures(LocatedNode map)
    {
        if (map.Kind != LocatedKind.Object || map.Children.Count == 0)
        {
            problems.Error("wrong-type", map.Place, $"Found {map.Describe()}.", "an object of figures, e.g. { \"certificates.quantity\": \"19797\" }");
            return [];
        }

        return [.. map.Children.Select(m => Figure(m.Key!, m)).OfType<ExpectedFigure>()];
    }

    private ExpectedFigure? Figure(string path, LocatedNode node)
    {
        if (node.Kind == LocatedKind.String)
        {
            return new ExpectedFigure(path, node.Value!, 0m);
        }

        var reader = new ObjectReader(node, problems);
        var value = reader.Text("value");
        var tolerance = reader.Value<decimal>("tolerance", TryTolerance);
        reader.Done();
        return value is null || tolerance is not { } within ? null : new ExpectedFigure(path, value, within);
    }

    private static bool TryTolerance(string text, out decimal tolerance, out string? reason)
    {
        var read = decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out tolerance);
        reason = read ? null : "a plain number, 0 or more, in the unit of the value";
        return read;
    }

    private string? Code(LocatedNode node)
    {
        if (node.Kind == LocatedKind.String)
        {
            return node.Value;
        }

        problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "the code of a finding");
        return null;
    }
}
