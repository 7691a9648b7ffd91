using System;
using System.Collections.Generic;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>What a period's closing booked for the year's certificates.</summary>
/// <param name="On">The closing day.</param>
/// <param name="Tonnes">Certificates: above zero an asset, below zero an obligation.</param>
/// <param name="Price">INR per certificate at which it was valued; chosen by the host.</param>
public sealed record Accrued(LocalDate On, long Tonnes, Inr Price);

/// <summary>Whether an entry books or undoes.</summary>
public enum AccrualKind
{
    /// <summary>Books the position at this closing.</summary>
    Accrual,

    /// <summary>Reverses the booking of the previous closing in full.</summary>
    Reversal,
}

/// <summary>One entry for the books.</summary>
/// <param name="Kind">Accrual or reversal.</param>
/// <param name="On">The day it is booked.</param>
/// <param name="Tonnes">Certificates, signed as they change the books.</param>
/// <param name="Amount">INR, signed as it changes the books.</param>
public sealed record AccrualEntry(AccrualKind Kind, LocalDate On, long Tonnes, Inr Amount);

/// <summary>Accrual and reversal entries of interim closings: each closing reverses the previous one and books the position again, so the sum of all entries is the last position.</summary>
/// <remarks>Pure and thread-safe. Which accounts they go to, and whether a surplus may be booked at all, is the host's accounting policy.</remarks>
public static class Accruals
{
    /// <summary>The entries of one closing; none if there is nothing to reverse or to book.</summary>
    /// <param name="before">What the previous closing booked, or null for the first.</param>
    /// <param name="now">What is to be booked.</param>
    /// <exception cref="ArgumentException">The closing is not after the previous one.</exception>
    public static IReadOnlyList<AccrualEntry> Entries(Accrued? before, Accrued now)
    {
        Require.NotNull(now);
        if (before is not null && now.On <= before.On)
        {
            throw new ArgumentException($"The closing of {now.On:uuuu-MM-dd} is not after that of {before.On:uuuu-MM-dd}.", nameof(now));
        }

        var entries = new List<AccrualEntry>(2);
        if (before is { Tonnes: not 0 })
        {
            entries.Add(new AccrualEntry(AccrualKind.Reversal, now.On, -before.Tonnes, before.Price * -before.Tonnes));
        }

        if (now.Tonnes != 0)
        {
            entries.Add(new AccrualEntry(AccrualKind.Accrual, now.On, now.Tonnes, now.Price * now.Tonnes));
        }

        return entries;
    }
}
