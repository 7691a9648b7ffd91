using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>An amount before its unit is understood.</summary>
/// <param name="Period">The days.</param>
/// <param name="Text">Number and unit as written.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct RawAmount(ReportingPeriod Period, string Text, SourcePlace Place)
{
    /// <summary>What follows the last blank; the unit, if the text is a quantity at all.</summary>
    internal string Unit => Text.Substring(Text.LastIndexOf(' ') + 1);
}
