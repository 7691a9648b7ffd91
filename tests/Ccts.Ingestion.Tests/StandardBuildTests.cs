using System;
using System.Collections;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Runtime.Versioning;
using System.Text;

namespace Ccts.Ingestion.Tests;

/// <summary>The build for .NET Standard 2.0, which unpacks by code of its own: it takes a packed record in as the build for .NET does, and refuses one that was cut off.</summary>
public sealed class StandardBuildTests
{
    private static readonly Assembly Standard = new AssemblyLoadContext("standard").LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "standard", "Ccts.Ingestion.dll"));

    [Fact]
    public void It_is_that_build() => Assert.Equal(".NETStandard,Version=v2.0", Standard.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_record_packed_in_several_members_is_read_to_its_end(int members)
    {
        var text = Encoding.UTF8.GetBytes(Plant.Csv(Plant.April()));
        var part = (text.Length + members - 1) / members;
        var packed = Enumerable.Range(0, members).SelectMany(i => Packed([.. text.Skip(i * part).Take(part)])).ToArray();
        var (amounts, codes) = Run(packed);
        Assert.Equal(["19.14 MWh"], amounts);
        Assert.Empty(codes);

        (amounts, codes) = Run(packed[..^9]);
        Assert.Empty(amounts);
        Assert.Contains("file-damaged", codes);
    }

    private static (string[] Amounts, string[] Codes) Run(byte[] bytes)
    {
        static Type Of(string name) => Standard.GetType("Ccts.Ingestion." + name, throwOnError: true)!;
        var mapping = Of("Mapping.IngestionMapping").GetMethod("Read", [typeof(byte[]), typeof(string)])!.Invoke(null, [Encoding.UTF8.GetBytes(Plant.Meter().ToJsonString()), "mapping.json"]);
        var file = Of("Rows.IngestionFile");
        var files = Array.CreateInstance(file, 1);
        files.SetValue(file.GetMethod("Of")!.Invoke(null, ["a.csv", bytes]), 0);
        var result = Of("Ingestor").GetMethod("Run")!.Invoke(null, [mapping, files, null])!;
        IEnumerable All(string property) => (IEnumerable)result.GetType().GetProperty(property)!.GetValue(result)!;
        return ([.. All("Values").Cast<object>().Select(v => v.GetType().GetProperty("Amount")!.GetValue(v) as string ?? "withheld")], [.. All("Problems").Cast<Sdk.Problems.Problem>().Select(p => p.Code)]);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
