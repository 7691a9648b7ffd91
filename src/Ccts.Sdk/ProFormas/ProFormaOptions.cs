namespace Ccts.Sdk.ProFormas;

/// <summary>What an assessment of a filing includes.</summary>
public sealed record ProFormaOptions
{
    /// <summary>With slips and open points, without steps.</summary>
    public static ProFormaOptions Default { get; } = new();

    /// <summary>Compute the effect of each workbook error alone, and every open point under its other readings. Takes some fifty computations.</summary>
    public bool Account { get; init; } = true;

    /// <summary>Also compute what the workbook prints. Without it, the printed figures are empty and no difference is reported.</summary>
    public bool Printed { get; init; } = true;

    /// <summary>Keep the formula and the operands of every figure.</summary>
    public bool Steps { get; init; }
}
