using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules.Conditions;

/// <summary>Reads the values of conditions, each with its type, so that money is never compared with days.</summary>
internal sealed class OperandReader(FactVocabulary vocabulary, IReadOnlyDictionary<string, Parameter> parameters, ProblemList problems)
{
    private static readonly string[] Bases = ["fact", "parameter", "firstDayOf", "lastDayOf", "yearOf", "firstDayOfQuarter", "value"];

    private static readonly IReadOnlyDictionary<string, ArithmeticKind> Steps = new Dictionary<string, ArithmeticKind>(StringComparer.Ordinal)
    {
        ["plus"] = ArithmeticKind.Plus,
        ["minus"] = ArithmeticKind.Minus,
        ["times"] = ArithmeticKind.Times,
    };

    private static readonly string[] StepWords = [.. Steps.Keys];

    /// <summary>A value written as an object; unknown members are found by <paramref name="reader"/>'s owner.</summary>
    internal Operand? Read(ObjectReader reader, int depth = 0)
    {
        if (depth >= ConditionLimits.MaxOperandDepth)
        {
            problems.Error("too-deep", reader.Node.Place, "This computation is too deep inside others.", $"at most {ConditionLimits.MaxOperandDepth}");
            return null;
        }

        var bases = reader.Present(Bases);
        if (bases.Count != 1)
        {
            problems.Error("bad-operand", reader.Node.Place, bases.Count == 0 ? "Nothing here says what is looked at." : $"{string.Join(" and ", bases)} are given together.", "one of " + string.Join(", ", Bases));
            return null;
        }

        return ReadBase(reader, bases[0], depth) is { } operand ? ReadSteps(reader, operand, depth) : null;
    }

    /// <summary>A value that is compared with another: a plain value, or an object.</summary>
    internal Operand? ReadAgainst(LocatedNode node, FactType type, int depth = 0)
    {
        if (node.Kind == LocatedKind.Object)
        {
            var reader = new ObjectReader(node, problems);
            var operand = Read(reader, depth);
            reader.Done();
            return operand;
        }

        return FactReader.ReadValue(node, type, problems) is { } value ? new Literal(type, value) : null;
    }

    internal static FactType? TypeOf(string unit) => unit switch
    {
        ParameterUnit.Word => FactType.Text,
        ParameterUnit.Date => FactType.Date,
        ParameterUnit.Statement => FactType.Flag,
        _ when ParameterUnit.CountedWords.Holds(unit) => new FactType(FactKind.Number, unit),
        _ => FactDimension.Of(unit) is null ? null : new FactType(FactKind.Quantity, unit),
    };

    private Operand? ReadBase(ObjectReader reader, string key, int depth) => key switch
    {
        "fact" => reader.Text(key) is { } name ? FindFact(name, reader.Node.Member(key)!) : null,
        "parameter" => ReadParameter(reader),
        "value" => Inner(reader, key, depth),
        "yearOf" => Inner(reader, key, depth) is { } day && Expect(day, FactKind.Date, reader, key) ? new YearStep(FactType.Year, YearStepKind.YearOf, day) : null,
        "firstDayOfQuarter" => Inner(reader, key, depth) is { } within && Expect(within, FactKind.Date, reader, key) ? new YearStep(FactType.Date, YearStepKind.FirstDayOfQuarter, within) : null,
        _ => Inner(reader, key, depth) is { } year && Expect(year, FactKind.Year, reader, key) ? new YearStep(FactType.Date, key == "firstDayOf" ? YearStepKind.FirstDay : YearStepKind.LastDay, year) : null,
    };

    private Operand? Inner(ObjectReader reader, string key, int depth)
    {
        var inner = reader.Object(key)!;
        var operand = Read(inner, depth + 1);
        inner.Done();
        return operand;
    }

    private bool Expect(Operand operand, FactKind kind, ObjectReader reader, string key)
    {
        if (operand.Type.Kind == kind)
        {
            return true;
        }

        problems.Error("type-mismatch", reader.Node.Member(key)!.Place, $"\"{key}\" is asked of {operand.Type}.", new FactType(kind).ToString());
        return false;
    }

    private FactOperand? FindFact(string name, LocatedNode node)
    {
        if (vocabulary.Find(name) is { } fact)
        {
            return new FactOperand(fact);
        }

        problems.Error("unknown-fact", node.Place, $"\"{ShownText.Short(name)}\" is not a fact of the vocabulary.", "a name from facts.json", problems.Nearest(name, vocabulary.Names));
        return null;
    }

    private ParameterOperand? ReadParameter(ObjectReader reader)
    {
        var path = reader.Text("parameter");
        var keyNode = reader.Optional("key");
        var node = reader.Node.Member("parameter")!;
        if (path is null || Find(path, node) is not { } parameter)
        {
            return null;
        }

        if (parameter.KeyName is null == keyNode is not null)
        {
            problems.Error("values-or-table", node.Place, keyNode is null ? $"\"{path}\" is a table." : $"\"{path}\" is a single value.", keyNode is null ? "a \"key\" that says which row" : "no \"key\"");
            return null;
        }

        if (parameter.IsBroken || parameter.Rows.Any(r => r.Values.Count == 0))
        {
            // The reader of the parameter has already reported what is wrong with it.
            return null;
        }

        var unit = parameter.Rows.SelectMany(r => r.Values).FirstOrDefault()?.Unit;
        var type = unit is null ? null : TypeOf(unit);
        if (type is null)
        {
            problems.Error("type-mismatch", node.Place, $"A condition cannot use \"{path}\"{(unit is null ? ", which has no value" : $", whose unit is {unit}")}.", "a parameter whose values can be compared");
            return null;
        }

        if (parameter.Rows.SelectMany(r => r.Values).FirstOrDefault(v => v.IsKnown && !ParameterValues.TryRead(v, type, out _)) is { } unusable)
        {
            problems.Error("value-out-of-bounds", unusable.Place, $"A condition uses \"{path}\", and {ShownText.Short(unusable.ToString())} is too large or too precise for that.", FactText.Bounds);
            return null;
        }

        var key = keyNode is null ? null : ReadAgainst(keyNode, FactType.Text, 1);
        return keyNode is not null && key is null ? null : new ParameterOperand(parameter, type, key);
    }

    internal Parameter? Find(string path, LocatedNode node)
    {
        if (parameters.TryGetValue(path, out var parameter))
        {
            return parameter;
        }

        problems.Error("unknown-parameter", node.Place, $"There is no parameter \"{ShownText.Short(path)}\".", "a path from parameters.json", problems.Nearest(path, parameters.Keys));
        return null;
    }

    private Operand? ReadSteps(ObjectReader reader, Operand operand, int depth)
    {
        if (reader.Optional("or") is { } or)
        {
            var second = ReadAgainst(or, operand.Type, depth + 1);
            if (second is null || !Matches(operand.Type, second.Type, or))
            {
                return null;
            }

            operand = new Fallback(operand, second);
        }

        var steps = reader.Present(StepWords);
        if (steps.Count > 1)
        {
            problems.Error("bad-operand", reader.Node.Place, $"{string.Join(" and ", steps)} are given together.", "one step, and further ones around it with \"value\"");
            return null;
        }

        return steps.Count == 0 ? operand : ReadStep(operand, Steps[steps[0]], reader.Node.Member(steps[0])!, depth);
    }

    private Arithmetic? ReadStep(Operand left, ArithmeticKind kind, LocatedNode node, int depth)
    {
        var plain = kind == ArithmeticKind.Times ? new FactType(FactKind.Number, ParameterUnit.Multiple)
            : left.Type.Kind == FactKind.Date ? new FactType(FactKind.Number, ParameterUnit.Days)
            : left.Type;
        var right = ReadAgainst(node, plain, depth + 1);
        if (right is null)
        {
            return null;
        }

        if (ArithmeticTypes.ResultOf(left.Type, kind, right.Type) is { } type)
        {
            return new Arithmetic(type, left, kind, right);
        }

        problems.Error("type-mismatch", node.Place, $"{left.Type} and {right.Type} cannot be combined by \"{node.Key}\".", ArithmeticTypes.Expected);
        return null;
    }

    internal bool Matches(FactType left, FactType right, LocatedNode node)
    {
        if (left.ComparesWith(right))
        {
            return true;
        }

        problems.Error("type-mismatch", node.Place, $"{left} is compared with {right}.", "values of one kind and one unit");
        return false;
    }
}
