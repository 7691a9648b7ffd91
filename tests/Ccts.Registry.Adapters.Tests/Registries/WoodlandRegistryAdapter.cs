using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Example.Woodland;

/// <summary>A registry that mails one CSV of all its blocks and takes instructions on paper.</summary>
public sealed class WoodlandRegistryAdapter(Func<string> latestMail, ExportReader reader) : IRegistryAdapter
{
    public string Registry => "markit-mer";

    public RegistryCapabilities Capabilities =>
        RegistryCapabilities.Statements | RegistryCapabilities.QueryBySerial | RegistryCapabilities.DraftInstructions;

    public async IAsyncEnumerable<ExportRow> ReadStatementsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var mail = new MemoryStream(Encoding.UTF8.GetBytes(latestMail()));
        foreach (var row in reader.Read(mail, "mail.csv", "ledger"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }

    // The mail does not name accounts: no capability, no rows.
    public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) =>
        AsyncEnumerable.Empty<ExportRow>();

    public async Task<RegistryOutcome<BlockStatus>> QueryAsync(SerialBlock block, CancellationToken cancellationToken = default) =>
        block.Registry == Registry
            ? RegistryOutcome.Confirmed(await BlockQuery.AnswerAsync(block, ReadStatementsAsync(cancellationToken), cancellationToken))
            : RegistryOutcome.Rejected<BlockStatus>("other-registry", "That block is of another registry.");

    public RegistryOutcome<InstructionDocument> Draft(RegistryInstruction instruction) => InstructionDraft.Of(Registry, instruction);
}
