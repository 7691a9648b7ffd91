namespace Ccts.Compliance.Extracts;

/// <summary>A good about which a plant tells its importers.</summary>
/// <param name="CnCode">Its CN code.</param>
/// <param name="Product">Its product in the report, by id or name; null where the report has only one product.</param>
public sealed record CbamGood(string CnCode, string? Product = null);
