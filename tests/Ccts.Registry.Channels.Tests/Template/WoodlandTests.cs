using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;
using Example.Woodland;

namespace Ccts.Registry.Channels.Tests.Template;

/// <summary>The channel of docs/writing-a-channel.md compiles, is the one printed there, and keeps the contract.</summary>
public sealed class WoodlandTests
{
    public static TheoryData<string> Names => [.. ChannelContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_keeps_the_contract(string name)
    {
        var why = await ChannelContract.Cases.Single(c => c.Name == name).RunAsync(() => Task.FromResult<ChannelFixture>(new Fixture()));
        Assert.True(why is null or "This cannot happen to the channel.", why);
    }

    [Fact]
    public void The_page_prints_what_is_compiled()
    {
        var (folder, page) = (Path.Combine(AppContext.BaseDirectory, "Template"), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Template", "writing-a-channel.md")));
        foreach (var (file, fence) in new[] { ("WoodlandChannel.cs.txt", "```csharp\n"), ("woodland.traits.json", "```json\n") })
        {
            var from = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
            Assert.Equal(File.ReadAllText(Path.Combine(folder, file)).ReplaceLineEndings("\n").Trim(), page[from..page.IndexOf("```", from, StringComparison.Ordinal)].ReplaceLineEndings("\n").Trim());
        }
    }

    /// <summary>The registry in this process: a list of runs, and what goes wrong next.</summary>
    private sealed class Fixture : ChannelFixture
    {
        private readonly List<(BlockRange Range, string State, string Account, string Key)> _units = [];
        private readonly Dictionary<char, ChannelFault> _next = [];
        private ulong _last;

        internal Fixture() => Channel = new WoodlandChannel(RegistryTraitsReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Template", "woodland.traits.json"))), "mill", Answer);

        public override IRegistryChannel Channel { get; }

        public override IReadOnlyList<string> Secrets => [];

        public override decimal Held => _units.Where(u => u is { State: "held", Account: "mill" }).Sum(u => u.Range.Count.ToDecimal());

        public override UnitInstruction NewInstruction(InstructionKind kind)
        {
            var range = new BlockRange(_last + 1, _last + 10);
            _last += 20;
            _units.Add((range, "held", "mill", ""));
            return new UnitInstruction { Key = $"k{range.Start}", Kind = kind, Units = new SerialBlock("woodland", "", range), FromAccount = "mill", ToAccount = kind == InstructionKind.Transfer ? "buyer" : null };
        }

        public override BlockSet EffectOf(UnitInstruction instruction) => BlockSet.FromRanges(_units.Where(u => u.Key == instruction.Key).Select(u => u.Range));

        public override bool TryScript(ChannelRequest request, ChannelFault fault)
        {
            var may = fault is ChannelFault.Throttled or ChannelFault.DroppedBeforeActing or ChannelFault.DroppedAfterActing or ChannelFault.Html or ChannelFault.HtmlAfterActing or ChannelFault.ErrorInOk
                or ChannelFault.UnexplainedErrorInOk or ChannelFault.Doubled or ChannelFault.Pending or ChannelFault.Truncated or ChannelFault.OtherAnswer
                || (fault is ChannelFault.Clamped or ChannelFault.IgnoredFilter && request is ChannelRequest.Page or ChannelRequest.Question);
            if (may)
            {
                _next[request switch { ChannelRequest.Question => 'W', ChannelRequest.Page => 'H', ChannelRequest.Probe => 'P', _ => 'T' }] = fault;
            }

            return may;
        }

        private Task<string?> Answer(string line, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = line.Split(' ');
            var verb = words[0] is "Retire" or "Cancel" or "Transfer" ? 'T' : words[0][0];
            var fault = _next.Remove(verb, out var next) ? next : (ChannelFault?)null;
            var answer = verb switch { 'P' => "WELL", 'W' => Told(line, _units.Where(u => fault == ChannelFault.IgnoredFilter || u.Range.Overlaps(Range(words[1])))), 'H' => Told(line, _units.Where(u => fault == ChannelFault.IgnoredFilter || (u.Account == words[1] && u.State == "held"))), _ => Do(words, fault) };
            return Task.FromResult(fault switch
            {
                ChannelFault.Throttled => "BUSY",
                ChannelFault.DroppedBeforeActing or ChannelFault.DroppedAfterActing => null,
                ChannelFault.Html or ChannelFault.HtmlAfterActing => "<!doctype html>",
                ChannelFault.Truncated => answer[..(answer.Length / 2)],
                ChannelFault.OtherAnswer => "DONE another 1-2",
                ChannelFault.Clamped => answer[..answer.LastIndexOf('|')],
                _ => answer,
            });
        }

        private string Do(string[] words, ChannelFault? fault)
        {
            var (key, range, from) = (words[1], Range(words[2]), words[3]);
            if (fault is ChannelFault.Throttled or ChannelFault.DroppedBeforeActing or ChannelFault.Html or ChannelFault.OtherAnswer or ChannelFault.Pending or ChannelFault.ErrorInOk)
            {
                return fault == ChannelFault.ErrorInOk ? "FORBIDDEN " + key : "LATER " + key + " 17";
            }

            var at = _units.FindIndex(u => u.Range == range && u.State == "held" && u.Account == from);
            if (at >= 0)
            {
                _units[at] = (range, words[0] switch { "Retire" => "retired", "Cancel" => "cancelled", _ => "held" }, words.Length > 4 && words[4].Length > 0 ? words[4] : from, key);
            }

            return at < 0 || fault == ChannelFault.Doubled ? "NOT-THERE" : fault == ChannelFault.UnexplainedErrorInOk ? "E-4711" : $"DONE {key} {range}";
        }

        private static string Told(string line, IEnumerable<(BlockRange Range, string State, string Account, string Key)> units)
        {
            var rows = units.Select(u => $"{u.Range} {u.State} {u.Account} {u.Key}".TrimEnd()).ToList();
            return string.Join('|', [line, rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), .. rows]);
        }

        private static BlockRange Range(string text) => text.Split('-') is [var start, var end] ? new BlockRange(BlockNumber.Parse(start), BlockNumber.Parse(end)) : new BlockRange(BlockNumber.Parse(text), BlockNumber.Parse(text));
    }
}
