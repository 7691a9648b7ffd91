using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// A 64-bit hash of a command's content, to tell a repeated command from another under the same key. It protects a host from its
/// own mistakes, not from an attacker: whoever forges a match only gets the answer to an earlier command of their own.
/// The same on every platform and in every version, because journals keep it.
/// </summary>
internal struct Fingerprint
{
    private ulong _state;

    internal readonly ulong Value
    {
        get
        {
            unchecked
            {
                var mixed = _state;
                mixed = (mixed ^ (mixed >> 33)) * 0xff51afd7ed558ccd;
                return mixed ^ (mixed >> 29);
            }
        }
    }

    internal static Fingerprint Of(string text)
    {
        var print = default(Fingerprint);
        print.Add(text);
        return print;
    }

    internal void Add(long value) => Add(unchecked((ulong)value));

    internal void Add(ulong value)
    {
        unchecked
        {
            _state = (_state ^ value) * 0x9e3779b97f4a7c15;
            _state ^= _state >> 31;
        }
    }

    internal void AddNumber(BlockNumber value)
    {
        Add(value.High);
        Add(value.Low);
    }

    internal void Add(Parcel value)
    {
        Add(value.Lot.Registry);
        Add(value.Lot.Scope);
        Add(value.Lot.Kind);
        Add(value.Lot.Vintage);
        if (value.Lot.Issued is not null || value.Lot.Expires is not null)
        {
            // Lots without days keep the hash that journals of every version have.
            Add(value.Lot.IssuedOn);
            Add(value.Lot.ExpiresOn);
        }

        AddNumber(value.Range.Start);
        AddNumber(value.Range.End);
    }

    internal void Add(string? text)
    {
        // The length first, so that ("ab","c") and ("a","bc") differ; null differs from empty.
        Add(text is null ? -1L : text.Length);
        if (text is null)
        {
            return;
        }

        unchecked
        {
            var state = _state;
            foreach (var c in text)
            {
                state = (state ^ c) * 0x100000001b3;
            }

            _state = state ^ (state >> 32);
        }
    }
}
