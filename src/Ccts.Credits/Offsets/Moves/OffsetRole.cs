namespace Ccts.Credits.Offsets.Moves;

/// <summary>
/// In which capacity somebody acts in a project, by the word of the ruleset's table <c>offset.roles</c>: an overlay may know others than these. A person
/// has one capacity in a project, and an organisation has one.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word, small letters, digits and hyphens.</param>
public sealed record OffsetRole(string Word)
{
    /// <summary>Whoever carries the project out.</summary>
    public static OffsetRole Proponent { get; } = new("proponent");

    /// <summary>An accredited carbon verification agency, which validates and verifies.</summary>
    public static OffsetRole Agency { get; } = new("agency");

    /// <summary>The Bureau of Energy Efficiency, administrator of the scheme.</summary>
    public static OffsetRole Bee { get; } = new("bee");

    /// <summary>The National Steering Committee for the Indian Carbon Market, which recommends.</summary>
    public static OffsetRole NscIcm { get; } = new("nsc-icm");

    /// <summary>The registry, Grid Controller of India.</summary>
    public static OffsetRole Registry { get; } = new("registry");

    /// <summary>The word.</summary>
    public override string ToString() => Word;
}

/// <summary>Who acts.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Person">The person, by a name or number that stands for nobody else.</param>
/// <param name="Organisation">For whom the person acts, likewise.</param>
public sealed record OffsetActor(OffsetRole Role, string Person, string Organisation);
