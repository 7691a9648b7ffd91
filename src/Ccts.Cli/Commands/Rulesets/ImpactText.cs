using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Rulesets;
using Spectre.Console;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Impact reports as tables for people, or as JSON.</summary>
internal static class ImpactText
{
    internal static void Give(ImpactReport report, (Ruleset Old, Ruleset New) of, bool json)
    {
        if (json)
        {
            JsonOutput.Write(ImpactReportJson.Write(report));
            return;
        }

        var console = Terminal.Out;
        console.Line(Markup.Escape($"From {RulesetSource.Named(of.Old)} to {RulesetSource.Named(of.New)}: {Number(report.Entities)} entities, {Number(report.ChangedSides)} change side."));
        console.Line(Markup.Escape($"Tonnes long {Number(report.OldTotal.TonnesLong)}, now {Number(report.NewTotal.TonnesLong)}; short {Number(report.OldTotal.TonnesShort)}, now {Number(report.NewTotal.TonnesShort)}. Targets not known: {Number(report.OldTotal.Unknown)}, now {Number(report.NewTotal.Unknown)}; they are in no sum."));
        Sectors(report.Sectors, console);
        Entities("change most", report.Movers, console);
        Entities("end on another side", report.SideChanges, console);
        Unreached(report.Unreached, console);
        Terminal.Problems(report.Remarks);
    }

    internal static void Give(OrderReport report, (Ruleset Old, Ruleset New) of, bool json)
    {
        if (json)
        {
            JsonOutput.Write(OrderReportJson.Write(report));
            return;
        }

        var console = Terminal.Out;
        console.Line(Markup.Escape($"From {RulesetSource.Named(of.Old)} to {RulesetSource.Named(of.New)}: {Number(report.Orders)} requests, {Number(report.Changed)} answered otherwise."));
        var moves = new TextTable("Purpose", "Was", "Is", "Requests");
        foreach (var move in report.Moves.OrderBy(m => m.Key.Purpose).ThenBy(m => m.Key.Old).ThenBy(m => m.Key.New))
        {
            moves.AddRow(move.Key.Purpose.ToString(), OrderReportJson.Word(move.Key.Old), OrderReportJson.Word(move.Key.New), Number(move.Value));
        }

        moves.Print(console);
        foreach (var difference in report.Differences)
        {
            console.Line(Markup.Escape($"{Number(difference.Value)} x {difference.Key}"));
        }

        foreach (var example in report.Examples)
        {
            console.Line(Markup.Escape($"{example.Request.Id ?? "(no id)"}: was {OrderReportJson.Word(example.Old)}, is {OrderReportJson.Word(example.New)}; {string.Join("; ", example.Differences)}"));
        }

        Unreached(report.Unreached, console);
    }

    // Unchanged figures do not mean that the law is unchanged.
    private static void Unreached(IReadOnlyList<EntryChange> entries, IAnsiConsole console)
    {
        if (entries.Count > 0)
        {
            var files = entries.GroupBy(e => e.File, System.StringComparer.Ordinal).Select(g => $"{g.Key} {Number(g.Count())} ({g.First().Entry}{(g.Count() > 1 ? ", …" : "")})");
            console.Line(Markup.Escape($"Changed and not in these figures: {string.Join("; ", files)}. \"ccts ruleset diff\" names each."));
        }
    }

    private static void Sectors(IReadOnlyList<SectorImpact> sectors, IAnsiConsole console)
    {
        var table = new TextTable("Sector", "Entities", "Long t was", "is", "Short t was", "is", "Net was", "is", "Change side", "No target was", "is", "Unknown was", "is");
        foreach (var s in sectors)
        {
            table.AddRow(
                s.Sector, Number(s.Entities), Number(s.Old.TonnesLong), Number(s.New.TonnesLong), Number(s.Old.TonnesShort), Number(s.New.TonnesShort), Number(s.Old.Net), Number(s.New.Net),
                Number(s.Moves.Where(m => m.Key.Old != m.Key.New).Sum(m => m.Value)), Number(s.Old.NoTarget), Number(s.New.NoTarget), Number(s.Old.Unknown), Number(s.New.Unknown));
        }

        table.Print(console);
    }

    private static void Entities(string what, IReadOnlyList<EntityImpact> entities, IAnsiConsole console)
    {
        if (entities.Count == 0)
        {
            return;
        }

        console.Line(Markup.Escape($"Entities that {what}:"));
        var table = new TextTable("Entity", "Name", "Target was", "is", "Certificates were", "are", "Change");
        foreach (var e in entities)
        {
            table.AddRow(e.Entity.Key, e.Name, e.Old.Target?.ToString() ?? "-", e.New.Target?.ToString() ?? "-", Side(e.Old), Side(e.New), e.Change is { } change ? Number(change) : "");
        }

        table.Print(console);
    }

    private static string Side(EntityOutcome outcome) => (outcome.Certificates is { } count ? Number(count) + " " : "") + ImpactReportJson.Word(outcome.Side);

    private static string Number(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}
