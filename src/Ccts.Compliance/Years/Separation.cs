using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>
/// Separation of duties: no person and no organisation acts in two roles in a year, except that a lead auditor outside the team reviews for
/// the same agency (DPCM s.6(15)). Names are compared without regard to case, blanks, points, invisible marks and look-alike letters.
/// </summary>
internal static class Separation
{
    /// <param name="year">The year so far.</param>
    /// <param name="move">The requested move.</param>
    /// <param name="actor">Who acts.</param>
    internal static YearRefusal? Misfit(YearState year, YearMove move, YearActor actor) => Misfit(year, move, actor, (a, b) => PlainName.Same(a, b), (a, b) => PlainName.Same(a, b) ? true : PlainName.MayBeSame(a, b) ? null : false, []);

    /// <summary>The same for a requested step. Steps already in the journal were compared when written, with what was known then.</summary>
    /// <param name="year">The year so far.</param>
    /// <param name="move">The requested move.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="organisations">Whether two names are of one organisation; null where it is unclear.</param>
    /// <param name="people">The same for people.</param>
    /// <param name="others">Further names of the entity, as the ruleset has them.</param>
    internal static YearRefusal? Misfit(YearState year, YearMove move, YearActor actor, Func<string, string, bool?> organisations, Func<string, string, bool?> people, IReadOnlyList<string> others)
    {
        if (PlainName.IsEmpty(actor.Person) || PlainName.IsEmpty(actor.Organisation))
        {
            return new("name-missing", "Who acts is not said: a person and an organisation are needed.");
        }

        // The entity's name in the journal is its organisation, whatever name it has used in its steps.
        var entity = actor.Role == YearRole.Entity ? [] : others.Prepend(year.Entity).ToList();
        if (entity.Exists(n => organisations(actor.Organisation, n) == true || PlainName.Same(actor.Person, n)))
        {
            return new("same-organisation", $"{year.Entity} is the entity of this year, and nobody acts for it as {YearWords.Of(actor.Role)}.", ClauseOf(actor.Role));
        }

        var elsewhere = year.Events.Select(e => e.Actor).Where(a => a.Role != actor.Role).Distinct().ToList();
        if (elsewhere.Find(a => people(a.Person, actor.Person) == true) is { } person)
        {
            return new("same-person", $"{actor.Person.Trim()} has acted as {YearWords.Of(person.Role)} in this year, and cannot act as {YearWords.Of(actor.Role)}.", ClauseOf(actor.Role));
        }

        if (elsewhere.Find(a => people(a.Person, actor.Person) is null) is { } unclear)
        {
            return new("person-unclear", $"{unclear.Person.Trim()} has acted as {YearWords.Of(unclear.Role)} in this year, and whether {actor.Person.Trim()} is the same person cannot be seen: write the name in full, or with a number that stands for nobody else.", ClauseOf(actor.Role));
        }

        var apart = elsewhere.Where(a => !MayShare(a.Role, actor.Role)).ToList();
        if (apart.Find(a => organisations(a.Organisation, actor.Organisation) == true) is { } organisation)
        {
            return new("same-organisation", $"{actor.Organisation.Trim()} has acted as {YearWords.Of(organisation.Role)} in this year, and cannot act as {YearWords.Of(actor.Role)}.", ClauseOf(actor.Role));
        }

        if (apart.Select(a => a.Organisation).Concat(entity).FirstOrDefault(o => organisations(o, actor.Organisation) is null) is { } like)
        {
            return new("organisation-unclear", $"Whether {actor.Organisation.Trim()} is {like.Trim()}, which has a part of its own in this year, cannot be seen: write the name in full as its register has it, or the number of its accreditation.", ClauseOf(actor.Role));
        }

        // The agency that verified gives the opinion: Form B and its report are one agency's (DPCM s.6(16)).
        return actor.Role == YearRole.Verifier && move != YearMove.BeginVerification && year.Verifying is { } begun && organisations(begun, actor.Organisation) != true
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
