using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>Compares what the ledger claims with what the registry shows, each account of the registry by itself.</summary>
/// <param name="registry">The registry.</param>
/// <param name="options">How it is watched.</param>
/// <param name="read">The accounts that the channel reads; null where unknown.</param>
internal sealed class WatchComparison(string registry, RegistryWatchOptions options, IReadOnlyList<string>? read)
{
    private readonly SortedDictionary<string, Reconciler> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, LiveBlockSet>> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Account, string Scope), List<BlockRange>> _held = [];
    private readonly Dictionary<string, string> _names = new(Spelled.Names);
    private readonly List<Problem> _problems = [];

    internal void Add(Problem problem) => _problems.Add(problem);

    /// <summary>The part of a block of a ledger account that the registry shows as held there; empty for an account that is not compared.</summary>
    internal BlockSet Shows(string account, SerialBlock block) =>
        options.Accounts.Contains(account, StringComparer.Ordinal) && _held.TryGetValue((options.AtRegistry(account) ?? "", Named(block).Scope), out var held)
            ? BlockSet.FromRanges(held).Intersect(BlockSet.Of(block.Range)) : BlockSet.Empty;

    /// <param name="at">When it was looked.</param>
    /// <param name="rows">What the registry shows.</param>
    /// <param name="claims">What the ledger claims since.</param>
    /// <param name="hidden">What counts on neither side.</param>
    internal RegistryWatchReport Report(Instant at, IReadOnlyList<ExportRow> rows, LedgerClaims claims, UncomparedNumbers hidden)
    {
        var line = 0;
        foreach (var (account, holding) in claims.Claimed)
        {
            foreach (var block in hidden.Left(Named(holding.Units.Block)))
            {
                Of(options.AtRegistry(account)).Add(StatementSide.Local, LedgerClaims.Row(block, ++line));
            }
        }

        foreach (var nowhere in options.Accounts.Select(options.AtRegistry).OfType<string>().Where(a => read is not null && !read.Contains(a, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            _problems.Add(new Problem("account-not-read", Severity.Error, $"The channel does not read account {nowhere}.", new SourcePlace(registry, 0, 0, "")) { Expected = "a channel that was given every account that is compared" });
        }

        foreach (var row in rows)
        {
            if (Fault(row) is { } problem)
            {
                _problems.Add(problem with { Message = ForeignText.Sentence(problem.Message) });
                continue;
            }

            var entry = row.Entry!;
            foreach (var block in hidden.Left(Named(entry.Block!.Value)).Where(b => IsInOnePlace(entry, b)))
            {
                Of(options.IsByAccount ? entry.Account : null).Add(StatementSide.Registry, entry with { Block = block, StatedQuantity = null });
                Hold(options.IsByAccount ? entry.Account! : "", entry.State, block);
            }
        }

        var findings = _accounts.SelectMany(a => a.Value.Findings().Select(f => (Account: a.Key.Length == 0 ? null : a.Key, Finding: f))).ToList();
        return new RegistryWatchReport(
            registry, at, claims.ClaimedTonnes, findings.Where(f => f.Finding.Class == ReconciliationClass.Matched).Sum(f => f.Finding.LocalTonnes), claims.InFlightTonnes,
            [.. findings.Where(f => f.Finding.Class is not (ReconciliationClass.Matched or ReconciliationClass.Contained)).Select(f => Difference(f.Account, f.Finding))], _problems);
    }

    // One spelling for each scope: the ledger's, where it has such units.
    private SerialBlock Named(SerialBlock block)
    {
        if (!_names.TryGetValue(block.Scope, out var name))
        {
            _names.Add(block.Scope, name = block.Scope);
        }

        return new SerialBlock(registry, name, block.Range);
    }

    private static RegistryDifference Difference(string? account, ReconciliationFinding f) => new(f.Class, f.Registry, f.Scope, f.Range, f.LocalTonnes, f.RegistryTonnes, account);

    private Reconciler Of(string? account)
    {
        var name = account ?? "";
        if (!_accounts.TryGetValue(name, out var reconciler))
        {
            _accounts.Add(name, reconciler = new Reconciler());
        }

        return reconciler;
    }

    // A row that is passed over would make a ghost credit of what it shows, and one of another registry's units would confirm ours.
    private Problem? Fault(ExportRow row) =>
        row.Problem is { } told ? told
        : row.Entry is not { } entry ? new Problem("row-empty", Severity.Error, "The channel gave a row that shows no units and tells of no problem.", new SourcePlace(registry, 0, 0, "")) { Expected = "units, or a problem" }
        : entry.Block is not { } block ? Problem("not-numbered", entry, "The row shows units without their numbers, so it cannot be said which.", "units with their numbers")
        : !Spelled.Same(block.Registry, registry) ? Problem("other-registry", entry, $"The units of the row are of {block.Registry}.", $"units of {registry}")
        : options.IsByAccount && string.IsNullOrEmpty(entry.Account) ? Problem("account-not-stated", entry, "The row does not say in which account the units are.", "rows that name their account, as a watch over several accounts needs")
        : null;

    // Units that move meanwhile may have been read in both accounts; they were left out before.
    private bool IsInOnePlace(StatementEntry entry, SerialBlock block)
    {
        if (!options.IsByAccount)
        {
            return true;
        }

        if (_shown.FirstOrDefault(s => s.Key != entry.Account && s.Value.TryGetValue(block.Scope, out var there) && there.Overlaps(block.Range)).Key is { } other)
        {
            _problems.Add(Problem("in-two-accounts", entry, $"Some of {block} is in account {entry.Account} and in account {other}.", "every number in one account"));
            return false;
        }

        Shown(entry.Account!, block.Scope).Add(block.Range);
        return true;
    }

    private void Hold(string account, UnitState? state, SerialBlock block)
    {
        if (state is UnitState.Held or UnitState.Issued)
        {
            (_held.TryGetValue((account, block.Scope), out var held) ? held : _held[(account, block.Scope)] = []).Add(block.Range);
        }
    }

    private LiveBlockSet Shown(string account, string scope)
    {
        var scopes = _shown.TryGetValue(account, out var found) ? found : _shown[account] = new(StringComparer.Ordinal);
        return scopes.TryGetValue(scope, out var set) ? set : scopes[scope] = new LiveBlockSet();
    }

    private static Problem Problem(string code, StatementEntry entry, string message, string expected) =>
        new(code, Severity.Error, message, new SourcePlace(entry.File, entry.Line, 0, "")) { Expected = expected };
}
