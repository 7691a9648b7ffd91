using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>
/// The names of an import, however it is written, held against each other and against the journal: a registry, scope or kind in two spellings would hold a
/// tonne twice, and an account that names nobody is everybody's.
/// </summary>
internal sealed class ImportedNames
{
    private readonly string? _file;
    private readonly ProblemList _problems = new();
    private readonly Spellings _kinds = new(UnitKind.Known.Select(k => k.Name)), _registries = new([]), _scopes = new([], PlainName.Scope);
    private readonly HashSet<(string What, string Name)> _told = [];

    private ImportedNames(LedgerState? before, string? file)
    {
        _file = file;
        foreach (var lot in before?.Accounts.SelectMany(a => before.View(a)!.Holdings).Select(h => h.Units.Lot).Distinct() ?? [])
        {
            _kinds.OtherOf(lot.Kind);
            _registries.OtherOf(lot.Registry);
            _scopes.OtherOf(ScopeOf(lot));
        }
    }

    /// <exception cref="CctsDataException">A name says nothing, or may be another one; all are listed.</exception>
    internal static void Check(IReadOnlyList<(LedgerCommand Command, int Line)> commands, LedgerState before, string? file)
    {
        var names = new ImportedNames(commands.Any(c => c.Command is IssueUnits or ReceiveUnits or ConvertUnits) ? before : null, file);
        foreach (var (command, line) in commands)
        {
            names.Check(command, line);
        }

        if (names._problems.HasErrors)
        {
            throw new CctsDataException(names._problems.ToList());
        }
    }

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
        }
    }

    // What is empty or too long the ledger refuses itself.
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

    // Scopes are told apart within their registry alone, whose own spellings are told once.
    private static string ScopeOf(UnitLot lot) => PlainName.Key(lot.Registry) + ":" + lot.Scope;

    private SourcePlace Place(int line) => new(_file, line, 0, "");
}
