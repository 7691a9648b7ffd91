using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Attributes;

/// <summary>Units with their known attributes.</summary>
/// <param name="Units">The units.</param>
/// <param name="Attributes">The known attributes, or null for none.</param>
public sealed record CreditPiece(SerialBlock Units, CreditAttributes? Attributes);

/// <summary>Attributes by number, kept in a journal. A later statement replaces an earlier one for the numbers it names.</summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal.</remarks>
public sealed class CreditBook(ILineJournal lines)
{
    private readonly JournalBook<State> _book = new(lines, new State());

    /// <summary>The end of its journal. Keep a copy elsewhere to detect later whether lines were cut off: <see cref="Follows"/>.</summary>
    public JournalHead Head => _book.Head;

    /// <summary>Whether its journal still contains that earlier end, unchanged.</summary>
    public bool Follows(JournalHead earlier) => _book.Follows(earlier);

    /// <summary>States the attributes of blocks.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="at">When.</param>
    /// <param name="blocks">The units.</param>
    /// <param name="attributes">All known attributes. An attribute left out becomes unknown.</param>
    public BookAnswer Set(string key, Instant at, IReadOnlyList<SerialBlock> blocks, CreditAttributes attributes) =>
        _book.Execute(Require.NotNull(attributes).WriteTo(new JournalRecord(State.What, key, at).With("units", blocks)));

    /// <summary>The attributes of a block, piece by piece in the order of its numbers. The pieces cover the whole block.</summary>
    public IReadOnlyList<CreditPiece> Find(SerialBlock block) => _book.Ask(s => s.Find(block));

    private sealed class State : IBookState
    {
        internal const string What = "credit";

        private readonly Dictionary<(string Registry, string Scope), List<(BlockRange Range, CreditAttributes Attributes)>> _scopes = new(Spelled.Scopes);

        public BookRefusal? Check(JournalRecord record) =>
            record.What != What ? new("unknown-record", $"There is no record \"{record.What}\".")
            : record.Blocks("units").Count == 0 ? new("malformed", "No units are named.")
            : CreditAttributes.Of(record).Fault() is { } fault ? new("credit-fault", fault)
            : null;

        public void Apply(JournalRecord record)
        {
            var attributes = CreditAttributes.Of(record);
            foreach (var block in record.Blocks("units"))
            {
                var known = _scopes.TryGetValue((block.Registry, block.Scope), out var list) ? list : [];
                var here = BlockSet.Of(block.Range);
                _scopes[(block.Registry, block.Scope)] = [.. known.SelectMany(k => BlockSet.Of(k.Range).Subtract(here).Ranges.Select(r => (r, k.Attributes)))
                    .Append((block.Range, attributes)).OrderBy(k => k.Item1.Start)];
            }
        }

        internal List<CreditPiece> Find(SerialBlock block)
        {
            var known = _scopes.TryGetValue((block.Registry, block.Scope), out var list) ? list : [];
            var pieces = new List<CreditPiece>();
            var rest = BlockSet.Of(block.Range);
            foreach (var (range, attributes) in known)
            {
                if (range.Intersect(block.Range) is { } here)
                {
                    pieces.Add(new CreditPiece(block.With(here), attributes));
                    rest = rest.Subtract(BlockSet.Of(here));
                }
            }

            return [.. pieces.Concat(rest.Ranges.Select(r => new CreditPiece(block.With(r), null))).OrderBy(p => p.Units.Start)];
        }
    }
}
