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

/// <summary>A decision for people: the answer, the reasons, other findings, the values it rests on.</summary>
internal static class DecisionAccount
{
    private const int MostAssumptions = 5;

    // A request with few facts has a reason for each one that is missing.
    private const int MostReasons = 6;

    internal static void Print(ReasonedDecision decision, bool explain, bool all, IAnsiConsole console)
    {
        var account = new Account(console);
        var request = decision.Request;
        account.Sentence($"{Answered(decision)}: {PurposeWords.Of(request.Purpose)}{Name(request)}", "bold " + (decision.Outcome switch { Answer.Permit => "green", Answer.Deny => "red", _ => "yellow" }));
        account.Sentence($"Compliance year {request.Year}, {request.Date:uuuu-MM-dd}, by {decision.Ruleset.Id} revision {decision.Ruleset.Revision}.");
        var deciding = decision.Findings.Where(f => Decides(f, decision.Outcome)).ToList();
        Findings(account, "Why", deciding, explain || all);
        Findings(account, deciding.Count == 0 ? "What was found" : "What else was found", decision.Findings.Except(deciding), explain || all);
        LeansOn(account, decision, explain || all);
        if (explain)
        {
            account.Blank();
            account.Sentence($"Ruleset digest {decision.Ruleset.Digest}");
            PrintRules(decision, console);
        }
    }

    internal static string Line(ReasonedDecision decision)
    {
        var reasons = decision.Findings.Select(f => f.Certain ? f.Code : f.Code + "?").Distinct(StringComparer.Ordinal);
        return $"{Word(decision)}{Name(decision.Request)}: {string.Join(", ", reasons)}".TrimEnd(' ', ':');
    }

    private static string Word(ReasonedDecision decision) => decision.Outcome.ToString().ToLowerInvariant();

    private static string Answered(ReasonedDecision decision) => decision.Outcome switch
    {
        Answer.Permit => "Permitted",
        Answer.Deny => "Denied",
        _ => "Referred to a person",
    };

    private static string Name(DecisionRequest request) => request.Id is { } id ? " " + id : "";

    private static bool Decides(Finding finding, Answer outcome) => outcome switch
    {
        Answer.Deny => finding is { Effect: RuleEffect.Deny, Certain: true },
        Answer.Permit => false,
        _ => finding.Effect == RuleEffect.Refer || finding is { Effect: RuleEffect.Deny, Certain: false },
    };

    private static void Findings(Account account, string heading, IEnumerable<Finding> findings, bool all)
    {
        var listed = findings.OrderByDescending(f => f.Effect).ToList();
        if (listed.Count == 0)
        {
            return;
        }

        account.Heading(heading);
        foreach (var finding in listed.Take(all ? listed.Count : MostReasons))
        {
            var effect = finding.Effect.ToString().ToLowerInvariant() + (finding.Certain ? "" : ", cannot say");
            var standing = finding.Standing is { } known ? $" [{known.Source}; {LawWords.Of(known.Force)}, {LawWords.Of(known.Evidence)}]" : "";
            account.Sentence($"{finding.Code} ({effect}): {finding.Explained}{standing}", indent: 2, hanging: 2);
        }

        if (listed.Count - MostReasons is var more and > 0 && !all)
        {
            account.Sentence($"{more} more: {string.Join(", ", listed.Skip(MostReasons).Select(f => f.Code).Distinct(StringComparer.Ordinal))}; --all explains them.", indent: 2, hanging: 2);
        }
    }

    // An answer may rest on an interpretation that this product chose; the account names it.
    private static void LeansOn(Account account, ReasonedDecision decision, bool all)
    {
        var leaned = Assumption.Of(decision).GroupBy(l => l.Standing is var s ? $"{s.Source} ({LawWords.Of(s.Force)}, {LawWords.Of(s.Evidence)})" : "", StringComparer.Ordinal).ToList();
        if (leaned.Count == 0)
        {
            return;
        }

        account.Heading("What it leans on that is not both in force and read word for word");
        foreach (var group in leaned.Take(all ? leaned.Count : MostAssumptions))
        {
            account.Sentence($"{group.Key}: {string.Join(", ", group.Select(l => l.Rule ?? l.Parameter).Distinct(StringComparer.Ordinal))}", indent: 2, hanging: 2);
        }

        if (leaned.Count - MostAssumptions is var more and > 0 && !all)
        {
            account.Sentence($"{more} more sources: --all.", indent: 2);
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
