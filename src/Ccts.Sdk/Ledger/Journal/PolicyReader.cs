using System.Linq;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>Reads a policy as JSON. What the file leaves out is as in <see cref="LedgerPolicy.Bare"/>.</summary>
public static class PolicyReader
{
    /// <summary>Reads a policy. Mistakes are reported, and then the result must not be used.</summary>
    /// <param name="root">The policy as an object.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static LedgerPolicy Read(LocatedNode root, Problems.ProblemList problems)
    {
        Require.NotNull(root);
        Require.NotNull(problems);
        var from = new ObjectReader(root, problems);
        var policy = new LedgerPolicy
        {
            Units = from.OptionalList("units").Select(u => Rule(new ObjectReader(u, problems))).ToList(),
            Oversell = from.OptionalObject("oversell") is { } oversell ? Oversell(oversell) : null,
            BorrowingPermitted = from.OptionalFlag("borrowing-permitted") ?? false,
            RefusalsAreRemembered = from.OptionalFlag("refusals-are-remembered") ?? true,
        };
        from.Done();
        return policy;
    }

    private static UnitRule Rule(ObjectReader from)
    {
        var rule = new UnitRule(UnitKind.Read(from.Text("kind") ?? ""), from.OptionalFlag("may-be-surrendered") ?? false)
        {
            OldestVintage = (int?)Bounded(from, "oldest-vintage", 1900, 2998),
            ValidityMonths = (int?)Bounded(from, "validity-months", 0, 1200),
        };
        from.Done();
        return rule;
    }

    // Both numbers must be stated: a default length of the bar would be an invented limit.
    private static OversellRule Oversell(ObjectReader from)
    {
        var rule = new OversellRule((int?)Bounded(from, "breaches-to-bar", 1, 1000, required: true) ?? 1, (int?)Bounded(from, "bar-months", 1, 1200, required: true) ?? 1);
        from.Done();
        return rule;
    }

    private static long? Bounded(ObjectReader from, string key, long least, long most, bool required = false)
    {
        var number = LedgerJson.Long(from, key, required);
        if (number < least || number > most)
        {
            from.Problems.Error("bad-value", from.Node.Place, $"\"{key}\" is {number}.", $"{least} to {most}");
            return null;
        }

        return number;
    }
}
