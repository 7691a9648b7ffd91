using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>Expectations of a case; a failure is described in one sentence.</summary>
internal static class Expect
{
    internal static void True(bool holds, [CallerArgumentExpression(nameof(holds))] string? what = null)
    {
        if (!holds)
        {
            throw new ContractBrokenException("Does not hold: " + what);
        }
    }

    internal static void Same<T>(IEnumerable<T> expected, IEnumerable<T> found, string what)
    {
        var (left, right) = (expected.ToList(), found.ToList());
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            if (i >= left.Count || i >= right.Count || !EqualityComparer<T>.Default.Equals(left[i], right[i]))
            {
                throw new ContractBrokenException($"{what}: number {i + 1} is {(i < right.Count ? right[i] : "missing")}, and {(i < left.Count ? left[i] : "nothing")} was expected.");
            }
        }
    }

    internal static void None(IEnumerable<string> findings, string what) => Same([], findings, what);

    internal static T Throws<T>(Action action, string what)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T expected)
        {
            return expected;
        }
        catch (Exception other)
        {
            throw new ContractBrokenException($"{what}: {typeof(T).Name} was expected, and {other.GetType().Name} came: {other.Message}");
        }

        throw new ContractBrokenException($"{what}: {typeof(T).Name} was expected, and nothing was thrown.");
    }

    /// <summary>Entries as lines, so that they can be compared and shown.</summary>
    internal static IEnumerable<string> Lines(IEnumerable<JournalEntry> entries) => JournalWriter.Lines(entries);
}
