using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets;

/// <summary>The catalog of a running host: readers take the one in use, and a new one takes its place whole or not at all.</summary>
/// <remarks>
/// Thread-safe. Readers never wait. Whoever needs several answers that fit together takes <see cref="Current"/> once and
/// asks it; what was taken stays as it is.
/// </remarks>
public sealed class LiveCatalog
{
    private RulesetCatalog _current;

    /// <summary>Starts with a catalog.</summary>
    public LiveCatalog(RulesetCatalog initial) => _current = Require.NotNull(initial);

    /// <summary>The catalog in use now.</summary>
    public RulesetCatalog Current => Volatile.Read(ref _current);

    /// <summary>Puts another catalog in its place.</summary>
    /// <returns>The catalog that was in use before.</returns>
    public RulesetCatalog Replace(RulesetCatalog catalog) => Interlocked.Exchange(ref _current, Require.NotNull(catalog));

    /// <summary>Takes in one more ruleset, such as next year's or a new revision. With an error the catalog in use stays.</summary>
    /// <param name="files">The ruleset's files.</param>
    /// <param name="problems">Every problem when it is refused; otherwise warnings, if any.</param>
    public bool TryAdd(RulesetFiles files, out IReadOnlyList<Problem> problems)
    {
        if (!RulesetReader.TryRead(files, out var ruleset, out problems))
        {
            return false;
        }

        while (true)
        {
            var before = Current;
            try
            {
                var after = RulesetCatalog.Of(before.Rulesets.Append(ruleset));
                if (ReferenceEquals(Interlocked.CompareExchange(ref _current, after, before), before))
                {
                    return true;
                }
            }
            catch (CctsDataException refused)
            {
                problems = refused.Problems;
                return false;
            }
        }
    }
}
