using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Postgres;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using Ccts.Sdk.Problems;
using Npgsql;

namespace Ccts.Ledger.Crash;

/// <summary>
/// One of several hosts of a ledger on PostgreSQL. It waits for the outbox's lease, opens the ledger when that is its own, and then gives the instructions
/// of a plan and works them off. Whoever has taken over from it, it is told.
/// </summary>
internal static class StandByHost
{
    /// <param name="store">A connection string and the ledger's name behind a bar.</param>
    /// <param name="registry">Where it listens.</param>
    /// <param name="plan">What is to be done.</param>
    /// <param name="write">Ends or stops at this step of its outbox, before or after something is durable; 0 never.</param>
    /// <param name="send">The same for steps of the network, before or after an instruction leaves.</param>
    /// <param name="stop">What it does there.</param>
    /// <returns>True when it has done everything; false when another has taken over.</returns>
    internal static async Task<bool> RunAsync(string store, Uri registry, OutboxPlan plan, int write, int send, Action stop)
    {
        var (writes, sends) = (0, 0);
        var parts = store.Split('|');
        var options = OutboxHost.Postgres(parts[0], parts[1]);
        using var outbox = PostgresOutbox.Open(options);
        using var stored = PostgresStoredLedger.Open(options.ConnectionString, options.Ledger);
        using var network = new Network(() => Step(ref sends, send)) { InnerHandler = HttpAccess.NewHandler() };
        using var channel = OutboxHost.NewChannel(registry, network);
        using var ended = new CancellationTokenSource();
        var opened = new TaskCompletionSource<LedgerEngine>(TaskCreationOptions.RunContinuationsAsynchronously);
        PostgresJournal? journal = null;
        var dispatcher = new OutboxDispatcher(new CountedOutbox(outbox, () => Step(ref writes, write)), stored.Intents, _ => new EngineLedger(Open()), [OutboxHost.Link(channel)], OutboxHost.Options);
        var running = dispatcher.RunAsync(ended.Token);
        try
        {
            if (await Task.WhenAny(opened.Task, running).ConfigureAwait(false) == running)
            {
                await running.ConfigureAwait(false);
            }

            Console.Out.WriteLine("owner");
            await plan.GiveAsync(await opened.Task.ConfigureAwait(false), outbox, dispatcher, running, _ => { }).ConfigureAwait(false);
            await ended.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"steps {writes} {sends}"));
            return true;
        }
        catch (Exception fenced) when (IsFenced(fenced))
        {
            Console.Out.WriteLine("fenced " + fenced.GetType().Name);
            return false;
        }
        catch (CctsDataException held) when (held.Problems[0].Code == "ledger-in-use")
        {
            // The lease was its own, and ran out while another took outbox and ledger over.
            Console.Out.WriteLine("held " + held.Problems[0].Code);
            return false;
        }
        catch (NpgsqlException lost) when (lost is not PostgresException)
        {
            Console.Out.WriteLine("lost " + lost.GetType().Name);
            return false;
        }
        finally
        {
            journal?.Dispose();
        }

        LedgerEngine Open()
        {
            journal = PostgresJournal.Open(options);
            var engine = new LedgerEngine(journal, LedgerPolicy.Bare with { RefusalsAreRemembered = false });
            engine.Execute(OutboxPlan.Issue);
            opened.SetResult(engine);
            return engine;
        }

        void Step(ref int count, int at)
        {
            if (Interlocked.Increment(ref count) == at)
            {
                stop();
            }
        }
    }

    // Of an engine whose journal was refused, every later caller is told that it has stopped, and why.
    private static bool IsFenced(Exception bad) =>
        bad is OutboxFencedException or JournalConflictException || (bad is JournalStoppedException or InvalidOperationException && bad.InnerException is { } inner && IsFenced(inner));

    /// <summary>Behind everything the channel checks: between it and the connection.</summary>
    private sealed class Network(Action step) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.EndsWith("instructions", StringComparison.Ordinal))
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }

            step();
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            step();
            return response;
        }
    }
}
