using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Receipts;

/// <summary>A host's key protected by a password signs receipts when its password file opens it, and nothing is written when it does not.</summary>
public sealed class ReceiptKeyPasswordTests : IDisposable
{
    private const string Password = "a pass word";
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-password").FullName;

    // A key for this test only, made anew in every run.
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Receipt => Path.Combine(_folder, "receipt.json");

    private string Key => Path.Combine(_folder, "key.pem");

    private string PasswordFile => Path.Combine(_folder, "password");

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(Password)]
    [InlineData(Password + "\n")]
    [InlineData(Password + "\r\n")]
    [InlineData("\uFEFF" + Password + "\r\nand a second line, which is not read\r\n")]
    public async Task The_first_line_opens_the_key_however_it_ends(string file)
    {
        await File.WriteAllTextAsync(PasswordFile, file, TestContext.Current.CancellationToken);

        // The file is asked before the variable, which is another key's here.
        var made = await Decide("another", "--receipt-key-password-file", PasswordFile);

        Assert.True(made.ExitCode == 1, made.Output + made.Error);
        var verified = await CctsTool.Run(null, "receipt", "verify", Receipt, "--trust", await Trust(), "--on", "2026-11-22");
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.Contains("Signed with the key host.", verified.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another")]
    [InlineData(Password + " ")]
    [InlineData("", true)]
    [InlineData("\n" + Password + "\n", true)]
    [InlineData("\r\n", true)]
    public async Task Another_or_an_empty_first_line_signs_nothing(string file, bool isEmpty = false)
    {
        await File.WriteAllTextAsync(PasswordFile, file, TestContext.Current.CancellationToken);

        // The right one in the variable does not mend the file that was named.
        var run = await Decide(Password, "--receipt-key-password-file", PasswordFile);
        Refused("signing-key-password", run);
        Assert.Equal(isEmpty, run.Output.Contains("The first line of this file is empty.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_signs_nothing() =>
        Refused("file-not-readable", await Decide(Password, "--receipt-key-password-file", PasswordFile));

    [Fact]
    public async Task Without_a_file_the_variable_opens_the_key()
    {
        Refused("signing-key-password", await Decide(""));
        Assert.Equal(1, (await Decide(Password)).ExitCode);
        Assert.True(File.Exists(Receipt));
    }

    [Fact]
    public async Task A_password_file_without_a_key_is_not_passed_over()
    {
        await File.WriteAllTextAsync(PasswordFile, Password, TestContext.Current.CancellationToken);
        Refused("bad-option", await CctsTool.Run(null, "decide", Path.Combine(CctsTool.Samples, "requests", "sell-order.json"), "--json", "--receipt", Receipt, "--receipt-key-password-file", PasswordFile));
    }

    private void Refused(string code, ToolRun run)
    {
        Assert.Equal((2, code), (run.ExitCode, (string)JsonNode.Parse(run.Output)!["problems"]![0]!["code"]!));
        Assert.DoesNotContain(Password, run.Output + run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Receipt));
    }

    private async Task<ToolRun> Decide(string variable, params string[] more)
    {
        await File.WriteAllTextAsync(Key, _key.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)), TestContext.Current.CancellationToken);
        return await CctsTool.RunWith("CCTS_KEY_PASSWORD", variable, null, ["decide", Path.Combine(CctsTool.Samples, "requests", "sell-order.json"), "--json", "--receipt", Receipt, "--receipt-key", Key, "--receipt-key-id", "host", .. more]);
    }

    private async Task<string> Trust()
    {
        var path = Path.Combine(_folder, "trust.json");
        var entry = new JsonObject { ["id"] = "host", ["holder"] = "this test", ["use"] = "receipts", ["algorithm"] = "ecdsa-p256-sha256", ["publicKey"] = _key.ExportSubjectPublicKeyInfoPem(), ["from"] = "2026-01-01", ["to"] = "2026-12-31" };
        await File.WriteAllTextAsync(path, new JsonObject { ["format"] = 1, ["keys"] = new JsonArray(entry) }.ToJsonString(), TestContext.Current.CancellationToken);
        return path;
    }
}
