using System;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>What the forgiving second look let pass. The first look lets nothing pass.</summary>
[Flags]
internal enum ReadingSlips
{
    None = 0,
    LetterO = 1,
    LetterCase = 2,
    Space = 4,
    Digit = 8,
    Dash = 16,
}
