using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>A fact that a decision may use: its name, type and meaning.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Fact
{
    internal Fact(string name, FactType type, string description, SourcePlace place)
    {
        Name = name;
        Type = type;
        Description = description;
        Place = place;
    }

    /// <summary>Its name, e.g. <c>order.price</c>.</summary>
    public string Name { get; }

    /// <summary>Its type.</summary>
    public FactType Type { get; }

    /// <summary>What it means and who knows it, one or two sentences.</summary>
    public string Description { get; }

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; }
}
