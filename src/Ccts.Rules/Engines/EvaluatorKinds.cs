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
    /// <summary>Whether methods can be generated here; the Native AOT compiler knows that they cannot, and leaves out that engine.</summary>
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
#if NET
        EngineKind.Fused => rules => Fused(rules, fault),
#endif
        EngineKind.Interpreted => rules => new Evaluator(rules, new InterpretedEvaluator(rules, fault).Decide),
        EngineKind.Columnar => rules => new Evaluator(rules, new ColumnarFrameEvaluator(new ColumnarEvaluator(rules, fault)).Decide),
        _ => rules => Table(rules, fault),
    };

    private static Evaluator Table(PurposeRules rules, SeededFault fault) => new(rules, new TableEvaluator(rules, fault).Decide);
#if NET

    private static Evaluator Fused(PurposeRules rules, SeededFault fault) =>
        RuntimeFeature.IsDynamicCodeSupported && rules.Tests.Count + rules.Gates.Count <= FusedEvaluator.MaxNodes
            ? new Evaluator(rules, new FusedEvaluator(rules, fault).Decide)
            : Table(rules, fault);
#endif
}
