using System;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Tests.Channels;

/// <summary>What can be instructed, and its text: numbers and never tonnes, nothing that is read in two ways, no two keys that look the same.</summary>
public class UnitInstructionTests
{
    private static readonly UnitInstruction Instruction = new()
    {
        Key = "order-1", Kind = InstructionKind.Transfer, Units = new SerialBlock("icm", "s", new BlockRange(1, 10)), FromAccount = "R-mill", ToAccount = "R-buyer", Serial = "icm:s:1-10",
        Beneficiary = "the beneficiary", Purpose = "2026", Ledger = new LedgerEffect("mill", "r-1", "buyer"),
    };

    [Theory]
    [InlineData("order-1")]
    [InlineData("a/b/../c \"x\", [red] --by")]
    [InlineData("आदेश-१ क्\u200Dष")]
    public void A_key_that_everybody_sees_is_taken(string key) => Assert.Null((Instruction with { Key = key }).Fault());

    [Theory]
    [InlineData("")]
    [InlineData(" order-1")]
    [InlineData("order-1 ")]
    [InlineData("order  1")]
    [InlineData("order\u00A01")]
    [InlineData("order\t1")]
    [InlineData("order\n1")]
    [InlineData("order\u001B[31m")]
    [InlineData("order\u202E1")]
    [InlineData("order\u2066\u20691")]
    [InlineData("order\u200B1")]
    [InlineData("\uFEFForder")]
    [InlineData("order\u00AD1")]
    [InlineData("order\u20281")]
    [InlineData("\u3164")]
    public void A_key_that_looks_like_another_or_like_nothing_is_refused(string key)
    {
        Assert.StartsWith("The key ", (Instruction with { Key = key }).Fault(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => (Instruction with { Key = key }).ToIntent());
    }

    [Theory]
    [InlineData("Shree  Cement Ltd ", true)]
    [InlineData("Ramco\u00A0Cements", true)]
    [InlineData("", false)]
    [InlineData("R\u202Emill", false)]
    [InlineData("R-mill\u200B", false)]
    [InlineData("R-mill\n", false)]
    public void An_account_may_be_spelt_as_it_is_there_and_hides_nothing(string account, bool isTaken)
    {
        foreach (var instruction in new[] { Instruction with { FromAccount = account }, Instruction with { ToAccount = account }, Instruction with { Ledger = new LedgerEffect(account, "r", "buyer") } })
        {
            Assert.Equal(isTaken, instruction.Fault() is null);
        }
    }

    [Fact]
    public void Only_a_transfer_names_who_receives_and_every_character_is_whole()
    {
        foreach (var kind in new[] { InstructionKind.Retire, InstructionKind.Cancel })
        {
            var plain = Instruction with { Kind = kind, ToAccount = null, Ledger = new LedgerEffect("mill", "r-1", null) };
            Assert.Null(plain.Fault());
            Assert.NotNull((plain with { ToAccount = "" }).Fault());
            Assert.NotNull((plain with { ToAccount = "R-buyer" }).Fault());
            Assert.NotNull((plain with { Ledger = new LedgerEffect("mill", "r-1", "buyer") }).Fault());
        }

        // An attribute cannot hold half a character.
        Assert.NotNull((Instruction with { Key = "order" + (char)0xD800 }).Fault());
        Assert.NotNull((Instruction with { FromAccount = "R-mill" + (char)0xDC00 }).Fault());
        Assert.NotNull((Instruction with { ToAccount = null }).Fault());
        Assert.NotNull((Instruction with { ToAccount = "R-mill" }).Fault());
    }

    [Fact]
    public void It_comes_back_from_its_text()
    {
        Assert.True(InstructionText.TryRead(InstructionText.Write(Instruction), out var again, out _));
        Assert.Equal(Instruction, again);
    }

    /// <summary>The same numbers cannot be retired twice; a quantity can.</summary>
    [Theory]
    [InlineData("\"end\":\"10\"", "\"quantity\":10")]
    [InlineData("\"end\":\"10\"", "\"end\":\"10\",\"quantity\":10")]
    [InlineData("\"end\":\"10\"", "\"end\":\"10\",\"end\":\"20\"")]
    [InlineData("\"key\":\"order-1\"", "\"key\":\"order-1\",\"key\":\"order-2\"")]
    [InlineData("\"account\":\"mill\"", "\"account\":\"mill\",\"account\":\"kiln\"")]
    [InlineData("\"v\":1", "\"v\":1,\"v\":1")]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"instruction\":\"transfer\"", "\"instruction\":\"Transfer\"")]
    public void A_text_that_says_more_or_says_it_twice_is_not_read(string told, string instead)
    {
        var text = InstructionText.Write(Instruction);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.False(InstructionText.TryRead(text.Replace(told, instead, StringComparison.Ordinal), out _, out var fault));
        Assert.NotEmpty(fault);
    }
}
