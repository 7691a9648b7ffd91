using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Rules.Files;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Rulesets.Catalogs;

/// <summary>The catalog of a running host: readers use the current one, and a new one replaces it completely or not at all.</summary>
/// <remarks>
/// Thread-safe. Readers never wait. A caller that needs several consistent answers takes <see cref="Current"/> once and
/// asks it; what was taken stays as it is.
/// </remarks>
public sealed class LiveCatalog
{
    private readonly SignaturePolicy? _signatures;
    private readonly IClock? _clock;
    private RulesetCatalog _current;

    /// <summary>Starts with a catalog, and accepts any valid ruleset.</summary>
    public LiveCatalog(RulesetCatalog initial) => _current = Require.NotNull(initial);

    /// <summary>Starts with a catalog, and accepts only signed rulesets, never a lower revision than before.</summary>
    /// <param name="initial">What the host trusts already.</param>
    /// <param name="signatures">What it demands of signatures.</param>
    /// <param name="clock">The clock for the day in India on which keys must be valid.</param>
    public LiveCatalog(RulesetCatalog initial, SignaturePolicy signatures, IClock clock)
        : this(initial)
    {
        _signatures = Require.NotNull(signatures);
        _clock = Require.NotNull(clock);
    }

    /// <summary>The catalog in use now.</summary>
    public RulesetCatalog Current => Volatile.Read(ref _current);

    /// <summary>Puts another catalog in its place.</summary>
    /// <returns>The catalog that was in use before.</returns>
    /// <exception cref="InvalidOperationException">Signatures are required, and a catalog made elsewhere would bypass them.</exception>
    public RulesetCatalog Replace(RulesetCatalog catalog) => _signatures is null
        ? Interlocked.Exchange(ref _current, Require.NotNull(catalog))
        : throw new InvalidOperationException("Signatures are demanded here; add signed rulesets one by one.");

    /// <summary>Adds a ruleset, such as next year's or a new revision. With an error the current catalog stays.</summary>
    /// <param name="files">The ruleset's files.</param>
    /// <param name="problems">Every problem if it is refused; otherwise warnings, if any.</param>
    /// <returns>Whether it is in use now. If signatures are required, whatever they do not cover is refused.</returns>
    public bool TryAdd(RulesetFiles files, out IReadOnlyList<Problem> problems)
    {
        RulesetSignature? signed = null;
        if (_signatures is not null && !_signatures.TryAccept(files, SignaturePolicy.Today(_clock!), out signed, out problems))
        {
            return false;
        }

        if (!RulesetReader.TryRead(files, out var ruleset, out problems))
        {
            return false;
        }

        while (true)
        {
            var before = Current;
            if (signed is not null && Older(before, signed, files.Name) is { Count: > 0 } older)
            {
                problems = older;
                return false;
            }

            try
            {
                var after = before.With(ruleset);
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

    private static IReadOnlyList<Problem> Older(RulesetCatalog catalog, RulesetSignature signed, string name)
    {
        var found = new ProblemList();
        var last = catalog.Rulesets.GroupBy(r => r.Identity.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(r => r.Identity.Revision), StringComparer.Ordinal);
        SignaturePolicy.CheckRevision(last, signed, name, found);
        return found.ToList();
    }
}
