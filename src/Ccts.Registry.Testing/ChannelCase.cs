using System;
using System.Threading.Tasks;

namespace Ccts.Registry.Testing;

/// <summary>One thing a channel must do.</summary>
/// <remarks>Thread-safe. A test framework runs each case as a test of its own: <c>await case.RunAsync(MakeFixtureAsync)</c>.</remarks>
public sealed class ChannelCase
{
    private readonly Func<ChannelFixture, Task<string?>> _run;

    internal ChannelCase(string name, Func<ChannelFixture, Task<string?>> run) => (Name, _run) = (name, run);

    /// <summary>What it is, in words; stable.</summary>
    public string Name { get; }

    /// <summary>Makes a channel and tries the case on it.</summary>
    /// <returns>Null when the channel meets the contract; otherwise why the case was not tried: it cannot happen to this channel.</returns>
    /// <exception cref="ChannelContractBrokenException">The channel does not meet the contract.</exception>
    public async Task<string?> RunAsync(Func<Task<ChannelFixture>> make)
    {
        var fixture = await (make ?? throw new ArgumentNullException(nameof(make)))().ConfigureAwait(false);
        await using (fixture.ConfigureAwait(false))
        {
            return await _run(fixture).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A channel does not meet the contract.</summary>
public sealed class ChannelContractBrokenException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ChannelContractBrokenException(string message)
        : base(message)
    {
    }
}
