namespace Ccts.Rules.Engines.Compilation;

/// <summary>The masks of many cases: for each rule whether it fires, and whether that cannot be said; one column for each word.</summary>
internal sealed class BitRows
{
    internal BitRows(int words, int rows)
    {
        Rows = rows;
        Fires = new ulong[words * rows];
        Open = new ulong[words * rows];
    }

    internal int Rows { get; }

    /// <summary>Increases whenever the facts change, so that an old decision is never explained by new facts.</summary>
    internal int Stamp { get; set; }

    internal ulong[] Fires { get; }

    internal ulong[] Open { get; }

    /// <summary>The number of words for a number of bits; at least one.</summary>
    internal static int WordsFor(int bits) => bits <= 64 ? 1 : (bits + 63) / 64;
}
