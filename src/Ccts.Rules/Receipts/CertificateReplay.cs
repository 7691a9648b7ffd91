using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Receipts;

/// <summary>Adds a certificate's units up again, and refuses a repeated number.</summary>
internal sealed class CertificateReplay(RulesetIdentity ruleset) : IReceiptReplay
{
    internal const string Name = "certificate";

    // What the ledger takes in as one run.
    private static readonly BlockNumber Longest = BlockNumber.Parse("1000000000000");

    private static readonly Dictionary<string, CertificatePurpose> Purposes = new(StringComparer.Ordinal)
    {
        ["surrender"] = CertificatePurpose.Surrender,
        ["retirement"] = CertificatePurpose.Retirement,
    };

    public string Kind => Name;

    public RulesetIdentity Ruleset => ruleset;

    internal static string WordOf(CertificatePurpose purpose) => Purposes.First(p => p.Value == purpose).Key;

    public JsonObject Outputs(byte[] input, string format)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(input, file: null, problems);
        var runs = root is null ? [] : Read(new ObjectReader(root, problems), problems);
        if (problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }

        return new JsonObject
        {
            ["tonnes"] = Text(runs.Sum(r => r.Tonnes)),
            ["vintages"] = new JsonArray([.. runs.GroupBy(r => (r.Kind, r.Vintage)).OrderBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Vintage)
                .Select(g => (JsonNode)new JsonObject { ["kind"] = g.Key.Kind, ["vintage"] = g.Key.Vintage, ["tonnes"] = Text(g.Sum(r => r.Tonnes)) })]),
            ["runs"] = runs.Count,
        };
    }

    private static List<Run> Read(ObjectReader certificate, ProblemList problems)
    {
        certificate.Text("account");
        certificate.Choice("purpose", Purposes);
        certificate.Value<ComplianceYear>("year", ComplianceYear.TryParse);
        certificate.Text("journalHead");
        var runs = new List<Run>();
        foreach (var node in certificate.List("moves"))
        {
            var move = new ObjectReader(node, problems);
            move.Text("position");
            move.Text("at");
            if (move.Node.Member("remark") is not { Kind: LocatedKind.Null })
            {
                move.OptionalText("remark");
            }
            else
            {
                move.Optional("remark");
            }

            foreach (var units in move.List("units"))
            {
                Add(runs, new ObjectReader(units, problems), units, problems);
            }

            move.Done();
        }

        certificate.Done();
        return runs;
    }

    private static void Add(List<Run> runs, ObjectReader units, LocatedNode node, ProblemList problems)
    {
        var (registry, scope, kind, vintage) = (units.Text("registry"), units.Text("scope"), units.Text("kind"), units.Integer("vintage"));
        var (from, to) = (units.Value<BlockNumber>("from", Number), units.Value<BlockNumber>("to", Number));
        units.Done();
        if (registry is null || scope is null || kind is null || vintage is null || from is not { } first || to is not { } last)
        {
            return;
        }

        if (last < first)
        {
            problems.Error("bad-value", node.Place, "The run ends before it begins.", "\"to\" not before \"from\"");
            return;
        }

        if (last - first >= Longest)
        {
            problems.Error("out-of-range", node.Place, "The run is longer than a ledger takes in.", $"at most {Longest} units");
            return;
        }

        var run = new Run(registry, scope, kind, vintage.Value, new BlockRange(first, last));
        if (runs.Exists(r => r.Registry == registry && r.Scope == scope && r.Range.Overlaps(run.Range)))
        {
            problems.Error("double-count", node.Place, $"Numbers of {registry}:{scope}:{run.Range} occur twice.", "each unit once");
            return;
        }

        runs.Add(run);
    }

    private static bool Number(string text, out BlockNumber value, out string? reason)
    {
        var read = BlockNumber.TryParse(text, out value);
        reason = read ? null : "a number such as 1";
        return read;
    }

    private static string Text(decimal tonnes) => tonnes.ToString(CultureInfo.InvariantCulture);

    private sealed record Run(string Registry, string Scope, string Kind, int Vintage, BlockRange Range)
    {
        internal decimal Tonnes => Range.Count.ToDecimal();
    }
}
