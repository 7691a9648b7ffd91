using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>Something a decision may ask of a case: its name, its type, what it means.</summary>
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

    /// <summary>Where it stands in a file.</summary>
    public SourcePlace Place { get; }
}
