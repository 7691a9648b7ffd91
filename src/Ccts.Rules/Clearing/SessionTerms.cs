using System;
using System.Collections.Generic;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>The terms of a whole trading session: when it was open, and the facts that its exchange states for every trade.</summary>
/// <remarks>Immutable and thread-safe. What is left out is unknown, not false and not zero.</remarks>
public sealed class SessionTerms
{
    /// <summary>The terms of a session.</summary>
    /// <param name="session">The exchange's name for it.</param>
    /// <param name="stated">Its year, and the facts that hold for every trade, e.g. the price band; the purpose is trade. Its day is not used; each trade has its own.</param>
    /// <exception cref="ArgumentException">The purpose is not trade, or a stated fact is one that is derived from trades and holdings.</exception>
    public SessionTerms(string session, DecisionRequest stated)
        : this(session, Require.NotNull(stated).Year, stated.Facts)
    {
        if (stated.Purpose != Purpose.Trade)
        {
            throw new ArgumentException("The purpose of a session's facts is trade.", nameof(stated));
        }

        foreach (var fact in stated.Facts.Values.Keys)
        {
            if (SessionFacts.IsOfTrades(fact) && fact is not (FactVocabulary.Date or FactVocabulary.Year))
            {
                throw new ArgumentException($"The fact {fact} follows from the trades and holdings; it cannot be stated for a session.", nameof(stated));
            }
        }
    }

    internal SessionTerms(string session, ComplianceYear year, FactSet facts)
    {
        Session = Require.NotNull(session);
        Year = year;
        Facts = facts;
    }

    /// <summary>The exchange's name for the session.</summary>
    public string Session { get; }

    /// <summary>The compliance year by whose ruleset it is judged.</summary>
    public ComplianceYear Year { get; }

    /// <summary>The facts that hold for every trade.</summary>
    public FactSet Facts { get; }

    /// <summary>When it opened; null if not stated, and then the fact <c>session.open</c> may be stated.</summary>
    public Instant? Opens { get; init; }

    /// <summary>When it closed; stated together with <see cref="Opens"/>.</summary>
    public Instant? Closes { get; init; }

    /// <summary>Every sale above the registry balance that was attempted up to the end of the session, each once; null if unknown. One at the instant of such a trade of its account is that trade, and is not counted again.</summary>
    public IReadOnlyList<SellerBreach>? Breaches { get; init; }
}

/// <summary>An attempt to sell more than the registry balance, on the exchange's list (CERC regulations, Reg 12).</summary>
/// <param name="Account">Whose attempt.</param>
/// <param name="At">When.</param>
public sealed record SellerBreach(string Account, Instant At)
{
    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; init; }
}
