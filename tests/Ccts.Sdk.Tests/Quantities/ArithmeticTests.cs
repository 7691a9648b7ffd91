using System;
using System.Linq;
using System.Reflection;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>Equality, ordering, default and the operators every quantity shares, for every type and unit.</summary>
public sealed class ArithmeticTests
{
    public static TheoryData<string> Kinds => QuantityKind.Names;

    public static TheoryData<string> Types => QuantityKind.TypeNames;

    [Theory]
    [MemberData(nameof(Types))]
    public void Default_is_a_valid_zero_of_the_canonical_unit(string name)
    {
        var type = QuantityKind.TypeNamed(name);
        var zero = (IQuantity)Activator.CreateInstance(type)!;

        Assert.Equal("0 " + zero.CanonicalUnit, zero.ToString());
        Assert.Equal(QuantityKind.All.First(k => k.Type == type).Of(0m), zero);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Equality_is_numeric(string name)
    {
        var kind = QuantityKind.Named(name);

        Assert.Equal(kind.Of(1m), kind.Of(1.000m));
        Assert.Equal(kind.Of(1m).GetHashCode(), kind.Of(1.000m).GetHashCode());
        Assert.NotEqual(kind.Of(1m), kind.Of(1.0000000001m));
        Assert.True(Call<bool>(kind, "op_Equality", kind.Of(1m), kind.Of(1.0m)));
        Assert.True(Call<bool>(kind, "op_Inequality", kind.Of(1m), kind.Of(2m)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ordering_is_numeric(string name)
    {
        var kind = QuantityKind.Named(name);
        decimal[] numbers = [-2m, -1.5m, 0m, 0.001m, 1m, 1.0m, 3m];
        foreach (var left in numbers)
        {
            foreach (var right in numbers)
            {
                var (a, b) = (kind.Of(left), kind.Of(right));
                Assert.Equal(left.CompareTo(right), Call<int>(kind, "CompareTo", a, b));
                Assert.Equal(left < right, Call<bool>(kind, "op_LessThan", a, b));
                Assert.Equal(left > right, Call<bool>(kind, "op_GreaterThan", a, b));
                Assert.Equal(left <= right, Call<bool>(kind, "op_LessThanOrEqual", a, b));
                Assert.Equal(left >= right, Call<bool>(kind, "op_GreaterThanOrEqual", a, b));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Sums_differences_multiples_and_ratios_are_those_of_the_numbers(string name)
    {
        var kind = QuantityKind.Named(name);
        var (a, b) = (kind.Of(7.25m), kind.Of(-2.5m));

        Assert.Equal(kind.Of(4.75m), Call<IQuantity>(kind, "op_Addition", a, b));
        Assert.Equal(kind.Of(9.75m), Call<IQuantity>(kind, "op_Subtraction", a, b));
        Assert.Equal(kind.Of(-7.25m), Call<IQuantity>(kind, "op_UnaryNegation", a));
        Assert.Equal(kind.Of(21.75m), Call<IQuantity>(kind, "op_Multiply", a, 3m));
        Assert.Equal(kind.Of(21.75m), Call<IQuantity>(kind, "op_Multiply", 3m, a));
        Assert.Equal(-2.9m, Call<decimal>(kind, "op_Division", a, b));
        Assert.Throws<DivideByZeroException>(() => Call<decimal>(kind, "op_Division", a, kind.Of(0m)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Overflow_is_an_error(string name)
    {
        var kind = QuantityKind.All.First(k => k.Type == QuantityKind.TypeNamed(name));
        var most = kind.Of(decimal.MaxValue);

        Assert.Throws<OverflowException>(() => Call<IQuantity>(kind, "op_Addition", most, most));
        Assert.Throws<OverflowException>(() => Call<IQuantity>(kind, "op_Subtraction", kind.Of(decimal.MinValue), most));
        Assert.Throws<OverflowException>(() => Call<IQuantity>(kind, "op_Multiply", most, 2m));
    }

    [Fact]
    public void Overflow_of_a_product_or_of_a_unit_is_an_error()
    {
        Assert.Throws<OverflowException>(() => Mass.FromTonnes(decimal.MaxValue) * NetCalorificValue.FromGigajoulesPerTonne(2m));
        Assert.Throws<OverflowException>(() => Mass.Of(decimal.MaxValue, MassUnit.Kilotonne));
        Assert.Throws<OverflowException>(() => Mass.FromTonnes(decimal.MaxValue).In(MassUnit.Kilogram));
    }

    [Fact]
    public void A_value_that_a_unit_would_round_is_refused()
    {
        var refusal = Assert.Throws<OverflowException>(() => Energy.Of(1.2345678901234567890123456789m, EnergyUnit.Kilocalorie));
        Assert.Contains("\"1.2345678901234567890123456789 kcal\" cannot be held exactly in GJ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Mass.Of(1m, (MassUnit)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mass.FromTonnes(1m).In((MassUnit)(-1)));
    }

    [Fact]
    public void A_net_value_is_above_none_and_at_most_all_of_the_gross_one() =>
        Assert.All([0m, -0.1m, 1.01m], wrong =>
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => GrossCalorificValue.FromGigajoulesPerTonne(20m).ToNet(wrong));
            Assert.Throws<ArgumentOutOfRangeException>(() => VolumeGrossCalorificValue.FromGigajoulesPerKilolitre(20m).ToNet(wrong));
            Assert.Throws<ArgumentOutOfRangeException>(() => GasGrossCalorificValue.FromGigajoulesPerStandardCubicMetre(20m).ToNet(wrong));
        });

    // Operators are static and take all operands; CompareTo is called on the first.
    private static T Call<T>(QuantityKind kind, string name, params object[] operands)
    {
        var (self, arguments) = name.StartsWith("op_", StringComparison.Ordinal) ? (null, operands) : (operands[0], operands[1..]);
        var method = kind.Type.GetMethod(name, [.. arguments.Select(a => a.GetType())])!;
        return (T)method.Invoke(self, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }
}
