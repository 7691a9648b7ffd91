using System;

namespace Ccts.Credits.Journals;

/// <summary>A line of a journal cannot be what the book wrote: it is unreadable, does not follow the line before, or states what the book would have refused.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="reason">What is wrong with it, in one sentence.</param>
/// <param name="inner">The inner exception, or null.</param>
public sealed class JournalDamagedException(long line, string reason, Exception? inner = null) : Exception($"Line {line} of the journal is damaged: {reason}", inner)
{
    /// <summary>The line, from 1.</summary>
    public long Line { get; } = line;

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; } = reason;
}
