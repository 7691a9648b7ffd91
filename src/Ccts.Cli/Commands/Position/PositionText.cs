using Ccts.Sdk.Assessments.Position;

namespace Ccts.Cli.Commands.Position;

/// <summary>The words of a position.</summary>
internal static class PositionText
{
    internal static string Word(OversellLevel level) => level switch
    {
        OversellLevel.Near => "near",
        OversellLevel.AtLimit => "at-limit",
        OversellLevel.Barred => "barred",
        _ => "clear",
    };
}
