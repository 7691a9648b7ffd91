namespace Ccts.Sdk.ProFormas.Formulas;

/// <summary>A column of a pro-forma: the year or the baseline that a figure belongs to.</summary>
public enum ProFormaColumn
{
    /// <summary>The first year of the baseline.</summary>
    Year1,

    /// <summary>The second year of the baseline, where there is one.</summary>
    Year2,

    /// <summary>The third year of the baseline, where there is one.</summary>
    Year3,

    /// <summary>The baseline: inputs are the mean of its years, results are computed from those means.</summary>
    Baseline,

    /// <summary>The current, assessment or target year.</summary>
    Current,
}
