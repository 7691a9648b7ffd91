using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Example.Woodland;

/// <summary>A registry that is spoken to in lines of text. The line is sent once; null is an answer that never came.</summary>
public sealed class WoodlandChannel(RegistryTraits traits, string account, Func<string, CancellationToken, Task<string?>> sendLine) : IRegistryChannel
{
    public string Registry => "woodland";

    public RegistryTraits Traits => traits;

    public async Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        // 1. What cannot be sent is refused before anything leaves; a refusal here is certain.
        if (Fault(instruction) is { } fault)
        {
            return ChannelOutcome.Rejected("not-sendable", fault);
        }

        // 2. One request a call, with the host's key, and the numbers: never "n tonnes".
        var answer = await sendLine($"{instruction.Kind} {instruction.Key} {instruction.Units.Range} {instruction.FromAccount} {instruction.ToAccount}", cancellationToken);

        // 3. A yes names this instruction and all of its numbers. A no is a word that is known to mean "nothing was done, whatever the units' place". Everything else is unknown.
        return answer?.Split(' ') switch
        {
            ["DONE", var key, var range] when key == instruction.Key && range == instruction.Units.Range.ToString() => ChannelOutcome.Confirmed(),
            ["LATER", var key, var number] when key == instruction.Key => ChannelOutcome.Pending("pending", "It waits for a second person.", number),
            ["BUSY"] => ChannelOutcome.Throttled(null),
            ["FORBIDDEN", var key] when key == instruction.Key => ChannelOutcome.Rejected("forbidden", "The account may not do that."),
            ["NOT-THERE", ..] => ChannelOutcome.UnitsElsewhere("The units are not in the account; that may be this instruction's own doing."),
            _ => ChannelOutcome.Unknown("no-word", "The answer does not say what became of it."),
        };
    }

    public async Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
    {
        if (Fault(instruction) is { } fault)
        {
            return RegistryOutcome.Rejected<UnitsAnswer>("not-sendable", fault);
        }

        // 4. Where the numbers are, whoever moved them; what was asked must be echoed, and nothing beside it may come.
        var parts = Parts(await sendLine($"WHERE {instruction.Units.Range}", cancellationToken), $"WHERE {instruction.Units.Range}");
        return parts is null || parts.Any(p => !instruction.Units.Range.Contains(p.Range))
            ? RegistryOutcome.Unknown<UnitsAnswer>("other-answer", "The answer is not about the numbers asked for.")
            : RegistryOutcome.Confirmed(new UnitsAnswer(parts));
    }

    public async Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) =>
        await sendLine("PING", cancellationToken) == "WELL" ? ChannelOutcome.Confirmed() : ChannelOutcome.Unknown("not-well", "The registry does not answer as it should.");

    public async IAsyncEnumerable<ExportRow> ReadHoldingsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // 5. A list whose total does not add up is a row with a problem, never a shorter list.
        cancellationToken.ThrowIfCancellationRequested();
        var parts = Parts(await sendLine($"HOLDINGS {account}", cancellationToken), $"HOLDINGS {account}");
        if (parts is null || parts.Any(p => p.Account != account))
        {
            yield return new ExportRow(null, new Problem("unreadable", Severity.Error, "The holdings cannot be read whole.", default) { Expected = "as many rows as stated, all of the account" });
            yield break;
        }

        foreach (var part in parts.Where(p => p.State == UnitState.Held))
        {
            yield return new ExportRow(new StatementEntry { File = Registry, Line = 1, Registry = Registry, Block = new SerialBlock(Registry, "", part.Range), State = UnitState.Held }, null);
        }
    }

    // A blank in a name would be read as the next word, and what the line has no place for would be dropped without a word: such an instruction is another one there than here.
    private string? Fault(UnitInstruction instruction) => instruction.Fault()
        ?? (instruction.Units.Registry != Registry ? $"The units are of {instruction.Units.Registry}."
            : new[] { instruction.Key, instruction.FromAccount, instruction.ToAccount }.Any(name => name?.IndexOfAny([' ', '|']) >= 0) ? "A key or an account has a blank or a bar in it."
            : instruction.Units.Scope.Length > 0 ? "The registry has no scopes."
            : instruction.Beneficiary is not null || instruction.Purpose is not null ? "The registry takes no beneficiary and no purpose."
            : null);

    // "ECHO|2|1-5 held mill|6-9 retired mill key": the question, the number of rows, and the rows.
    private static List<UnitsPart>? Parts(string? answer, string question)
    {
        var fields = answer?.Split('|') ?? [];
        if (fields.Length < 2 || fields[0] != question || fields[1] != (fields.Length - 2).ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            return null;
        }

        var parts = new List<UnitsPart>();
        foreach (var row in fields.Skip(2).Select(f => f.Split(' ')))
        {
            if (row.Length < 3 || row[0].Split('-') is not [var start, var end] || !BlockNumber.TryParse(start, out var first) || !BlockNumber.TryParse(end, out var last) || last < first)
            {
                return null;
            }

            // A state that is not known is a number that is not seen.
            var state = row[1] switch { "held" => UnitState.Held, "retired" => UnitState.Retired, "cancelled" => UnitState.Cancelled, _ => (UnitState?)null };
            parts.Add(new UnitsPart(new BlockRange(first, last), state, row[2], row.Length > 3 ? row[3] : null));
        }

        return parts;
    }
}
