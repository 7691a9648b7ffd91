using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;
using Example.Woodland;

namespace Ccts.Registry.Channels.Tests.Template;

/// <summary>The registry in this process: a list of runs, and what goes wrong next.</summary>
internal sealed class WoodlandFixture : ChannelFixture
{
    private readonly List<(BlockRange Range, string State, string Account, string Key)> _units = [];
    private readonly Dictionary<char, ChannelFault> _next = [];
    private ulong _last;
    private string? _line;

    internal WoodlandFixture() => Channel = new WoodlandChannel(RegistryTraitsReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Template", "woodland.traits.json"))), "mill", Answer);

    public override IRegistryChannel Channel { get; }

    /// <summary>How many instructions have reached the registry.</summary>
    internal int Instructions { get; private set; }

    public override IReadOnlyList<string> Secrets => [];

    public override string? Received => _line;

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
            or ChannelFault.UnexplainedErrorInOk or ChannelFault.OkWithRemark or ChannelFault.OkWithRemarkAfterActing or ChannelFault.Doubled or ChannelFault.Pending or ChannelFault.Truncated or ChannelFault.OtherAnswer or ChannelFault.Silent
            || (fault is ChannelFault.Clamped or ChannelFault.IgnoredFilter && request is ChannelRequest.Page or ChannelRequest.Question)
            || (fault == ChannelFault.Maintenance && request == ChannelRequest.Probe);
        if (may)
        {
            _next[request switch { ChannelRequest.Question => 'W', ChannelRequest.Page => 'H', ChannelRequest.Probe => 'P', _ => 'T' }] = fault;
        }

        return may;
    }

    private async Task<string?> Answer(string line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = line.Split(' ');
        var verb = words[0] is "Retire" or "Cancel" or "Transfer" ? 'T' : words[0][0];
        Instructions += verb == 'T' ? 1 : 0;
        _line = verb == 'T' ? line : _line;
        var fault = _next.Remove(verb, out var next) ? next : (ChannelFault?)null;
        if (fault == ChannelFault.Silent)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        var answer = verb switch { 'P' => fault == ChannelFault.Maintenance ? "CLOSED" : "WELL", 'W' => Told(line, _units.Where(u => fault == ChannelFault.IgnoredFilter || u.Range.Overlaps(Range(words[1])))), 'H' => Told(line, _units.Where(u => fault == ChannelFault.IgnoredFilter || (u.Account == words[1] && u.State == "held"))), _ => Do(words, fault) };
        return fault switch
        {
            ChannelFault.Throttled => "BUSY",
            ChannelFault.DroppedBeforeActing or ChannelFault.DroppedAfterActing => null,
            ChannelFault.Html or ChannelFault.HtmlAfterActing => "<!doctype html>",
            ChannelFault.Truncated => answer[..(answer.Length / 2)],
            ChannelFault.OtherAnswer => "DONE another 1-2",
            ChannelFault.OkWithRemark or ChannelFault.OkWithRemarkAfterActing => $"DONE {words[1]} {words[2]} but for one",
            ChannelFault.Clamped => answer[..answer.LastIndexOf('|')],
            _ => answer,
        };
    }

    private string Do(string[] words, ChannelFault? fault)
    {
        var (key, range, from) = (words[1], Range(words[2]), words[3]);
        if (fault is ChannelFault.Throttled or ChannelFault.DroppedBeforeActing or ChannelFault.Html or ChannelFault.OtherAnswer or ChannelFault.OkWithRemark or ChannelFault.Pending or ChannelFault.ErrorInOk)
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
