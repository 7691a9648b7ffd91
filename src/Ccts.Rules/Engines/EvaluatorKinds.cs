using System;
using Ccts.Rules.Engines.Columnar;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Engines.Table;
#if NET
using System.Runtime.CompilerServices;
using Ccts.Rules.Engines.Fused;
#endif

namespace Ccts.Rules.Engines;

/// <summary>Which kind of evaluator runs where, and how each is made.</summary>
internal static class EvaluatorKinds
{
    /// <summary>Whether methods can be generated here; the compiler of Native AOT knows that they cannot, and leaves that engine out.</summary>
    internal static bool CanGenerateCode =>
#if NET
        RuntimeFeature.IsDynamicCodeSupported;
#else
        false;
#endif

    internal static bool IsSupported(EngineKind kind) => kind switch
    {
        EngineKind.Fused => CanGenerateCode,
        >= EngineKind.Automatic and <= EngineKind.Columnar => true,
        _ => false,
    };

    internal static EngineKind Resolve(EngineKind kind) => kind != EngineKind.Automatic ? kind : CanGenerateCode ? EngineKind.Fused : EngineKind.Table;

    internal static Func<PurposeRules, Evaluator> Maker(EngineKind kind, SeededFault fault) => Resolve(kind) switch
    {
        EngineKind.Fused => rules => Fused(rules, fault),
        EngineKind.Interpreted => rules => new InterpretedEvaluator(rules, fault),
        EngineKind.Columnar => rules => new ColumnarFrameEvaluator(new ColumnarEvaluator(rules, fault)),
        _ => rules => new TableEvaluator(rules, fault),
    };

    private static Evaluator Fused(PurposeRules rules, SeededFault fault)
    {
#if NET
        if (RuntimeFeature.IsDynamicCodeSupported && rules.Tests.Count + rules.Gates.Count <= FusedEvaluator.MaxNodes)
        {
            return new FusedEvaluator(rules, fault);
        }
#endif
        return new TableEvaluator(rules, fault);
    }
}
