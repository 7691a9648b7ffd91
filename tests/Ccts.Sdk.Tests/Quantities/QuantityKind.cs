using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>One quantity in one of its units, found by reflection, so that no new type or unit escapes the tests.</summary>
/// <param name="Type">The quantity.</param>
/// <param name="Unit">The unit, or null for a quantity that is made in its canonical unit only.</param>
public sealed record QuantityKind(Type Type, object? Unit)
{
    private const BindingFlags Straight = BindingFlags.DoNotWrapExceptions;

    /// <summary>Every quantity type, intensities closed over each output.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(IQuantity).Assembly.GetExportedTypes()
            .Where(t => typeof(IQuantity).IsAssignableFrom(t) && t.IsValueType)
            .SelectMany(t => t.IsGenericTypeDefinition ? Outputs.Select(o => t.MakeGenericType(o)) : [t]),
    ];

    /// <summary>Every quantity in every unit it can be made in.</summary>
    public static IReadOnlyList<QuantityKind> All { get; } =
        [.. Types.SelectMany(t => UnitsOf(t).Select(u => new QuantityKind(t, u)))];

    /// <summary><see cref="All"/> by name, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(k => k.ToString())];

    /// <summary><see cref="Types"/> by name, for theories.</summary>
    public static TheoryData<string> TypeNames => [.. Types.Select(TypeName)];

    private static Type[] Outputs => [typeof(Mass), typeof(ElectricalEnergy), typeof(RefineryThroughput)];

    /// <summary>The unit as the quantity writes it.</summary>
    public string Symbol => Write(Of(1m)).Split(' ')[1];

    private static readonly Dictionary<string, QuantityKind> ByName = All.ToDictionary(k => k.ToString());

    public static QuantityKind Named(string name) => ByName[name];

    public static Type TypeNamed(string name) => Types.Single(t => TypeName(t) == name);

    /// <summary>The value in this unit.</summary>
    public IQuantity Of(decimal value) => (IQuantity)(Unit is null
        ? Canonical.Invoke(null, Straight, null, [value], null)!
        : Type.GetMethod("Of", [typeof(decimal), Unit.GetType()])!.Invoke(null, Straight, null, [value, Unit], null)!);

    /// <summary>Text in this unit.</summary>
    public string Write(IQuantity value) => Unit is null or OutputBasis
        ? value.ToString()!
        : (string)Type.GetMethod("ToString", [Unit.GetType()])!.Invoke(value, Straight, null, [Unit], null)!;

    /// <summary>The number in this unit.</summary>
    public decimal In(IQuantity value) => Unit is null or OutputBasis
        ? value.CanonicalValue
        : (decimal)Type.GetMethod("In", [Unit.GetType()])!.Invoke(value, Straight, null, [Unit], null)!;

    public IQuantity Parse(string? text) =>
        (IQuantity)Type.GetMethod("Parse", [typeof(string)])!.Invoke(null, Straight, null, [text], null)!;

    public bool TryParse(string? text, out IQuantity value, out string? reason)
    {
        object?[] arguments = [text, null, null];
        var read = (bool)Type.GetMethod("TryParse")!.Invoke(null, Straight, null, arguments, null)!;
        value = (IQuantity)arguments[1]!;
        reason = (string?)arguments[2];
        return read;
    }

    public override string ToString() => TypeName(Type) + (Unit is null ? "" : " in " + Unit);

    private static string TypeName(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]} of {type.GetGenericArguments()[0].Name}" : type.Name;

    // The factory from the canonical unit: the only one with a lone decimal.
    private MethodInfo Canonical => Type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Single(m => !m.IsSpecialName && m.ReturnType == Type
            && m.GetParameters() is [{ ParameterType: var only }] && only == typeof(decimal));

    private static IEnumerable<object?> UnitsOf(Type type)
    {
        var unit = type.GetMethods()
            .Where(m => m.Name == "Of" && m.GetParameters().Length == 2)
            .Select(m => m.GetParameters()[1].ParameterType)
            .SingleOrDefault(p => p.IsEnum || p == typeof(OutputBasis));
        return unit is null ? [null] : unit == typeof(OutputBasis) ? [OutputBasis.Tonne, OutputBasis.MegawattHour, OutputBasis.RefineryBarrel] : Enum.GetValues(unit).Cast<object?>();
    }
}
