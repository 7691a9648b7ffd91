using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Publishing.Gazette;

/// <summary>Reads the printed schedule back and holds it against the data: a misprint cannot leave the house.</summary>
internal static class GazetteCheck
{
    /// <exception cref="CctsDataException">Something does not come back as it went in; every such row is listed.</exception>
    internal static void Check(Ruleset ruleset, string html)
    {
        var problems = new ProblemList();
        var (printed, rows) = (GazetteReader.Read(html), GazettePage.Rows(ruleset));
        if (printed.Year != ruleset.Year || printed.Rows.Count != rows.Count)
        {
            problems.Error("gazette-round-trip", default, $"The printed schedule reads back as {printed.Rows.Count} rows for {printed.Year}; the ruleset has {rows.Count} for {ruleset.Year}.");
        }

        foreach (var (row, back) in rows.Zip(printed.Rows, (r, b) => (r, b)).Where(p => !p.r.Equals(p.b)))
        {
            problems.Error("gazette-round-trip", new SourcePlace(null, 0, 0, "targets/" + ObjectReader.Shorten(row.Key)), $"The printed row of {ObjectReader.Shorten(row.Key)} does not read back as it stands in the data.", "text that can be printed exactly", "Look for control characters, characters that turn the direction of writing, and double blanks.");
        }

        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }
    }
}
