using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Attributes;

/// <summary>The attributes in a row of an export, in the SDK's words. A word that is not understood states nothing, and is reported.</summary>
internal static class RowWords
{
    private const int ClimateAction = 13, LastGoal = 17;
    private const string NotStated = "unknown";

    private static readonly (string Name, Func<CreditAttributes, string?> Of)[] Compared =
    [
        ("project", a => a.Project), ("standard", a => a.Standard?.Name), ("project type", a => a.ProjectType), ("methodology", a => a.Methodology), ("country", a => a.Country),
        ("credit type", a => CreditWords.Word(a.CreditType)), ("verification body", a => a.VerificationBody), ("verification date", a => a.VerificationDate is { } day ? LocalDatePattern.Iso.Format(day) : null),
        ("removal method", a => CreditWords.Word(a.RemovalMethod)), ("permanence", a => a.PermanenceYears?.ToString(CultureInfo.InvariantCulture)), ("reversal risk", a => a.ReversalRisk?.ToString(CultureInfo.InvariantCulture)),
        ("corresponding adjustment", a => a.Adjustment?.Status is { } status && status != NotStated ? status : null),
    ];

    internal static CreditAttributes Said(StatementEntry entry) => new()
    {
        Project = entry.Project, Standard = CreditStandard.OfRegistry(entry.Registry), ProjectType = entry.Details?.ProjectType, Methodology = entry.Details?.Methodology,
        Country = entry.Details?.Country, CreditType = TypeOf(entry.Details?.CreditType), VerificationBody = entry.Details?.Verifier, VerificationDate = DayOf(entry.Details?.Verified),
        RemovalMethod = MethodOf(entry.Details?.RemovalMethod), PermanenceYears = YearsOf(entry.Details?.Permanence), ReversalRisk = RiskOf(entry.Details?.ReversalRisk),
        CoBenefits = GoalsOf(entry.Details?.Goals), Adjustment = AdjustmentOf(entry.Details),
    };

    /// <summary>Cells that are not understood, a sentence for each.</summary>
    internal static IEnumerable<string> NotUnderstood(StatementEntry entry)
    {
        static string? Fault(string? stated, bool isUnderstood, string what, string expected) => stated is null || isUnderstood ? null : $"\"{ShownText.Short(stated)}\" is no {what}: {expected}.";
        var details = entry.Details;
        return new[]
        {
            Fault(details?.RemovalMethod, MethodOf(details?.RemovalMethod) is not null, "method of removal", "one of " + string.Join(", ", CreditWords.Methods)),
            Fault(details?.Permanence, YearsOf(details?.Permanence) is not null, "permanence", "whole years are expected"),
            Fault(details?.ReversalRisk, RiskOf(details?.ReversalRisk) is not null, "risk of reversal", "a number from 0 to 100 is expected"),
            Fault(details?.Verified, DayOf(details?.Verified) is not null, "day of verification", "a day such as 2026-03-31 is expected"),
        }.Where(f => f is not null).Select(f => f!);
    }

    internal static List<string> Contradictions(CreditAttributes known, CreditAttributes said) =>
        Compared.Where(c => c.Of(known) is { } here && c.Of(said) is { } there && here != there).Select(c => $"{c.Name} {c.Of(known)}, and not {c.Of(said)}").ToList();

    internal static CreditAttributes Filled(CreditAttributes known, CreditAttributes said) => known with
    {
        Project = known.Project ?? said.Project, Standard = known.Standard ?? said.Standard, ProjectType = known.ProjectType ?? said.ProjectType, Methodology = known.Methodology ?? said.Methodology,
        Country = known.Country ?? said.Country, CreditType = known.CreditType ?? said.CreditType, VerificationBody = known.VerificationBody ?? said.VerificationBody,
        VerificationDate = known.VerificationDate ?? said.VerificationDate, RemovalMethod = known.RemovalMethod ?? said.RemovalMethod, PermanenceYears = known.PermanenceYears ?? said.PermanenceYears,
        ReversalRisk = known.ReversalRisk ?? said.ReversalRisk, CoBenefits = known.CoBenefits.Count > 0 || said.CoBenefits.Count == 0 ? known.CoBenefits : said.CoBenefits,
        Adjustment = known.Adjustment is null or { Status: NotStated } ? said.Adjustment ?? known.Adjustment : known.Adjustment,
    };

    // Where rows of a project contradict each other, such as two verifiers in two years, each row keeps only what it states itself. An adjustment and a day
    // of verification apply to a row's own tonnes only.
    internal static CreditAttributes Agreed(IReadOnlyList<CreditAttributes> rows)
    {
        T? One<T>(Func<CreditAttributes, T?> of) => rows.Select(of).Where(v => v is not null).Distinct().Take(2).ToList() is [var only] ? only : default;
        return new CreditAttributes
        {
            ProjectType = One(a => a.ProjectType), Methodology = One(a => a.Methodology), Country = One(a => a.Country), CreditType = One(a => a.CreditType), VerificationBody = One(a => a.VerificationBody),
            RemovalMethod = One(a => a.RemovalMethod), PermanenceYears = One(a => a.PermanenceYears), CoBenefits = One(a => a.CoBenefits.Count == 0 ? null : string.Join(";", a.CoBenefits))?.Split(';') ?? [],
        };
    }

    // "Emission Reduction", "Removal"; a combined word, such as "Reduction/Removal", states neither.
    private static CreditType? TypeOf(string? words)
    {
        bool Has(string word) => words?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
        return (Has("reduc"), Has("remov"), Has("avoid")) switch
        {
            (true, false, false) => CreditType.Reduction,
            (false, true, false) => CreditType.Removal,
            (false, false, true) => CreditType.Avoidance,
            _ => null,
        };
    }

    private static RemovalMethod? MethodOf(string? word) => word is not null && CreditWords.Methods.Contains(word.Trim(), StringComparer.OrdinalIgnoreCase) ? CreditWords.MethodOf(word) : null;

    private static int? YearsOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : null;

    private static decimal? RiskOf(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var risk) && risk <= 100 ? risk : null;

    private static LocalDate? DayOf(string? text) => text is not null && LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true } day ? day.Value : null;

    /// <summary>"03: Good Health and Well-being" is <c>sdg-3</c>; the climate goal is no co-benefit, and other words are kept unchanged.</summary>
    private static string[] GoalsOf(string? text) => (text ?? "").Split(';').Select(g => g.Trim()).Where(g => g.Length > 0)
        .Select(g => int.TryParse(g.Split(':')[0].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastGoal ? number == ClimateAction ? "" : "sdg-" + number.ToString(CultureInfo.InvariantCulture) : g)
        .Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).ToArray();

    // A cell that mentions an adjustment without saying which means unknown; the words are those of the registries and of the common data model.
    private static CorrespondingAdjustment? AdjustmentOf(CreditDetails? details) => details?.Adjustment is not { } word ? null : new CorrespondingAdjustment(
        word.Trim().ToLowerInvariant() switch
        {
            "no" or "not started" or "not-started" => "not-started",
            "committed" => "committed",
            "completed" or "applied" => "applied",
            "not applicable" or "not required" or "not-required" => "not-required",
            _ => NotStated,
        },
        details.Country, null, null);
}
