namespace Ccts.Credits.Offsets.Moves;

/// <summary>
/// The role of an actor in a project, as a word of the ruleset's table <c>offset.roles</c>; an overlay may add others. A person
/// has one role in a project, and so has an organisation.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word, small letters, digits and hyphens.</param>
public sealed record OffsetRole(string Word)
{
    /// <summary>The proponent, who carries out the project.</summary>
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
/// <param name="Person">The person, by an unambiguous name or number.</param>
/// <param name="Organisation">The organisation for which the person acts, likewise.</param>
public sealed record OffsetActor(OffsetRole Role, string Person, string Organisation);
