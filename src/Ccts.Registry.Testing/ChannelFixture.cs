using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Testing;

/// <summary>One channel with a registry behind it that does as it is told. Disposing ends both.</summary>
public abstract class ChannelFixture : IAsyncDisposable
{
    /// <summary>The channel under test.</summary>
    public abstract IRegistryChannel Channel { get; }

    /// <summary>Secrets that the channel was given: they must appear in nothing it tells.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>
    /// An instruction that the registry would carry out: at least two numbers that are active in the account they leave, with a key and
    /// numbers of its own. Null where the registry has no such instruction.
    /// </summary>
    public abstract UnitInstruction? NewInstruction(InstructionKind kind);

    /// <summary>The numbers on which the registry has carried the instruction out: the truth, whatever it told.</summary>
    public abstract BlockSet EffectOf(UnitInstruction instruction);

    /// <summary>How many requests of a kind have reached the registry; negative where that cannot be counted.</summary>
    public virtual int Requests(ChannelRequest request) => -1;

    /// <summary>The last instruction as the registry received it: its line, its body, its file. Null where that cannot be told; then nobody sees whether a text was dropped on the way.</summary>
    public virtual string? Received => null;

    /// <summary>Has the next request of a kind go wrong; false where this cannot happen to the channel.</summary>
    public virtual bool TryScript(ChannelRequest request, ChannelFault fault) => false;

    /// <summary>How many units the registry holds in the host's accounts; negative where the channel reads no holdings.</summary>
    public virtual decimal Held => -1;

    /// <summary>Whether the registry never answers at once, as over files: whatever goes wrong there, sending is then told as pending.</summary>
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
