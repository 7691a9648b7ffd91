using System;
using System.Collections.Generic;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>Looks words up in the sets of a case.</summary>
internal static class WordSet
{
    /// <summary>Whether the set holds the word; the sets of frames are arrays, which can be enumerated without allocating.</summary>
    internal static bool Holds(string[] set, string word) => Array.IndexOf(set, word) >= 0;
}
