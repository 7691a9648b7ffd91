namespace Ccts.Compliance.Extracts;

/// <summary>A good about which a plant tells its importers.</summary>
/// <param name="CnCode">Its CN code.</param>
/// <param name="Product">The product of the report that it is, by id or name; null where the report has one product alone.</param>
public sealed record CbamGood(string CnCode, string? Product = null);
