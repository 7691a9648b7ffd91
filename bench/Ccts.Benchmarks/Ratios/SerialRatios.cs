using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Benchmarks.Ratios;

/// <summary>
/// Serials read by grammar against a compiled regular expression that extracts the same fields: told the registry (bar: a third of the
/// time) and finding it out (bar: half). Zero bytes a serial.
/// </summary>
internal static partial class SerialRatios
{
    private const int Serials = 1000;

    internal static IEnumerable<Ratio> All()
    {
        var verra = Enumerable.Range(0, Serials).Select(Verra).ToArray();
        var mixed = Enumerable.Range(0, Serials).Select(i => (i % 4) switch { 0 => Verra(i), 1 => Gold(i), 2 => Car(i), _ => Acr(i) }).ToArray();
        yield return new Ratio("serial/parse-known", () => Sink.Take(ByRegex(verra)), () => Sink.Take(Known(verra)));
        yield return new Ratio("serial/parse-detect", () => Sink.Take(ByRegex(mixed)), () => Sink.Take(Detected(mixed)));
    }

    private static ulong Known(string[] serials)
    {
        Span<FieldSlice> fields = stackalloc FieldSlice[SerialGrammar.MaxFields];
        ulong sum = 0;
        foreach (var serial in serials)
        {
            sum += SerialGrammars.BuiltIn.TryMatch("verra", serial, fields, out var match) ? Digest(match) : 0;
        }

        return sum;
    }

    private static ulong Detected(string[] serials)
    {
        Span<FieldSlice> fields = stackalloc FieldSlice[SerialGrammar.MaxFields];
        ulong sum = 0;
        foreach (var serial in serials)
        {
            sum += SerialGrammars.BuiltIn.TryMatch(serial, fields, out var match) ? Digest(match) : 0;
        }

        return sum;
    }

    private static ulong Digest(in SerialMatch match) =>
        match.Range.End.Low - match.Range.Start.Low + (ulong)match.Project.Length + match.Country[0] + (ulong)match.Field(0).Length;

    private static ulong ByRegex(string[] serials)
    {
        ulong sum = 0;
        foreach (var serial in serials)
        {
            // The first character tells the four apart, which is more help than the grammars get.
            var match = (serial[0] switch { 'G' => GoldPattern(), 'C' => CarPattern(), 'A' => AcrPattern(), _ => VerraPattern() }).Match(serial);
            if (match.Success)
            {
                sum += ulong.Parse(match.Groups["end"].ValueSpan, CultureInfo.InvariantCulture) - ulong.Parse(match.Groups["start"].ValueSpan, CultureInfo.InvariantCulture)
                    + (ulong)match.Groups["project"].Length + match.Groups["country"].ValueSpan[0] + (ulong)match.Groups[1].Length;
            }
        }

        return sum;
    }

    private static string Verra(int i) => string.Create(CultureInfo.InvariantCulture, $"{19000 + i}-{941467007 + (i * 500)}-{941467431 + (i * 500)}-VCS-VCU-{1000 + (i % 600)}-VER-ET-14-{1340 + i}-01012020-31122020-{i % 2}");

    private static string Gold(int i) => string.Create(CultureInfo.InvariantCulture, $"GS1-1-IN-GS{817 + i}-4-2012-{1303 + i}-{93 + i}-{4644 + (i * 2)}");

    private static string Car(int i) => string.Create(CultureInfo.InvariantCulture, $"CAR-1-US-{443 + i}-4-207-MI-2025-{9734 + i}-1 to {25500 + i}");

    private static string Acr(int i) => string.Create(CultureInfo.InvariantCulture, $"ACR-US-{1000 + i}-2025-{2 + i}-1 to {16820 + i}");

    [GeneratedRegex(@"^(?<batch>\d+)-(?<start>\d+)-(?<end>\d+)-VCS-VCU-(?<vvb>\d+)-VER-(?<country>[A-Z]{2})-(?<type>\d+)-(?<project>\d+)-(?<from>\d{8})-(?<to>\d{8})-(?<flag>[01])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex VerraPattern();

    [GeneratedRegex(@"^GS1-(?<unit>\d+)-(?<country>[A-Z]{2})-GS(?<project>\d+)-(?<type>\d+)-(?<vintage>\d{4})-(?<batch>\d+)-(?<start>\d+)-(?<end>\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex GoldPattern();

    [GeneratedRegex(@"^CAR-(?<unit>1|ROC)-(?<country>[A-Z]{2})-(?<project>\d+)-(?<type>\d+)-(?<developer>\d+)-(?<state>[A-Z]{2})-(?<vintage>\d{4})-(?<batch>\d+)-(?<start>\d+) to (?<end>\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CarPattern();

    [GeneratedRegex(@"^ACR-(?<country>[A-Z]{2})-(?<project>\d+)-(?<vintage>\d{4})-(?<batch>\d+)-(?<start>\d+)(?: to |-)(?<end>\d+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AcrPattern();
}
