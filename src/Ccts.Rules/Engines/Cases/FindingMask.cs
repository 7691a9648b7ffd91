using System;
using System.Runtime.InteropServices;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Cases;

/// <summary>Which rules have a finding, one bit for each rule about the purpose.</summary>
/// <remarks>Thread-safe to read. Enumerating it allocates nothing. The mask of <c>default</c> is empty.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct FindingMask
{
    private readonly PurposeRules? _rules;
    private readonly BitRows? _more;
    private readonly int _row;
    private readonly int _stamp;
    private readonly ulong _fires;
    private readonly ulong _open;

    internal FindingMask(PurposeRules? rules, BitRows? bits, int row, int stamp, ulong fires, ulong open)
    {
        _rules = rules;
        _more = bits;
        _row = row;
        _stamp = stamp;
        (_fires, _open) = (fires, open);
    }

    /// <summary>How many rules there are about the purpose.</summary>
    public int Length => _rules?.Rules.Count ?? 0;

    /// <summary>How many of them have something to say.</summary>
    /// <exception cref="InvalidOperationException">See <see cref="this"/>.</exception>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>The verdict of a rule about the purpose: pass if it fires.</summary>
    /// <param name="index">Its position among the rules about the purpose, in the order of the ruleset.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// More than 64 rules are about the purpose, and the frame or batch that holds their bits was filled again since.
    /// </exception>
    public Verdict this[int index]
    {
        get
        {
            if (index < 0 || index >= Length)
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Length} rules about the purpose.");
            }

            var bit = 1UL << (index % 64);
            return (Fires(index / 64) & bit) != 0 ? Verdict.Pass : (Open(index / 64) & bit) != 0 ? Verdict.CannotSay : Verdict.Fail;
        }
    }

    /// <summary>The rule at a position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rule.</exception>
    public Rule Rule(int index) => index >= 0 && index < Length ? _rules!.Rules[index].Rule : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Length} rules about the purpose.");

    /// <summary>The rules that have a finding, in the order of the ruleset.</summary>
    public Enumerator GetEnumerator() => new(this);

    internal ulong Fires(int word) => word == 0 ? _fires : More.Fires[(word * _more!.Rows) + _row];

    internal ulong Open(int word) => word == 0 ? _open : More.Open[(word * _more!.Rows) + _row];

    internal bool IsFinding(int index)
    {
        var bit = 1UL << (index % 64);
        var word = index / 64;
        return ((Fires(word) | (Open(word) & ~_rules!.Silent[word])) & bit) != 0;
    }

    private BitRows More => _more!.Stamp == _stamp ? _more : throw new InvalidOperationException("The frame or batch that holds this decision's mask was filled anew since. Read the decision first, or keep a frame for it.");

    /// <summary>A rule that has something to say.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Certain">True when it fires; false if it cannot be said whether it does.</param>
    public readonly record struct Entry(Rule Rule, bool Certain);

    /// <summary>Enumerates the rules that have a finding.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Enumerator
    {
        private readonly FindingMask _mask;
        private int _index;

        internal Enumerator(FindingMask mask)
        {
            _mask = mask;
            _index = -1;
        }

        /// <summary>The rule.</summary>
        public readonly Entry Current => new(_mask.Rule(_index), _mask[_index] == Verdict.Pass);

        /// <summary>The next of them, or false.</summary>
        public bool MoveNext()
        {
            while (++_index < _mask.Length)
            {
                if (_mask.IsFinding(_index))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
