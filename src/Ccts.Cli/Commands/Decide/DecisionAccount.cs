using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Law;
using Spectre.Console;
using Answer = Ccts.Rules.Decisions.Outcome;

namespace Ccts.Cli.Commands.Decide;

/// <summary>A decision as a person reads it.</summary>
internal static class DecisionAccount
{
    internal static void Print(ReasonedDecision decision, bool explain, IAnsiConsole console)
    {
        var request = decision.Request;
        var colour = decision.Outcome switch { Answer.Permit => "green", Answer.Deny => "red", _ => "yellow" };
        console.MarkupLine($"[bold {colour}]{Word(decision)}[/]  {PurposeWords.Of(request.Purpose)}{Name(request)}, compliance year {request.Year}, {request.Date:uuuu-MM-dd}");
        console.MarkupLine($"[grey]Ruleset {decision.Ruleset.Id.EscapeMarkup()} revision {decision.Ruleset.Revision}, {decision.Ruleset.Digest}[/]");
        PrintFindings(decision, console);
        PrintAssumptions(decision, console);
        if (explain)
        {
            PrintRules(decision, console);
        }
    }

    internal static string Line(ReasonedDecision decision)
    {
        var reasons = decision.Findings.Select(f => f.Certain ? f.Code : f.Code + "?").Distinct(StringComparer.Ordinal);
        return $"{Word(decision)}{Name(decision.Request)}: {string.Join(", ", reasons)}".TrimEnd(' ', ':');
    }

    private static string Word(ReasonedDecision decision) => decision.Outcome.ToString().ToLowerInvariant();

    private static string Name(DecisionRequest request) => request.Id is { } id ? " " + Markup.Escape(id) : "";

    private static void PrintFindings(ReasonedDecision decision, IAnsiConsole console)
    {
        if (decision.Findings.Count == 0)
        {
            return;
        }

        var table = Terminal.Table("Finding", "Says", "Clause", "Force, evidence");
        foreach (var finding in decision.Findings)
        {
            var effect = finding.Effect.ToString().ToLowerInvariant() + (finding.Certain ? "" : ", cannot say");
            var standing = finding.Standing is { } known ? LawWords.Of(known.Force) + ", " + LawWords.Of(known.Evidence) : "";
            var reasons = finding.Missing.Where(m => m.Reason is not null).Select(m => m.Reason + (m.SettledBy is null ? "" : $" {m.SettledBy} can settle it."));
            table.AddRow(new[] { $"{finding.Code}\n({effect})", string.Join("\n", reasons.Prepend(finding.Message)), finding.Standing?.Source.ToString() ?? "", standing }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }

    // A clean answer may rest on a reading that is ours; whoever relies on it is told which.
    private static void PrintAssumptions(ReasonedDecision decision, IAnsiConsole console)
    {
        var leaned = LeanedOn.Of(decision).ToList();
        if (leaned.Count == 0)
        {
            return;
        }

        console.WriteLine("Leans on what is not both in force and read word for word:");
        foreach (var (standing, names) in leaned.GroupBy(l => (l.Standing.Source, l.Standing.Force, l.Standing.Evidence)).Select(g => (g.Key, g.Select(l => l.Rule ?? l.Parameter).Distinct(StringComparer.Ordinal))))
        {
            console.WriteLine($"  {standing.Source} ({LawWords.Of(standing.Force)}, {LawWords.Of(standing.Evidence)}): {string.Join(", ", names)}");
        }
    }

    private static void PrintRules(ReasonedDecision decision, IAnsiConsole console)
    {
        foreach (var trace in decision.Rules)
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{trace.Rule.Id.EscapeMarkup()}[/] {trace.Rule.Title.EscapeMarkup()}: {trace.Rule.Effect.ToString().ToLowerInvariant()}? [bold]{Fires(trace)}[/]");
            foreach (var line in Lines(trace.When, 1))
            {
                console.WriteLine(line);
            }
        }
    }

    private static string Fires(RuleTrace trace)
    {
        var exceptions = trace.Exceptions.Count == 0 ? "" : $" (exception: {string.Join(", ", trace.Exceptions.Select(e => e.Rule.Id + " " + DecisionJson.Word(e.Verdict)))})";
        return DecisionJson.Word(trace.Verdict) + Markup.Escape(exceptions);
    }

    private static IEnumerable<string> Lines(ConditionTrace trace, int depth)
    {
        var indent = new string(' ', depth * 2);
        if (trace.Parts.Count == 0)
        {
            var inputs = trace.Inputs.Where(i => i.Operand is not Literal).Select(i => $"{ConditionWords.Of(i.Operand)} = {i.Value?.Shown ?? "unknown"}");
            yield return $"{indent}{DecisionJson.Word(trace.Verdict),-10} {ConditionWords.Of(trace.Condition)}   [{string.Join("; ", inputs)}]";
            yield break;
        }

        yield return $"{indent}{DecisionJson.Word(trace.Verdict),-10} {((Combination)trace.Condition).Kind.ToString().ToLowerInvariant()} of";
        foreach (var line in trace.Parts.SelectMany(p => Lines(p, depth + 1)))
        {
            yield return line;
        }
    }
}
