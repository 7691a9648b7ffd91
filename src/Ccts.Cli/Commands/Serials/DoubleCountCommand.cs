using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Serials;

/// <summary><c>ccts doublecount</c>: tonnes that exist twice, within a registry or across registries. Exit code 1 when there are any.</summary>
internal static class DoubleCountCommand
{
    private const int MaxLinkBytes = 64 * 1024 * 1024;
    private static readonly string[] s_linkColumns = ["first_registry", "first_project", "second_registry", "second_project"];

    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Exports of registries and ledgers (CSV, .xlsx, JSON), in any known format." };
        var links = new Option<string?>("--links") { Description = "CSV or .xlsx of projects that are the same: " + string.Join(",", s_linkColumns) + "." };
        var formats = new Option<string[]>("--format") { Description = "FILE=FORMAT: the registry or format of a file whose headers do not show it. May be given several times.", DefaultValueFactory = _ => [] };
        var ignored = StatementFiles.IgnoredColumns();
        var all = new Option<bool>("--all") { Description = "Print every finding and every problem of a row." };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("doublecount", "Find tonnes that exist twice, with the evidence: numbers, or links between projects with equal vintage and quantity.") { files, links, formats, ignored, all, json };
        var layouts = new HostLayouts();
        layouts.AddTo(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (reader, _) = layouts.Read(parsed);
            var statements = new StatementFiles(reader);
            var finder = new DoubleCountFinder();
            var paths = parsed.GetValue(files)!;
            var named = Named(parsed.GetValue(formats)!, paths);
            FoundFiles.CheckAll([.. paths, .. parsed.GetValue(links) is { } given ? [given] : Array.Empty<string>()]);
            var registries = KnownRegistries();
            foreach (var entry in paths.SelectMany(f => statements.Read(f, named(f))))
            {
                registries.Add(entry.Registry);
                finder.Add(entry);
            }

            var linked = Links(parsed.GetValue(links), registries);
            foreach (var (link, _) in linked)
            {
                finder.Add(link);
            }

            var report = new DoubleCountReport(finder, statements, [.. linked.Select(l => Unmet(l.Link, l.Place, finder, linked.Exists(o => Meets(o.Link, finder)))).OfType<Problem>(), .. statements.Unread(parsed.GetValue(ignored)!)], () => paths.SelectMany(f => new StatementFiles(reader).Read(f, named(f))));
            if (parsed.GetValue(json))
            {
                JsonOutput.To(report.WriteJson);
            }
            else
            {
                report.Print(Terminal.Out, parsed.GetValue(all));
            }

            return report.IsClean ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Func<string, string?> Named(string[] formats, string[] paths)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var format in formats)
        {
            var at = format.LastIndexOf('=');
            if (at <= 0 || !paths.Contains(format[..at], StringComparer.Ordinal))
            {
                throw new CctsDataException([new Problem("bad-option", Severity.Error, $"--format \"{format}\" names none of the files.", default) { Expected = $"FILE=FORMAT, e.g. {paths[0]}=verra" }]);
            }

            named[format[..at]] = format[(at + 1)..];
        }

        return path => named.TryGetValue(path, out var format) ? format : null;
    }

    private static HashSet<string> KnownRegistries() => new(ExportFormats.BuiltIn.All.Select(f => f.Registry).Concat(SerialGrammars.BuiltIn.All.Select(g => g.Registry)).Where(r => r.Length > 0), StringComparer.Ordinal);

    private static bool Meets(ProjectLink link, DoubleCountFinder finder) => finder.HasRowsOf(link.FirstRegistry, link.FirstProject) && finder.HasRowsOf(link.SecondRegistry, link.SecondProject);

    // A link with rows on one side only is reported, since somebody relies on it; and so is every link if none has rows. Otherwise a table of links may well have links without rows.
    private static Problem? Unmet(ProjectLink link, SourcePlace place, DoubleCountFinder finder, bool isAnyMet)
    {
        var isTurned = finder.HasRowsOf(link.FirstRegistry, link.SecondProject) || finder.HasRowsOf(link.SecondRegistry, link.FirstProject);
        var (first, second) = (finder.HasRowsOf(link.FirstRegistry, link.FirstProject), finder.HasRowsOf(link.SecondRegistry, link.SecondProject));
        return first && second ? null : new Problem("link-unmet", first || second || isTurned || !isAnyMet ? Severity.Error : Severity.Warning,
            $"{link.FirstRegistry} {link.FirstProject} and {link.SecondRegistry} {link.SecondProject} were not compared: no row is of {(first ? "the second" : second ? "the first" : "either")}.{(isTurned ? " A project of it is listed under the other registry." : "")}", place) { Expected = "projects as the files name them" };
    }

    private static List<(ProjectLink Link, SourcePlace Place)> Links(string? path, HashSet<string> registries)
    {
        var byKey = registries.GroupBy(PlainName.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);
        var problems = new ProblemList();
        var links = new List<(ProjectLink, SourcePlace)>();
        string Registry(CsvRecord row, string column, string text)
        {
            if (registries.Contains(text) || byKey.TryGetValue(PlainName.Key(text), out text!))
            {
                return text;
            }

            problems.Error("unknown-registry", row.PlaceOf(column), $"\"{row.Text(column)}\" is the id of no registry that is known or stated.", string.Join(", ", registries.Order(StringComparer.Ordinal)), problems.Nearest(row.Text(column)!, registries));
            return "";
        }

        if (path is not null && CsvTable.OpenFound(Inputs.Table(path, MaxLinkBytes), Inputs.NameOf(path), problems, MaxLinkBytes, s_linkColumns, []) is { } table)
        {
            while (table.ReadRecord() is { } row)
            {
                if (row.Text(s_linkColumns[0]) is { } registry && row.Text(s_linkColumns[1]) is { } project && row.Text(s_linkColumns[2]) is { } other && row.Text(s_linkColumns[3]) is { } otherProject)
                {
                    links.Add((new ProjectLink(Registry(row, s_linkColumns[0], registry), project, Registry(row, s_linkColumns[2], other), otherProject), row.Row.Place));
                }
            }
        }

        if (path is not null && links.Count == 0 && !problems.HasErrors)
        {
            problems.Error("csv-no-rows", new SourcePlace(Inputs.NameOf(path), 1, 1, ""), "The table has no row.", "two projects that are the same in each row", "Leave out --links if no project is in two registries.");
        }

        // A link dropped silently could hide a double count.
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : links;
    }
}
