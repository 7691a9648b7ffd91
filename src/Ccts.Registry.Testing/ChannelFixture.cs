using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Testing;

/// <summary>One channel with a controllable registry behind it. Disposing ends both.</summary>
public abstract class ChannelFixture : IAsyncDisposable
{
    /// <summary>The channel under test.</summary>
    public abstract IRegistryChannel Channel { get; }

    /// <summary>Secrets that the channel was given; they must not appear in any of its results.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>
    /// An instruction that the registry would carry out: at least two numbers that are active in the account they leave, with a key and
    /// numbers of its own. Null where the registry has no such instruction.
    /// </summary>
    public abstract UnitInstruction? NewInstruction(InstructionKind kind);

    /// <summary>The numbers on which the registry has carried the instruction out: the truth, whatever the registry answered.</summary>
    public abstract BlockSet EffectOf(UnitInstruction instruction);

    /// <summary>How many requests of a kind have reached the registry; negative where that cannot be counted.</summary>
    public virtual int Requests(ChannelRequest request) => -1;

    /// <summary>The last instruction as the registry received it: its line, its body, its file. Null where that is unknown; then a dropped text is not detected.</summary>
    public virtual string? Received => null;

    /// <summary>Makes the next request of a kind fail; false where this cannot happen to the channel.</summary>
    public virtual bool TryScript(ChannelRequest request, ChannelFault fault) => false;

    /// <summary>How many units the registry holds in the host's accounts; negative where the channel reads no holdings.</summary>
    public virtual decimal Held => -1;

    /// <summary>Whether the registry never answers at once, as over files: sending then always returns pending, whatever goes wrong.</summary>
    public virtual bool DecidesLater => false;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DisposeCoreAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the channel and the registry.</summary>
    protected virtual ValueTask DisposeCoreAsync() => default;
}
