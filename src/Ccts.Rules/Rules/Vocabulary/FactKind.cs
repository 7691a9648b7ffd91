namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>What kind of answer a fact is.</summary>
public enum FactKind
{
    /// <summary>Free text, compared letter by letter.</summary>
    Text,

    /// <summary>One of a closed list of words.</summary>
    Choice,

    /// <summary>A plain number of a stated kind, such as a ratio or a count.</summary>
    Number,

    /// <summary>A number with a unit, such as <c>1500 INR</c>.</summary>
    Quantity,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A compliance year such as <c>2025-26</c>.</summary>
    Year,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Any number of words, without order.</summary>
    Set,
}
