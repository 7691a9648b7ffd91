using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Tests.Shared;
using Json.Schema;

namespace Ccts.Schemas.Tests;

/// <summary>The schemas and the files that name them.</summary>
public static class SchemaTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Schemas => [.. Directory.GetFiles(Path.Combine(Root, "schemas"), "*.json").Select(Relative)];

    /// <summary>Every file of the repository that names one of its schemas, except those that are broken on purpose.</summary>
    public static TheoryData<string> Documents => [.. new[] { "rulesets", "samples", "src" }
        .SelectMany(f => Directory.GetFiles(Path.Combine(Root, f), "*.json", SearchOption.AllDirectories))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(f => !Path.GetFileName(f).StartsWith("broken-", StringComparison.Ordinal) && SchemaOf(f) is not null)
        .Select(Relative)];

    [Theory]
    [MemberData(nameof(Schemas))]
    public static void A_schema_is_a_schema_of_its_draft(string schema) =>
        Assert.True(MetaSchemas.Draft7.Evaluate(JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, schema))).RootElement).IsValid);

    [Theory]
    [MemberData(nameof(Documents))]
    public static void A_file_is_as_its_schema_says(string document)
    {
        var path = Path.Combine(Root, document);
        Assert.Empty(SchemaCheck.FromFile(SchemaOf(path)!).Errors(File.ReadAllText(path)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public static void A_member_that_the_schema_does_not_know_is_refused(string document)
    {
        var path = Path.Combine(Root, document);
        var altered = Read(path).AsObject();
        altered["no-such-member"] = 1;
        Assert.False(SchemaCheck.FromFile(SchemaOf(path)!).Fits(altered.ToJsonString()));
    }

    [Fact]
    public static void Every_schema_of_what_is_shipped_is_used()
    {
        var used = Documents.Select(d => Path.GetFileName(SchemaOf(Path.Combine(Root, d.Data))!)).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["ruleset.schema.json", "ruleset-rules.schema.json", "ruleset-facts.schema.json", "ruleset-cases.schema.json", "ruleset-parameters.schema.json", "ruleset-factors.schema.json", "ruleset-overlay.schema.json"], StringComparer.Ordinal), used);
    }

    private static string? SchemaOf(string path) =>
        Read(path) is JsonObject document && document["$schema"]?.GetValue<string>() is { } name && !name.Contains("://", StringComparison.Ordinal)
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, name))
            : null;

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllBytes(path))!;

    private static string Relative(string path) => Path.GetRelativePath(Root, path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ccts.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Ccts.Sdk.sln above the tests.");
    }
}
