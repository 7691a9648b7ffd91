using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Offsets;

/// <summary>The state of offset projects, built from the records.</summary>
internal sealed class OffsetState : IBookState
{
    internal const string StepsMember = "steps", Procedure = "procedure";

    private readonly Dictionary<string, OffsetSteps> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OffsetLife> _projects = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _issued = [];
    private readonly SpelledNumbers _issuedHowever = new();

    internal IEnumerable<OffsetLife> Projects => _inOrder.Select(id => _projects[id]);

    internal OffsetLife? Find(string project) => _projects.TryGetValue(project, out var life) ? life : null;

    /// <summary>Adds to the record the steps by which it is judged: their digest, and the steps themselves where the journal does not have them yet.</summary>
    internal JournalRecord WithSteps(JournalRecord record, JsonObject steps)
    {
        var digest = OffsetStepJson.DigestOf(steps);
        return (_steps.ContainsKey(digest) ? record : record.With(Procedure, steps)).With(StepsMember, digest);
    }

    public BookRefusal? Check(JournalRecord record) => Check(OffsetEvent.Of(record), StepsOf(record));

    public void Apply(JournalRecord record)
    {
        var (e, steps) = (OffsetEvent.Of(record), StepsOf(record));
        _steps[record.Text(StepsMember)] = steps;
        if (e.Move == OffsetMove.Register)
        {
            _projects.Add(e.Project, new OffsetLife(e, steps));
            _inOrder.Add(e.Project);
            return;
        }

        _projects[e.Project].Apply(e, steps);
        foreach (var block in e.Move == OffsetMove.Issue ? e.Units.Concat(e.Buffer) : [])
        {
            _issued[(block.Registry, block.Scope)] = Issued(block).Union(BlockSet.Of(block.Range));
            _issuedHowever.Add(block);
        }
    }

    private OffsetSteps StepsOf(JournalRecord record)
    {
        var digest = record.Text(StepsMember);
        return record.FindObject(Procedure) is { } said ? OffsetStepJson.DigestOf(said) == digest ? OffsetStepJson.Read(said) : throw new FormatException("The steps are not those of the digest.")
            : _steps.TryGetValue(digest, out var known) ? known : throw new FormatException("The steps with this digest were never said.");
    }

    private BookRefusal? Check(OffsetEvent e, OffsetSteps steps) => OffsetParts.Fault(e) ?? (Find(e.Project), e.Move.Word) switch
    {
        (not null, OffsetMove.RegisterWord) => new("project-known", $"The project \"{e.Project}\" is registered already."),
        (null, not OffsetMove.RegisterWord) => new("project-unknown", $"The project \"{e.Project}\" is not registered."),
        (null, _) => OffsetSeparation.Misfit([], e, steps) ?? OffsetCheck.Registration(e, steps),
        var (life, _) => OffsetCheck.Step(life!, e, steps) ?? OffsetSeparation.Misfit(life!.Events, e, steps) ?? OffsetCheck.Content(life!, e)
            ?? (e.Move == OffsetMove.Issue ? IssuedBefore(e) : null),
    };

    private BookRefusal? IssuedBefore(OffsetEvent e) => e.Units.Concat(e.Buffer).Select(b => (Block: b, Twice: Issued(b).Intersect(BlockSet.Of(b.Range)))).FirstOrDefault(t => !t.Twice.IsEmpty) is { Twice: { } twice } found
        ? new("issued-already", $"The numbers {twice} of {found.Block.Registry}:{found.Block.Scope} were issued before: a tonne would exist twice.") : null;

    /// <summary>Why a new event is refused for using a second spelling of a known project, report, organisation or number. Journals of earlier versions may hold such events.</summary>
    internal BookRefusal? InTwoSpellings(OffsetEvent e)
    {
        if (e.Move == OffsetMove.Register && _inOrder.Find(id => PlainName.Alike(id, e.Project)) is { } known)
        {
            return new("project-known", $"The project \"{known}\" is registered already, and \"{e.Project}\" is the same in another spelling: name it as it is.");
        }

        if (e.Move == OffsetMove.Report && Find(e.Project)?.Reports.Find(r => PlainName.Alike(r.Id, e.Report!)) is { } report)
        {
            return new("report-known", $"There is a report \"{report.Id}\" already, and \"{e.Report}\" is the same in another spelling.");
        }

        var blocks = e.Move == OffsetMove.Issue ? e.Units.Concat(e.Buffer).ToList() : [];
        return new[] { e.Actor.Person, e.Actor.Organisation }.FirstOrDefault(n => NotStated.OfNames.Read(n) is null) is { } nobody ? new("name-missing", $"The event does not say who acts: \"{nobody}\" is no name.")
            : e.Document is { SaysNothing: true } ? new("malformed", "The document is an empty file: nothing can be read of it later.")
            : e.Note is { } why && OffsetParts.Needed(e.Move).Contains(OffsetParts.Note) && NotStated.Shipped.IsSilent(why) ? new("malformed", $"\"{why}\" gives no reason.")
            : OffsetSeparation.Unclear(Find(e.Project)?.Events ?? [], e.Actor) is { } unclear ? unclear
            : OffsetSeparation.Interested(Find(e.Project)?.Project, e.Actor) is { } interested ? interested
            : blocks.Where((b, i) => blocks.Take(i).Any(o => Spelled.Overlap(o, b))).Any() ? new("malformed", "An issuance names units, each once, however registry and scope are spelled.")
            : blocks.Select(b => (Block: b, Twice: _issuedHowever.Of(b))).FirstOrDefault(t => !t.Twice.IsEmpty) is { Twice: { } twice } found
            ? new("issued-already", $"The numbers {twice} of {found.Block.Registry}:{found.Block.Scope} were issued before, under another spelling of registry or scope: a tonne would exist twice.") : null;
    }

    private BlockSet Issued(SerialBlock block) => _issued.TryGetValue((block.Registry, block.Scope), out var issued) ? issued : BlockSet.Empty;
}
