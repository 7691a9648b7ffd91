using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <content>What policy says about using a unit.</content>
internal readonly ref partial struct Decider
{
    /// <summary>Why units of a lot may not be used for a move, or null. A null use is a reservation.</summary>
    private Refusal? Unusable(UnitLot lot, BlockRange range, MoveCause? use, int? year)
    {
        var rule = _policy.RuleOf(lot.Kind);
        if (use is null || use.Value.NeedsValidUnits())
        {
            if (rule?.LastDay(lot.Vintage) is { } last && _policy.DayOf(_command.At) > last)
            {
                return About(RefusalCode.ValidityOver, lot, range);
            }
        }

        return use switch
        {
            MoveCause.Surrender => Unsurrenderable(lot, range, rule, year),
            MoveCause.Expire => Unexpirable(lot, range, rule),
            _ => null,
        };
    }

    private Refusal? Unsurrenderable(UnitLot lot, BlockRange range, UnitRule? rule, int? year)
    {
        if (rule is not { MayBeSurrendered: true })
        {
            return No(RefusalCode.KindNotSurrenderable) with { Subject = lot.Kind };
        }

        if (lot.Vintage > year && !_policy.BorrowingPermitted)
        {
            return About(RefusalCode.Borrowing, lot, range);
        }

        return lot.Vintage < rule.OldestVintage ? About(RefusalCode.VintageTooOld, lot, range) : null;
    }

    private Refusal? Unexpirable(UnitLot lot, BlockRange range, UnitRule? rule)
    {
        if (rule?.LastDay(lot.Vintage) is not { } last)
        {
            return No(RefusalCode.NoValidityRule) with { Subject = lot.Kind };
        }

        return _policy.DayOf(_command.At) <= last ? About(RefusalCode.StillValid, lot, range) with { Until = last } : null;
    }

    private Refusal About(RefusalCode code, UnitLot lot, BlockRange range) =>
        No(code) with { Block = new SerialBlock(lot.Registry, lot.Scope, range) };
}
