using System;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>What one step of a grammar's form reads.</summary>
internal enum ElementKind
{
    /// <summary>Fixed text.</summary>
    Literal,

    /// <summary>One of several fixed texts.</summary>
    Choice,

    /// <summary>Digits.</summary>
    Digits,

    /// <summary>Characters of a set.</summary>
    Run,

    /// <summary>A date of a given form.</summary>
    Date,

    /// <summary>The same text as an earlier field.</summary>
    Repeat,

    /// <summary>The steps up to <see cref="FormElement.After"/> may be omitted together.</summary>
    Optional,
}

/// <summary>One step of a grammar's form, compiled. Immutable.</summary>
internal sealed class FormElement
{
    internal ElementKind Kind { get; init; }

    /// <summary>Index of the field this step fills; -1 for fixed text.</summary>
    internal int Field { get; init; } = -1;

    /// <summary>Fixed texts, the first of them canonical; longer ones are tried first.</summary>
    internal string[] Texts { get; init; } = [];

    /// <summary>The canonical text.</summary>
    internal string Text => Texts[0];

    internal CharSet Set { get; init; }

    internal int Min { get; init; }

    internal int Max { get; init; }

    /// <summary>Whether the character that follows the field may also be part of it, so that its end must be searched.</summary>
    internal bool IsOpenEnded { get; set; }

    /// <summary>Whether the digits are a number, whose leading zeros are formatting.</summary>
    internal bool IsNumber { get; init; }

    /// <summary>The width to which the registry pads the number; 0 for no padding.</summary>
    internal int Pad { get; init; }

    /// <summary>Values that belong to another grammar.</summary>
    internal string[] Except { get; init; } = [];

    internal DateForm? Date { get; init; }

    /// <summary>For <see cref="ElementKind.Optional"/>: the step after the optional ones.</summary>
    internal int After { get; set; }

    /// <summary>For <see cref="ElementKind.Optional"/>: try without the optional steps first.</summary>
    internal bool PrefersAbsent { get; init; }

    /// <summary>Whether O for 0 is a plausible slip here.</summary>
    internal bool IsNumeric => Kind is ElementKind.Digits or ElementKind.Date;

    internal bool Excludes(ReadOnlySpan<char> text)
    {
        foreach (var value in Except)
        {
            if (text.SequenceEqual(value.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What should have stood here, for people.</summary>
    internal string Expected(string[] fieldNames) => Kind switch
    {
        ElementKind.Literal => "\"" + Text + "\"",
        ElementKind.Choice => "one of \"" + string.Join("\", \"", Texts) + "\"",
        ElementKind.Digits => Width + (Max == 1 ? " digit" : " digits"),
        ElementKind.Date => "a date written " + Date!.Text,
        ElementKind.Repeat => "the same as " + fieldNames[Field] + " before",
        _ => Width + " characters of the kind " + fieldNames[Field] + " has",
    };

    private string Width => Min == Max ? Min.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{Min} to {Max}";
}
