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

    // Later additions, which records of earlier versions lack.
    internal const string Holder = "holder", Asker = "asker", Methodology = "methodology", ClaimedElsewhere = "claimedElsewhere", Destination = "destination", Vintage = "vintage", Activity = "activity",
        ItmoRegistry = "itmoRegistry", Party = "party", Mitigation = "mitigation", Adjustment = "adjustment", Entity = "entity";

    internal static JournalRecord Moved(string what, string key, Instant at, string wallet, IEnumerable<SerialBlock> units) =>
        new JournalRecord(what, key, at).With(Wallet, wallet).With(Units, units);

    /// <summary>The key of the registry instruction for a block of ended tokens. All desks share the ledger's intents, while the key of a burn is unique only within its supply, so the key includes the units.</summary>
    internal static string InstructionKey(JournalRecord ending, int number) =>
        $"{ending.Key}/{Digest.Of(string.Join("|", ending.Blocks(Units))).Text.Substring(7, 16)}/{number.ToString(CultureInfo.InvariantCulture)}";

    internal static TokenMetadata MetadataOf(JournalRecord record) =>
        TokenMetadata.TryRead(Encoding.UTF8.GetBytes(record.Text(Metadata)), null, isWritten: true, out var metadata, out var problems) ? metadata : throw new System.FormatException(problems[0].Message);
}
