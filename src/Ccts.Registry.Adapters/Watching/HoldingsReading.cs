using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>Reads what a channel shows: within the registry's limit of rate, no more of it than a look may have, and not for ever. A look that is not whole says so by a problem.</summary>
/// <param name="channel">The way to the registry.</param>
/// <param name="options">How it is watched.</param>
/// <param name="time">The clock.</param>
/// <param name="turns">The registry's limit of rate; null where none is known.</param>
internal sealed class HoldingsReading(IRegistryChannel channel, RegistryWatchOptions options, TimeProvider time, PageTurns? turns)
{
    // With one the look is not whole; more tell nobody more.
    private const int MostProblems = 100;

    internal async Task<List<ExportRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var (rows, problems) = (new List<ExportRow>(), 0);
        if (turns?.Wait is { } wait && wait > options.LongestSilence)
        {
            return [Problem("left-alone", $"The registry asks to be left alone for another {wait.TotalMinutes:0} minutes.", "a registry that takes requests")];
        }

        PageTurns.Current = turns;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (reading, isLeft) = (channel.ReadHoldingsAsync(ends.Token).GetAsyncEnumerator(ends.Token), false);
        try
        {
            while (problems < MostProblems)
            {
                var next = reading.MoveNextAsync().AsTask();
                if (!next.IsCompleted)
                {
                    using var resting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                    var patience = time.RestAsync(options.LongestSilence, resting.Token);
                    if (await Task.WhenAny(next, patience).ConfigureAwait(false) != next)
                    {
                        // One that heeds no token is left to itself.
                        isLeft = true;
                        ends.Cancel();
                        cancellationToken.ThrowIfCancellationRequested();
                        rows.Add(Problem("silent", $"The channel gave no further row for {options.LongestSilence.TotalMinutes:0.#} minutes.", "the next row, or an end"));
                        return rows;
                    }

                    resting.Cancel();
                }

                if (!await next.ConfigureAwait(false))
                {
                    break;
                }

                if (rows.Count == options.MostRows)
                {
                    rows.Add(Problem("too-many-rows", $"After {options.MostRows} rows the registry still gives more.", $"an end, or a watch whose {nameof(options.MostRows)} says that there are so many"));
                    break;
                }

                var row = reading.Current ?? new ExportRow(null, null);
                problems += row.Problem is null ? 0 : 1;
                rows.Add(row);
            }

            return rows;
        }
        finally
        {
            if (!isLeft)
            {
                await reading.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private ExportRow Problem(string code, string message, string expected) =>
        new(null, new Problem(code, Severity.Error, message, new SourcePlace(channel.Registry, 0, 0, "")) { Expected = expected });
}
