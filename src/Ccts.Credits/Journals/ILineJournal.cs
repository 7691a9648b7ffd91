using System.Collections.Generic;

namespace Ccts.Credits.Journals;

/// <summary>An append-only list of lines: what a book remembers. Any store that can append one line if nobody else has meanwhile will do.</summary>
/// <remarks>Implementations are thread-safe. What <see cref="TryAppend"/> has answered with true survives whatever the store promises to survive.</remarks>
public interface ILineJournal
{
    /// <summary>How many lines there are.</summary>
    long Count { get; }

    /// <summary>Appends a line as number <paramref name="expected"/> + 1.</summary>
    /// <param name="expected">How many lines the caller has read.</param>
    /// <param name="line">The line, without an end.</param>
    /// <returns>False when there are other lines than the caller has read; then nothing was written.</returns>
    bool TryAppend(long expected, string line);

    /// <summary>The lines after the first <paramref name="after"/>, in order.</summary>
    /// <exception cref="JournalDamagedException">There are fewer than that.</exception>
    IEnumerable<string> Read(long after);
}
