using System.Collections.Generic;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Signing;
using NodaTime;

namespace Ccts.Rules;

/// <summary>Options of the <see cref="RulesetCatalog"/> that is registered as a service.</summary>
public sealed class CctsRulesOptions
{
    /// <summary>
    /// Folder of rulesets, read once at first use; null (the default) for none. It takes precedence over the rulesets shipped inside the package: a
    /// changed copy replaces the shipped one, as with <c>ccts --rules</c> (<see cref="RulesetCatalog.Over"/>).
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>Whether the rulesets shipped inside the package are in the catalog. Default true.</summary>
    public bool IncludeShipped { get; set; } = true;

    /// <summary>
    /// The signatures required of the folder and of everything that a <see cref="LiveCatalog"/> accepts later; null (the
    /// default) for none. The rulesets inside the package are as trustworthy as the package and need none.
    /// </summary>
    public SignaturePolicy? Signatures { get; set; }

    /// <summary>The clock for the day on which keys must be valid; needed with <see cref="Signatures"/>, otherwise not used.</summary>
    public IClock? Clock { get; set; }

    /// <summary>
    /// The kind of engine of <see cref="IDecider"/> and <see cref="DecisionEngines"/>. Default: the fastest that runs here. With
    /// <see cref="EngineKind.NRules"/>, call <c>AddCctsNRules()</c> of <c>Ccts.Rules.NRules</c> too; frames and batches stay with the fastest.
    /// </summary>
    public EngineKind Engine { get; set; } = EngineKind.Automatic;

    internal IEnumerable<string> Faults()
    {
        if (Engine != EngineKind.NRules && !DecisionEngine.IsSupported(Engine))
        {
            yield return $"Engine is {Engine}, which does not run here; take {EngineKind.Automatic}.";
        }

        if (Signatures is not null && Clock is null)
        {
            yield return "Signatures is set and Clock is not, so that no day tells which keys are valid. Give SystemClock.Instance.";
        }

        if (Directory is not null && Directory.Trim().Length == 0)
        {
            yield return "Directory is blank; give a folder, or null for none.";
        }

        if (Directory is null && !IncludeShipped)
        {
            yield return "Directory is null and IncludeShipped is false: the catalog would be empty.";
        }
    }

    /// <summary>The kind for frames and batches, which NRules does not have.</summary>
    internal EngineKind FrameEngine => Engine == EngineKind.NRules ? EngineKind.Automatic : Engine;

    internal LiveCatalog Live(RulesetCatalog initial) => Signatures is null ? new(initial) : new(initial, Signatures, Clock!);

    internal RulesetCatalog Load()
    {
        if (Directory is null)
        {
            return RulesetCatalog.Default;
        }

        var own = Signatures is null ? RulesetCatalog.FromDirectory(Directory) : RulesetCatalog.FromDirectory(Directory, Signatures, SignaturePolicy.Today(Clock!));
        return IncludeShipped ? own.Over(RulesetCatalog.Default) : own;
    }
}
