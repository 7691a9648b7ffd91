using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Blocks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Ccts.Registry.Stub;

/// <summary>
/// A carbon registry on loopback, for tests and demonstrations. It speaks the provisional profile that <c>Ccts.Registry.Adapters</c> ships
/// for the Indian Carbon Market, keeps numbered units, and fails in the ways that a test asks for. It is not a model of how that
/// registry works, which is not published.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public sealed class StubRegistry : IAsyncDisposable
{
    private readonly StubBook _book = new();
    private readonly StubScript _script;
    private readonly StubOptions _options;
    private readonly WebApplication _application;
    private readonly Lock _lock = new();
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private int _lastToken;

    private StubRegistry(StubOptions options)
    {
        _options = options;
        _script = new StubScript(options);
        Time = options.Time ?? TimeProvider.System;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        _application = builder.Build();
        new StubEndpoints(this).Map(_application);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Urls.First() + "/");

    /// <summary>Where it gives tokens.</summary>
    public Uri TokenAddress => new(Address, "oauth/token");

    /// <summary>Everything that has taken effect, in order.</summary>
    public IReadOnlyList<StubEffect> Effects => Locked(() => _book.Effects.ToArray());

    /// <summary>Every unit it has.</summary>
    public IReadOnlyList<StubUnits> Units => Locked(() => _book.All.ToArray());

    internal TimeProvider Time { get; }

    internal StubOptions Options => _options;

    /// <summary>Starts a registry.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    public static async Task<StubRegistry> StartAsync(StubOptions? options = null)
    {
        var registry = new StubRegistry(options ?? new StubOptions());
        await registry._application.StartAsync().ConfigureAwait(false);
        return registry;
    }

    /// <summary>Issues units to an account.</summary>
    /// <exception cref="ArgumentException">Some of them are issued already.</exception>
    public void Issue(string account, string scope, BlockRange range) => Locked(() => _book.Issue(account, scope, range));

    /// <summary>Makes the next requests of a kind fail.</summary>
    public void Script(StubRequest request, StubFault fault, int times = 1) => Locked(() => _script.Add(request, fault, times));

    /// <summary>Clears scripted faults that have not happened yet.</summary>
    public void ClearScript() => Locked(_script.Clear);

    /// <summary>From now on this many of a thousand requests fail in these ways, chosen by the seed; 0 for none.</summary>
    public void GoWrong(int inThousand, IReadOnlyList<StubFault> faults) => Locked(() => _script.GoWrong(inThousand, faults));

    /// <summary>How often each fault has happened so far, with successful requests under <see cref="StubFault.None"/>.</summary>
    public IReadOnlyDictionary<StubFault, int> Faults => Locked(() => new Dictionary<StubFault, int>(_script.Faults));

    /// <summary>Decides an instruction that waits for a second person; false where none waits under the key.</summary>
    public bool Decide(string key, bool grant) => Locked(() => _book.Decide(key, grant, Now));

    /// <summary>How many requests of a kind have come.</summary>
    public int Requests(StubRequest request) => Locked(() => _script.Requests.GetValueOrDefault(request));

    /// <summary>Carries out a change without an instruction, as a person at the host may do in the registry's portal.</summary>
    public bool ActByHand(string reference, string instruction, string scope, BlockRange range, string from, string? to = null) =>
        Locked(() => _book.Act(new StubInstruction(reference, instruction, scope, range, from, to), Now));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    internal DateTimeOffset Now => Time.GetUtcNow();

    internal StubFault Next(StubRequest request) => Locked(() =>
    {
        _book.CatchUp(Now);
        return _script.Next(request);
    });

    internal T WithBook<T>(Func<StubBook, T> work) => Locked(() => work(_book));

    internal string NewToken() => Locked(() =>
    {
        var token = "stub-token-" + (++_lastToken).ToString(System.Globalization.CultureInfo.InvariantCulture);
        _tokens.Add(token);
        return token;
    });

    internal bool Accepts(string? token) => Locked(() => token is not null && _tokens.Contains(token));

    internal void RevokeTokens() => Locked(_tokens.Clear);

    private void Locked(Action work)
    {
        lock (_lock)
        {
            work();
        }
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }
}
