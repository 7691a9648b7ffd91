namespace Ccts.Credits.Offsets.Moves;

/// <summary>The role in which somebody acts in a project. A person has only one role in a project, and so has an organisation.</summary>
public enum OffsetRole
{
    /// <summary>Whoever carries the project out.</summary>
    Proponent,

    /// <summary>An accredited carbon verification agency, which validates and verifies.</summary>
    Agency,

    /// <summary>The Bureau of Energy Efficiency, administrator of the scheme.</summary>
    Bee,

    /// <summary>The National Steering Committee for the Indian Carbon Market, which recommends.</summary>
    NscIcm,

    /// <summary>The registry, Grid Controller of India.</summary>
    Registry,
}

/// <summary>Who acts.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Person">The person, by a name or number that stands for nobody else.</param>
/// <param name="Organisation">For whom the person acts, likewise.</param>
public sealed record OffsetActor(OffsetRole Role, string Person, string Organisation);
