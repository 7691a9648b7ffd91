using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ccts.Architecture.Tests.Storeys;

/// <summary>The test of the storeys fails where it should: every way in which a type can use another closes a circle.</summary>
public sealed class CircleTests
{
    [Theory]
    [InlineData("class Low : Made.Upper.High;")]
    [InlineData("class Low : Made.Upper.IHigh;")]
    [InlineData("class Low { Made.Upper.High? _high; }")]
    [InlineData("class Low { Made.Upper.High[] _high = []; }")]
    [InlineData("class Low { System.Collections.Generic.List<Made.Upper.High>? _high; }")]
    [InlineData("class Low { void Do(Made.Upper.High high) { } }")]
    [InlineData("class Low { Made.Upper.High? Do() => null; }")]
    [InlineData("class Low { Made.Upper.High? High { get; } }")]
    [InlineData("class Low { event System.Action<Made.Upper.High>? Done; }")]
    [InlineData("class Low { object Do() => new Made.Upper.High(); }")]
    [InlineData("class Low { object Do() => typeof(Made.Upper.High); }")]
    [InlineData("class Low { bool Do(object o) => o is Made.Upper.High; }")]
    [InlineData("class Low { int Do() => Made.Upper.High.Count(); }")]
    [InlineData("class Low { int Do() => Made.Upper.High.Field; }")]
    [InlineData("class Low { void Do() { try { ToString(); } catch (Made.Upper.Fault) { } } }")]
    [InlineData("class Low { void Do<T>() where T : Made.Upper.High { } }")]
    [InlineData("class Low<T> where T : Made.Upper.High;")]
    [InlineData("class Low { System.Func<int> Do() => () => Made.Upper.High.Count(); }")]
    [InlineData("class Low { System.Collections.Generic.IEnumerable<int> Do() { yield return Made.Upper.High.Count(); } }")]
    [InlineData("class Low { async System.Threading.Tasks.Task<int> Do() { await System.Threading.Tasks.Task.Yield(); return Made.Upper.High.Count(); } }")]
    [InlineData("class Low { class Inner { Made.Upper.High? _high; } }")]
    [InlineData("class Low { object? Do() => System.Array.Empty<Made.Upper.High>(); }")]
    [InlineData("class Low { int Do(int i) { switch (i) { case 0: return 7; case 1: return 8; case 2: return 9; case 3: return 5; } return Made.Upper.High.Count(); } }")]
    [InlineData("[Made.Upper.Mark] class Low;")]
    public void A_use_upwards_closes_a_circle(string low)
    {
        var circle = Assert.Single(Circles("namespace Made.Upper { class Roof { Made.Lower.Low" + (low.Contains("Low<T>", StringComparison.Ordinal) ? "<High>" : "") + "? _low; } } namespace Made.Lower { " + low + " }"));
        Assert.StartsWith("Made: Lower, Upper form a circle; ", circle, StringComparison.Ordinal);
        Assert.Contains("Made.Upper.Roof uses Made.Lower.Low", circle, StringComparison.Ordinal);
        Assert.Contains("Made.Lower.Low", circle.Split(';')[^1] + circle.Split(';')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public void Stairs_that_only_go_down_are_no_circle() =>
        Assert.Empty(Circles("namespace Made.Upper { class Roof { Made.Lower.Low? _low; Made.Lower.Deep.Well? _well; } } namespace Made.Lower { class Low { Deep.Well? _well; } } namespace Made.Lower.Deep { class Well { Well? _next; } }"));

    [Fact]
    public void Rooms_inside_a_room_are_held_to_it_too() =>
        Assert.Equal(
            "Made.Lower: A, B form a circle; Made.Lower.B.Two uses Made.Lower.A.One; Made.Lower.A.One uses Made.Lower.B.Two",
            Assert.Single(Circles("namespace Made.Lower.A { class One { B.Two? _two; } } namespace Made.Lower.B { class Two { A.One? _one; } }")));

    [Fact]
    public void A_room_and_a_room_inside_it_cannot_use_each_other() =>
        Assert.Equal(
            "Made.Lower: its own types, A form a circle; Made.Lower.A.One uses Made.Lower.Two; Made.Lower.Two uses Made.Lower.A.One",
            Assert.Single(Circles("namespace Made.Lower.A { class One { Two? _two; } } namespace Made.Lower { class Two { A.One? _one; } }")));

    [Fact]
    public void Two_rooms_whose_inner_rooms_use_each_other_are_a_circle() =>
        Assert.StartsWith("Made: A, B form a circle; ", Assert.Single(Circles("namespace Made.A.X { class One { B.Y.Two? _two; } } namespace Made.A.Z { class Three; } namespace Made.B.Y { class Two { A.Z.Three? _three; } }")), StringComparison.Ordinal);

    [Fact]
    public void A_long_way_round_is_told_step_by_step() =>
        Assert.Equal(
            "Made: A, B, C form a circle; Made.A.One uses Made.B.Two; Made.B.Due uses Made.C.Three; Made.C.Three uses Made.A.One",
            Assert.Single(Circles("namespace Made.A { class One { B.Two? _a; } class Uno { B.Two? _a; } } namespace Made.B { class Two { C.Three? _a; } class Due { C.Three? _a; } } namespace Made.C { class Three { A.One? _a; } }")));

    /// <summary>The compiler copies a constant to where it is used, and leaves no trace of a using.</summary>
    [Theory]
    [InlineData("using Made.Upper;", "3")]
    [InlineData("", "Codes.Bad")]
    public void A_constant_or_a_using_upwards_closes_a_circle_too(string usings, string value)
    {
        string[] sources =
        [
            "namespace Made;\ninternal static class Codes\n{\n    internal const int Bad = 2;\n    internal static int Run() => Output.Printer.Print();\n}\n",
            $"{usings}\nnamespace Made.Output;\ninternal static class Printer\n{{\n    internal static int Print() => {value};\n}}\n",
            "namespace Made.Upper;\ninternal static class Roof\n{\n    internal static int Top() => Output.Printer.Print();\n}\n",
        ];
        using var image = Compiled(sources);
        var compiled = TypeUses.Read(image);

        Assert.Empty(new House("Made", compiled).Circles());
        Assert.Single(new House("Made", SourceUses.Added(compiled, "Made", sources)).Circles());
    }

    private static List<string> Circles(string code)
    {
        using var image = Compiled(code);
        return [.. new House("Made", TypeUses.Read(image)).Circles()];
    }

    private static MemoryStream Compiled(params string[] sources)
    {
        const string Above = " namespace Made.Upper { class High { public static int Field; public static int Count() => 1; } interface IHigh; class Fault : System.Exception; class MarkAttribute : System.Attribute; }";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p));
        var made = CSharpCompilation.Create("Made", [.. sources.Append(Above).Select(s => CSharpSyntaxTree.ParseText("#nullable enable\n" + s))], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        var image = new MemoryStream();
        var result = made.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return image;
    }
}
