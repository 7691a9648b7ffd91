using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets.Retention;

/// <summary>Reads <c>retention.json</c>: who requires which records to be kept for how long, each with its source; unknown is null.</summary>
internal sealed class RetentionReader(StandingReader standings, ProblemList problems)
{
    internal const string File = "retention.json";
    private const int MaxYears = 100;

    private static readonly IReadOnlyDictionary<string, RecordKind> Kinds = new Dictionary<string, RecordKind>(StringComparer.Ordinal)
    {
        ["all"] = RecordKind.All,
        ["receipts"] = RecordKind.Receipts,
        ["activity-data"] = RecordKind.ActivityData,
    };

    internal static string WordOf(RecordKind kind) => Kinds.First(k => k.Value == kind).Key;

    internal RetentionSchedule Read(LocatedNode? root)
    {
        if (root is null)
        {
            return RetentionSchedule.Empty;
        }

        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var nodes = file.List("claims");
        file.Done();
        if (nodes.Count > RulesetLimits.MaxParameters)
        {
            problems.Error("too-many-values", root.Place, $"There are {nodes.Count} claims.", $"at most {RulesetLimits.MaxParameters}");
            return RetentionSchedule.Empty;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return new RetentionSchedule(nodes.Select(n => ReadClaim(n, ids)).OfType<RetentionClaim>().ToList());
    }

    private RetentionClaim? ReadClaim(LocatedNode node, HashSet<string> ids)
    {
        var reader = new ObjectReader(node, problems);
        var id = reader.Text("id");
        var keeps = reader.Choice("keeps", Kinds);
        var (title, askedBy) = (reader.Text("title"), reader.Text("askedBy"));
        var years = reader.Required("years");
        var standing = standings.Read(reader);
        var (reason, settledBy) = (reader.OptionalText("reason"), reader.OptionalText("settledBy"));
        reader.Done();
        if (id is not null && !ids.Add(id))
        {
            problems.Error("duplicate-id", node.Member("id")!.Place, $"Two claims have the id \"{ShownText.Short(id)}\".", "each id once");
        }

        if (years is null || standing is null || !TryYears(years, out var count))
        {
            return null;
        }

        CheckUnknown(years, count, standing, reason, settledBy);
        return id is null || keeps is null || title is null || askedBy is null ? null : new RetentionClaim(id, keeps.Value, title, count, askedBy, standing, reason, settledBy);
    }

    private bool TryYears(LocatedNode node, out int? years)
    {
        years = null;
        if (node.Kind == LocatedKind.Null)
        {
            return true;
        }

        if (node.Kind == LocatedKind.String && int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MaxYears)
        {
            years = count;
            return true;
        }

        problems.Error("bad-value", node.Place, $"\"years\" holds {(node.Kind == LocatedKind.String ? $"\"{ShownText.Short(node.Value!)}\"" : node.Describe())}.", $"a whole number from 1 to {MaxYears} in double quotes, or null where nobody has set one");
        return false;
    }

    private void CheckUnknown(LocatedNode node, int? years, Standing standing, string? reason, string? settledBy)
    {
        if (years is null != (standing.Evidence == Evidence.Unknown))
        {
            problems.Error("unknown-contradicts-value", node.Place, years is null ? "The number of years is null, its evidence is not \"unknown\"." : "The evidence is \"unknown\", but there is a number of years.", "null together with evidence \"unknown\", or neither");
        }

        if (years is null && (reason is null || settledBy is null))
        {
            problems.Error("unexplained-unknown", node.Place, "The number of years is null and does not say why or who can settle it.", "\"reason\" and \"settledBy\"", "An unknown of the law is explained, never left blank.");
        }

        if (years is not null && (reason is not null || settledBy is not null))
        {
            problems.Error("unknown-contradicts-value", node.Place, "\"reason\" and \"settledBy\" belong to an unknown, but there is a number of years.", hint: "Move the text into \"note\".");
        }
    }
}
