using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>
/// Compares the names of an import with each other and with the journal: a registry, scope or kind in two spellings would hold a
/// tonne twice, a pause of a registry in another spelling would look like another registry's, and an account without a name would be everybody's.
/// </summary>
internal sealed class ImportedNames
{
    private readonly string? _file;
    private readonly ProblemList _problems = new();
    private readonly Spellings _kinds = new(PlainName.Key), _registries = new(PlainName.Key), _scopes = new(PlainName.Scope);
    private readonly HashSet<(string What, string Name)> _told = [];
    private readonly List<(Parcel Units, int Line)> _units = [];

    private ImportedNames(LedgerState? before, string? file)
    {
        _file = file;
        foreach (var kind in UnitKind.Known)
        {
            _kinds.OtherOf(kind.Name);
        }

        _units.AddRange((before is null ? [] : Holdings(before)).Select(u => (u, 0)));
        foreach (var lot in _units.Select(u => u.Units.Lot).Distinct())
        {
            _kinds.OtherOf(lot.Kind);
            _registries.OtherOf(lot.Registry);
            _scopes.OtherOf(ScopeOf(lot));
        }
    }

    /// <exception cref="CctsDataException">A name is empty, or may be a second spelling of another; all are listed.</exception>
    internal static void Check(IReadOnlyList<(LedgerCommand Command, int Line)> commands, LedgerState before, string? file)
    {
        var names = new ImportedNames(commands.Any(c => c.Command is IssueUnits or ReceiveUnits or ConvertUnits or PauseBusiness) ? before : null, file);
        foreach (var (command, line) in commands)
        {
            names.Check(command, line);
        }

        names.WithoutScope();
        if (names._problems.HasErrors)
        {
            throw new CctsDataException(names._problems.ToList());
        }
    }

    /// <summary>A sentence for each pause of these commands that is in force and stops nothing, since no unit is of its registry.</summary>
    internal static IEnumerable<string> Idle(IReadOnlyList<(LedgerCommand Command, int Line)> commands, LedgerState state)
    {
        var paused = commands.Select(c => c.Command).OfType<PauseBusiness>().Where(p => p.Paused && p.Registry is not null && state.Pauses.Any(f => f.Registry == p.Registry)).Select(p => p.Registry!).Distinct(StringComparer.Ordinal).ToList();
        var registries = paused.Count == 0 ? [] : Holdings(state).Select(u => u.Lot.Registry).Distinct(StringComparer.Ordinal).ToList();
        return paused.Where(p => !registries.Exists(r => PlainName.Alike(p, r)))
            .Select(p => $"\"{p}\" is paused, and no unit here is of that registry, so the pause stops nothing yet. A pause that names no registry stops all business.");
    }

    /// <summary>A sentence for each of these accounts that may be another one.</summary>
    internal static List<string> MayBeOne(IEnumerable<string> accounts)
    {
        var seen = new Spellings(OrganisationName.Key);
        return [.. accounts.Select(a => (Name: a, Other: seen.OtherOf(a))).Where(a => a.Other is not null).Select(a => $"The accounts \"{a.Other}\" and \"{a.Name}\" may be one name in two spellings; \"ccts clear\" refuses both together.")];
    }

    private static IEnumerable<Parcel> Holdings(LedgerState state) => state.Accounts.SelectMany(a => state.View(a)!.Holdings).Select(h => h.Units);

    private void Check(LedgerCommand command, int line)
    {
        var to = command switch { TransferUnits transfer => transfer.To, ClawBackUnits back => back.To, _ => null };
        foreach (var account in new[] { command is PauseBusiness or ForgetKeys ? null : command.Account, to }.OfType<string>())
        {
            Stated("account", account, line);
        }

        var units = command switch { IssueUnits issue => issue.Units, ReceiveUnits receive => receive.Units, ConvertUnits convert => convert.Into, _ => (Parcel?)null };
        if (units?.Lot is { } lot)
        {
            Stated("kind", lot.Kind, line);
            Stated("registry", lot.Registry, line);
            Once("kind", lot.Kind, lot.Kind, _kinds, line);
            Once("registry", lot.Registry, lot.Registry, _registries, line);
            Once("scope", lot.Scope, ScopeOf(lot), _scopes, line);
            _units.Add((units.Value, line));
            if (!lot.Kind.IsOfTonnes && _told.Add(("tonnes", lot.Kind.Name)))
            {
                _problems.Error("not-tonnes", Place(line), $"A unit of the kind \"{lot.Kind}\" is no tonne of CO2e, and never becomes one: no conversion exists.", "units of tonnes");
            }

            if (lot.Scope.Length > 0 && NotStated.Shipped.IsSilent(lot.Scope) && _told.Add(("scope", lot.Scope)))
            {
                _problems.Error("not-stated", Place(line), $"The scope \"{lot.Scope}\" names nothing.", "a scope, or none");
            }
        }

        if (command is PauseBusiness { Registry: { } paused })
        {
            Stated("registry", paused, line);
            Once("registry", paused, paused, _registries, line);
        }
    }

    // Where numbers without a scope are also numbers of a scope of the same registry, the scope was probably left out.
    private void WithoutScope()
    {
        foreach (var registry in _units.GroupBy(u => PlainName.Key(u.Units.Lot.Registry), StringComparer.Ordinal))
        {
            var bare = registry.Where(u => u.Units.Lot.Scope.Length == 0).ToList();
            var numbers = BlockSet.FromRanges(bare.Select(u => u.Units.Range));
            foreach (var (units, line) in bare.Count == 0 ? [] : registry.Where(u => u.Units.Lot.Scope.Length > 0 && numbers.Overlaps(u.Units.Range)))
            {
                var other = bare.First(u => u.Units.Range.Overlaps(units.Range));
                if (Math.Max(line, other.Line) is > 0 and var later)
                {
                    _problems.Error("two-spellings", Place(later), $"{units.Block} and {other.Units.Block}, of no scope, may be the same units, and the ledger would keep the two apart.", "one scope for the numbers of a registry, or none");
                }
            }
        }
    }

    // The ledger itself refuses empty and overlong names.
    private void Stated(string what, string name, int line)
    {
        if (name.Length > 0 && !FactVocabulary.BuiltIn.States(name) && _told.Add((what, name)))
        {
            _problems.Error("not-stated", Place(line), $"The {what} \"{name}\" names nothing.", "a name");
        }
    }

    private void Once(string what, string name, string within, Spellings known, int line)
    {
        if (known.OtherOf(within) is { } other && _told.Add((what, within)))
        {
            _problems.Error("two-spellings", Place(line), $"The {what} \"{name}\" may be \"{(what == "scope" ? other.Substring(other.IndexOf(':', StringComparison.Ordinal) + 1) : other)}\", and the ledger would keep the two apart.", $"one spelling for each {what}");
        }
    }

    // Scopes are compared only within their registry, whose own spellings are reported once.
    private static string ScopeOf(UnitLot lot) => PlainName.Key(lot.Registry) + ":" + lot.Scope;

    private SourcePlace Place(int line) => new(_file, line, 0, "");
}
