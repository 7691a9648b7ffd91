using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>Decides one command against a state it only reads.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref partial struct Decider
{
    private readonly LedgerState _state;
    private readonly LedgerPolicy _policy;
    private readonly LedgerCommand _command;

    internal Decider(LedgerState state, LedgerPolicy policy, LedgerCommand command)
    {
        _state = state;
        _policy = policy;
        _command = command;
    }

    internal EventOrRefusal Decide() => _command switch
    {
        IssueUnits issue => Enter(issue.Units, issue.Into, EntryOrigin.Issued, null),
        ReceiveUnits receive => Enter(receive.Units, receive.Into, EntryOrigin.Received, receive.Source),
        ReserveUnits reserve => Reserve(reserve),
        ReleaseUnits release => Release(release),
        ConvertUnits convert => Convert(convert),
        MoveCommand move => Move(move),
        FreezeAccount freeze => Freeze(freeze),
        PauseBusiness pause => new BusinessPaused(pause.Registry, pause.Paused, pause.Reason, pause.Holder),
        ForgetKeys forget => new KeysForgotten(forget.Before),
        _ => throw new System.NotSupportedException(_command.Name),
    };

    private EventOrRefusal Enter(Parcel units, ShadowAccount into, EntryOrigin origin, string? source)
    {
        if (!origin.MayPutInto(into))
        {
            return No(RefusalCode.NoSuchMove) with { Subject = _command.Name, Place = into };
        }

        if ((Pausing(units.Lot.Registry) ?? Doubled(units) ?? Early(units)) is { } no)
        {
            return no;
        }

        return new UnitsEntered(_command.Account, origin == EntryOrigin.Issued ? units with { Lot = Issued(units.Lot) } : units, into, origin, source);
    }

    // An issue that states no day counts as made on the day of its command, unless the units had expired by then.
    private UnitLot Issued(UnitLot lot) => lot.Issued is null && lot.ExpiresOn >= _policy.DayNumberOf(_command.At) ? lot.Dated(_policy.DayOf(_command.At), lot.Expires) : lot;

    /// <summary>Nothing is there before its registry has issued it.</summary>
    private Refusal? Early(Parcel units) => _policy.DayNumberOf(_command.At) < units.Lot.IssuedOn
        ? No(RefusalCode.NotYetIssued) with { Block = units.Block, Until = units.Lot.Issued }
        : null;

    private EventOrRefusal Freeze(FreezeAccount freeze) => _state.FindKnown(freeze.Account) is null
        ? No(RefusalCode.UnknownAccount)
        : new AccountFrozen(freeze.Account, freeze.Frozen, freeze.Reason);

    /// <summary>No block in two places: a number enters its scope once, however registry and scope are spelled.</summary>
    private Refusal? Doubled(Parcel units) => _state.FindEntered(units.Lot, units.Range) is { } twice ? No(RefusalCode.AlreadyInLedger) with { Block = twice } : null;

    private Refusal? Pausing(string registry)
    {
        var pauses = _state.Paused;
        return pauses.AreNone ? null
            : pauses.StopAll ? No(RefusalCode.Paused)
            : pauses.Stop(registry) ? No(RefusalCode.Paused) with { Subject = registry }
            : null;
    }

    private Refusal No(RefusalCode code) => new(code) { Account = _command.Account };
}
