using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Template;

/// <summary>The test of the kit: a channel that tells one thing wrongly, and is right in all else, does not pass it.</summary>
public sealed class LyingChannelTests
{
    private static readonly Dictionary<string, Func<Lie>> Lies = new(StringComparer.Ordinal)
    {
        ["a yes for whatever it does not understand"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Unknown ? ChannelOutcome.Confirmed() : told },
        ["a no for whatever it does not understand"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Unknown ? ChannelOutcome.Rejected("error", "x") : told },
        ["not taken for whatever it does not understand"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Unknown ? ChannelOutcome.NotTaken("error", "x") : told },
        ["accepted for whatever it does not understand"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Unknown ? ChannelOutcome.Pending("pending", "x") : told },
        ["half of it for whatever it does not understand"] = () => new Lie { Sent = (i, told) => told.Kind == OutcomeKind.Unknown ? ChannelOutcome.Partial(BlockSet.Of(i.Units.Range.Split(i.Units.Range.Start + BlockNumber.One).First), "half", "x") : told },
        ["a yes for what waits"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Pending ? ChannelOutcome.Confirmed() : told },
        ["a no for numbers that are not there any more"] = () => new Lie { Sent = (_, told) => told.Code == ChannelOutcome.UnitsElsewhere("x").Code ? ChannelOutcome.Rejected("not-there", "x") : told },
        ["nothing for a certain no"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Rejected && !told.MayBeSentAgain ? ChannelOutcome.Unknown("x", "x") : told },
        ["nothing, ever"] = () => new Lie { Sent = (_, _) => ChannelOutcome.Unknown("x", "x") },
        ["a secret in a reason"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Unknown ? ChannelOutcome.Unknown("x", "the token is hush-hush") : told },
        ["an exception for a lost answer"] = () => new Lie { Sent = (_, told) => told.Kind == OutcomeKind.Unknown ? throw new InvalidOperationException("x") : told },
        ["the same twice"] = () => new Lie { SendsTwice = true },
        ["an instruction without its beneficiary and purpose"] = () => new Lie { Altered = i => i with { Beneficiary = null, Purpose = null } },
        ["an instruction without its scope"] = () => new Lie { Altered = i => i with { Units = new SerialBlock(i.Units.Registry, "", i.Units.Range) } },
        ["a key that is read as words"] = () => new Lie { Altered = AsWords },
        ["nothing of a call that is cancelled"] = () => new Lie { HeedsNothing = true },
        ["a question that is the instruction once more"] = () => new Lie { AsksBySending = true },
        ["numbers as done that nobody knows"] = () => new Lie { Asked = (i, told) => told.Value is null ? Parts(new UnitsPart(i.Units.Range, UnitState.Retired)) : told },
        ["numbers as left alone that are done"] = () => new Lie { Asked = (i, told) => told.Value is null ? told : Parts(new UnitsPart(i.Units.Range, UnitState.Held, i.FromAccount)) },
        ["numbers as somebody else's"] = () => new Lie { Asked = (i, _) => Parts(new UnitsPart(i.Units.Range, UnitState.Held, "somebody")) },
        ["no answer to a question, ever"] = () => new Lie { Asked = (_, _) => RegistryOutcome.Unknown<UnitsAnswer>("x", "x") },
        ["a no for a question that fails"] = () => new Lie { Asked = (_, told) => told.IsUnknown ? RegistryOutcome.Rejected<UnitsAnswer>("x", "x") : told },
        ["numbers beside those asked for"] = () => new Lie { Asked = (_, told) => told.Value is { } value ? Parts([.. value.Parts, new UnitsPart(new BlockRange(900, 901), UnitState.Held, "mill")]) : told },
        ["a status of done for what was never sent"] = () => new Lie { Asked = (_, _) => RegistryOutcome.Confirmed(new UnitsAnswer([]) { Status = ChannelOutcome.Confirmed() }) },
        ["a status of refused for what was never sent"] = () => new Lie { Asked = (_, told) => told.Value is { } value ? RegistryOutcome.Confirmed(value with { Status = ChannelOutcome.Rejected("not-found", "x") }) : told },
        ["a status of accepted for what was never sent"] = () => new Lie { Asked = (_, told) => told.Value is { } value ? RegistryOutcome.Confirmed(value with { Status = ChannelOutcome.Pending("pending", "x") }) : told },
        ["well, whatever is the matter"] = () => new Lie { Probed = _ => ChannelOutcome.Confirmed() },
        ["unwell, although it answers"] = () => new Lie { Probed = _ => ChannelOutcome.Unknown("x", "x") },
        ["no word of a row that cannot be read"] = () => new Lie { Read = rows => rows.Where(r => r.Problem is null) },
        ["one row less"] = () => new Lie { Read = rows => rows.Skip(1) },
        ["one row twice and another never"] = () => new Lie { Read = rows => rows.Select((r, i) => i == 1 ? rows[0] : r) },
        ["rows of another registry"] = () => new Lie { Read = rows => rows.Select(r => r.Entry is { } entry ? new ExportRow(entry with { Registry = "nobody" }, null) : r) },
    };

    public static TheoryData<string> Names => [.. Lies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_channel_that_tells(string lie)
    {
        var broken = new List<string>();
        foreach (var @case in ChannelContract.Cases)
        {
            try
            {
                await @case.RunAsync(() => Task.FromResult<ChannelFixture>(new LyingFixture(Lies[lie]())));
            }
            catch (Exception told) when (told is ChannelContractBrokenException or InvalidOperationException)
            {
                broken.Add(@case.Name);
            }
        }

        Assert.NotEmpty(broken);
    }

    /// <summary>Most fixtures cannot make a registry silent; a call that was cancelled before it began shows the same fault with any of them.</summary>
    [Fact]
    public async Task A_channel_that_sends_what_was_cancelled_before_is_noticed_without_a_silent_registry()
    {
        var @case = ChannelContract.Cases.Single(c => c.Name == "A call that is cancelled before it begins sends nothing");
        await Assert.ThrowsAsync<ChannelContractBrokenException>(() => @case.RunAsync(() => Task.FromResult<ChannelFixture>(new LyingFixture(new Lie { HeedsNothing = true }))));
    }

    [Fact]
    public async Task A_channel_that_tells_nothing_wrongly_passes()
    {
        foreach (var @case in ChannelContract.Cases)
        {
            await @case.RunAsync(() => Task.FromResult<ChannelFixture>(new LyingFixture(new Lie())));
        }
    }

    // As a registry reads a line of text whose words are not kept apart.
    private static UnitInstruction AsWords(UnitInstruction instruction) =>
        instruction.Key.Split(' ') is [var key, var range, var account] && range.Split('-') is [var start, var end]
            ? instruction with { Key = key, Units = instruction.Units.With(new BlockRange(BlockNumber.Parse(start), BlockNumber.Parse(end))), FromAccount = account } : instruction;

    private static RegistryOutcome<UnitsAnswer> Parts(params UnitsPart[] parts) => RegistryOutcome.Confirmed(new UnitsAnswer(parts));

    /// <summary>What is told in place of the truth.</summary>
    private sealed record Lie
    {
        internal Func<UnitInstruction, ChannelOutcome, ChannelOutcome> Sent { get; init; } = (_, told) => told;

        internal Func<UnitInstruction, RegistryOutcome<UnitsAnswer>, RegistryOutcome<UnitsAnswer>> Asked { get; init; } = (_, told) => told;

        internal Func<ChannelOutcome, ChannelOutcome> Probed { get; init; } = told => told;

        internal Func<List<ExportRow>, IEnumerable<ExportRow>> Read { get; init; } = rows => rows;

        internal Func<UnitInstruction, UnitInstruction> Altered { get; init; } = i => i;

        internal bool HeedsNothing { get; init; }

        internal bool SendsTwice { get; init; }

        internal bool AsksBySending { get; init; }
    }

    /// <summary>The registry of the template, and the channel that lies about it.</summary>
    private sealed class LyingFixture : ChannelFixture
    {
        private readonly WoodlandFixture _truth = new();

        internal LyingFixture(Lie lie) => Channel = new LyingChannel(_truth.Channel, lie);

        public override IRegistryChannel Channel { get; }

        public override IReadOnlyList<string> Secrets => ["hush-hush"];

        public override decimal Held => _truth.Held;

        public override UnitInstruction? NewInstruction(InstructionKind kind) => _truth.NewInstruction(kind);

        public override BlockSet EffectOf(UnitInstruction instruction) => _truth.EffectOf(instruction);

        public override int Requests(ChannelRequest request) => request == ChannelRequest.Instruction ? _truth.Instructions : -1;

        public override string? Received => _truth.Received;

        public override bool TryScript(ChannelRequest request, ChannelFault fault) => _truth.TryScript(request, fault);

        protected override async ValueTask DisposeCoreAsync()
        {
            await _truth.DisposeAsync();
            await base.DisposeCoreAsync();
        }
    }

    private sealed class LyingChannel(IRegistryChannel truth, Lie lie) : IRegistryChannel
    {
        public string Registry => truth.Registry;

        public RegistryTraits Traits => truth.Traits;

        public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
        {
            if (lie.SendsTwice)
            {
                await truth.SendAsync(instruction, cancellationToken);
            }

            return lie.Sent(instruction, await truth.SendAsync(lie.Altered(instruction), lie.HeedsNothing ? default : cancellationToken));
        }

        public async Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
        {
            if (lie.AsksBySending)
            {
                await truth.SendAsync(instruction, cancellationToken);
            }

            return lie.Asked(instruction, await truth.AskAsync(instruction, reference, cancellationToken));
        }

        public async Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => lie.Probed(await truth.ProbeAsync(cancellationToken));

        public async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var rows = new List<ExportRow>();
            await foreach (var row in truth.ReadHoldingsAsync(cancellationToken))
            {
                rows.Add(row);
            }

            foreach (var row in lie.Read(rows))
            {
                yield return row;
            }
        }
    }
}
