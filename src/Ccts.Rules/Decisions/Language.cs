namespace Ccts.Rules.Decisions;

/// <summary>The languages in which findings are worded.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Hindi; each rule says whether a speaker has reviewed its text.</summary>
    Hindi,
}
