using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Decide;

/// <summary>Reads requests and decides each by the ruleset of its year.</summary>
internal sealed class RequestDecider(Func<ComplianceYear, Ruleset> choose, IDecider engine, Func<LocatedNode, DecisionRequest, Ruleset, IReadOnlyList<DecisionRequest>> ofAccount, Action permitted)
{
    private readonly Dictionary<ComplianceYear, Ruleset> _rulesets = [];

    /// <summary>The decision; several where the account's units are decided separately.</summary>
    /// <exception cref="CctsDataException">The request has errors, all of them listed; or there is no ruleset for its year.</exception>
    internal IReadOnlyList<ReasonedDecision> Decide(RequestInput input)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(input.Bytes, input.Name, problems, DecisionRequestReader.MaxBytes);
        if (root is { Kind: LocatedKind.Array })
        {
            problems.Error("wrong-type", root.Place, "Found a list.", "an object { … }", "Write several requests one a line, without brackets and commas around them, or one a row in a table.");
        }

        var request = root is null || problems.HasErrors ? null : Read(root, problems);
        if (root is null || request is null || problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList().Select(input.Place).ToList());
        }

        var ruleset = _rulesets[request.Year];
        ReasonedDecision[] decisions = [.. OfAccount(input, root, request, ruleset).Select(r => engine.Decide(ruleset, r))];
        if (Array.TrueForAll(decisions, d => d.Outcome == Outcome.Permit))
        {
            permitted();
        }

        return decisions;
    }

    private IReadOnlyList<DecisionRequest> OfAccount(RequestInput input, LocatedNode root, DecisionRequest request, Ruleset ruleset)
    {
        try
        {
            return ofAccount(root, request, ruleset);
        }
        catch (CctsDataException bad)
        {
            // A mismatch with the account belongs to this request, whatever its line.
            throw new CctsDataException([.. bad.Problems.Select(p => input.Place(p.Place == default ? p with { Place = root.Place } : p))]);
        }
    }

    /// <summary>The ruleset that decides requests of this year here.</summary>
    internal Ruleset RulesetOf(ComplianceYear year) => _rulesets[year];

    private DecisionRequest? Read(LocatedNode root, ProblemList problems)
    {
        if (root.Member("year") is not { Kind: LocatedKind.String } member || !ComplianceYear.TryParse(member.Value, out var year, out _))
        {
            // Without a year there is no vocabulary, so no fact counts as unknown; the reader reports the other errors.
            var found = new ProblemList();
            DecisionRequestReader.Read(root, Ccts.Rules.Rules.Vocabulary.FactVocabulary.BuiltIn, found);
            foreach (var problem in found.ToList().Where(p => p.Code != "unknown-fact"))
            {
                problems.Add(problem);
            }

            return null;
        }

        if (!_rulesets.TryGetValue(year, out var ruleset))
        {
            _rulesets[year] = ruleset = choose(year);
        }

        return DecisionRequestReader.Read(root, ruleset.Rules.Vocabulary, problems);
    }
}
