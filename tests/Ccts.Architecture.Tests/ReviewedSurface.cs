using System;
using System.IO;
using System.Reflection;

namespace Ccts.Architecture.Tests;

/// <summary>The public surface of a library, held to the file that was reviewed.</summary>
internal static class ReviewedSurface
{
    internal static void Check(string library)
    {
        var golden = Path.Combine(RepositoryRoot.Path, "tests", "Ccts.Architecture.Tests", "PublicApi", library + ".txt");
        var now = PublicApi.Of(Assembly.Load(library));
        if (Environment.GetEnvironmentVariable("CCTS_ACCEPT_PUBLIC_API") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, now);
        }

        Assert.Equal(File.Exists(golden) ? File.ReadAllText(golden) : "", now);
    }
}
