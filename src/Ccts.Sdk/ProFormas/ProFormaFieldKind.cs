namespace Ccts.Sdk.ProFormas;

/// <summary>Where a field's figure comes from.</summary>
public enum ProFormaFieldKind
{
    /// <summary>The plant states it.</summary>
    Input,

    /// <summary>The plant may state it; where it does not, it is computed.</summary>
    Default,

    /// <summary>Always computed.</summary>
    Computed,

    /// <summary>The plant chooses one of a few words.</summary>
    Answer,

    /// <summary>A heading: it holds no figure.</summary>
    Heading,
}
