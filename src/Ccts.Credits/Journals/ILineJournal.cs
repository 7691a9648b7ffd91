using System.Collections.Generic;

namespace Ccts.Credits.Journals;

/// <summary>An append-only list of lines, in which a book keeps its records. Any store that can append a line only if nobody else has meanwhile is suitable.</summary>
/// <remarks>Implementations are thread-safe. A line for which <see cref="TryAppend"/> returned true is as durable as the store promises.</remarks>
public interface ILineJournal
{
    /// <summary>How many lines there are.</summary>
    long Count { get; }

    /// <summary>Appends a line as number <paramref name="expected"/> + 1.</summary>
    /// <param name="expected">How many lines the caller has read.</param>
    /// <param name="line">The line, without a line ending.</param>
    /// <returns>False when the journal has lines that the caller has not read; then nothing was written.</returns>
    bool TryAppend(long expected, string line);

    /// <summary>The lines after the first <paramref name="after"/>, in order.</summary>
    /// <exception cref="JournalDamagedException">There are fewer than that.</exception>
    IEnumerable<string> Read(long after);
}
