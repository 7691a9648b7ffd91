using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Reads commands as text, one JSON object a line. Strict: anything not understood is an error with its place.</summary>
public sealed class CommandReader
{
    private static readonly string[] Names = ["issue", "receive", "reserve", "release", "freeze", "pause", "forget-keys", .. MoveCauses.Words];

    private readonly string? _file;
    private readonly ProblemList _problems;
    private readonly Dictionary<UnitLot, UnitLot> _lots = [];

    /// <summary>Begins a file.</summary>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public CommandReader(string? file, ProblemList problems)
    {
        _file = file;
        _problems = problems;
    }

    /// <summary>The command of a line, or null with the reasons among the problems.</summary>
    public LedgerCommand? Read(string line, int number)
    {
        Require.NotNull(line);
        var found = new ProblemList();
        var root = LocatedJson.Read(Encoding.UTF8.GetBytes(line), _file, found);
        var command = root is null ? null : Read(new ObjectReader(root, found), found);
        foreach (var problem in found.ToList())
        {
            _problems.Add(problem with { Place = problem.Place with { Line = number } });
        }

        return found.HasErrors ? null : command;
    }

    private LedgerCommand? Read(ObjectReader from, ProblemList problems)
    {
        var name = from.Text("command");
        if (name is not null && !Names.Contains(name, StringComparer.Ordinal))
        {
            problems.Error("unknown-word", from.Node.Place, $"\"{ShownText.Short(name)}\" is not a command.", string.Join(", ", Names), Nearest.Hint(name, Names));
        }

        if (problems.HasErrors)
        {
            return null;
        }

        var key = from.Text("key") ?? "";
        var at = from.Value<Instant>("at", LedgerJson.TryInstant) ?? default;
        var account = name is "pause" or "forget-keys" ? "" : from.Text("account") ?? "";
        var command = Read(name!, from, key, at, account);
        from.Done();
        return command;
    }

    private LedgerCommand Read(string name, ObjectReader from, string key, Instant at, string account)
    {
        var free = ShadowAccount.Free;
        return name switch
        {
            "issue" => new IssueUnits(key, at, account, Units(from, "units")) { Into = Place(from, "into") ?? free },
            "receive" => new ReceiveUnits(key, at, account, Units(from, "units"), from.OptionalText("source")) { Into = Place(from, "into") ?? free },
            "reserve" => new ReserveUnits(
                key, at, account, from.Text("reservation") ?? "", Take(from), from.Choice("purpose", EventReader.Purposes) ?? default, from.OptionalValue<Instant>("until", LedgerJson.TryInstant)),
            "release" => new ReleaseUnits(key, at, account, from.Text("reservation") ?? "", LedgerJson.Long(from, "tonnes", required: false)) { Blocks = Blocks(from) },
            "freeze" => new FreezeAccount(key, at, account, from.OptionalFlag("frozen") ?? true, from.Text("reason") ?? ""),
            "pause" => new PauseBusiness(key, at, from.OptionalText("registry"), from.OptionalFlag("paused") ?? true, from.Text("reason") ?? "") { Holder = from.OptionalText("holder") },
            "forget-keys" => new ForgetKeys(key, at, from.Value<Instant>("before", LedgerJson.TryInstant) ?? default),
            "transfer" => new TransferUnits(key, at, account, from.Text("to") ?? "", Take(from)) { Into = Place(from, "into") ?? free },
            "surrender" => new SurrenderUnits(key, at, account, from.Integer("compliance-year") ?? 0, Take(from)),
            "bank" => new BankUnits(key, at, account, Take(from)),
            "assign" => new AssignUnits(key, at, account, Take(from), from.Choice("to", EventReader.Places) ?? free, from.OptionalText("reason")),
            "retire" => new RetireUnits(key, at, account, Take(from), from.OptionalText("beneficiary")),
            "expire" => new ExpireUnits(key, at, account, Take(from)),
            "cancel" => new CancelUnits(key, at, account, Take(from), from.Text("reason") ?? ""),
            "buffer" => new BufferUnits(key, at, account, Take(from)),
            "reverse" => new ReverseUnits(key, at, account, Take(from), from.Text("reason") ?? ""),
            "claw-back" => new ClawBackUnits(key, at, account, from.Text("to") ?? "", Take(from), from.Text("reason") ?? ""),
            _ => new ConvertUnits(key, at, account, Take(from), Units(from, "into")),
        };
    }

    private Parcel Units(ObjectReader from, string key) => from.Object(key) is { } units ? LedgerJson.Parcel(units, _lots, isDated: true) : default;

    private static List<SerialBlock>? Blocks(ObjectReader from) =>
        from.Optional("blocks")?.Children.Select(b => LedgerJson.Block(new ObjectReader(b, from.Problems))).ToList();

    private static ShadowAccount? Place(ObjectReader from, string key) => from.Choice(key, EventReader.Places, required: false);

    private static UnitSelection Take(ObjectReader command)
    {
        if (command.Object("take") is not { } from)
        {
            return new ReservedUnits("");
        }

        UnitSelection selection;
        if (from.OptionalText("reservation") is { } reservation)
        {
            selection = new ReservedUnits(reservation, LedgerJson.Long(from, "tonnes", required: false)) { Blocks = Blocks(from) };
        }
        else if (Blocks(from) is { } blocks)
        {
            selection = new ChosenUnits(blocks)
            {
                From = Place(from, "from") ?? ShadowAccount.Free,
            };
        }
        else
        {
            selection = new OldestUnits(UnitKind.Read(from.Text("kind") ?? ""), LedgerJson.Long(from, "tonnes", required: true) ?? 0)
            {
                Registry = from.OptionalText("registry"),
                Vintage = from.OptionalInteger("vintage"),
                From = Place(from, "from") ?? ShadowAccount.Free,
            };
        }

        from.Done();
        return selection;
    }
}
