using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Replays a store from its first line and compares the result with everything else it keeps.</summary>
internal sealed class StoreAudit(IStoredLedger stored, List<string> findings)
{
    private readonly LedgerState _state = new();

    /// <exception cref="Problems.CctsDataException">A line is missing or not as it was written.</exception>
    /// <exception cref="LedgerContradictionException">An entry does not fit what came before it.</exception>
    internal void Run()
    {
        var snapshot = Snapshot();
        using var kept = stored.Intents(0).GetEnumerator();
        var more = kept.MoveNext();
        var reader = new JournalReader(stored.Name);
        foreach (var line in stored.Unbroken(0))
        {
            if (reader.Next(line) is { } entry)
            {
                _state.Apply(entry);
            }

            for (var i = 0; i < reader.Intents.Count; i++, more = more && kept.MoveNext())
            {
                if (!more || kept.Current != new CommittedIntent(reader.Position, i, reader.Intents[i]))
                {
                    findings.Add($"{stored.Name}: intent {i + 1} of entry {reader.Position} is not kept as the entry gives it.");
                    return;
                }
            }

            if (snapshot?.Position == _state.Position && !_state.ToSnapshot().State.Span.SequenceEqual(snapshot.State.Span))
            {
                findings.Add($"{stored.Name}: the snapshot at entry {snapshot.Position} is not what the entries make.");
            }
        }

        if (more)
        {
            findings.Add($"{stored.Name}: an intent is kept for entry {kept.Current.Position} that the entry does not give.");
        }

        if (_state.Position != stored.LastPosition || snapshot?.Position > _state.Position)
        {
            findings.Add($"{stored.Name}: the journal ends at entry {_state.Position}, and there were {Math.Max(stored.LastPosition, snapshot?.Position ?? 0)}: lines were cut off.");
        }

        Streams();
        findings.AddRange(LedgerAudit.Findings(_state));
    }

    private LedgerSnapshot? Snapshot()
    {
        try
        {
            return stored.LatestSnapshot() is { } kept && LedgerState.FromSnapshot(kept) is not null ? kept : null;
        }
        catch (Problems.CctsDataException bad)
        {
            findings.AddRange(bad.Problems.Select(p => p.ToString()));
            return null;
        }
    }

    private void Streams()
    {
        if (stored.Streams() is not { } streams)
        {
            return;
        }

        var kept = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (stream, version) in streams)
        {
            kept[stream ?? ""] = version;
        }

        foreach (var (stream, version) in _state.Streams())
        {
            var found = kept.TryGetValue(stream!, out var there) ? there : 0;
            kept.Remove(stream!);
            if (found != version)
            {
                findings.Add($"{stored.Name}: {stream} is kept at version {found}, and the entries make {version}.");
            }
        }

        findings.AddRange(kept.Select(k => $"{stored.Name}: {k.Key} is kept at version {k.Value}, and no entry changed it."));
    }
}
