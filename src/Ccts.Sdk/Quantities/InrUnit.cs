namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="Inr"/>.</summary>
public enum InrUnit
{
    /// <summary>Rupee, <c>INR</c>: the canonical unit.</summary>
    Rupee,

    /// <summary>Lakh, <c>lakh</c> = 100,000 INR.</summary>
    Lakh,

    /// <summary>Crore, <c>crore</c> = 10,000,000 INR.</summary>
    Crore,
}
