using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Words in a header or cell that mean that units have ended or cannot be used, and words beside them that change the meaning.</summary>
internal static class EndWords
{
    // What happened to units. A header with one of these is about their end, except with a word for a plan or a price.
    private static readonly HashSet<string> s_past = Words("retired cancelled canceled surrendered expired withdrawn redeemed converted invalidated reversed frozen blocked suspended voided revoked deleted deducted seized locked burned burnt sold lapsed forfeited disposed");

    // These are of an end alone or beside a quantity: a sheet is exported, units are transferred here, and people use things. The second are so at a registry; one's own pledged units are held.
    private static readonly HashSet<string> s_pastOfUnits = Words("exported used transferred closed void inactive");
    private static readonly HashSet<string> s_atRegistry = Words("hold onhold lien beneficiary claimed consumed pledged encumbered by");

    // What may happen to units: a header is of their end only if it says when, why or how many.
    private static readonly HashSet<string> s_deed = Words("retire retirement cancel cancellation surrender conversion withdrawal redemption");
    private static readonly HashSet<string> s_ofDeed = Words("date day on of at reason beneficiary details detail note notes certificate id by");
    private static readonly HashSet<string> s_amount = Words("quantity qty qnty units unit credits certificates tonnes t tco2e number no of out is");

    // Of something that is to come or that is no state: until when, for how much, by whom before.
    private static readonly HashSet<string> s_plans = Words("until till validity valid price rate value cost inr rs usd deadline due plan planned intended intent intention expected purpose use earmarked earmark for previous former prior next holder seller buyer target eligible eligibility not");
    private static readonly HashSet<string> s_rest = Words("remaining available balance left outstanding");
    private static readonly HashSet<string> s_ofRest = Words("current closing net held in stock");
    private static readonly HashSet<string> s_live = Words("active valid live available usable");
    private static readonly HashSet<string> s_ofProject = Words("project programme program");
    private static readonly HashSet<string> s_remarks = Words("remark remarks note notes comment comments condition stage disposal outcome disposition status state lifecycle event action fate");

    // What a cell alone says of units that have ended, and what it begins with before it says so.
    private static readonly HashSet<string> s_alone = Words("claimed consumed pledged retirementaccount cancellationaccount retire retirement retiredorcancelled retiredcancelled retirementcancellation cancel cancellation surrender conversion exported void invalid used inactive onhold closed transferredout");
    private static readonly HashSet<string> s_before = Words("fully partly partially wholly already now since has have been was were is are all units credits vcus");
    private static readonly HashSet<string> s_denials = Words("not never no none nil unretired uncancelled unfrozen unblocked unlocked");

    // Retired officers live in a project's name, and what is converted from other units is here.
    private static readonly HashSet<string> s_after = Words("on by for to in as at since under via with from of");
    private static readonly HashSet<string> s_here = Words("from in");

    internal static bool AreOfProject(IReadOnlyList<string> words) => words.Any(s_ofProject.Contains);

    internal static bool AreOfPlans(IReadOnlyList<string> words) => words.Any(w => s_plans.Contains(w));

    internal static bool AreOfRemarks(IReadOnlyList<string> words) => words.Any(s_remarks.Contains) && !AreOfPlans(words);

    internal static bool AreOfLive(string header) => s_live.Contains(header);

    /// <summary>Whether cells under a header are filled, or say yes, for ended units.</summary>
    internal static bool AreOfEnd(IReadOnlyList<string> words, bool isOwn)
    {
        if (words.Any(w => s_plans.Contains(w) && !(w == "for" && words.Any(s_past.Contains))))
        {
            return false;
        }

        // Who sold units to somebody, and what they were converted from, means that they are here.
        bool IsOfUnits(string word) => s_pastOfUnits.Contains(word) || (!isOwn && s_atRegistry.Contains(word));
        return (words.Any(s_past.Contains) && !words.Contains("from", StringComparer.Ordinal) && !(words.Contains("sold", StringComparer.Ordinal) && words.Contains("by", StringComparer.Ordinal)) && !(isOwn && words.Contains("account", StringComparer.Ordinal)))
            || (words.Any(w => w != "by" && IsOfUnits(w)) && words.All(w => IsOfUnits(w) || s_amount.Contains(w)))
            || (!isOwn && (string.Concat(words) is "onhold" or "isonhold"))
            || (words.Any(s_deed.Contains) && words.All(w => s_deed.Contains(w) || s_past.Contains(w) || s_ofDeed.Contains(w) || s_amount.Contains(w)) && !(words.Contains("by", StringComparer.Ordinal) && !words.Any(s_past.Contains)));
    }

    /// <summary>Whether cells under a header say how many units there are or are left. In the host's own rows a balance may be money.</summary>
    internal static bool AreOfRest(IReadOnlyList<string> words, bool isOwn) =>
        words.All(w => s_rest.Contains(w) || s_ofRest.Contains(w) || s_amount.Contains(w))
        && (words.Any(w => s_rest.Contains(w) && !(isOwn && w == "balance" && words.Count == 1)) || string.Concat(words) is "quantity" or "qty" or "qnty" or "units" or "tonnes" or "tco2e" or "numberofunits" or "noofunits" or "unitsheld" or "quantityheld");

    /// <summary>Whether a cell says that its units have ended: by a word alone, or by what it begins with.</summary>
    internal static bool SayEnded(string text, bool isOwn)
    {
        var words = HeaderText.Words(text);
        var at = 0;
        while (at < words.Count && s_before.Contains(words[at]))
        {
            at++;
        }

        if (at == words.Count)
        {
            return false;
        }

        if (s_past.Contains(words[at]))
        {
            return at + 1 == words.Count || ((s_after.Contains(words[at + 1]) || words[at + 1].All(char.IsDigit)) && !s_here.Contains(words[at + 1]));
        }

        return !isOwn && text.Length <= 32 && s_alone.Contains(string.Concat(words));
    }

    /// <summary>Whether a cell is nothing but a word that only units have for their end: an order or an invoice is cancelled too.</summary>
    internal static bool AreOfUnits(string text) => HeaderText.Words(text) is ["retired" or "surrendered"] or ["retired", "or", "cancelled" or "canceled"];

    /// <summary>Whether a cell under such a header says that the end has not come.</summary>
    internal static bool Deny(string text) => HeaderText.Words(text) is [var first, ..] && s_denials.Contains(first);

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
