using System;
using System.Reflection;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Decides by one generated method without loops, in 64-bit numbers; by a second one if an added fact is not exact in them.</summary>
internal sealed class FusedEvaluator
{
    /// <summary>Beyond so many tests and gates a generated method no longer pays; tables decide instead.</summary>
    internal const int MaxNodes = 2_000;

    internal static readonly MethodInfo ByDecimals = typeof(FusedEvaluator).GetMethod(nameof(DecideByDecimals), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly PurposeRules _rules;
    private readonly SeededFault _fault;
    private Action<CaseFrame>? _byDecimals;

    internal FusedEvaluator(PurposeRules rules, SeededFault fault)
    {
        _rules = rules;
        _fault = fault;
        Decide = new FusedMethod(rules, fault, this).Compile();
    }

    internal Action<CaseFrame> Decide { get; }

    // Made for the first case that needs it; two threads may both make it, and either can be used.
    internal void DecideByDecimals(CaseFrame frame) => (_byDecimals ??= new FusedMethod(_rules, _fault, null).Compile())(frame);
}
