using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Years.Agencies;

namespace Ccts.Compliance.Years;

/// <summary>
/// Separation of duties: no person and no organisation acts in two roles in a year, except the agency whose lead auditor outside the team
/// reviews (DPCM s.6(15)). Names are compared without regard to case, blanks, points, marks that print as nothing and letters that only look alike.
/// </summary>
internal static class Separation
{
    /// <param name="year">The year so far.</param>
    /// <param name="move">What is asked for.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="nameOf">An organisation's name as it is compared, as a register has it; null as it is written.</param>
    /// <param name="personOf">A person's name as it is compared; null as it is written. What a journal has was compared when it was written.</param>
    /// <param name="others">Further names of the entity, as the ruleset has them.</param>
    internal static YearRefusal? Misfit(YearState year, YearMove move, YearActor actor, Func<string, string>? nameOf = null, Func<string, string>? personOf = null, IReadOnlyList<string>? others = null)
    {
        nameOf ??= name => name;
        personOf ??= name => name;
        if (PlainName.IsEmpty(actor.Person) || PlainName.IsEmpty(actor.Organisation))
        {
            return new("name-missing", "Who acts is not said: a person and an organisation are needed.");
        }

        // The journal's own name of the entity is its organisation, whatever it has called itself in its steps.
        if (actor.Role != YearRole.Entity && (others ?? []).Prepend(year.Entity).Any(n => PlainName.Same(nameOf(actor.Organisation), nameOf(n)) || PlainName.Same(actor.Person, n)))
        {
            return new("same-organisation", $"{year.Entity} is the entity of this year, and nobody acts for it as {YearWords.Of(actor.Role)}.", ClauseOf(actor.Role));
        }

        if (year.Events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.Same(personOf(e.Actor.Person), personOf(actor.Person))) is { } person)
        {
            return new("same-person", $"{actor.Person.Trim()} has acted as {YearWords.Of(person.Actor.Role)} in this year, and cannot act as {YearWords.Of(actor.Role)}.", ClauseOf(actor.Role));
        }

        if (year.Events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.MayBeSame(personOf(e.Actor.Person), personOf(actor.Person))) is { } unclear)
        {
            return new("person-unclear", $"{unclear.Actor.Person.Trim()} has acted as {YearWords.Of(unclear.Actor.Role)} in this year, and whether {actor.Person.Trim()} is the same person cannot be seen: write the name in full, or with a number that stands for nobody else.", ClauseOf(actor.Role));
        }

        if (year.Events.FirstOrDefault(e => !MayShare(e.Actor.Role, actor.Role) && PlainName.Same(nameOf(e.Actor.Organisation), nameOf(actor.Organisation))) is { } organisation)
        {
            return new("same-organisation", $"{actor.Organisation.Trim()} has acted as {YearWords.Of(organisation.Actor.Role)} in this year, and cannot act as {YearWords.Of(actor.Role)}.", ClauseOf(actor.Role));
        }

        // The agency that verified gives the opinion: Form B and its report are one agency's (DPCM s.6(16)).
        return actor.Role == YearRole.Verifier && move != YearMove.BeginVerification && year.Verifying is { } begun && !PlainName.Same(nameOf(begun), nameOf(actor.Organisation))
            ? new("other-agency", $"{begun.Trim()} began this verification and gives its opinion; {actor.Organisation.Trim()} would have to begin one.", "DPCM s.6(16)")
            : null;
    }

    private static string? ClauseOf(YearRole role) => role switch
    {
        YearRole.TechnicalReviewer => "DPCM s.6(15)",
        YearRole.CheckVerifier => "DPCM s.7",
        _ => null,
    };

    private static bool MayShare(YearRole one, YearRole other) =>
        one == other || (IsFirstAgency(one) && IsFirstAgency(other));

    private static bool IsFirstAgency(YearRole role) => role is YearRole.Verifier or YearRole.TechnicalReviewer;
}
