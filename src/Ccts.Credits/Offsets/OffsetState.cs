using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Offsets;

/// <summary>Offset projects as the records make them.</summary>
internal sealed class OffsetState : IBookState
{
    private readonly Dictionary<string, OffsetLife> _projects = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _issued = [];

    internal IEnumerable<OffsetLife> Projects => _inOrder.Select(id => _projects[id]);

    internal OffsetLife? Find(string project) => _projects.TryGetValue(project, out var life) ? life : null;

    public BookRefusal? Check(JournalRecord record) => Check(OffsetEvent.Of(record));

    public void Apply(JournalRecord record)
    {
        var e = OffsetEvent.Of(record);
        if (e.Move == OffsetMove.Register)
        {
            _projects.Add(e.Project, new OffsetLife(e));
            _inOrder.Add(e.Project);
            return;
        }

        _projects[e.Project].Apply(e);
        foreach (var block in e.Move == OffsetMove.Issue ? e.Units.Concat(e.Buffer) : [])
        {
            _issued[(block.Registry, block.Scope)] = Issued(block).Union(BlockSet.Of(block.Range));
        }
    }

    private BookRefusal? Check(OffsetEvent e) => OffsetParts.Fault(e) ?? (Find(e.Project), e.Move) switch
    {
        (not null, OffsetMove.Register) => new("project-known", $"The project \"{e.Project}\" is registered already."),
        (null, not OffsetMove.Register) => new("project-unknown", $"The project \"{e.Project}\" is not registered."),
        (null, _) => OffsetSeparation.Misfit([], e) ?? OffsetCheck.Registration(e),
        var (life, _) => OffsetCheck.Step(life!, e) ?? OffsetSeparation.Misfit(life!.Events, e) ?? OffsetCheck.Content(life!, e)
            ?? (e.Move == OffsetMove.Issue ? IssuedBefore(e) : null),
    };

    private BookRefusal? IssuedBefore(OffsetEvent e) => e.Units.Concat(e.Buffer).Select(b => (Block: b, Twice: Issued(b).Intersect(BlockSet.Of(b.Range)))).FirstOrDefault(t => !t.Twice.IsEmpty) is { Twice: { } twice } found
        ? new("issued-already", $"The numbers {twice} of {found.Block.Registry}:{found.Block.Scope} were issued before: a tonne would exist twice.") : null;

    private BlockSet Issued(SerialBlock block) => _issued.TryGetValue((block.Registry, block.Scope), out var issued) ? issued : BlockSet.Empty;
}
