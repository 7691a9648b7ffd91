using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

public sealed class RulesetSigningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-signing").FullName;

    // A key for this test only, made anew in every run.
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Law => Path.Combine(_folder, "law");

    private string Archive => Path.Combine(_folder, "law.cctsrules");

    private string Trust => Path.Combine(_folder, "trust.json");

    private string Key => Path.Combine(_folder, "key.pem");

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Signed_packed_and_verified_and_a_changed_byte_is_a_no()
    {
        await Prepare();
        var signed = await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Key, "--key-id", "test-key");
        Assert.True(signed.ExitCode == 0, signed.Output + signed.Error);
        Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "pack", Law, "--out", Archive)).ExitCode);

        var verified = await Verify(Archive, "--last-revision", "2");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains("test-key", verified.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Verify(Law)).ExitCode);
        Assert.Equal("revision-older", Code(await Verify(Archive, "--last-revision", "3", "--json")));
        Assert.Equal("duplicate-revision", Code(await Verify(Archive, "--last-revision", "2", "--last-digest", "sha256:another", "--json")));

        await File.AppendAllTextAsync(Path.Combine(Law, "targets.csv"), "\n", TestContext.Current.CancellationToken);
        var refused = await Verify(Law, "--json");
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal("signed-file-altered", Code(refused));

        await File.WriteAllBytesAsync(Archive, (await File.ReadAllBytesAsync(Archive, TestContext.Current.CancellationToken))[..^1], TestContext.Current.CancellationToken);
        Assert.Equal("archive-truncated", Code(await Verify(Archive, "--json")));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_bad_input()
    {
        await Prepare();
        Assert.Equal(2, (await Verify(Path.Combine(_folder, "nothing"))).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "verify", Law, "--trust", Key, "--on", "2026-11-22")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "verify", Law, "--trust", Trust, "--on", "today")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Trust, "--key-id", "test-key")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Key, "--key-id", "Test Key")).ExitCode);
        Assert.Equal(1, (await Verify(Law)).ExitCode);

        await File.WriteAllTextAsync(Path.Combine(Law, "calendar.csv"), "nonsense", TestContext.Current.CancellationToken);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Key, "--key-id", "test-key")).ExitCode);
    }

    [Fact]
    public async Task A_key_with_a_password_signs_when_a_file_or_a_variable_opens_it()
    {
        await Prepare();
        await File.WriteAllTextAsync(Key, _key.ExportEncryptedPkcs8PrivateKeyPem("a pass word", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)), TestContext.Current.CancellationToken);
        var (right, wrong, empty) = (Path.Combine(_folder, "right"), Path.Combine(_folder, "wrong"), Path.Combine(_folder, "empty"));
        await File.WriteAllTextAsync(right, "a pass word\r\nand a second line\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(wrong, "another", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(empty, "\n", TestContext.Current.CancellationToken);
        string[] sign = ["ruleset", "sign", Law, "--key", Key, "--key-id", "test-key", "--json"];

        var withoutAny = await CctsTool.RunWith("CCTS_KEY_PASSWORD", "", null, sign);
        Assert.Equal("signing-key-password", Code(withoutAny));
        Assert.Contains("none was given", withoutAny.Output, StringComparison.Ordinal);
        Assert.Equal("signing-key-password", Code(await CctsTool.RunWith("CCTS_KEY_PASSWORD", "another", null, sign)));
        Assert.Equal("signing-key-password", Code(await CctsTool.Run(null, [.. sign, "--key-password-file", wrong])));
        Assert.Equal("signing-key-password", Code(await CctsTool.Run(null, [.. sign, "--key-password-file", empty])));
        Assert.False(File.Exists(Path.Combine(Law, "signature.json")));

        Assert.Equal(0, (await CctsTool.RunWith("CCTS_KEY_PASSWORD", "another", null, [.. sign, "--key-password-file", right])).ExitCode);
        Assert.Equal(0, (await Verify(Law)).ExitCode);
        File.Delete(Path.Combine(Law, "signature.json"));
        var signed = await CctsTool.RunWith("CCTS_KEY_PASSWORD", "a pass word", null, sign);
        Assert.True(signed.ExitCode == 0, signed.Output + signed.Error);
        Assert.Equal(0, (await Verify(Law)).ExitCode);
    }

    [Fact]
    public async Task A_file_with_two_keys_does_not_sign()
    {
        await Prepare();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var second in new[] { other.ExportPkcs8PrivateKeyPem(), other.ExportECPrivateKeyPem(), other.ExportEncryptedPkcs8PrivateKeyPem("x", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)) })
        {
            await File.WriteAllTextAsync(Key, _key.ExportPkcs8PrivateKeyPem() + "\n" + second, TestContext.Current.CancellationToken);
            Assert.Equal("signing-key-several", Code(await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Key, "--key-id", "test-key", "--json")));
        }

        // Files put together by other programs: with the mark that begins a file in their middle, with the line ends of Windows.
        var both = _key.ExportPkcs8PrivateKeyPem() + "\n\uFEFF" + other.ExportPkcs8PrivateKeyPem();
        foreach (var text in new[] { both, both.Replace("\uFEFF", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            await File.WriteAllTextAsync(Key, text, TestContext.Current.CancellationToken);
            Assert.Equal("signing-key-several", Code(await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Key, "--key-id", "test-key", "--json")));
        }

        await File.WriteAllTextAsync(Key, _key.ExportSubjectPublicKeyInfoPem(), TestContext.Current.CancellationToken);
        Assert.Equal("signing-key", Code(await CctsTool.Run(null, "ruleset", "sign", Law, "--key", Key, "--key-id", "test-key", "--json")));
    }

    private static string Code(ToolRun run) => (string)JsonNode.Parse(run.Output)!["problems"]![0]!["code"]!;

    private Task<ToolRun> Verify(string what, params string[] more) => CctsTool.Run(null, ["ruleset", "verify", what, "--trust", Trust, "--on", "2026-11-22", .. more]);

    private async Task Prepare()
    {
        var shipped = Path.Combine(CctsTool.RepositoryRoot, "rulesets", "in-ccts", "2025-26");
        foreach (var file in Directory.GetFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Law, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        await File.WriteAllTextAsync(Key, _key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        var entry = new JsonObject
        {
            ["id"] = "test-key",
            ["holder"] = "nobody but this test",
            ["use"] = "rulesets",
            ["rulesets"] = new JsonArray("in-ccts/*"),
            ["algorithm"] = "ecdsa-p256-sha256",
            ["publicKey"] = _key.ExportSubjectPublicKeyInfoPem(),
            ["from"] = "2026-01-01",
            ["to"] = "2027-12-31",
        };
        await File.WriteAllTextAsync(Trust, new JsonObject { ["format"] = 1, ["keys"] = new JsonArray(entry) }.ToJsonString(), TestContext.Current.CancellationToken);
    }
}
