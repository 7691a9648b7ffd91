using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Architecture.Tests;

/// <summary>What must not stand in the source of the core: clocks, binary floating point, mutable static state, files.</summary>
public class CoreIsPureTests
{
    private static readonly (string Name, Regex Pattern)[] Forbidden =
    [
        ("a clock", new(@"\b(DateTime|DateTimeOffset|SystemClock|Stopwatch|TimeProvider)\b")),
        ("binary floating point", new(@"\b(double|float|Half|Math\.Pow|Math\.Sqrt)\b")),
        ("files, console or network", new(@"\b(File|Directory|Console|HttpClient|Environment)\.")),
        ("mutable static state", new(@"^\s*(public|internal|private|protected)\s+static\s+(?![^=;({]*\boperator\b)(?!readonly|class|partial|implicit|explicit|extern|event|async)[\w<>\[\],\.\? ]+\s+\w+\s*(=[^>]|;)", RegexOptions.Multiline)),
        ("randomness", new(@"\bnew Random\b|\bGuid\.NewGuid\b")),
    ];

    [Fact]
    public void The_core_reads_no_clock_does_no_io_and_keeps_no_state()
    {
        var offences = Sources().SelectMany(file => Offences(file)).ToList();
        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("private double _x;")]
    [InlineData("var t = File.ReadAllText(p);")]
    [InlineData("    private static int counter = 0;")]
    [InlineData("    internal static List<int> cache;")]
    public void The_scan_finds_an_offence(string line) => Assert.Contains(Forbidden, f => f.Pattern.IsMatch(line));

    [Theory]
    [InlineData("    private static readonly int[] Table = [1];")]
    [InlineData("    public static Mass FromTonnes(decimal tonnes) => new(tonnes);")]
    [InlineData("    public static Mass Zero { get; } = default;")]
    [InlineData("    private static bool Is(int x) => x == 1;")]
    public void The_scan_lets_the_rest_pass(string line) => Assert.DoesNotContain(Forbidden, f => f.Pattern.IsMatch(line));

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Ccts.Sdk"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar));

    private static IEnumerable<string> Offences(string file)
    {
        var code = Regex.Replace(File.ReadAllText(file), @"//.*?$|'(\\.|[^'\\])'|""(\\.|[^""\\])*""", "", RegexOptions.Multiline);

        // Which engine a thread is inside of, put back when its call ends: it outlives no call and no other thread sees it.
        if (Path.GetFileName(file) == "EngineCall.cs")
        {
            code = code.Replace("private static LedgerEngine? _current;", "", StringComparison.Ordinal);
        }

        return Forbidden.Where(f => f.Pattern.IsMatch(code)).Select(f => $"{Path.GetFileName(file)} has {f.Name}: {f.Pattern.Match(code).Value.Trim()}");
    }
}
