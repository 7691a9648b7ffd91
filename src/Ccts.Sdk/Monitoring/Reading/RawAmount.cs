using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>An amount before its unit is understood.</summary>
/// <param name="Period">The days.</param>
/// <param name="Text">Number and unit as written.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct RawAmount(ReportingPeriod Period, string Text, SourcePlace Place)
{
    /// <summary>The text after the last blank: the unit, if this is a quantity.</summary>
    internal string Unit => Text.Substring(Text.LastIndexOf(' ') + 1);
}
