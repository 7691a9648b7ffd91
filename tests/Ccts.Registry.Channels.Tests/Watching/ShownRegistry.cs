using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Watching;

/// <summary>A registry that shows what a test has it show.</summary>
internal class ShownRegistry(string scope = "s") : IRegistryChannel, IHoldsAccounts
{
    internal List<(string Account, ulong Start, ulong End)> Rows { get; } = [];

    internal string Of { get; set; } = "icm";

    internal IReadOnlyList<string> Read { get; set; } = ["R-mill", "R-buyer"];

    public IReadOnlyList<string> Accounts => Read;

    public string Registry { get; init; } = "icm";

    public RegistryTraits Traits => throw new NotSupportedException();

    public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => Rows.ToList().Select((r, i) => new ExportRow(
        new StatementEntry { File = "shown", Line = i + 1, Registry = Of, Account = r.Account, Block = new SerialBlock(Of, scope, new BlockRange(r.Start, r.End)), State = UnitState.Held }, null)).ToAsyncEnumerable();
}
