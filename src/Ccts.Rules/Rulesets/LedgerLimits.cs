using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets.Assessments;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets;

/// <summary>Fills the limits that the ledger enforces from a ruleset's data. It names parameters and contains no value of the law.</summary>
/// <remarks>Thread-safe.</remarks>
public static class LedgerLimits
{
    /// <summary>
    /// The limits of a ruleset's compliance year. What it leaves unknown is neither a limit nor a permission: it is listed in
    /// <see cref="LedgerPolicy.Unknowns"/>, and a host that needs an answer gives it with an overlay or its own policy.
    /// </summary>
    /// <param name="ruleset">The ruleset of a compliance year, with its overlays.</param>
    /// <exception cref="CctsDataException">A parameter has no single value for the year, or one that cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The ruleset is of a baseline year, which has no compliance.</exception>
    public static LedgerPolicy Of(Ruleset ruleset)
    {
        if ((ruleset ?? throw new ArgumentNullException(nameof(ruleset))).Kind == RulesetKind.Baseline)
        {
            throw new InvalidOperationException($"{ruleset.Identity.Id} is of a baseline year: nobody holds or surrenders under it. Take the ruleset of a compliance year.");
        }

        var problems = new ProblemList();
        var reader = new Reader(ruleset, new ParameterBinding(ruleset.Parameters, ruleset.Year, default, problems));
        var policy = new LedgerPolicy
        {
            Units = Units(reader, ruleset.Rules.Vocabulary),
            Oversell = Oversell(reader),
            Unknowns = reader.Unknowns,
        };
        return problems.HasErrors ? throw new CctsDataException(problems.ToList()) : policy;
    }

    // Only certificates are surrendered; a validity, if set, applies to every kind of unit, as in the rules.
    private static List<UnitRule> Units(Reader reader, FactVocabulary vocabulary)
    {
        var surrender = reader.Value<bool>(LedgerParameters.Surrender, ParameterBinding.In<bool>(ParameterUnit.Statement, Statement));
        var validity = reader.Value<int>(LedgerParameters.Validity, AtLeast(0, ParameterUnit.Months));
        int? months = validity.TryGet(out var set) ? set : null;
        var certificates = new UnitRule(UnitKind.Ccc, surrender.IsKnown && surrender.Standing.Force == Force.InForce) { ValidityMonths = months, Standing = surrender.Standing };
        var others = months is null ? [] : vocabulary.Find(FactVocabulary.UnitKind)?.Type.Words ?? [];
        return [certificates, .. others.Where(k => k != UnitKind.Ccc.Name).Select(k => new UnitRule(k, MayBeSurrendered: false) { ValidityMonths = months, Standing = validity.Standing })];
    }

    // A bar needs both the number of breaches and its length.
    private static OversellRule? Oversell(Reader reader)
    {
        var breaches = reader.Value<int>(LedgerParameters.Breaches, AtLeast(1, ParameterUnit.Count));
        var bar = reader.Value<int>(LedgerParameters.Bar, AtLeast(1, ParameterUnit.Months));
        return breaches.TryGet(out var toBar) && bar.TryGet(out var months) ? new OversellRule(toBar, months) { Standing = breaches.Standing } : null;
    }

    private static TextParser<int> AtLeast(int least, string unit)
    {
        bool Parse(string text, out int value, out string? reason)
        {
            var read = ParameterBinding.In<int>(unit, Scalars.TryWhole)(text, out value, out reason) && value >= least && value <= 1200;
            reason = read ? null : reason ?? FormattableString.Invariant($"{least} to 1200");
            return read;
        }

        return Parse;
    }

    private static bool Statement(string text, out bool value, out string? reason)
    {
        value = text == ParameterUnit.Yes;
        reason = value ? null : ParameterUnit.Yes;
        return value;
    }

    /// <summary>Reads the value if there is one; a ruleset without it leaves the limit unknown.</summary>
    private sealed class Reader(Ruleset ruleset, ParameterBinding binding)
    {
        internal List<ILegalValue> Unknowns { get; } = [];

        internal LegalValue<T> Value<T>(string path, TextParser<T> parser)
            where T : struct
        {
            var value = ruleset.Parameters.ContainsKey(path)
                ? binding.Value(path, parser)
                : LegalValue.Unknown<T>(path, new Standing(new LegalSource(ruleset.Identity.Id, null), Force.None, Evidence.Unknown), "The ruleset does not speak of it.", "its publisher");
            if (!value.IsKnown)
            {
                Unknowns.Add(value);
            }

            return value;
        }
    }
}
