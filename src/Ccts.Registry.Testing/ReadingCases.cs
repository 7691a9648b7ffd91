using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Testing;

/// <summary>The requirements of a channel that reads holdings.</summary>
internal static class ReadingCases
{
    private static readonly ChannelFault[] Faults =
    [
        ChannelFault.Throttled, ChannelFault.ServerError, ChannelFault.Html, ChannelFault.Truncated, ChannelFault.DroppedBeforeActing, ChannelFault.Maintenance, ChannelFault.ExpiredToken,
        ChannelFault.NeverEnds, ChannelFault.Huge, ChannelFault.IgnoredFilter, ChannelFault.Clamped, ChannelFault.RepeatedPage, ChannelFault.Reordered,
        ChannelFault.EchoedSecret,
    ];

    internal static IEnumerable<ChannelCase> All { get; } =
    [
        new("The id is lower-case letters, digits and hyphens, and that of its traits", Named),
        new("Holdings add up to what the registry holds", AddUp),
        new("Reading that is cancelled ends", Stops),
        .. Faults.Select(f => new ChannelCase($"Reading: {f} is reported, or everything is there", fixture => Faulted(fixture, f))),
    ];

    private static Task<string?> Named(ChannelFixture fixture)
    {
        var id = fixture.Channel.Registry;
        Expect.That(id.Length > 0 && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'), $"It is \"{id}\".");
        Expect.That(fixture.Channel.Traits.Registry == id, $"Its traits are of {fixture.Channel.Traits.Registry}.");
        var traits = fixture.Channel.Traits;
        Expect.NoSecret(fixture, fixture.Channel.ToString());
        Expect.That(traits.SettlingTime.Source.Length > 0 && traits.RequestsPerMinute.Source.Length > 0 && traits.PageLimit.Source.Length > 0, "A trait has no source.");
        return Task.FromResult<string?>(null);
    }

    private static async Task<string?> AddUp(ChannelFixture fixture)
    {
        if (!Prepare(fixture))
        {
            return "The channel reads no holdings.";
        }

        var rows = await ReadAsync(fixture).ConfigureAwait(false);
        Expect.That(rows.All(r => r.Problem is null), "A row has a problem: " + rows.FirstOrDefault(r => r.Problem is not null)?.Problem);
        Expect.That(rows.All(r => r.Entry!.Registry == fixture.Channel.Registry), "A row is of another registry.");
        var read = rows.Sum(r => r.Entry!.Quantity);
        Expect.That(read == fixture.Held && IsOnce(rows), $"They are {read} units, and the registry holds {fixture.Held}, each once.");
        return null;
    }

    private static async Task<string?> Stops(ChannelFixture fixture)
    {
        if (!Prepare(fixture))
        {
            return "The channel reads no holdings.";
        }

        try
        {
            await foreach (var row in fixture.Channel.ReadHoldingsAsync(new CancellationToken(canceled: true)).ConfigureAwait(false))
            {
                Expect.That(row.Problem is not null, "It goes on.");
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        return null;
    }

    private static async Task<string?> Faulted(ChannelFixture fixture, ChannelFault fault)
    {
        if (!Prepare(fixture) || !fixture.TryScript(ChannelRequest.Page, fault))
        {
            return "This cannot happen to the channel.";
        }

        var rows = await ReadAsync(fixture).ConfigureAwait(false);
        var isAll = rows.Where(r => r.Problem is null).Sum(r => r.Entry!.Quantity) == fixture.Held && IsOnce(rows);
        Expect.That(isAll || rows.Any(r => r.Problem is not null), "Units are missing or too many, and no row tells of a problem.");
        Expect.NoSecret(fixture, [.. rows.Select(r => r.Problem?.ToString())]);
        return null;
    }

    // One block twice and another missing has the same total.
    private static bool IsOnce(List<ExportRow> rows)
    {
        var blocks = rows.Where(r => r.Problem is null && r.Entry!.Block is not null).Select(r => r.Entry!.Block!.Value).ToList();
        return blocks.GroupBy(b => b.Scope, StringComparer.Ordinal).All(s => BlockSet.FromRanges(s.Select(b => b.Range)).Count.ToDecimal() == s.Sum(b => b.Count.ToDecimal()));
    }

    // Several blocks, so that a page can lose one.
    private static bool Prepare(ChannelFixture fixture)
    {
        for (var i = 0; i < 5 && fixture.Held >= 0; i++)
        {
            fixture.NewInstruction(InstructionKind.Retire);
        }

        return fixture.Held >= 0;
    }

    private static async Task<List<ExportRow>> ReadAsync(ChannelFixture fixture)
    {
        var rows = new List<ExportRow>();
        await foreach (var row in fixture.Channel.ReadHoldingsAsync().ConfigureAwait(false))
        {
            Expect.That(row.Entry is not null || row.Problem is not null, "A row is neither an entry nor a problem.");
            rows.Add(row);
        }

        return rows;
    }
}
