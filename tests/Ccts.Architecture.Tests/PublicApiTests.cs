using System;
using System.IO;
using System.Linq;
using System.Reflection;
using PublicApiGenerator;

namespace Ccts.Architecture.Tests;

/// <summary>
/// The public surface is a promise: a change to it shows in review as a change of these files. Set the environment variable
/// CCTS_ACCEPT_PUBLIC_API=1 for one run to write them anew.
/// </summary>
public class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };

    public static TheoryData<string> Libraries => [.. ProductLibraries.Names];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_surface_is_the_one_that_was_reviewed(string library)
    {
        var golden = Path.Combine(RepositoryRoot.Path, "tests", "Ccts.Architecture.Tests", "PublicApi", library + ".txt");
        var now = Assembly.Load(library).GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CCTS_ACCEPT_PUBLIC_API") == "1")
        {
            File.WriteAllText(golden, now);
        }

        Assert.Equal(File.Exists(golden) ? File.ReadAllText(golden) : "", now);
    }

    [Fact]
    public void No_reviewed_surface_is_of_a_library_that_is_gone() =>
        Assert.Empty(Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "tests", "Ccts.Architecture.Tests", "PublicApi")).Select(f => Path.GetFileNameWithoutExtension(f)!).Except(ProductLibraries.Names));
}
