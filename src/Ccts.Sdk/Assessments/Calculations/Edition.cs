namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>
/// How an engine computes and checks. A receipt is recomputed by the edition of its day, however much the later ones mend; whoever
/// changes a figure or a finding of an existing report makes a new edition, and with it a new format of receipts.
/// </summary>
internal enum Edition
{
    /// <summary>Of the receipts <c>ccts-receipt/1</c> and <c>ccts-receipt/2</c>.</summary>
    First,

    /// <summary>
    /// Of <c>ccts-receipt/3</c>: overvoltage coefficients go with the current efficiency in per cent, a nil result keeps its sign and has a
    /// quantity of 0, renewable supply without an undertaking is grid supply whatever factor it states, other readings reach exports, and
    /// values that look like slips withhold an assessment.
    /// </summary>
    Second,
}
