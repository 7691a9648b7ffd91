namespace Ccts.Compliance.Pages;

/// <summary>The languages of the pages. The Hindi is not signed by a speaker yet, and the pages say so.</summary>
public enum PageLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Hindi.</summary>
    Hindi,
}
