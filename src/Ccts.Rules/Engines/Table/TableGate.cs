using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Table;

/// <summary>All, any or none of some bits, with three values: what cannot be said stays open unless the rest decides.</summary>
internal sealed class TableGate(CombinationKind kind, WordMask[] inputs, WordMask[] outputs)
{
    internal void Combine(ulong[] pass, ulong[] open)
    {
        var verdict = kind switch
        {
            CombinationKind.All => All(pass, open),
            CombinationKind.Any => Any(pass, open),
            _ => Three.Not(Any(pass, open)),
        };
        if (verdict != Verdict.Fail)
        {
            Set(verdict == Verdict.Pass ? pass : open, outputs);
        }
    }

    internal static void Set(ulong[] words, WordMask[] bits)
    {
        foreach (var bit in bits)
        {
            words[bit.Word] |= bit.Mask;
        }
    }

    private Verdict All(ulong[] pass, ulong[] open)
    {
        var whole = true;
        foreach (var input in inputs)
        {
            if (((pass[input.Word] | open[input.Word]) & input.Mask) != input.Mask)
            {
                return Verdict.Fail;
            }

            whole &= (pass[input.Word] & input.Mask) == input.Mask;
        }

        return whole ? Verdict.Pass : Verdict.CannotSay;
    }

    private Verdict Any(ulong[] pass, ulong[] open)
    {
        var unsure = false;
        foreach (var input in inputs)
        {
            if ((pass[input.Word] & input.Mask) != 0)
            {
                return Verdict.Pass;
            }

            unsure |= (open[input.Word] & input.Mask) != 0;
        }

        return unsure ? Verdict.CannotSay : Verdict.Fail;
    }
}
