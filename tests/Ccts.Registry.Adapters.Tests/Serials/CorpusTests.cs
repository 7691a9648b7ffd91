using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Registry.Adapters.Serials;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Tests.Serials;

/// <summary>Every published serial reads, without being told the registry, and agrees with its source where a serial can.</summary>
public class CorpusTests
{
    public static TheoryData<string> Registries => new(CorpusLine.Registries);

    [Theory]
    [MemberData(nameof(Registries))]
    public void Every_serial_is_recognised_and_agrees_with_its_source(string registry)
    {
        foreach (var line in CorpusLine.All.Where(l => l.Registry == registry))
        {
            Assert.True(SerialGrammars.BuiltIn.TryRead(line.Serial, out var reading, out var error), line.Serial + ": " + error?.Message);
            Assert.Equal(registry, reading.Registry);
            Assert.Empty(reading.Warnings);
            Assert.Equal(line.Serial, reading.Input);
            Assert.True(reading.Canonical == line.Serial || line.Variant == "acr-hyphen-range", line.Serial);
            Quantity(line, reading);
            Vintage(line, reading);
            Agree(line.Text("blockStart"), reading.Block?.Start.ToString(), line);
            Agree(line.Text("blockEnd"), reading.Block?.End.ToString(), line);
            Agree(line.Text("countryCode"), reading.Country, line);
            Agree(line.Text("unitType") ?? line.Text("creditType"), Field(reading, "unitType") ?? Field(reading, "creditType"), line);
            Agree(line.Text("facility"), Field(reading, "facility"), line);
            Agree(line.Text("batchNumber"), Field(reading, "batch"), line);
            Project(line, reading);
            Assert.Equal(reading, SerialGrammars.BuiltIn.Read(line.Serial, registry) with { Fields = reading.Fields, Warnings = reading.Warnings });
        }
    }

    [Fact]
    public void No_serial_is_taken_by_two_grammars()
    {
        foreach (var line in CorpusLine.All)
        {
            Assert.Single(GrammarLint.Takers(SerialGrammars.BuiltIn, line.Serial));
        }
    }

    [Fact]
    public void Every_string_found_malformed_is_refused_or_flagged()
    {
        foreach (var line in CorpusLine.Objects("negatives"))
        {
            var serial = line.GetProperty("serial").GetString()!;
            var isRead = SerialGrammars.BuiltIn.TryRead(serial, out var reading, out var error);
            if (line.GetProperty("valid").ToString() == "False")
            {
                Assert.False(isRead, serial);
                Assert.InRange(error!.Position, 1, serial.Length);
            }
            else
            {
                Assert.Contains(SerialWarning.Placeholder, reading!.Warnings, StringComparer.Ordinal);
            }
        }
    }

    [Fact]
    public void Blocks_the_registries_nest_are_nested()
    {
        foreach (var pair in CorpusLine.Objects("relations"))
        {
            var outer = SerialGrammars.BuiltIn.Read(pair.GetProperty("outer").GetString()!);
            var inner = SerialGrammars.BuiltIn.Read(pair.GetProperty("inner").GetString()!);
            Assert.Equal("contains", pair.GetProperty("relation").GetString());
            Assert.True(outer.Block!.Value.Contains(inner.Block!.Value), pair.ToString());
        }
    }

    private static void Quantity(CorpusLine line, SerialReading reading)
    {
        if (reading.Grammar.HasBlock)
        {
            Agree(line.Text("quantity"), reading.Quantity?.ToString(), line);
        }
        else
        {
            Assert.Null(reading.Quantity);
            Assert.Null(reading.Block);
        }
    }

    private static void Vintage(CorpusLine line, SerialReading reading)
    {
        if (reading.VintageStart is not { } first || reading.VintageEnd is not { } last)
        {
            return;
        }

        Assert.True(first <= last, line.Serial);
        Agree(line.Text("vintageYear"), last.Year.ToString(CultureInfo.InvariantCulture), line);

        // BioCarbon prints months; the export has days.
        var precision = line.Registry == "biocarbon" ? 7 : 10;
        Agree(line.Text("vintageStart")?[..precision], LocalDatePattern.Iso.Format(first)[..precision], line);
        Agree(line.Text("vintageEnd")?[..precision], LocalDatePattern.Iso.Format(last)[..precision], line);
    }

    private static void Project(CorpusLine line, SerialReading reading)
    {
        // A labelled CER carries the CDM project, the export the Gold Standard id. Isometric ids carry no project.
        if (line.Variant == "cer-pair" || line.Registry == "isometric")
        {
            return;
        }

        var expected = line.Text("projectId") ?? line.Text("gsId") ?? line.Text("programId") ?? line.Text("carbProjectId");
        Agree(Digits(expected), Digits(reading.Project), line);
        Assert.True(reading.Project is null || line.Serial.Contains(reading.Project, StringComparison.Ordinal), line.Serial);
    }

    private static string? Digits(string? text) => text is null ? null : Regex.Replace(text, "[^0-9]", "", RegexOptions.None, TimeSpan.FromSeconds(1)).TrimStart('0');

    private static string? Field(SerialReading reading, string name) => reading.Fields.FirstOrDefault(f => f.Key == name).Value;

    private static void Agree(string? expected, string? actual, CorpusLine line) =>
        Assert.True(expected is null || expected == actual, $"{line.Serial}: {expected} expected, {actual} read");
}
