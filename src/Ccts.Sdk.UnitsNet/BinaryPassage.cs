namespace Ccts.Sdk.UnitsNet;

/// <summary>
/// How a number passes between <see cref="decimal"/>, which Ccts.Sdk calculates with, and <see cref="double"/>, which
/// UnitsNet 5 holds every shared quantity in. Most decimal fractions have no binary twin: 0.1 has none, 0.5 has.
/// </summary>
public enum BinaryPassage
{
    /// <summary>Only numbers that both hold exactly, such as 12500 or 0.375; every other one is refused. The default.</summary>
    Exact,

    /// <summary>
    /// To UnitsNet the closest double; from UnitsNet the shortest decimal that names the double. A decimal of up to
    /// 15 significant digits comes back as it went; a longer one may not, and a double that UnitsNet computed carries its
    /// binary error with it. So this is for numbers that a person entered or will look at: name it where a regulated
    /// number comes in, and keep the source document beside it.
    /// </summary>
    Closest,
}
