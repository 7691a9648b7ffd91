using System;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Registries;
using NodaTime;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// Pages of holdings within the registry's limit of rate. A watch sets it around its reading, and a channel waits for its turn before each page. At most every second request is
/// a page, so that a long list keeps no instruction from leaving.
/// </summary>
/// <remarks>Of one reading; <see cref="Current"/> belongs to the call that set it and to what it calls.</remarks>
internal sealed class PageTurns(Pace pace, TimeProvider time)
{
    private static readonly AsyncLocal<PageTurns?> Ambient = new();

    private long? _last;

    /// <summary>Of the reading that is under way; null where nobody limits it.</summary>
    internal static PageTurns? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>How long until the next page may be asked for.</summary>
    internal Duration Wait => Duration.Max(pace.Wait(time), _last is { } last ? pace.Interval * 2 - Duration.FromTimeSpan(time.GetElapsedTime(last)) : Duration.Zero);

    /// <summary>Asks for a page in its turn, where turns are taken. How long the registry then asks to be left alone counts for everybody.</summary>
    internal static async Task<T> TakenAsync<T>(Func<Task<T>> ask, Func<T, Duration?> after, CancellationToken cancellationToken)
    {
        if (Current is not { } turns)
        {
            return await ask().ConfigureAwait(false);
        }

        await turns.TakeAsync(cancellationToken).ConfigureAwait(false);
        var page = await ask().ConfigureAwait(false);
        turns.Hold(after(page));
        return page;
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        for (var wait = Wait; wait > Duration.Zero || !pace.TryTake(time); wait = Wait)
        {
            await time.RestAsync(wait, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        _last = time.GetTimestamp();
    }

    private void Hold(Duration? length)
    {
        if (length is { } asked)
        {
            pace.Hold(time, LeftAlone.Within(asked)!.Value, isNoted: false);
        }
    }
}
