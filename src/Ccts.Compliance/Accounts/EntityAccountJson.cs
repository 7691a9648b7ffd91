using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using NodaTime.Text;

namespace Ccts.Compliance.Accounts;

/// <summary>A yearly account as JSON, after <c>schemas/entity-account.schema.json</c>. Certificates are whole numbers, below zero owed; shares, intensities and amounts are texts, so that no digit is lost.</summary>
public static class EntityAccountJson
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-entity-account/1";

    /// <summary>The account.</summary>
    public static JsonObject Write(EntityAccount account)
    {
        var (assessment, position) = (Require.NotNull(account).Assessment, account.Position);
        return new JsonObject
        {
            ["format"] = Format,
            ["entity"] = assessment.Entity.Name,
            ["registration"] = assessment.Entity.Registration?.ToString(),
            ["complianceYear"] = assessment.Year.ToString(),
            ["illustrative"] = assessment.Illustrative,
            ["outcome"] = assessment.Withheld is null ? "assessed" : "implausible",
            ["ruleset"] = new JsonObject { ["id"] = assessment.Ruleset.Id, ["revision"] = assessment.Ruleset.Revision, ["digest"] = assessment.Ruleset.Digest },
            ["emissions"] = assessment.ReportedTotal()?.ToString(),
            ["output"] = assessment.Output.ToString(),
            ["intensity"] = new JsonObject { ["achieved"] = assessment.Intensity.Achieved.ToString(), ["deemed"] = assessment.IsDeemed(), ["target"] = assessment.Intensity.Target?.ToString(), ["baseline"] = assessment.Intensity.Baseline?.ToString() },
            ["performance"] = Performance(account.Performance),
            ["position"] = new JsonObject { ["projected"] = position.Projected, ["low"] = position.Low, ["high"] = position.High, ["held"] = position.Held, ["issued"] = position.Settled.Issued, ["surrendered"] = position.Settled.Surrendered, ["issuedTooMany"] = position.IssuedTooMany, ["surrenderedTooMany"] = position.SurrenderedTooMany, ["net"] = account.Net, ["netLow"] = account.NetLow, ["netHigh"] = account.NetHigh },
            ["earlierYears"] = new JsonArray([.. account.EarlierYears.Select(y => (JsonNode)new JsonObject { ["year"] = y.Year.ToString(), ["owed"] = y.Owed, ["surrendered"] = y.Surrendered, ["earned"] = y.Earned, ["issued"] = y.Issued, ["net"] = y.Net, ["netLow"] = y.NetLow, ["netHigh"] = y.NetHigh, ["meaning"] = new JsonArray([.. y.Meaning.Select(m => (JsonNode)m)]) })]),
            ["trajectory"] = account.Trajectory is { } trajectory ? Trajectory(trajectory) : null,
            ["balance"] = account.Balances.Count > 0 ? Balance(account.Balances[0]) : null,
            ["laterBalances"] = new JsonArray([.. account.Balances.Skip(1).Select(b => (JsonNode)new JsonObject { ["year"] = b.Year.ToString(), ["balance"] = Balance(b) })]),
            ["values"] = new JsonArray([.. account.Values.Select(v => (JsonNode)new JsonObject { ["price"] = v.Price.ToString(), ["surplus"] = v.Surplus.ToString(), ["provision"] = v.Provision.ToString() })]),
            ["scenarios"] = new JsonArray([.. account.Scenarios.Select(s => (JsonNode)new JsonObject { ["price"] = s.Price.ToString(), ["bought"] = s.Bought, ["purchase"] = s.Purchase.ToString(), ["compensation"] = s.Compensation.Amount?.ToString(), ["total"] = s.Total.ToString() })]),
            ["entries"] = new JsonArray([.. account.Entries.Select(e => (JsonNode)new JsonObject { ["kind"] = e.Kind == AccrualKind.Accrual ? "accrual" : "reversal", ["on"] = LocalDatePattern.Iso.Format(e.On), ["certificates"] = e.Tonnes, ["amount"] = e.Amount.ToString() })]),
        };
    }

    private static JsonObject Performance(Performance performance) => new()
    {
        ["requiredCut"] = Share(performance.RequiredCut),
        ["achievedCut"] = Share(performance.AchievedCut),
        ["againstTarget"] = Share(performance.AgainstTarget),
        ["rating"] = performance.Rating is { } rating ? new JsonObject { ["level"] = rating.Level, ["claimedBy"] = rating.Source } : null,
    };

    private static JsonObject Trajectory(Trajectory trajectory) => new()
    {
        ["baselineYear"] = trajectory.BaselineYear.ToString(),
        ["baseline"] = trajectory.Baseline?.ToString(),
        ["points"] = new JsonArray([.. trajectory.Points.Select(p => (JsonNode)new JsonObject
        {
            ["year"] = p.Year.ToString(),
            ["target"] = p.Target?.ToString(),
            ["achieved"] = p.Achieved?.ToString(),
            ["requiredCut"] = Share(p.RequiredImprovement),
            ["achievedCut"] = Share(p.AchievedImprovement),
        })]),
    };

    private static JsonObject Balance(YearBalance balance)
    {
        var json = new JsonObject();
        foreach (var line in BalanceLines.Of(balance.Certificates))
        {
            json[line.Name] = line.Tonnes;
        }

        return json;
    }

    private static string? Share(decimal? share) => share is { } value ? System.Math.Round(value, 9).ToString("0.#########", CultureInfo.InvariantCulture) : null;
}
