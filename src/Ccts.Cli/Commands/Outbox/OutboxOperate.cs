using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Outbox;

/// <summary>
/// <c>ccts outbox retry</c>, <c>resolve</c>, <c>cancel</c> and <c>settle</c>: what an operator decides while no host has the ledger open. The decision is
/// journaled with the operator's name; the host carries it out when it starts.
/// </summary>
internal static class OutboxOperate
{
    private const int MostDays = 3650;

    // Says nothing about a registry: it counts only where nothing was sent, or where an operator overrides the settling time.
    private static readonly Duration OneDay = Duration.FromDays(1);

    internal static Command Retry() => Create("retry", "Have a parked instruction tried again; one that may have taken effect is asked about first.", [], (_, machine, record, by, reason, at) => machine.Retry(record, by, reason, at));

    internal static Command Cancel() => Create("cancel", "Give an instruction up: at once when it was never sent, else as soon as it is certain that it took no effect.", [], (_, machine, record, by, reason, at) => machine.Cancel(record, by, reason, at));

    internal static Command Settle() => Create("settle", "End an outcome that the ledger refuses for good: you have put the ledger right by hand, or nothing is left for it to do.", [], (_, machine, record, by, reason, at) => machine.SettleByHand(record, by, reason, at));

    internal static Command Resolve()
    {
        var done = new Option<string>("--done") { Description = "The numbers on which it took effect, as the registry itself shows them: all, none, or ranges such as 1-5,9.", Required = true };
        var settling = new Option<string?>("--settling")
        {
            Description = "How long the registry may take to act, e.g. PT48H; where the host that sent it has not kept that with it, and never less than it has. Needed when a transfer took effect: until then nothing brings the numbers back. And when something that was sent is given up: that waits so long after it was sent.",
        };
        var early = new Option<bool>("--before-settled") { Description = "Give the rest up although the registry may still act on it; journaled. Its units are then claimed and perhaps gone." };
        return Create("resolve", "End a doubt by what you have seen at the registry. What is not done is given up.", [done, settling, early], (parsed, machine, record, by, reason, at) =>
        {
            var numbers = Numbers(parsed.GetValue(done)!, record);
            var kept = record.Attempt?.Settling;
            if (parsed.GetValue(settling) is { } stated && Settling(stated) < kept)
            {
                throw Bad($"--settling {stated} is shorter than the {kept.Value.TotalHours:0.##} hours under which the host sent it.", "at least that, or none: then that counts");
            }

            var isStated = kept is not null || parsed.GetValue(settling) is not null;
            if (record.Instruction?.Kind == InstructionKind.Transfer && !numbers.IsEmpty && !isStated)
            {
                throw Bad("A transfer took effect, and how long the registry may take to act is not stated.", "--settling with a duration such as PT48H");
            }

            var isGivenUp = record.Instruction is { } i && !BlockSet.Of(i.Units.Range).Subtract(numbers).IsEmpty && record.Attempt is not null && (record.IsInDoubt || record.State == InstructionState.Partial);
            if (isGivenUp && !isStated && !parsed.GetValue(early))
            {
                throw Bad("What was sent is given up, and how long the registry may take to act on it is not stated.", "--settling with a duration such as PT48H, or --before-settled");
            }

            return machine.Resolve(record, numbers, by, parsed.GetValue(settling) is { } told ? $"{reason} (settling time stated: {told})" : reason, at, parsed.GetValue(early));
        }, settling);
    }

    private static Command Create(
        string name, string description, Option[] more, Func<ParseResult, OutboxMachine, OutboxRecord, string, string, Instant, OutboxStep> decide, Option<string?>? settling = null)
    {
        var (ledger, key, json) = (OutboxCommands.LedgerArgument(), OutboxCommands.KeyArgument(), OutboxCommands.JsonOption());
        var by = new Option<string>("--by") { Description = "Who decides; it is journaled.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why, and how it is known; it is journaled.", Required = true };
        var command = new Command(name, description + " Exit code 1 when that would be unsafe or means nothing.") { ledger, key, by, reason, json };
        foreach (var option in more)
        {
            command.Add(option);
        }

        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (path, wanted) = (parsed.GetValue(ledger)!, parsed.GetValue(key)!);
            var (who, why) = (Word(parsed.GetValue(by), "--by", "who decides"), Word(parsed.GetValue(reason), "--reason", "why, and how it is known"));
            var stated = settling is not null && parsed.GetValue(settling) is { } text ? Settling(text) : (Duration?)null;
            using (var stored = new LedgerOutbox(path))
            {
                if (stored.Find(wanted) is null)
                {
                    return OutboxShow.Unknown(wanted, stored, parsed.GetValue(json));
                }
            }

            using var owned = new OwnedOutbox(path, "ccts outbox " + name);
            var (outbox, lease) = (owned.Outbox, owned.Lease);
            try
            {
                // The process that was sending it or asking about it has lost the outbox to us, or has ended.
                using var reading = new LedgerOutbox(path);
                var (record, at) = (reading.Find(wanted)!, SystemClock.Instance.GetCurrentInstant());
                var machine = new OutboxMachine(new OutboxPolicy(stated ?? record.Attempt?.Settling ?? OneDay), "ccts outbox " + name, lease.Epoch);
                var takenUp = machine.TakeUp(record, Duration.Zero, at);
                var step = decide(parsed, machine, takenUp?.Next ?? record, who, why, at);
                foreach (var next in new[] { takenUp, step }.OfType<OutboxStep>())
                {
                    outbox.WriteAsync(lease, [OutboxText.ToWrite(next)]).GetAwaiter().GetResult();
                }

                Tell(step.Next, parsed.GetValue(json));
                return ExitCode.Yes;
            }
            catch (OperatorRefusedException no)
            {
                return OutboxShow.No(new Problem("refused", Severity.Error, no.Message, default), parsed.GetValue(json));
            }
        }));
        return command;
    }

    private static void Tell(OutboxRecord record, bool json)
    {
        if (json)
        {
            JsonOutput.Write(OutboxJson.Of(record));
        }
        else
        {
            Terminal.Out.Line(Spectre.Console.Markup.Escape($"{record.Key} is {OutboxShow.Standing(record)}. The host goes on with it when it starts."));
            if (record is { State: InstructionState.Cancelled, Instruction: null } && !record.Faults.Contains("key-reused", StringComparer.Ordinal))
            {
                Terminal.Out.Line("Its text cannot be read, so the outbox does not know what it reserved: release that in the ledger by hand.");
            }
        }
    }

    private static string Word(string? text, string option, string expected) => string.IsNullOrWhiteSpace(text) ? throw Bad($"{option} is blank.", expected) : text;

    private static Duration Settling(string text) =>
        PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Years: 0, Months: 0, Days: >= 0 and <= MostDays } period } && period.ToDuration() is var time && time >= Duration.FromMinutes(1) ? time
        : throw Bad($"--settling \"{text}\" cannot be read.", $"an ISO 8601 duration of a minute to {MostDays} days, such as PT48H");

    private static BlockSet Numbers(string text, OutboxRecord record) => text switch
    {
        "none" => BlockSet.Empty,
        "all" => record.Instruction is { } i ? BlockSet.Of(i.Units.Range) : BlockSet.Empty,
        _ when IsGrouped(text, record) => throw Bad($"--done \"{text}\" is one number or range with a sign between its thousands, or several.", "numbers without such signs; of several each as a range, such as 1-1,200-200"),
        _ => Once([.. text.Split(',').Select(part => Range(part) ?? throw Bad($"--done \"{part}\" cannot be read.", "all, none, or ranges such as 1-5,9"))], text),
    };

    // What is left out is given up for good; "1-5,3-7" may have been meant as "1-5,8-9".
    private static BlockSet Once(List<BlockRange> ranges, string text) =>
        BlockSet.FromRanges(ranges) is var set && set.Ranges.Sum(r => r.Count.ToDecimal()) == ranges.Sum(r => r.Count.ToDecimal()) ? set : throw Bad($"--done \"{text}\" has a number twice.", "each number once, such as 1-5,9");

    // "1,200" must not give up all but the numbers 1 and 200 where 1200 was meant.
    private static bool IsGrouped(string text, OutboxRecord record)
    {
        var joined = string.Concat(text.Where((c, i) => c != ',' || i == 0 || !char.IsAsciiDigit(text[i - 1]) || text.Skip(i + 1).TakeWhile(char.IsAsciiDigit).Count() != 3));
        return joined.Length < text.Length && joined.Split(',').All(part => Range(part) is { } range && record.Instruction?.Units.Range.Contains(range) == true);
    }

    private static BlockRange? Range(string text)
    {
        var bounds = text.Trim().Split('-');
        return bounds.Length is 1 or 2 && BlockNumber.TryParse(bounds[0], out var start) && BlockNumber.TryParse(bounds[^1], out var end) && start <= end ? new BlockRange(start, end) : null;
    }
}
