using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;

namespace Ccts.Credits.Offsets;

/// <summary>
/// Separation of duties: who may make a move; nobody acts in two roles in a project. Names are compared without regard to case, to blanks and to marks that print
/// as nothing. Whether the agency that validated may verify is not read, so it may.
/// </summary>
internal static class OffsetSeparation
{
    internal static BookRefusal? Misfit(IEnumerable<OffsetEvent> events, OffsetEvent next)
    {
        var (actor, may) = (next.Actor, OffsetMachine.RoleOf(next.Move));
        return actor.Role != may ? new("wrong-role", $"{OffsetWords.Of(next.Move)} is for {OffsetWords.Of(may)}, not for {OffsetWords.Of(actor.Role)}.")
            : PlainName.IsEmpty(actor.Person) || PlainName.IsEmpty(actor.Organisation) ? new("name-missing", "Who acts is not said: a person and an organisation are needed.")
            : events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.Same(e.Actor.Person, actor.Person)) is { } person
                ? new("same-person", $"{actor.Person.Trim()} has acted as {OffsetWords.Of(person.Actor.Role)} in this project, and cannot act as {OffsetWords.Of(actor.Role)}.")
            : events.FirstOrDefault(e => e.Actor.Role != actor.Role && PlainName.Same(e.Actor.Organisation, actor.Organisation)) is { } organisation
                ? new("same-organisation", $"{actor.Organisation.Trim()} has acted as {OffsetWords.Of(organisation.Actor.Role)} in this project, and cannot act as {OffsetWords.Of(actor.Role)}.")
            : null;
    }
}
