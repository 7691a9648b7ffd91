using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Tokens.Supply;

/// <summary>The words and members of the supply's journal.</summary>
internal static class TokenRecords
{
    internal const string Mint = "mint", Transfer = "transfer", Stake = "stake", Unstake = "unstake", Burn = "burn", ClawBack = "claw-back",
        Slash = "slash", Expire = "expire", Pause = "pause", Resume = "resume", Instructed = "instructed", InstructionRefused = "instruction-refused";

    internal const string Units = "units", Wallet = "wallet", To = "to", Metadata = "metadata", Verified = "verified", Statement = "statement",
        Beneficiary = "beneficiary", Purpose = "purpose", Reason = "reason", Of = "of", Day = "day", Letter = "letter";

    // What is asked for beside; records of earlier versions lack them.
    internal const string Holder = "holder", Asker = "asker", Methodology = "methodology", ClaimedElsewhere = "claimedElsewhere", Destination = "destination", Vintage = "vintage", Activity = "activity",
        ItmoRegistry = "itmoRegistry", Party = "party", Mitigation = "mitigation", Adjustment = "adjustment", Entity = "entity";

    internal static JournalRecord Moved(string what, string key, Instant at, string wallet, IEnumerable<SerialBlock> units) =>
        new JournalRecord(what, key, at).With(Wallet, wallet).With(Units, units);

    /// <summary>The key of the registry instruction for a block of an ending: the ledger's intents are of all its desks, and the key of a burn is its supply's own, so the units tell them apart.</summary>
    internal static string InstructionKey(JournalRecord ending, int number) =>
        $"{ending.Key}/{Digest.Of(string.Join("|", ending.Blocks(Units))).Text.Substring(7, 16)}/{number.ToString(CultureInfo.InvariantCulture)}";

    internal static TokenMetadata MetadataOf(JournalRecord record) =>
        TokenMetadata.TryRead(Encoding.UTF8.GetBytes(record.Text(Metadata)), null, mayBeBlank: true, out var metadata, out var problems) ? metadata : throw new System.FormatException(problems[0].Message);
}
