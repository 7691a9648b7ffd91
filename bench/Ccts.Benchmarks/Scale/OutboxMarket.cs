using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>A host that retires units at a registry through its ledger and outbox in one SQLite file.</summary>
internal sealed class OutboxMarket : IAsyncDisposable
{
    internal const string Scope = "s";
    private const int UnitsAnInstruction = 2;
    private const long Issued = 2_000_000_000;

    private readonly SqliteOutbox _outbox;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    internal OutboxMarket(string path, IRegistryChannel channel, int mostAtOnce = 64, Duration? settling = null)
    {
        Journal = SqliteJournal.Open(path);
        Engine = new LedgerEngine(Journal, LedgerPolicy.Bare with { RefusalsAreRemembered = false });
        if (Journal.Position == 0)
        {
            Engine.Execute(new IssueUnits("issue", Now, "mill", new Parcel(new UnitLot("icm", Scope, "ccc", 2025), new BlockRange(1, Issued))));
        }

        _outbox = new SqliteOutbox(Journal);
        var wait = settling ?? Duration.FromSeconds(30);
        var link = new RegistryLink(channel, new RegistryLinkOptions
        {
            SettlingTime = wait,
            RequestsPerMinute = 600_000,
            Burst = 10_000,
            MostAtOnce = mostAtOnce,
            BreakAfter = 10_000,
            Patience = new OutboxPolicy(wait) { FirstPause = wait / 20 },
        });
        Dispatcher = new OutboxDispatcher(_outbox, Journal, new EngineLedger(Engine), [link], new OutboxDispatcherOptions { LookEvery = Duration.FromMilliseconds(20), TakeAtOnce = 5000 });
        _running = Dispatcher.RunAsync(_stop.Token);
    }

    internal SqliteJournal Journal { get; }

    internal LedgerEngine Engine { get; }

    internal OutboxDispatcher Dispatcher { get; }

    internal Exception? Failure => _running.Exception;

    /// <summary>Reserves the next units and commits the instruction with the reservation.</summary>
    internal async Task InstructAsync(long number)
    {
        var key = _run + "-" + number.ToString(CultureInfo.InvariantCulture);
        var start = (ulong)((number * UnitsAnInstruction) + 1);
        var units = new SerialBlock("icm", Scope, new BlockRange(start, start + UnitsAnInstruction - 1));
        var intent = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = units, FromAccount = "R-mill", Ledger = new LedgerEffect("mill", key) }.ToIntent();
        var answer = await Engine.ExecuteAsync(new ReserveUnits(key, Now, "mill", key, new ChosenUnits(units), ReservationPurpose.Other), [intent]).ConfigureAwait(false);
        if (!answer.IsAccepted)
        {
            throw new InvalidOperationException(answer.Refusal!.Message);
        }
    }

    internal long Retired => (Engine.Account("mill")?.Tonnes("ccc", ShadowAccount.Retired) ?? 0) / UnitsAnInstruction;

    internal static Instant Now => SystemClock.Instance.GetCurrentInstant();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _outbox.Dispose();
        Journal.Dispose();
        _stop.Dispose();
    }
}

/// <summary>The stub registry in a process of its own, so that what it keeps is not counted as ours.</summary>
internal sealed class RegistryProcess : IDisposable
{
    private readonly Process _process;

    internal RegistryProcess()
    {
        // Started by `dotnet` or by its own name: the first must be told what to run.
        var host = Environment.ProcessPath!;
        string[] arguments = string.Equals(Path.GetFileNameWithoutExtension(host), "dotnet", StringComparison.Ordinal) ? [typeof(RegistryProcess).Assembly.Location, "registry"] : ["registry"];
        _process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        Address = new Uri(_process.StandardOutput.ReadLine()!);
    }

    internal Uri Address { get; }

    internal static void Serve()
    {
        var registry = Ccts.Registry.Stub.StubRegistry.StartAsync().GetAwaiter().GetResult();
        registry.Issue("R-mill", OutboxMarket.Scope, new BlockRange(1, 2_000_000_000));
        Console.WriteLine(registry.Address);
        Console.In.ReadToEnd();
        Console.WriteLine(registry.Effects.Count.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it; how many effects it has had.</summary>
    internal int End()
    {
        _process.StandardInput.Close();
        return int.Parse(_process.StandardOutput.ReadLine() ?? "-1", CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
