using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>Reads a session's terms: <c>{ "session", "year", "opens", "closes", "breaches": […], "facts": { … } }</c>.</summary>
public static class SessionTermsReader
{
    /// <summary>Reads the terms; null, with problems reported, if they cannot be used.</summary>
    /// <param name="node">The terms as an object.</param>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static SessionTerms? Read(LocatedNode node, FactVocabulary vocabulary, ProblemList problems)
    {
        Require.NotNull(node);
        Require.NotNull(vocabulary);
        Require.NotNull(problems);
        var reader = new ObjectReader(node, problems);
        var session = reader.Text("session");
        var year = reader.Value<ComplianceYear>("year", ComplianceYear.TryParse);
        var opens = reader.OptionalValue<Instant>("opens", LedgerJson.TryInstant);
        var closes = reader.OptionalValue<Instant>("closes", LedgerJson.TryInstant);
        var breaches = reader.Optional("breaches") is null ? null : Breaches(reader.OptionalList("breaches"), problems);
        var stated = reader.Required("facts");
        reader.Done();
        // Which facts there are depends on the year's ruleset: where the year cannot be read, nothing can be said of them.
        var facts = stated is null || year is null ? null : FactReader.Read(stated, vocabulary, problems);
        foreach (var member in facts is null ? [] : stated!.Children)
        {
            if (SessionFacts.IsOfTrades(member.Key!) || (opens is not null && member.Key == SessionFacts.SessionOpen))
            {
                problems.Error("unknown-fact", member.Place, $"\"{member.Key}\" follows from the trades, the holdings or the session's times.", "facts that hold for the whole session, e.g. \"market.segment\"");
            }
        }

        return session is null || year is null || facts is null ? null
            : new SessionTerms(session, year.Value, new FactSet(facts)) { Opens = opens, Closes = closes, Breaches = breaches };
    }

    private static List<SellerBreach> Breaches(IEnumerable<LocatedNode> nodes, ProblemList problems)
    {
        var breaches = new List<SellerBreach>();
        foreach (var node in nodes)
        {
            var reader = new ObjectReader(node, problems);
            var (account, at) = (reader.Text("account"), reader.Value<Instant>("at", LedgerJson.TryInstant));
            reader.Done();
            if (account is not null && at is { } when)
            {
                breaches.Add(new SellerBreach(account, when) { Place = node.Place });
            }
        }

        return breaches;
    }
}
