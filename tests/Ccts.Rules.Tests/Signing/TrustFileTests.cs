using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Ccts.Rules.Tests.Signing;

/// <summary>The trust file is the host's: strict, with the place of every mistake; and keys come and go in it.</summary>
public sealed class TrustFileTests
{
    private static readonly LocalDate Day = new(2026, 11, 22);

    [Fact]
    public void Keys_rotate_by_standing_side_by_side()
    {
        var trust = TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator, to: "2026-12-31"), TestKeys.Entry(TestKeys.Successor, from: "2026-11-01"));
        var policy = new SignaturePolicy(trust);

        Assert.True(policy.TryAccept(SignedRulesets.Revision(3), Day, out var old, out _));
        Assert.True(policy.TryAccept(SignedRulesets.Revision(4, TestKeys.Successor), Day, out var young, out _));
        Assert.Equal((TestKeys.Regulator.Id, TestKeys.Successor.Id), (old.KeyId, young.KeyId));
        Assert.False(policy.TryAccept(SignedRulesets.Revision(3), new LocalDate(2027, 1, 1), out _, out _));
        Assert.True(policy.TryAccept(SignedRulesets.Revision(4, TestKeys.Successor), new LocalDate(2027, 1, 1), out _, out _));
    }

    [Fact]
    public void First_and_last_day_count()
    {
        var policy = new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator, from: "2026-11-22", to: "2026-11-22")));

        Assert.True(policy.TryAccept(SignedRulesets.Revision(3), Day, out _, out _));
        Assert.False(policy.TryAccept(SignedRulesets.Revision(3), Day.PlusDays(1), out _, out _));
        Assert.False(policy.TryAccept(SignedRulesets.Revision(3), Day.PlusDays(-1), out _, out _));
    }

    [Fact]
    public void A_key_for_overlays_cannot_make_law()
    {
        var policy = new SignaturePolicy(TestKeys.Trust(Attack.Scoped("overlays", "test*")));

        Assert.False(policy.TryAccept(SignedRulesets.Revision(3), Day, out _, out var problems));
        Assert.Equal("key-ruleset", Assert.Single(problems).Code);

        var overlay = RulesetSigner.Sign(RulesetFiles.FromMemory("overlay", new Dictionary<string, byte[]> { ["overlay.json"] = """{"id":"test-overlay","revision":1}"""u8.ToArray() }), TestKeys.Regulator);
        Assert.True(policy.TryAccept(overlay, Day, out var signature, out _));
        Assert.Equal("test-overlay", signature.RulesetId);
    }

    [Fact]
    public void Whoever_signs_gets_the_strict_form_whatever_the_key_gives()
    {
        var policy = new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator)));
        for (var i = 0; i < 20; i++)
        {
            Assert.True(policy.TryAccept(SignedRulesets.Revision(3), Day, out _, out _));
        }

        Assert.Throws<CryptographicException>(() => SignedRulesets.Revision(3, new BrokenKey()));
    }

    [Fact]
    public void Without_a_platform_that_can_check_nothing_is_accepted()
    {
        var policy = new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator))) { Verifier = new NoVerifier() };

        Assert.False(policy.TryAccept(SignedRulesets.Revision(3), Day, out _, out var problems));
        Assert.Equal("signature-unsupported", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("\"use\":\"rulesets\"", "\"use\":\"everything\"", "unknown-word", "/keys/0/use")]
    [InlineData("\"algorithm\":\"ecdsa-p256-sha256\"", "\"algorithm\":\"none\"", "unknown-word", "/keys/0/algorithm")]
    [InlineData("\"to\":\"2027-12-31\"", "\"to\":\"2025-12-31\"", "key-period", "/keys/0/to")]
    [InlineData("\"to\":\"2027-12-31\"", "\"till\":\"2027-12-31\"", "missing-key,unknown-key", "/keys/0")]
    [InlineData("\"id\":\"test-regulator-2026\"", "\"id\":\"Test Regulator\"", "key-id", "/keys/0/id")]
    [InlineData("\"rulesets\":[\"test/*\"]", "\"rulesets\":[]", "key-pattern", "/keys/0")]
    [InlineData("\"rulesets\":[\"test/*\"]", "\"rulesets\":[\"*/2026-27\"]", "key-pattern", "/keys/0/rulesets/0")]
    [InlineData("\"format\":1", "\"format\":2", "unsupported-format", "/format")]
    [InlineData("BEGIN PUBLIC KEY", "BEGIN PRIVATE KEY", "public-key", "/keys/0/publicKey")]
    [InlineData("BEGIN PUBLIC KEY-----\\nMFkw", "BEGIN PUBLIC KEY-----\\nMFkx", "public-key", "/keys/0/publicKey")]
    public void A_mistake_is_named_with_its_place(string find, string replace, string codes, string pointer)
    {
        var text = Encoding.UTF8.GetString(TestKeys.File(TestKeys.Entry(TestKeys.Regulator))).Replace("\\u002B", "+", StringComparison.Ordinal);
        Assert.Contains(find, text, StringComparison.Ordinal);

        Assert.False(TrustFile.TryRead(Encoding.UTF8.GetBytes(text.Replace(find, replace, StringComparison.Ordinal)), "trust.json", out _, out var problems));

        var expected = codes.Split(',');
        Assert.All(problems, p => Assert.Contains(p.Code, expected.Append("key-pattern")));
        Assert.Contains(problems, p => p.Code == expected[0] && p.Place.Pointer == pointer && p.Place.Line > 0);
    }

    [Fact]
    public void A_key_stands_there_once()
    {
        var again = TestKeys.Entry(TestKeys.Regulator);
        again["id"] = "another-name";
        Assert.Equal("duplicate-public-key", Code(TestKeys.File(TestKeys.Entry(TestKeys.Regulator, revoked: "2026-06-01"), again)));

        var sameId = TestKeys.Entry(TestKeys.Successor);
        sameId["id"] = TestKeys.Regulator.Id;
        Assert.Equal("duplicate-key-id", Code(TestKeys.File(TestKeys.Entry(TestKeys.Regulator), sameId)));
    }

    [Fact]
    public void Other_curves_and_points_off_the_curve_are_no_keys()
    {
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal("public-key", Code(WithPem(larger.ExportSubjectPublicKeyInfoPem())));
        using var rsa = RSA.Create(2048);
        Assert.Equal("public-key", Code(WithPem(rsa.ExportSubjectPublicKeyInfoPem())));

        using var own = ECDsa.Create();
        own.ImportFromPem(TestKeys.Regulator.PublicPem);
        var der = own.ExportSubjectPublicKeyInfo();
        der[^1] ^= 1;
        Assert.Equal("public-key", Code(WithPem(PemEncoding.WriteString("PUBLIC KEY", der))));
        Assert.Throws<ArgumentException>(() => new EcdsaSigningKey("k", larger));
    }

    [Fact]
    public void Random_texts_are_no_trust_files_and_nothing_worse()
    {
        var good = TestKeys.File(TestKeys.Entry(TestKeys.Regulator));
        var damaged = from place in Gen.Choose(0, good.Length - 1)
                      from value in Gen.Choose(0, 255)
                      select good.Select((b, i) => i == place ? (byte)value : b).ToArray();
        Prop.ForAll(Gen.OneOf(ArbMap.Default.GeneratorFor<byte[]>(), damaged).ToArbitrary(), bytes =>
            TrustFile.TryRead(bytes, "fuzz", out var trust, out var problems) ? trust!.Keys.Count == 1 : problems.Count > 0).Holds(500);
    }

    private static byte[] WithPem(string pem)
    {
        var entry = TestKeys.Entry(TestKeys.Regulator);
        entry["publicKey"] = pem;
        return TestKeys.File(entry);
    }

    private static string Code(byte[] file)
    {
        Assert.False(TrustFile.TryRead(file, "trust.json", out _, out var problems));
        return Assert.Single(problems).Code;
    }

    private sealed class NoVerifier : ISignatureVerifier
    {
        public SignatureAnswer Verify(byte[] publicKey, byte[] message, byte[] signature) => default;
    }

    private sealed class BrokenKey : ISigningKey
    {
        public string Id => "broken";

        public byte[] Sign(byte[] message) => new byte[64];
    }
}
