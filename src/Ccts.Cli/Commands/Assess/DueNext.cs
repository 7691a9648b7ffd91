using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Sdk.Law;

namespace Ccts.Cli.Commands.Assess;

/// <summary>What an entity has to do next, by day.</summary>
internal static class DueNext
{
    private const int Most = 3;

    internal static void Print(Account account, IReadOnlyList<Deadline> deadlines, string allOf = "--all")
    {
        var dated = deadlines.Where(d => d.Due is not null).OrderBy(d => d.Due).ToList();
        if (deadlines.Count == 0)
        {
            return;
        }

        account.Heading("What is due");
        foreach (var deadline in dated.Take(Most))
        {
            account.Sentence($"{deadline.Due:uuuu-MM-dd}  {deadline.Event}, {deadline.Standing.Source}", indent: 2, hanging: 12);
        }

        if (deadlines.Count - Math.Min(dated.Count, Most) is var more and > 0)
        {
            account.Sentence($"{more} more date{(more == 1 ? "" : "s")} and every source: {allOf}.", indent: 2, hanging: 2);
        }
    }
}
