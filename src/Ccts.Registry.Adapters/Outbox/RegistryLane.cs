using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using NodaTime;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>The requests to one registry: how many at once and per minute, how long each may take, and the circuit breaker that stops them.</summary>
/// <remarks>The dispatcher locks the counters; requests themselves run concurrently. Nothing is repeated here: the outbox decides that.</remarks>
internal sealed class RegistryLane
{
    private readonly RegistryLink _link;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly ResiliencePipeline _pipeline;
    private readonly ResiliencePipeline _uncounted;
    private readonly TimeProvider _time;

    // Instructions whose failure was counted recently. One instruction that the registry always answers badly does not make a registry in trouble, however often it is tried.
    private readonly ConcurrentDictionary<string, long> _counted = new(StringComparer.Ordinal);
    private bool _mustProbe;
    private bool _mustLook;
    private Instant _lookAt = Instant.MinValue;

    /// <param name="link">The channel and its options.</param>
    /// <param name="time">The clock.</param>
    /// <param name="wasPaused">Whether the breaker was open when the previous process ended: its state was lost, the pause was not.</param>
    internal RegistryLane(RegistryLink link, TimeProvider time, bool wasPaused)
    {
        (_link, _time) = (link, time);
        _mustProbe = IsPaused = wasPaused;
        var builder = new ResiliencePipelineBuilder { TimeProvider = time, Name = link.Channel.Registry };
        _pipeline = builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = (double)link.Options.BreakAt,
                MinimumThroughput = link.Options.BreakAfter,
                SamplingDuration = link.Options.BreakWindow.ToTimeSpan(),
                BreakDuration = link.Options.BreakFor.ToTimeSpan(),
                StateProvider = _breaker,
                ShouldHandle = static arguments => new ValueTask<bool>(IsTrouble(arguments.Outcome.Exception, arguments.Outcome.Result)),
            })
            .AddTimeout(link.Policy.AttemptTimeout.ToTimeSpan())
            .Build();
        _uncounted = new ResiliencePipelineBuilder { TimeProvider = time, Name = link.Channel.Registry }.AddTimeout(link.Policy.AttemptTimeout.ToTimeSpan()).Build();
    }

    internal string Registry => _link.Channel.Registry;

    internal OutboxPolicy Policy => _link.Policy;

    internal int MostAtOnce => _link.Options.MostAtOnce;

    /// <summary>How long until a request may go.</summary>
    internal Duration Wait => _link.Pace.Wait(_time);

    internal bool TryTake() => _link.Pace.TryTake(_time);

    /// <param name="length">How long the registry asks to be left alone.</param>
    /// <param name="isNoted">Whether the answer about an instruction keeps it for the next owner.</param>
    internal void Hold(Duration length, bool isNoted = true) => _link.Pace.Hold(_time, length, isNoted);

    /// <summary>How long the registry asks to be left alone, where no instruction keeps that for the next owner; null otherwise. Told once.</summary>
    internal Duration? TakeNote() => _link.Pace.TakeNote(_time);

    /// <summary>How many instructions are being worked on.</summary>
    internal int Running { get; set; }

    /// <summary>Whether the registry is being probed.</summary>
    internal bool IsProbing { get; set; }

    /// <summary>When an open breaker may be probed next.</summary>
    internal Instant ProbeAt { get; set; }

    /// <summary>When to probe a registry that seems to be in trouble although its breaker is closed; null where nothing failed. On a quiet day one instruction alone would never open the breaker.</summary>
    internal Instant? LookAt
    {
        get => _mustLook ? _lookAt : null;
        set => _lookAt = value ?? Instant.MinValue;
    }

    /// <summary>How often it is probed then: often enough for the breaker to open within its window.</summary>
    internal Duration LookEvery => Duration.FromTicks(_link.Options.BreakWindow.TotalTicks / (2 * _link.Options.BreakAfter));

    /// <summary>Whether new business with the registry is paused, as last reported to the ledger.</summary>
    internal bool IsPaused { get; set; }

    /// <summary>How often the breaker has opened since the owner took over.</summary>
    internal int Breaks { get; set; }

    /// <summary>Whether requests go through.</summary>
    internal bool IsOpenForBusiness => !_mustProbe && _breaker.CircuitState == CircuitState.Closed;

    internal Duration BreakFor => _link.Options.BreakFor;

    internal Task<ChannelOutcome> SendAsync(UnitInstruction instruction, SendWindow window, CancellationToken cancellationToken) => ThroughAsync(
        async (i, token) =>
        {
            SendWindow.Current = i.SendWindow;
            return await i.Channel.SendAsync(i.Instruction, token).ConfigureAwait(false);
        },
        (_link.Channel, Instruction: instruction, SendWindow: window), instruction.Key,
        (code, reason) => code == "breaker-open" ? ChannelOutcome.NotSent(code, reason) : ChannelOutcome.Unknown(code, reason),
        cancellationToken);

    internal Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken) => ThroughAsync(
        (i, token) => i.Channel.AskAsync(i.Instruction, i.Reference, token),
        (_link.Channel, Instruction: instruction, Reference: reference), instruction.Key,
        (code, reason) => RegistryOutcome.Unknown<UnitsAnswer>(code, reason),
        cancellationToken);

    /// <summary>Probes the registry with a harmless question; whether requests go through afterwards is <see cref="IsOpenForBusiness"/>.</summary>
    /// <returns>How long the registry asks to be left alone.</returns>
    internal async Task<Duration> ProbeAsync(CancellationToken cancellationToken)
    {
        var outcome = await ThroughAsync(
            (channel, token) => channel.ProbeAsync(token), _link.Channel, null, ChannelOutcome.Unknown, cancellationToken).ConfigureAwait(false);
        _mustProbe &= outcome.Kind != OutcomeKind.Confirmed;
        return outcome.After ?? Duration.Zero;
    }

    private async Task<T> ThroughAsync<TState, T>(
        Func<TState, CancellationToken, Task<T>> call, TState state, string? key, Func<string, string, T> otherwise, CancellationToken cancellationToken)
        where T : class
    {
        var isOpen = IsOpenForBusiness;
        var counts = key is null || !isOpen || !_counted.TryGetValue(key, out var at) || _time.GetElapsedTime(at) >= _link.Options.BreakWindow.ToTimeSpan();
        var answer = await TryAsync(call, state, counts ? _pipeline : _uncounted, otherwise, cancellationToken).ConfigureAwait(false);
        _mustLook = IsTrouble(null, answer) && (_mustLook || (key is not null && isOpen && counts));
        if (key is not null && !IsTrouble(null, answer))
        {
            _counted.TryRemove(key, out _);
        }
        else if (key is not null && isOpen && counts)
        {
            _counted[key] = _time.GetTimestamp();
        }

        return answer;
    }

    private static async Task<T> TryAsync<TState, T>(
        Func<TState, CancellationToken, Task<T>> call, TState state, ResiliencePipeline pipeline, Func<string, string, T> otherwise, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            // A channel is somebody else's code too.
            return await pipeline.ExecuteAsync(
                static async (s, token) => await InTime(s.Call(s.State, token), s.Otherwise, s.Caller, token).ConfigureAwait(false), (Call: call, State: state, Otherwise: otherwise, Caller: cancellationToken), cancellationToken)
                .ConfigureAwait(false) ?? otherwise("no-outcome", "The channel gave nothing.");
        }
        catch (TimeoutRejectedException)
        {
            return TimedOut(otherwise);
        }
        catch (BrokenCircuitException)
        {
            return otherwise("breaker-open", "The registry is in trouble; nothing was sent.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Cancelled(otherwise);
        }
        catch (Exception bad) when (bad is not (OutOfMemoryException or StackOverflowException))
        {
            // The type alone: a message may hold a secret.
            return otherwise("channel-failed", $"The channel failed with {bad.GetType().Name}.");
        }
    }

    // A channel that ignores cancellation must not block its instruction for ever. The time-out is an outcome here and no exception: in bad weather there are many, and each would write down the whole stack.
    private static async Task<T> InTime<T>(Task<T> call, Func<string, string, T> otherwise, CancellationToken caller, CancellationToken token)
        where T : class
    {
        if (call.IsCompleted)
        {
            return await call.ConfigureAwait(false);
        }

        var over = new TaskCompletionSource<T>();
        using (token.Register(() => over.TrySetResult(caller.IsCancellationRequested ? Cancelled(otherwise) : TimedOut(otherwise))))
        {
            return await (await Task.WhenAny(call, over.Task).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static T TimedOut<T>(Func<string, string, T> otherwise) => otherwise("time-out", "The registry did not answer in time.");

    private static T Cancelled<T>(Func<string, string, T> otherwise) => otherwise("cancelled", "The request was given up before it was answered.");

    private static bool IsTrouble(Exception? thrown, object? result) => thrown is not null || result switch
    {
        null => true,
        ChannelOutcome outcome => outcome.IsTrouble,
        RegistryOutcome<UnitsAnswer> answer => answer.IsUnknown,
        _ => false,
    };
}
