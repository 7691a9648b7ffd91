using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Decides by one generated method without loops or, for plain limits, branches.</summary>
internal sealed class FusedEvaluator(PurposeRules rules, SeededFault fault = SeededFault.None) : Evaluator(rules)
{
    /// <summary>Beyond so many tests and gates a generated method no longer pays; tables decide instead.</summary>
    internal const int MaxNodes = 2_000;

    private readonly FusedRules _decide = new FusedMethod(rules, fault).Compile();

    internal override void Decide(CaseFrame frame)
    {
        var facts = frame.Columns;
        _decide(facts.Codes, facts.Known, facts.Amounts, facts.Texts, facts.Sets, frame.Bits.Fires, frame.Bits.Open);
    }
}
