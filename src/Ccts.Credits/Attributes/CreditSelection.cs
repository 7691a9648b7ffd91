using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Attributes;

/// <summary>A run of units that an account holds, with its attributes.</summary>
/// <param name="Units">The run.</param>
/// <param name="Place">Its shadow account within the account.</param>
/// <param name="Attributes">Its known attributes, or null.</param>
public sealed record CreditHolding(Parcel Units, ShadowAccount Place, CreditAttributes? Attributes);

/// <summary>The holdings of an account that a filter selects.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Found">The selected holdings, oldest vintage first, then in the order of the account.</param>
/// <param name="NotKnown">Holdings that might match if more were known of them. They never count as found.</param>
public sealed record CreditSelection(IReadOnlyList<CreditHolding> Found, IReadOnlyList<CreditHolding> NotKnown)
{
    /// <summary>How many tonnes are found.</summary>
    public long Tonnes => Found.Sum(f => f.Units.Tonnes);

    /// <summary>Selects holdings of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="credits">What is known of units.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="kind">Only of this kind, or null for any.</param>
    /// <param name="place">The shadow account.</param>
    public static CreditSelection Of(AccountView account, CreditBook credits, CreditFilter filter, string? kind = null, ShadowAccount place = ShadowAccount.Free)
    {
        Require.NotNull(filter);
        var (found, unknown) = (new List<CreditHolding>(), new List<CreditHolding>());
        foreach (var holding in Require.NotNull(account).Holdings.Where(h => h.Place == place && (kind is null || h.Units.Lot.Kind == kind)))
        {
            foreach (var piece in Require.NotNull(credits).Find(holding.Units.Block))
            {
                var admits = filter.Admits(holding.Units.Lot, piece.Attributes);
                if (admits != false)
                {
                    (admits == true ? found : unknown).Add(new CreditHolding(holding.Units with { Range = piece.Units.Range }, place, piece.Attributes));
                }
            }
        }

        return new CreditSelection([.. found.OrderBy(f => f.Units.Lot.Vintage)], [.. unknown.OrderBy(f => f.Units.Lot.Vintage)]);
    }

    /// <summary>The first tonnes found, as blocks for a command; null where there are not that many.</summary>
    /// <param name="tonnes">How many; above zero.</param>
    public ChosenUnits? Take(long tonnes)
    {
        if (tonnes <= 0 || tonnes > Tonnes)
        {
            return null;
        }

        var blocks = new List<SerialBlock>();
        foreach (var run in Found)
        {
            var here = Math.Min(tonnes, run.Units.Tonnes);
            blocks.Add(run.Units.Block.With(new BlockRange(run.Units.Range.Start, run.Units.Range.Start + (BlockNumber)(ulong)(here - 1))));
            tonnes -= here;
            if (tonnes == 0)
            {
                break;
            }
        }

        return new ChosenUnits(blocks) { From = Found[0].Place };
    }
}
