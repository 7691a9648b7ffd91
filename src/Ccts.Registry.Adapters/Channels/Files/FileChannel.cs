using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>
/// A registry with which CSV files are exchanged. An instruction is a file that appears completely or not at all. It is pending until the registry's answer appears;
/// the newest statement shows where its numbers are. Incomplete files are ignored.
/// </summary>
/// <remarks>Thread-safe. An instruction is written once: while its file or an answer to it exists, sending it again writes nothing.</remarks>
public sealed class FileChannel : IRegistryChannel, IHoldsAccounts, IStatesHoldings
{
    private static readonly string UnitsElsewhere = ChannelOutcome.UnitsElsewhere("").Code;

    private readonly FileDrop _drop;
    private readonly FileProfile _profile;
    private readonly DropFolder _instructions;
    private readonly DropFolder _answers;
    private readonly TimeProvider _time;

    /// <summary>A channel over two folders.</summary>
    /// <param name="drop">The folders.</param>
    /// <param name="profile">Columns and words.</param>
    /// <param name="traits">What is known of the registry.</param>
    /// <param name="time">The clock for the age of statements; null for the system's.</param>
    /// <exception cref="ArgumentException">Profile and traits are of two registries, or a figure is out of its range.</exception>
    public FileChannel(FileDrop drop, FileProfile profile, RegistryTraits traits, TimeProvider? time = null)
    {
        _drop = Require.NotNull(drop);
        _profile = Require.NotNull(profile);
        Traits = Require.NotNull(traits);
        if (profile.Registry != traits.Registry || drop.Fault() is not null)
        {
            throw new ArgumentException(drop.Fault() ?? $"The profile is for {profile.Registry}, the traits are of {traits.Registry}.", drop.Fault() is null ? nameof(traits) : nameof(drop));
        }

        _instructions = new DropFolder(drop.Instructions, drop.MostBytes);
        _answers = new DropFolder(drop.Answers, drop.MostBytes);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Registry => _profile.Registry;

    /// <inheritdoc/>
    public RegistryTraits Traits { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Accounts => _drop.Accounts;

    /// <inheritdoc/>
    public Instant? HoldingsAsOf => StatementFile.NewestTime(_answers);

    /// <inheritdoc/>
    public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Fault(Require.NotNull(instruction)) is { } fault ? ChannelOutcome.Rejected("not-sendable", fault)
            : AnswerTo(instruction) is { } answer ? answer.Outcome
            : Drop(instruction));
    }

    /// <inheritdoc/>
    public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Fault(Require.NotNull(instruction)) is { } fault ? RegistryOutcome.Rejected<UnitsAnswer>("not-sendable", fault) : Ask(instruction));
    }

    /// <inheritdoc/>
    public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (statement, fault) = Newest();
        return Task.FromResult(
            !_instructions.Exists ? ChannelOutcome.Unknown("no-folder", "The folder for instructions is not there.")
            : statement is null ? ChannelOutcome.Unknown("no-statement", fault)
            : IsOld(statement) ? ChannelOutcome.Unknown("silent", $"The newest statement, {statement.Name}, is too old.")
            : ChannelOutcome.Confirmed());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask.ConfigureAwait(false);
        if (_drop.Accounts.Count == 0)
        {
            yield return UnitsAccounts.None(Registry);
            yield break;
        }

        var (statement, fault) = Newest();
        if (statement is null)
        {
            yield return Problem("statement-unreadable", fault, "a newest statement that is whole, adds up and is not dated after now", 0);
            yield break;
        }

        if (IsOld(statement))
        {
            yield return Problem("silent", $"The newest statement, {statement.Name}, is too old.", "a statement that is not older than the longest silence", 0);
        }

        foreach (var row in statement.Rows.Where(r => _drop.Accounts.Contains(r.Account, StringComparer.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.State is null)
            {
                yield return Problem("row-unreadable", $"The row of {row.Block} states no state that is known.", "a state of the profile", row.Line);
            }
            else if (row.State is UnitState.Held or UnitState.Issued)
            {
                yield return new ExportRow(new StatementEntry { File = statement.Name, Line = row.Line, Registry = Registry, Account = row.Account, Block = row.Block, Serial = row.Serial, State = UnitState.Held }, null);
            }
        }
    }

    /// <summary>The registry and its folders.</summary>
    public override string ToString() => $"{Registry}: {_drop}";

    private ChannelOutcome Drop(UnitInstruction instruction) => _instructions.Put(InstructionFile.NameOf(instruction), InstructionFile.Write(instruction, _profile)) switch
    {
        Dropped.Now => ChannelOutcome.Pending("dropped", "The instruction was dropped; the registry answers later."),
        Dropped.Before => ChannelOutcome.Pending("dropped", "The instruction lies there and was not taken yet."),
        Dropped.Other => ChannelOutcome.Unknown("other-content", "Another instruction was dropped under this key. Nothing is sent; find out who dropped it."),
        Dropped.NotAtAll => ChannelOutcome.NotSent("not-dropped", "The instruction could not be dropped; nothing of it can be seen."),
        _ => ChannelOutcome.Unknown("perhaps-dropped", "Nobody can say whether the instruction was dropped whole."),
    };

    private RegistryOutcome<UnitsAnswer> Ask(UnitInstruction instruction)
    {
        var answer = AnswerTo(instruction);
        var (statement, fault) = Newest();
        if (statement is null && answer is null)
        {
            return RegistryOutcome.Unknown<UnitsAnswer>("no-statement", fault);
        }

        // A statement older than the answer does not show its result.
        var isOlder = statement is not null && answer?.Time > statement.AsOf;
        var parts = new List<UnitsPart>();
        foreach (var row in statement is null || isOlder ? [] : statement.Rows.Where(r => Spelled.Same(r.Block.Scope, instruction.Units.Scope)))
        {
            if (row.Block.Range.Intersect(instruction.Units.Range) is { } here)
            {
                parts.Add(new UnitsPart(here, row.State, row.Account, row.Reference));
            }
        }

        // An answer that is not understood may be a yes. "The units are not there" refers to one copy of the instruction; the statement shows where they are.
        var status = answer is not null ? answer.Outcome.Code == UnitsElsewhere ? null : answer.Outcome
            : _instructions.Has(InstructionFile.NameOf(instruction)) ? ChannelOutcome.Pending("dropped", "The instruction lies there and was not taken yet.")
            : null;
        return RegistryOutcome.Confirmed(new UnitsAnswer(parts) { RegistryTime = statement?.AsOf, AsOf = statement?.AsOf, Status = status });
    }

    // Null if there is none; an incomplete one is unknown.
    private AnswerFile? AnswerTo(UnitInstruction instruction)
    {
        var name = InstructionFile.AnswerOf(instruction);
        if (!_answers.Has(name))
        {
            return null;
        }

        var (bytes, fault) = _answers.Read(name);
        return bytes is null ? new AnswerFile(ChannelOutcome.Unknown("answer-not-whole", fault), null) : AnswerFile.Read(bytes, name, _drop.MostBytes, _profile, instruction, Now + _drop.MostAhead);
    }

    private bool IsOld(StatementFile statement) => _drop.LongestSilence is { } longest && Now - statement.AsOf > longest;

    private (StatementFile? Statement, string Fault) Newest() => StatementFile.Newest(_answers, _drop.MostBytes, _profile, Now + _drop.MostAhead);

    private Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    private string? Fault(UnitInstruction instruction) => instruction.Fault()
        ?? (Spelled.Same(instruction.Units.Registry, Registry) ? InstructionFile.Fault(instruction, _profile) : $"The units are of {instruction.Units.Registry}, and this is {Registry}.");

    private ExportRow Problem(string code, string message, string expected, int line) =>
        new(null, new Problem(code, Severity.Error, message, new SourcePlace($"{Registry}/statement", line, 0, "")) { Expected = expected });
}
