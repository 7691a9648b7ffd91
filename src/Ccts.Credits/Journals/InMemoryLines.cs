using System.Collections.Generic;
using Ccts.Sdk;

namespace Ccts.Credits.Journals;

/// <summary>A journal that lives as long as the process.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class InMemoryLines : ILineJournal
{
    private readonly List<string> _lines;

    /// <summary>An empty journal.</summary>
    public InMemoryLines() => _lines = [];

    /// <summary>A journal with lines that were written before.</summary>
    public InMemoryLines(IEnumerable<string> lines) => _lines = [.. Require.NotNull(lines)];

    /// <inheritdoc/>
    public long Count
    {
        get
        {
            lock (_lines)
            {
                return _lines.Count;
            }
        }
    }

    /// <inheritdoc/>
    public bool TryAppend(long expected, string line)
    {
        lock (_lines)
        {
            if (_lines.Count != expected)
            {
                return false;
            }

            _lines.Add(Require.NotNull(line));
            return true;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Read(long after)
    {
        lock (_lines)
        {
            return after > _lines.Count ? throw new JournalDamagedException(_lines.Count + 1, "Lines that were there are gone.") : _lines.GetRange((int)after, _lines.Count - (int)after);
        }
    }
}
