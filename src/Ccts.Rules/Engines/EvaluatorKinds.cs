using System;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Engines.Table;

namespace Ccts.Rules.Engines;

/// <summary>Which kind of evaluator runs where, and how each is made.</summary>
internal static class EvaluatorKinds
{
    internal static bool CanGenerateCode => false;

    internal static bool IsSupported(EngineKind kind) => kind switch
    {
        EngineKind.Fused => CanGenerateCode,
        >= EngineKind.Automatic and <= EngineKind.Columnar => true,
        _ => false,
    };

    internal static EngineKind Resolve(EngineKind kind) => kind != EngineKind.Automatic ? kind : CanGenerateCode ? EngineKind.Fused : EngineKind.Table;

    internal static Func<PurposeRules, Evaluator> Maker(EngineKind kind, SeededFault fault) => Resolve(kind) switch
    {
        EngineKind.Interpreted => rules => new InterpretedEvaluator(rules, fault),
        _ => rules => new TableEvaluator(rules, fault),
    };
}
