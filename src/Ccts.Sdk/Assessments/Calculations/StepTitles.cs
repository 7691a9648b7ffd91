namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>Titles of steps by which later steps find their numbers.</summary>
internal static class StepTitles
{
    internal const string TotalGhg = "total GHG";
    internal const string TotalProduct = "total equivalent product";
}
