using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Ccts.Rules.Files;
using Ccts.Rules.Tests.Archives;
using Ccts.Tests.Shared;

namespace Ccts.Rules.Tests.Signing;

/// <summary>docs/signing.md and the schemas say what the code does.</summary>
public sealed class SigningDocumentationTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "signing.md"));

    [Fact]
    public void Every_reason_to_refuse_is_explained() =>
        Assert.All(Attack.All.Select(a => a.Code).Concat(ArchiveAttack.All.Select(a => a.Code)), code => Assert.Contains($"`{code}`", Text[Text.IndexOf("## Why", StringComparison.Ordinal)..], StringComparison.Ordinal));

    [Fact]
    public void The_bounds_are_those_of_the_code() =>
        Assert.Contains($"{RulesetLimits.MaxFiles} files, {RulesetLimits.MaxFileBytes / 1024 / 1024} MiB each, {RulesetLimits.MaxTotalBytes / 1024 / 1024} MiB together, folders {RulesetLimits.MaxFolderDepth} deep", Text, StringComparison.Ordinal);

    [Fact]
    public void The_schemas_accept_what_the_readers_accept_and_refuse_the_rest()
    {
        var trust = Schema("trust");
        Assert.Empty(trust.Errors(Encoding.UTF8.GetString(TestKeys.File(TestKeys.Entry(TestKeys.Regulator, revoked: "2026-06-01"), TestKeys.Entry(TestKeys.ReceiptsOnly, use: "receipts")))));
        Assert.NotEmpty(trust.Errors("""{ "format": 1, "keys": [{ "id": "x" }] }"""));
        Assert.NotEmpty(trust.Errors("""{ "format": 1, "keys": [], "allow": "everybody" }"""));

        var signature = Schema("ruleset-signature");
        Assert.Empty(signature.Errors(Encoding.UTF8.GetString(SignedRulesets.Open(SignedRulesets.Revision(3))[SignedRulesets.SignatureFile])));
        Assert.NotEmpty(signature.Errors("{}"));
    }

    private static SchemaCheck Schema(string name) =>
        SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", $"{name}.schema.json"));
}
