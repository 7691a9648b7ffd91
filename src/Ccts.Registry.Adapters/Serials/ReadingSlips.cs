using System;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>The slips that the forgiving second match accepted. The first match accepts none.</summary>
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
