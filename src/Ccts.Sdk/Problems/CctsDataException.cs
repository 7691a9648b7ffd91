using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Problems;

/// <summary>The input has errors; the exception lists all of them. <c>Try…</c> methods return them instead.</summary>
public sealed class CctsDataException : Exception
{
    /// <summary>Creates the exception from every problem found.</summary>
    public CctsDataException(IReadOnlyList<Problem> problems)
        : base(Describe(problems)) => Problems = problems;

    /// <summary>Every problem found, in the order of their places.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    private static string Describe(IReadOnlyList<Problem> problems)
    {
        Require.All(problems);
        const int shown = 20;
        var lines = problems.Take(shown).Select(p => p.ToString());
        var more = problems.Count > shown ? [$"… and {problems.Count - shown} more"] : Array.Empty<string>();
        return string.Join("\n", lines.Concat(more));
    }
}
