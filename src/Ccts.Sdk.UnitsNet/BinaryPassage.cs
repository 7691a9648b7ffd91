namespace Ccts.Sdk.UnitsNet;

/// <summary>
/// How a number is converted between <see cref="decimal"/>, which Ccts.Sdk calculates with, and <see cref="double"/>, which
/// UnitsNet 5 uses for every shared quantity. Most decimal fractions have no exact binary form: 0.1 has none, 0.5 has.
/// </summary>
public enum BinaryPassage
{
    /// <summary>Only numbers that are exact in both, such as 12500 or 0.375; any other is refused. The default.</summary>
    Exact,

    /// <summary>
    /// To UnitsNet the closest double; from UnitsNet the shortest decimal that identifies the double. A decimal of up to
    /// 15 significant digits comes back unchanged; a longer one may not, and a double that UnitsNet computed has a
    /// binary error. Use this for numbers that a person entered or will read. State it explicitly where a regulated
    /// number comes in, and keep the source document.
    /// </summary>
    Closest,
}
