using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Emissions of heat and steam bought in, with the supplier's verified factor (DPCM s.5(16)).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class HeatEmissions
{
    /// <summary>Converts gigajoules to the unit of energy of a factor.</summary>
    internal static Operand GigajoulesPer(EnergyEmissionFactor factor) =>
        new(OperandRole.DividedBy, "GJ per " + factor.EnergyUnit, factor.GigajoulesPerUnit, "GJ/" + factor.EnergyUnit);

    /// <summary>The title of a step, with the heat carrier if that is stated.</summary>
    internal static string Titled(string title, HeatCarrier? carrier) => carrier is { } by ? title + ", " + ReportWords.Carriers[by] : title;

    /// <summary>Emissions of one heat stream; t CO2.</summary>
    public static Calculated<Co2e> Calculate(ImportedHeatStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(ImportedHeatStream stream, EmissionRules rules, Workings workings)
    {
        SteamHeat.Note(stream, stream.Steam, workings);
        var factor = new Operand(OperandRole.Times, "supplier's factor", stream.Factor.Kept, "tCO2/" + stream.Factor.EnergyUnit, 0, Activity.Given(stream.Source, workings)).By(stream, "factor", workings);
        return Activity.TimesFactor(stream, Titled("heat CO2", stream.Carrier), stream.Amounts, factor, GigajoulesPer(stream.Factor), rules, workings);
    }
}
