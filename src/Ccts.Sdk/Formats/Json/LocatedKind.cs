namespace Ccts.Sdk.Formats.Json;

/// <summary>What a JSON value is.</summary>
public enum LocatedKind
{
    /// <summary>Members in braces.</summary>
    Object,
    /// <summary>Items in brackets.</summary>
    Array,
    /// <summary>Text.</summary>
    String,
    /// <summary>A number, kept as written.</summary>
    Number,
    /// <c>true</c>.
    True,
    /// <c>false</c>.
    False,
    /// <c>null</c>.
    Null,
}
