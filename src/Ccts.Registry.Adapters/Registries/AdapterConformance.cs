using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>Checks that an adapter keeps the promises of <see cref="IRegistryAdapter"/>. Needs no test framework.</summary>
public static class AdapterConformance
{
    /// <summary>Runs every check.</summary>
    /// <param name="adapter">An adapter with statements to read, where it can read them.</param>
    /// <param name="serial">A serial of the registry, with numbers, that can be transferred.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    /// <returns>The adapter's faults, one sentence each; empty when it conforms.</returns>
    /// <exception cref="ArgumentException">The serial has no numbers or is of another registry.</exception>
    public static async Task<IReadOnlyList<string>> CheckAsync(IRegistryAdapter adapter, SerialReading serial, CancellationToken cancellationToken = default)
    {
        if (Require.NotNull(serial).Block is not { } block || serial.Registry != Require.NotNull(adapter).Registry)
        {
            throw new ArgumentException("The serial for checking is a numbered one of the adapter's registry.", nameof(serial));
        }

        var faults = new List<string>();
        Check(adapter.Registry.Length > 0 && adapter.Registry.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'), "The registry's id is not lower-case letters, digits and hyphens.", faults);
        Check(adapter.Capabilities != RegistryCapabilities.None, "The adapter can do nothing.", faults);
        await CheckReadingAsync(adapter, RegistryCapabilities.Statements, adapter.ReadStatementsAsync, faults, cancellationToken).ConfigureAwait(false);
        await CheckReadingAsync(adapter, RegistryCapabilities.Holdings, adapter.ReadHoldingsAsync, faults, cancellationToken).ConfigureAwait(false);
        await CheckQueryAsync(adapter, block, faults, cancellationToken).ConfigureAwait(false);
        CheckDrafts(adapter, serial, faults);
        return faults;
    }

    private static async Task CheckReadingAsync(
        IRegistryAdapter adapter, RegistryCapabilities capability, Func<CancellationToken, IAsyncEnumerable<ExportRow>> read, List<string> faults, CancellationToken cancellationToken)
    {
        var first = await ListAsync(read(cancellationToken), cancellationToken).ConfigureAwait(false);
        var second = await ListAsync(read(cancellationToken), cancellationToken).ConfigureAwait(false);
        Check(first.SequenceEqual(second), $"Reading {capability} twice gives different rows.", faults);
        Check(first.All(r => r.Entry is not null || r.Problem is not null), $"A row of {capability} is neither an entry nor a problem.", faults);
        Check(first.All(r => r.Entry is not { Canonical: not null } entry || entry.Registry == adapter.Registry), $"{capability} has serials of another registry.", faults);
        var can = (adapter.Capabilities & capability) != RegistryCapabilities.None;
        Check(can || first.Count == 0, $"{capability} has rows although the adapter says it lacks the capability.", faults);
        if (first.Count > 0)
        {
            Check(await StopsAsync(read).ConfigureAwait(false), $"Reading {capability} does not stop when it is cancelled.", faults);
        }
    }

    private static async Task CheckQueryAsync(IRegistryAdapter adapter, SerialBlock block, List<string> faults, CancellationToken cancellationToken)
    {
        var answer = await adapter.QueryAsync(block, cancellationToken).ConfigureAwait(false);
        if ((adapter.Capabilities & RegistryCapabilities.QueryBySerial) == RegistryCapabilities.None)
        {
            Check(answer.IsRejected && answer.Code == "not-supported", "A question by serial is not rejected with not-supported although the adapter lacks the capability.", faults);
            return;
        }

        Check(!answer.IsRejected, "A question about a block of the registry is rejected: " + answer, faults);
        if (answer.Value is { } status)
        {
            var parts = status.Parts.Select(p => p.Range).ToArray();
            Check(BlockSet.FromRanges(parts).Equals(BlockSet.Of(block.Range)), "The answer leaves out numbers that were asked about, or has others.", faults);
            Check(Adjoin(parts), "The answer's parts overlap or are out of order.", faults);
        }

        var foreign = await adapter.QueryAsync(new SerialBlock("nobody", block.Scope, block.Range), cancellationToken).ConfigureAwait(false);
        Check(foreign.IsRejected, "A question about another registry's block is not rejected.", faults);
    }

    private static void CheckDrafts(IRegistryAdapter adapter, SerialReading serial, List<string> faults)
    {
        var transfer = new RegistryInstruction { Kind = InstructionKind.Transfer, Units = serial, FromAccount = "A-1", ToAccount = "B-2", Reference = "check-1" };
        var draft = adapter.Draft(transfer);
        if ((adapter.Capabilities & RegistryCapabilities.DraftInstructions) == RegistryCapabilities.None)
        {
            Check(draft.IsRejected && draft.Code == "not-supported", "A draft is not rejected with not-supported although the adapter lacks the capability.", faults);
            return;
        }

        Check(draft.IsConfirmed, "A complete transfer is not drafted: " + draft, faults);
        Check(draft.Value == adapter.Draft(transfer).Value, "The same instruction drafted twice gives different documents.", faults);
        var says = draft.Value is not { } document
            || (Mentions(document, serial.Block!.Value.Start.ToString()) && Mentions(document, "check-1"));
        Check(says, "The document leaves out the numbers or the reference.", faults);
        Check(adapter.Draft(transfer with { ToAccount = null }).IsRejected, "A transfer to nowhere is drafted.", faults);
        Check(adapter.Draft(transfer with { Reference = "" }).IsRejected, "An instruction without a reference is drafted.", faults);
    }

    private static bool Mentions(InstructionDocument document, string words) => document.Text.AsSpan().IndexOf(words.AsSpan()) >= 0;

    private static async Task<List<ExportRow>> ListAsync(IAsyncEnumerable<ExportRow> rows, CancellationToken cancellationToken)
    {
        var list = new List<ExportRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            list.Add(row);
        }

        return list;
    }

    private static async Task<bool> StopsAsync(Func<CancellationToken, IAsyncEnumerable<ExportRow>> read)
    {
        var cancelled = new CancellationToken(canceled: true);
        try
        {
            return (await ListAsync(read(cancelled), cancelled).ConfigureAwait(false)).Count == 0;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private static bool Adjoin(BlockRange[] parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            if (!(parts[i - 1].End < parts[i].Start && parts[i - 1].IsAdjacentTo(parts[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(bool holds, string fault, List<string> faults)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
