using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Archives;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;
using NodaTime;

namespace RegulatorDesk;

/// <summary>A host that uses a year's ruleset, requires signatures, and checks a folder for later revisions while it runs.</summary>
internal sealed class Host : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly LiveCatalog _catalog;
    private readonly ComplianceYear _year;
    private readonly TextWriter _say;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>();
    private readonly CancellationTokenSource _stop = new();

    internal Host(Ruleset law, byte[] trust, string folder, TextWriter say)
    {
        var policy = new SignaturePolicy(TrustFile.Read(trust, "trust.json")) { LastAccepted = new Dictionary<string, int>(StringComparer.Ordinal) { [law.Identity.Id] = law.Identity.Revision } };
        _catalog = new LiveCatalog(RulesetCatalog.Of([law]), policy, new SampleDay());
        (_year, _say) = (law.Year, say);
        Folder = Directory.CreateDirectory(folder).FullName;
        _say.WriteLine($"A host runs on {InForce} and takes in signed rulesets only.");
    }

    /// <summary>Where it looks for archives.</summary>
    internal string Folder { get; }

    /// <summary>What it runs on now.</summary>
    internal Ruleset InForce => _catalog.Current.Resolve(_year, LocalDate.MaxIsoValue);

    public void Dispose() => _stop.Dispose();

    /// <summary>Looks for archives until stopped. Its answers never mix two revisions.</summary>
    internal async Task Run(CancellationToken stop)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, _stop.Token);
        using var timer = new PeriodicTimer(Between);
        try
        {
            do
            {
                foreach (var path in Directory.GetFiles(Folder, "*" + RulesetArchive.Extension).Where(_seen.Add).Order(StringComparer.Ordinal))
                {
                    TakeIn(path);
                }
            }
            while (await timer.WaitForNextTickAsync(both.Token));
        }
        catch (OperationCanceledException)
        {
            // Stopped, as asked.
        }
    }

    internal void Stop() => _stop.Cancel();

    /// <summary>The result of the next archive.</summary>
    internal ValueTask<Arrival> Next(CancellationToken stop) => _arrivals.Reader.ReadAsync(stop);

    private void TakeIn(string path)
    {
        var name = Path.GetFileName(path);
        IReadOnlyList<Problem> problems = [];
        var taken = RulesetArchive.TryRead(File.ReadAllBytes(path), name, out var files, out problems) && _catalog.TryAdd(files, out problems);
        _say.WriteLine(taken ? $"The host took in {name} while running; in force now: {InForce}." : $"The host refused {name}: {problems[0]} In force still: {InForce}.");
        _arrivals.Writer.TryWrite(new Arrival(taken, taken ? null : problems[0].Code));
    }

    /// <summary>The sample uses a fixed date, so that its result is always the same.</summary>
    private sealed class SampleDay : IClock
    {
        public Instant GetCurrentInstant() => Instant.FromUtc(2026, 11, 29, 6, 0);
    }
}

/// <summary>The result of an archive: accepted, or refused with a code.</summary>
internal sealed record Arrival(bool WasTaken, string? Code);
