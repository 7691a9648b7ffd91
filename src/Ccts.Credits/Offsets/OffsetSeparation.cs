using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;

namespace Ccts.Credits.Offsets;

/// <summary>
/// Separation of duties: who may make a move, so that no person acts in two roles in a project. Names are compared without regard to case, blanks, dots, invisible
/// characters and lookalike letters. No text read says whether the agency that validated may also verify, so it may.
/// </summary>
internal static class OffsetSeparation
{
    internal static BookRefusal? Misfit(IEnumerable<OffsetEvent> events, OffsetEvent next, OffsetSteps steps)
    {
        var (actor, may) = (next.Actor, steps.RolesOf(next.Move));
        return !may.Contains(actor.Role) ? WrongRole(next, may, steps)
            : PlainName.IsEmpty(actor.Person) || PlainName.IsEmpty(actor.Organisation) ? new("name-missing", "Who acts is not said: a person and an organisation are needed.")
            : events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.Same(e.Actor.Person, actor.Person)) is { } person
                ? new("same-person", $"{actor.Person.Trim()} has acted as {person.Actor.Role} in this project, and cannot act as {actor.Role}.")
            : events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.MayBeSame(e.Actor.Person, actor.Person)) is { } unclear
                ? PersonUnclear(unclear.Actor, actor)
            : events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.Same(e.Actor.Organisation, actor.Organisation)) is { } organisation
                ? new("same-organisation", $"{actor.Organisation.Trim()} has acted as {organisation.Actor.Role} in this project, and cannot act as {actor.Role}.")
            : null;
    }

    /// <summary>
    /// Refuses a new event whose person or organisation may have acted in another role under another spelling: "Amlt Rao" and "Amit Rao", "BEE" and "Bureau of Energy Efficiency", "Agency" and
    /// "Agency Pvt. Ltd.". Organisations are checked where one of the two roles is proponent or agency. Journals of earlier versions may hold events without this check.
    /// </summary>
    internal static BookRefusal? Unclear(IReadOnlyList<OffsetEvent> events, OffsetActor actor) =>
        events.Select(e => e.Actor).FirstOrDefault(a => a.Role != actor.Role && PlainName.MayBeMisread(a.Person, actor.Person)) is { } person ? PersonUnclear(person, actor)
        : events.Select(e => e.Actor).FirstOrDefault(a => a.Role != actor.Role && (IsParty(a.Role) || IsParty(actor.Role)) && (OrganisationName.Same(a.Organisation, actor.Organisation) || OrganisationName.MayBeSame(a.Organisation, actor.Organisation))) is { } other
            ? new("organisation-unclear", $"{other.Organisation.Trim()} has acted as {other.Role} in this project, and {actor.Organisation.Trim()} may be the same organisation: name each by something that only it has, such as its registration.") : null;

    /// <summary>Refuses an agency that is or may be the developer of the project or one of its financiers, by its description: they act for themselves even where others sign for them.</summary>
    internal static BookRefusal? Interested(CarbonProject? project, OffsetActor actor) => project is null || actor.Role != OffsetRole.Agency ? null
        : project.Financiers.Prepend(project.Developer).FirstOrDefault(o => PlainName.Alike(o.Name, actor.Organisation) || OrganisationName.Same(o.Name, actor.Organisation) || OrganisationName.MayBeSame(o.Name, actor.Organisation)) is { } own
            ? new("organisation-unclear", $"{own.Name.Trim()} is the project's {(ReferenceEquals(own, project.Developer) ? "developer" : "financier")}, and {actor.Organisation.Trim()} may be the same organisation: an agency verifies what others have done.") : null;

    private static BookRefusal PersonUnclear(OffsetActor before, OffsetActor actor) =>
        new("person-unclear", $"{before.Person.Trim()} has acted as {before.Role} in this project, and whether {actor.Person.Trim()} is the same person cannot be seen: write the name in full, or add a number that only this person has.");

    private static bool IsParty(OffsetRole role) => role == OffsetRole.Proponent || role == OffsetRole.Agency;

    private static BookRefusal WrongRole(OffsetEvent next, IReadOnlyList<OffsetRole> may, OffsetSteps steps)
    {
        var unknown = steps.Roles.FirstOrDefault(r => r.Move == next.Move && r.Role == next.Actor.Role)?.Unknown;
        var who = may.Count == 0 ? "nobody, as far as the ruleset knows" : string.Join(" or ", may);
        return new("wrong-role", $"{next.Move} is for {who}, not for {next.Actor.Role}.{(unknown is null ? "" : $" Whether {next.Actor.Role} may is not known: {unknown}")}");
    }
}
