using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Logic with three values: what cannot be said stays open unless the rest decides without it.</summary>
internal static class Three
{
    internal static Verdict Of(bool holds) => holds ? Verdict.Pass : Verdict.Fail;

    internal static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Verdict.Fail,
        Verdict.Fail => Verdict.Pass,
        _ => Verdict.CannotSay,
    };

    internal static Verdict All(IReadOnlyCollection<Verdict> verdicts) =>
        verdicts.Contains(Verdict.Fail) ? Verdict.Fail : verdicts.Contains(Verdict.CannotSay) ? Verdict.CannotSay : Verdict.Pass;

    internal static Verdict Any(IReadOnlyCollection<Verdict> verdicts) =>
        verdicts.Contains(Verdict.Pass) ? Verdict.Pass : verdicts.Contains(Verdict.CannotSay) ? Verdict.CannotSay : Verdict.Fail;
}
