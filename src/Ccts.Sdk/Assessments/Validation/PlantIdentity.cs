using System;
using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Whether the row found by the registration number belongs to the plant that the report names: with another plant's target it could earn certificates without savings.
/// Another spelling is the same plant, and a name of only general words is not compared.
/// </summary>
internal static class PlantIdentity
{
    // General words for a plant or a company form.
    private static readonly string[] SaysNothing =
    [
        "cement", "cements", "works", "work", "plant", "unit", "grinding", "integrated", "limited", "ltd", "private", "pvt", "company", "co", "corporation", "the", "of", "and", "a", "india", "indian",
        "industries", "industry", "smelter", "refinery", "mill", "mills", "factory", "division", "aluminium", "paper", "paperboards", "textile", "textiles", "petrochemicals", "chemicals", "fertilisers", "steel",
    ];

    private const int ShortestWord = 3;

    // States whose code changed, or has two spellings.
    private static readonly string[][] SameStates = [["OD", "OR"], ["UK", "UT", "UA"], ["CG", "CT"], ["TS", "TG"]];

    internal static void Check(ObligatedEntity entity, AssessmentRules rules, PlausibilityRules plausible, SourcePlace place, string? reason, ProblemList problems)
    {
        if (entity.Registration is not { } registration)
        {
            return;
        }

        var row = rules.Targets.TryGetValue(registration.Text, out var found) ? found : null;
        var state = row?.State ?? registration.StateCode;
        var isElsewhere = entity.State is { Length: 2 } stated && !IsSame(stated, state);
        var isOther = row is not null && !RegistrationNumber.TryParse(entity.Name, out _, out _) && IsOther(entity.Name, row.Entity);
        if (isElsewhere || isOther)
        {
            var whose = row is null ? $"{registration} is of {state}" : $"{registration} is of {row.Entity} in {state}";
            var named = isOther && isElsewhere ? $"the report names {ShownText.Short(entity.Name)} in {entity.State}" : isOther ? $"the report names {ShownText.Short(entity.Name)}" : $"the report says {entity.State}";
            Suspicion.Tell(problems, "another-plant", place, $"The registration number {whose}, and {named}.", reason, needsReason: true, plausible.Standing, "Correct the registration number, the name or the state.");
        }
    }

    /// <summary>The row that the report asks for by its key.</summary>
    internal static void OfRow(ObligatedEntity entity, EntityTarget row, PlausibilityRules plausible, SourcePlace place, string? reason, ProblemList problems)
    {
        var isOther = !RegistrationNumber.TryParse(entity.Name, out _, out _) && IsOther(entity.Name, row.Entity);
        if (isOther || (entity.State is { Length: 2 } stated && row.State is { } state && !IsSame(stated, state)))
        {
            var named = isOther ? $"the report names {ShownText.Short(entity.Name)}" : $"the report says {entity.State}";
            Suspicion.Tell(problems, "another-plant", place, $"The row {ShownText.Short(row.Key)} is of {row.Entity}{(row.State is null ? "" : " in " + row.State)}, and {named}.", reason, needsReason: true, plausible.Standing, "Correct \"targetRow\", the name or the state.");
        }
    }

    /// <summary>Whether two reports are of different plants: other numbers, names without a common word, or other states.</summary>
    internal static bool AreTwo(ObligatedEntity one, ObligatedEntity other) =>
        (one.Registration is { } number && other.Registration is { } another ? number != another : IsOther(one.Name, other.Name))
        || (one.State is { Length: 2 } state && other.State is { Length: 2 } elsewhere && !IsSame(state, elsewhere));

    private static bool IsSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || SameStates.Any(s => s.Contains(one, StringComparer.OrdinalIgnoreCase) && s.Contains(other, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether two names have nothing in common; unknown for a name in another script or of only general words.</summary>
    private static bool IsOther(string name, string row)
    {
        var (stated, known) = (Telling(name), Telling(row));
        return !PlainName.Same(name, row) && stated.Length > 0 && known.Length > 0
            && NearestName.Of(stated, [("row", known.Split(' ').Prepend(known))]).Count == 0 && !stated.Split(' ').Any(w => NearestName.Of(w, [("row", known.Split(' ').Prepend(row))]).Count > 0);
    }

    private static string Telling(string name)
    {
        var words = new string([.. PlainName.Of(name).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, w => w.All(c => c < '\u0250')) ? string.Join(" ", words.Where(w => w.Length >= ShortestWord && !SaysNothing.Contains(w, StringComparer.Ordinal))) : "";
    }
}
