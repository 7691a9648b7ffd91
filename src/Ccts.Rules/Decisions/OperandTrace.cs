using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Decisions;

/// <summary>The value of an operand in a case, or what is missing for it; and the law it used.</summary>
public sealed class OperandTrace
{
    private OperandTrace(Operand operand, FactValue? value, IReadOnlyList<MissingInput> missing, IReadOnlyList<ParameterUse> uses)
    {
        Operand = operand;
        Value = value;
        Missing = missing;
        Uses = uses;
    }

    /// <summary>What was asked.</summary>
    public Operand Operand { get; }

    /// <summary>Its value, or null if something is missing.</summary>
    public FactValue? Value { get; }

    /// <summary>Facts that are not stated and values that the law does not give.</summary>
    public IReadOnlyList<MissingInput> Missing { get; }

    /// <summary>The values of the ruleset that it took.</summary>
    public IReadOnlyList<ParameterUse> Uses { get; }

    internal static OperandTrace Known(Operand operand, FactValue value, params ParameterUse[] uses) => new(operand, value, [], uses);

    internal static OperandTrace Unknown(Operand operand, MissingInput missing, params ParameterUse[] uses) => new(operand, null, [missing], uses);

    /// <summary>Computed from others: missing what they miss.</summary>
    internal static OperandTrace From(Operand operand, Func<FactValue?> compute, params OperandTrace[] inputs)
    {
        var missing = inputs.SelectMany(i => i.Missing).Distinct().ToList();
        var uses = inputs.SelectMany(i => i.Uses).ToList();
        var value = missing.Count == 0 ? compute() : null;
        if (missing.Count == 0 && value is null)
        {
            missing.Add(new MissingInput(MissingKind.Computation, ConditionWords.Of(operand)));
        }

        return new OperandTrace(operand, value, missing, uses);
    }

    /// <summary>The second if the first is unknown; both are missing if neither is known.</summary>
    internal static OperandTrace FirstKnown(Operand operand, OperandTrace first, OperandTrace second)
    {
        var value = first.Value ?? second.Value;
        return new OperandTrace(operand, value, value is null ? second.Missing.Concat(first.Missing).Distinct().ToList() : [], first.Uses.Concat(first.Value is null ? second.Uses : []).ToList());
    }
}

/// <summary>A parameter that a decision used, as it applies on the day.</summary>
public sealed record ParameterUse(string Path, DatedValue Value);
