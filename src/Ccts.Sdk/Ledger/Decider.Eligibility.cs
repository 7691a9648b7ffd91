using Ccts.Sdk.Blocks;
using NodaTime.Text;

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
            var refused = UnitValidity.On(lot, rule?.ValidityMonths, _policy.DayNumberOf(_command.At)) switch
            {
                Validity.NotYetIssued => About(RefusalCode.NotYetIssued, lot, range) with { Until = lot.Issued },
                Validity.Over => About(RefusalCode.ValidityOver, lot, range) with { Subject = LocalDatePattern.Iso.Format(UnitValidity.LastDay(lot, rule?.ValidityMonths)!.Value) },
                Validity.NotKnown => About(RefusalCode.IssueDayUnknown, lot, range),
                _ => null,
            };
            if (refused is not null)
            {
                return refused;
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
        var months = rule?.ValidityMonths;
        return UnitValidity.On(lot, months, _policy.DayNumberOf(_command.At)) switch
        {
            Validity.Over => null,
            Validity.NotKnown => About(RefusalCode.IssueDayUnknown, lot, range),
            _ when UnitValidity.LastDay(lot, months) is { } last => About(RefusalCode.StillValid, lot, range) with { Until = last },
            _ => No(RefusalCode.NoValidityRule) with { Subject = lot.Kind },
        };
    }

    private Refusal About(RefusalCode code, UnitLot lot, BlockRange range) =>
        No(code) with { Block = new SerialBlock(lot.Registry, lot.Scope, range) };
}
