using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Archives;
using Ccts.Rules.Trust.Signing;
using NodaTime;

namespace Ccts.Rules.Tests.Signing;

/// <summary>Every attack is refused with its own code, by every door, and the ruleset in force stays.</summary>
public sealed class AttackTests
{
    public static TheoryData<string> Names => [.. Attack.All.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_running_host_refuses_it_and_keeps_what_it_has(string name)
    {
        var attack = Attack.All.Single(a => a.Name == name);
        var live = new LiveCatalog(RulesetCatalog.Of([RulesetReader.Read(SignedRulesets.Revision(2))]), new SignaturePolicy(attack.Trust()), new FixedClock(attack.Day));
        var before = live.Current;

        Assert.False(live.TryAdd(attack.Files(), out var problems));

        Assert.Contains(attack.Code, problems.Select(p => p.Code));
        Assert.All(problems, p => Assert.Contains(p.Code, (string[])[attack.Code, "signed-file-altered"]));
        Assert.Same(before, live.Current);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_host_that_remembers_refuses_it(string name)
    {
        var attack = Attack.All.Single(a => a.Name == name);
        var policy = new SignaturePolicy(attack.Trust()) { LastAccepted = new Dictionary<string, int> { ["test/2025-26"] = 2 } };

        Assert.False(policy.TryAccept(attack.Files(), attack.Day, out var signature, out var problems));

        Assert.Null(signature);
        Assert.Contains(attack.Code, problems.Select(p => p.Code));
    }

    [Fact]
    public void Every_attack_has_its_own_code() =>
        Assert.Equal(Attack.All.Count, Attack.All.Select(a => a.Code).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("loose")]
    public void A_signature_has_one_way_to_be_written(string slack)
    {
        // Of the last character before == only two bits count; a loose reader takes sixteen characters for one.
        var files = SignedRulesets.WithSignature(3, s => s["signature"] = slack == "loose" ? LooseBits(s["signature"]!.GetValue<string>()) : s["signature"]!.GetValue<string>() + slack);

        Assert.False(new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator))).TryAccept(files, new(2026, 11, 22), out _, out var problems));
        Assert.Equal("signature-malformed", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("\uFEFF", "")]
    [InlineData("", " ")]
    [InlineData("\n", "")]
    public void A_signature_file_has_one_form(string before, string after)
    {
        var files = SignedRulesets.Tampered(3, f => f[SignedRulesets.SignatureFile] = [.. Encoding.UTF8.GetBytes(before), .. f[SignedRulesets.SignatureFile], .. Encoding.UTF8.GetBytes(after)]);

        Assert.False(new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator))).TryAccept(files, new(2026, 11, 22), out _, out var problems));
        Assert.Contains("signature-not-canonical", problems.Select(p => p.Code));
    }

    private static string LooseBits(string base64) => base64[..^3] + (char)(base64[^3] + 1) + "==";

    [Fact]
    public void What_is_signed_whole_and_newer_is_taken_in()
    {
        var live = new LiveCatalog(RulesetCatalog.Of([RulesetReader.Read(SignedRulesets.Revision(2))]), new SignaturePolicy(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator))), new FixedClock(new(2026, 11, 22)));

        var archive = RulesetArchive.Write(SignedRulesets.Revision(3));
        Assert.True(RulesetArchive.TryRead(archive, "law.cctsrules", out var files, out _));
        Assert.True(live.TryAdd(files, out var problems));

        Assert.Empty(problems);
        Assert.Equal(3, live.Current.Find("test/2025-26")!.Identity.Revision);
        Assert.True(live.TryAdd(files, out _));
        Assert.Throws<InvalidOperationException>(() => live.Replace(RulesetCatalog.Default));
    }
}

/// <summary>A clock that stands at noon of one day in India.</summary>
internal sealed class FixedClock(LocalDate day) : IClock
{
    public Instant GetCurrentInstant() => day.At(LocalTime.Noon).WithOffset(Offset.FromHoursAndMinutes(5, 30)).ToInstant();
}
