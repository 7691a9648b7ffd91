using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Decisions;

/// <summary>Turns what became of a rule into a finding.</summary>
public sealed class FindingWriter(Ruleset ruleset, DecisionRequest request)
{
    /// <summary>The code of the finding that no rule is about the purpose.</summary>
    public const string NoRuleCode = "no-rule-for-purpose";

    internal Finding Write(RuleTrace trace)
    {
        var rule = trace.Rule;
        IReadOnlyList<MissingInput> missing = trace.Verdict == Verdict.Pass ? [] : trace.Missing();
        var finding = new Finding
        {
            Rule = rule.Id,
            Effect = rule.Effect,
            Code = rule.Code,
            Certain = trace.Verdict == Verdict.Pass,
            Standing = Standing(trace),
            Missing = missing,
            Message = missing.Count == 0 ? RuleMessage.Fill(rule.Message.English, Show) : $"It cannot be said: {rule.Title}. Missing: {Names(missing)}.",
            MessageInHindi = missing.Count == 0 ? RuleMessage.Fill(rule.Message.Hindi, Show) : $"यह नहीं कहा जा सकता: {rule.Id}. अनुपलब्ध: {Names(missing)}.",
        };
        return missing.Count == 0 && Telling(trace.When) is { } test ? WithInputs(finding, test) : finding;
    }

    /// <summary>
    /// The standing of the finding: a rule of law that fires only because of a value with less force has only that force. A private
    /// policy of 36 months denies by its own force, not by the paragraph that leaves validity open.
    /// </summary>
    private static Standing Standing(RuleTrace trace)
    {
        var told = trace.Verdict == Verdict.Pass ? trace.When.Deciding() : trace.When.All().Where(t => t.Verdict != Verdict.Fail);
        var weakest = trace.Rule.Standing;
        foreach (var use in told.SelectMany(t => t.Inputs).SelectMany(i => i.Uses).Where(u => u.Value.IsKnown))
        {
            weakest = Binds(use.Value.Standing.Force) < Binds(weakest.Force) ? use.Value.Standing : weakest;
        }

        return weakest;
    }

    private static int Binds(Force force) => force switch
    {
        Force.InForce => 2,
        Force.None => 0,
        _ => 1,
    };

    internal static Finding NoRule(Purpose purpose) => new()
    {
        Rule = null,
        Effect = RuleEffect.Refer,
        Code = NoRuleCode,
        Certain = true,
        Standing = null,
        Message = $"The ruleset has no rule about \"{PurposeWords.Of(purpose)}\"; what is not regulated here is not permitted by guess.",
        MessageInHindi = $"इस नियम-समूह में \"{PurposeWords.Of(purpose)}\" के लिए कोई नियम नहीं है; अनुमान से अनुमति नहीं दी जाती।",
    };

    // Of the deciding tests, the one that used the law is most informative; otherwise the last, because scope comes first.
    private static ConditionTrace? Telling(ConditionTrace when)
    {
        var deciding = when.Deciding().Where(t => t.Inputs.Count > 0).ToList();
        return deciding.Find(t => t.Inputs.Any(i => i.Uses.Count > 0)) ?? deciding.LastOrDefault();
    }

    private static Finding WithInputs(Finding finding, ConditionTrace test)
    {
        var use = test.Inputs.SelectMany(i => i.Uses).FirstOrDefault();
        var subject = test.Inputs[0];
        return finding with
        {
            Input = ConditionWords.Of(subject.Operand),
            InputValue = subject.Value?.Shown,
            Limit = test.Inputs.Count > 1 ? test.Inputs[1].Value?.Shown : LimitOf(test.Condition),
            Unit = subject.Operand.Type.Unit,
            Parameter = use?.Path,
            Effective = use?.Value.From,
        };
    }

    private static string? LimitOf(Condition condition) => condition switch
    {
        Membership membership => string.Join(", ", membership.Values.Select(v => v.Shown)),
        Listing listing => listing.Table.Path,
        _ => null,
    };

    private string Show(string name)
    {
        if (request.Facts.Find(name) is { } fact)
        {
            return fact.Shown;
        }

        return ruleset.Parameters.TryGetValue(name, out var parameter) && parameter.On(request.Date) is { IsKnown: true } value
            ? Plain(value)
            : "?";
    }

    private static string Plain(DatedValue value) => value.Unit is ParameterUnit.Count or ParameterUnit.Ratio or ParameterUnit.Multiple or ParameterUnit.Word or ParameterUnit.Date
        ? value.Text!
        : value.ToString();

    private static string Names(IEnumerable<MissingInput> missing) => string.Join(", ", missing.Select(m => m.Name));
}
