namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>
/// How an engine computes and checks. A receipt is recomputed by the edition of its time, even if later ones correct it. Whoever
/// changes a figure or a finding of an existing report makes a new edition, and with it a new format of receipts.
/// </summary>
internal enum Edition
{
    /// <summary>For the receipts <c>ccts-receipt/1</c> and <c>ccts-receipt/2</c>.</summary>
    First,

    /// <summary>
    /// For <c>ccts-receipt/3</c>: overvoltage coefficients go with the current efficiency in per cent, a nil result keeps its sign and has a
    /// quantity of 0, renewable supply without an undertaking is grid supply whatever factor it states, other readings apply to exports, and
    /// values that look like slips withhold an assessment.
    /// </summary>
    Second,
}
