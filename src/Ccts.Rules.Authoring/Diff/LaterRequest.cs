using System;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>The same question in another compliance year: all its days and years move by the difference.</summary>
internal static class LaterRequest
{
    internal static DecisionRequest Of(DecisionRequest request, ComplianceYear year)
    {
        var years = year.StartYear - request.Year.StartYear;
        if (years == 0)
        {
            return request;
        }

        var facts = request.Facts.Values.ToDictionary(f => f.Key, f => Move(f.Value, years), StringComparer.Ordinal);
        return new DecisionRequest(request.Id, request.Purpose, year, request.Date.PlusYears(years), new FactSet(facts));
    }

    private static FactValue Move(FactValue value, int years) => value.Kind switch
    {
        FactKind.Date => FactValue.OfDate(value.Date.PlusYears(years)),
        FactKind.Year => FactValue.OfYear(new ComplianceYear(value.Date.Year + years)),
        _ => value,
    };
}
