namespace Ccts.Sdk.Law;

/// <summary>Where a value comes from.</summary>
/// <param name="Instrument">Id of the instrument in the ruleset's list, e.g. <c>BEE-DPCM</c>.</param>
/// <param name="Clause">The clause, rule, annexure or table, e.g. <c>s.5(7)(vii)</c>.</param>
/// <param name="Location">Page or address of the copy that was read, or null.</param>
public sealed record LegalSource(string Instrument, string? Clause, string? Location = null)
{
    /// <summary>Instrument and clause, e.g. <c>BEE-DPCM s.5(7)(vii)</c>.</summary>
    public override string ToString() => Clause is null ? Instrument : Instrument + " " + Clause;
}
