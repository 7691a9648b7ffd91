using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines;

/// <summary>Calls the reference interpreter, which reads the rules themselves, not the compiled form.</summary>
internal sealed class InterpretedEvaluator(PurposeRules rules, SeededFault fault = SeededFault.None)
{
    private readonly RuleInterpreter _interpreter = new(rules.Owner.Ruleset);

    internal void Decide(CaseFrame frame)
    {
        var bits = frame.Bits;
        for (var word = 0; word < rules.Words; word++)
        {
            (bits.Fires[word], bits.Open[word]) = (0, 0);
        }

        var traces = _interpreter.Decide(frame.ToRequest()).Rules;
        for (var rule = 0; rule < traces.Count; rule++)
        {
            var verdict = traces[rule].Verdict;
            var mask = 1UL << (rule % 64);
            bits.Fires[rule / 64] |= verdict == Verdict.Pass && fault != SeededFault.UpperLimitExcluded ? mask : 0UL;
            bits.Open[rule / 64] |= verdict == Verdict.CannotSay && fault != SeededFault.MissingIsNo ? mask : 0UL;
        }
    }
}
