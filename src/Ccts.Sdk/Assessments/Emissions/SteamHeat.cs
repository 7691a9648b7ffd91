using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Records how heat follows from the mass of steam and its enthalpies.</summary>
internal static class SteamHeat
{
    internal static void Note(MonitoredStream stream, MeteredSteam? steam, Workings workings)
    {
        if (steam is null || workings.Steps is null)
        {
            return;
        }

        var mass = steam.Amounts.CanonicalTotal;
        var given = Activity.Given($"{steam.Source}, {steam.State}", workings);
        var net = steam.GigajoulesPerTonne - steam.ReturnGigajoulesPerTonne;
        var sum = Activity.Note(workings, stream, "steam", steam.Amounts, mass);
        var enthalpy = workings.Note(stream.Id, "enthalpy over that of the return", [new Operand(OperandRole.Plus, "enthalpy", steam.GigajoulesPerTonne, "GJ/t", 0, given).By(stream, "enthalpy", workings), new Operand(OperandRole.Minus, "enthalpy of the return", steam.ReturnGigajoulesPerTonne, "GJ/t").By(stream, "returnEnthalpy", workings)], net, "GJ/t");
        workings.Note(stream.Id, "heat of the steam", [new(OperandRole.Times, "steam", mass, "t", sum), new(OperandRole.Times, "enthalpy over that of the return", net, "GJ/t", enthalpy)], mass * net, "GJ");
    }
}
