namespace Ccts.Sdk.Law;

/// <summary>Whether the source of a value binds anybody.</summary>
public enum Force
{
    /// <summary>No legal instrument at all: an engineering choice or a fact outside the law.</summary>
    None,

    /// <summary>Notified and in force.</summary>
    InForce,

    /// <summary>Published as a draft; binds nobody.</summary>
    Draft,

    /// <summary>Replaced by a later instrument.</summary>
    Superseded,
}
