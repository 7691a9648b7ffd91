using System;
using System.Threading;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Ledger.Hosting;

/// <summary>The limits of the compliance year, from the catalog in use. They change with the year, the catalog and the publication dates reached.</summary>
internal sealed class LedgerYear
{
    private readonly LiveCatalog? _catalog;
    private readonly IClock _clock;
    private readonly ComplianceYear? _fixed;
    private readonly LedgerPolicy? _own;
    private Seen? _seen;

    internal LedgerYear(LiveCatalog catalog, IClock clock, ComplianceYear? year) => (_catalog, _clock, _fixed) = (catalog, clock, year);

    internal LedgerYear(LedgerPolicy own) => (_own, _clock) = (own, SystemClock.Instance);

    /// <summary>Why the limits are those of an earlier year or catalog, or null.</summary>
    internal string? Stale { get; private set; }

    /// <summary>The current limits.</summary>
    /// <exception cref="CctsDataException">The year has no rules, or their limits cannot be read.</exception>
    internal LedgerPolicy Policy()
    {
        if (_own is not null)
        {
            return _own;
        }

        var now = Now();
        var policy = LedgerLimits.Of(now.Catalog.Resolve(now.Year, now.Day));
        Volatile.Write(ref _seen, now);
        return policy;
    }

    /// <summary>New limits since the last call, if any.</summary>
    internal LedgerPolicy? Change()
    {
        if (_own is not null || Now() == Volatile.Read(ref _seen))
        {
            return null;
        }

        try
        {
            var policy = Policy();
            Stale = null;
            return policy;
        }
        catch (CctsDataException no)
        {
            // The last known limits stay in force; the health check reports that they are old.
            var now = Now();
            Volatile.Write(ref _seen, now);
            Stale = $"The earlier limits stay in use, because those of {now.Year} cannot be had: {no.Problems[0].Message}";
            return null;
        }
    }

    private Seen Now()
    {
        var today = _clock.GetCurrentInstant().WithOffset(LedgerPolicy.Bare.CivilTime).Date;
        return new Seen(_catalog!.Current, _fixed ?? ComplianceYear.Of(today), today);
    }

    // The day matters too: a revision that is in the catalog already applies from its day of publication.
    private sealed record Seen(RulesetCatalog Catalog, ComplianceYear Year, LocalDate Day);
}
