using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Tests.Shared;

namespace Ccts.Rules.Tests.Testing;

/// <summary>The schemas of cases and overlays accept what is shipped and refuse what an editor should underline.</summary>
public sealed class CaseSchemaTests
{
    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rulesets"), "*.json", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is "tests" or "figures" || Path.GetFileName(f) == "overlay.json")
        .Select(f => Path.GetRelativePath(AppContext.BaseDirectory, f))];

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task A_shipped_file_is_accepted(string file)
    {
        var schema = Schema(file.EndsWith("overlay.json", StringComparison.Ordinal) ? "overlay" : file.Contains("figures", StringComparison.Ordinal) ? "figures" : "cases");

        Assert.Empty(schema.Errors(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file), TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("cases", """{ "purpose": "gift", "date": "2026-11-23", "cases": [{ "name": "n", "expect": { "outcome": "deny" } }] }""")]
    [InlineData("cases", """{ "purpose": "bank", "date": "2026-11-23", "cases": [{ "name": "n", "expect": { "outcome": "no" } }] }""")]
    [InlineData("cases", """{ "purpose": "bank", "date": "2026-11-23", "cases": [{ "name": "n", "facts": { "a": 1 }, "expect": { "outcome": "deny" } }] }""")]
    [InlineData("figures", """{ "report": "../report.json", "cases": [{ "name": "n", "figures": { "a": "1" } }] }""")]
    [InlineData("figures", """{ "report": "tests/reports/r.json", "cases": [{ "name": "n", "figures": { "a": 1 } }] }""")]
    [InlineData("rules", """{ "rules": [{ "id": "r" }] }""")]
    [InlineData("facts", """{ "facts": { "a": { "type": "number", "description": "without a unit" } } }""")]
    [InlineData("overlay", """{ "format": 1, "id": "x" }""")]
    public void A_mistake_is_refused(string schema, string json) => Assert.NotEmpty(Schema(schema).Errors(json));

    private static SchemaCheck Schema(string name) =>
        SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", $"ruleset-{name}.schema.json"));
}
