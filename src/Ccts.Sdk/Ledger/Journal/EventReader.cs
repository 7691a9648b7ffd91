using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// Reads one entry. An unknown member is an error: ignoring it could lose a tonne. A fact that a later version adds has a
/// higher version number, and absent members of older versions keep their meaning.
/// </summary>
internal sealed class EventReader
{
    internal static readonly Dictionary<string, ShadowAccount> Places = Words<ShadowAccount>(ShadowAccounts.Words);
    internal static readonly Dictionary<string, MoveCause> Causes = Words<MoveCause>(MoveCauses.Words);
    internal static readonly Dictionary<string, EntryOrigin> Origins = Words<EntryOrigin>(EventWriter.Origins);
    internal static readonly Dictionary<string, ReservationPurpose> Purposes = Words<ReservationPurpose>(EventWriter.Purposes);
    private static readonly Dictionary<string, RefusalCode> Codes = Words<RefusalCode>(RefusalText.All);

    private readonly ObjectReader _entry;
    private readonly ProblemList _problems;
    private readonly Dictionary<UnitLot, UnitLot> _lots;
    private EntryVersion _version;

    internal EventReader(LocatedNode root, ProblemList problems, Dictionary<UnitLot, UnitLot> lots)
    {
        _entry = new ObjectReader(root, problems);
        _problems = problems;
        _lots = lots;
    }

    /// <summary>The registry intents of the entry read.</summary>
    internal IReadOnlyList<RegistryIntent> Intents { get; private set; } = [];

    /// <summary>The entry, or null with the reasons among the problems.</summary>
    internal JournalEntry? Read()
    {
        var version = _entry.Integer("v");
        if (version is < 1 or > EventWriter.Version)
        {
            _problems.Error("journal-newer", _entry.Node.Place, $"The entry has version {version}.", $"1 to {EventWriter.Version}", "Read it with a newer version of this library.");
            return null;
        }

        var position = LedgerJson.Long(_entry, "n", required: true);
        var at = _entry.Value<Instant>("at", LedgerJson.TryInstant);
        var key = _entry.Text("key");
        var print = _entry.Value<ulong>("print", TryPrint);
        _version = (EntryVersion)(version ?? EventWriter.FirstVersion);
        var happened = ReadEvent(_entry.Text("event"));
        Intents = _version >= EntryVersion.Instructing ? ReadIntents() : [];
        _entry.Done();
        return _problems.HasErrors || happened is null || position is not { } n
            ? null
            : new JournalEntry(n, at!.Value, key!, print!.Value, happened);
    }

    private List<RegistryIntent> ReadIntents() => _entry.OptionalList("intents").Select(item =>
    {
        var from = new ObjectReader(item, _problems);
        var intent = new RegistryIntent(from.Text("key") ?? "", from.Text("registry") ?? "", from.Text("payload") ?? "");
        from.Done();
        return intent;
    }).ToList();

    private LedgerEvent? ReadEvent(string? name)
    {
        switch (name)
        {
            case "units-entered":
                var entered = new UnitsEntered(Account(), One("units"), _entry.Choice("into", Places) ?? default, _entry.Choice("origin", Origins) ?? default, _entry.OptionalText("source"));
                return entered;
            case "units-reserved":
                return new UnitsReserved(Account(), _entry.Text("reservation")!, _entry.Choice("purpose", Purposes) ?? default, _entry.Choice("from", Places) ?? default, Units("units"), _entry.OptionalValue<Instant>("until", LedgerJson.TryInstant));
            case "units-released":
                return new UnitsReleased(Account(), _entry.Text("reservation")!, Units("units"));
            case "units-moved":
                return new UnitsMoved(
                    _entry.Choice("cause", Causes) ?? default, Account(), _entry.Choice("from", Places) ?? default, _entry.OptionalText("reservation"), Units("units"),
                    _entry.Text("to-account")!, _entry.Choice("to", Places) ?? default, _entry.OptionalText("remark"), _entry.OptionalInteger("compliance-year"));
            case "units-converted":
                return new UnitsConverted(Account(), _entry.Choice("from", Places) ?? default, _entry.OptionalText("reservation"), Units("units"), One("into"));
            case "account-frozen":
                return new AccountFrozen(Account(), Flag("frozen"), _entry.Text("reason")!);
            case "business-paused":
                return new BusinessPaused(_entry.OptionalText("registry"), Flag("paused"), _entry.Text("reason")!, _version >= EntryVersion.Holding ? _entry.OptionalText("holder") : null);
            case "keys-forgotten" when _version >= EntryVersion.Forgetting:
                return new KeysForgotten(_entry.Value<Instant>("before", LedgerJson.TryInstant) ?? default);
            case "command-refused":
                return Refused();
            case null:
                return null;
            default:
                _problems.Error("unknown-word", _entry.Node.Place, $"There is no event \"{ShownText.Short(name)}\" in version {(int)_version}.", "an event of this version", "Read it with a newer version of this library.");
                return null;
        }
    }

    private CommandRefused Refused()
    {
        var no = new Refusal(_entry.Choice("code", Codes) ?? default)
        {
            Account = _entry.OptionalText("account"),
            Subject = _entry.OptionalText("subject"),
            Asked = LedgerJson.Long(_entry, "asked", required: false),
            Available = LedgerJson.Long(_entry, "available", required: false),
            Place = _entry.Choice("place", Places, required: false),
            Until = _entry.OptionalDate("until"),
            Block = _entry.OptionalObject("block") is { } block ? LedgerJson.Block(block) : null,
        };
        return new CommandRefused(no, Flag("breach"), _entry.OptionalDate("barred-until"));
    }

    private string Account() => _entry.Text("account")!;

    private bool Flag(string key)
    {
        var flag = _entry.OptionalFlag(key);
        if (flag is null)
        {
            _problems.Error("missing-key", _entry.Node.Place, $"\"{key}\" is missing.", "true or false");
        }

        return flag ?? false;
    }

    private Parcel One(string key)
    {
        var units = Units(key);
        if (units.Count != 1)
        {
            _problems.Error("bad-value", _entry.Node.Place, $"\"{key}\" holds {units.Count} runs.", "exactly one");
        }

        return units.Count > 0 ? units[0] : default;
    }

    private List<Parcel> Units(string key) => _entry.List(key).Select(item => LedgerJson.Parcel(new ObjectReader(item, _problems), _lots, isDated: _version >= EntryVersion.Dated)).ToList();

    private static bool TryPrint(string text, out ulong value, out string? reason)
    {
        reason = "16 hexadecimal digits";
        value = 0;
        return text.Length == 16 && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static Dictionary<string, T> Words<T>(IReadOnlyList<string> words)
        where T : struct, Enum
    {
        var table = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            table.Add(words[i], (T)Enum.ToObject(typeof(T), i));
        }

        return table;
    }
}
