using System.CommandLine;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
#if NRULES
using Ccts.Rules.NRules;
#endif
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Decide;

/// <summary><c>--engine</c>: which engine decides. The answer is the same with every engine; the option demonstrates this.</summary>
internal sealed class EngineOption
{
    private readonly Option<string> _engine = new("--engine") { Description = "Engine that decides: auto, interpreter, table, fused, columnar or nrules. The answer is the same.", DefaultValueFactory = _ => "auto" };

    internal EngineOption(Command command)
    {
        _engine.AcceptOnlyFromAmong("auto", "interpreter", "table", "fused", "columnar", "nrules");
        command.Options.Add(_engine);
    }

    /// <exception cref="CctsDataException">The engine does not run here.</exception>
    internal IDecider Choose(ParseResult parsed)
    {
        var kind = parsed.GetValue(_engine) switch
        {
            "interpreter" => EngineKind.Interpreted,
            "table" => EngineKind.Table,
            "fused" => EngineKind.Fused,
            "columnar" => EngineKind.Columnar,
            "nrules" => EngineKind.NRules,
            _ => EngineKind.Automatic,
        };
        var catalog = new LiveCatalog(RulesetCatalog.Default);
#if NRULES
        if (kind == EngineKind.NRules)
        {
            return new NRulesRulesets(catalog);
        }
#endif
        return DecisionEngine.IsSupported(kind)
            ? new DecisionEngines(catalog, kind)
            : throw new CctsDataException([new Problem("engine-not-here", Severity.Error, $"The engine \"{Word(kind)}\" generates code, which this native build of the tool cannot do.", default) { Expected = "--engine auto, interpreter, table or columnar; or the portable build of the tool" }]);
    }

    /// <summary>The engine that decides, by the word of the option; what "auto" selects here.</summary>
    internal static string Name(IDecider engine) => Word(engine.Kind != EngineKind.Automatic ? engine.Kind : DecisionEngine.IsSupported(EngineKind.Fused) ? EngineKind.Fused : EngineKind.Table);

    private static string Word(EngineKind kind) => kind switch
    {
        EngineKind.Interpreted => "interpreter",
        EngineKind.Table => "table",
        EngineKind.Fused => "fused",
        EngineKind.Columnar => "columnar",
        EngineKind.NRules => "nrules",
        _ => "auto",
    };
}
