using System.Collections.Generic;
using System.Text;
using Ccts.Credits.Article6;
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

    internal static JournalRecord Minted(MintAsk ask)
    {
        var record = new JournalRecord(Mint, ask.Key, ask.At).With(Wallet, ask.Wallet).With(Units, ask.Units).With(Metadata, ask.Metadata.ToJson()).With(Verified, (long?)ask.Signal.Signal.Tonnes).With(Statement, ask.Signal.Signal.Report.Text)
            .With(Methodology, ask.Methodology);
        return (ask.ClaimedElsewhere is { } claimed ? record.With(ClaimedElsewhere, claimed) : record).AddedSince(Methodology, ClaimedElsewhere);
    }

    internal static JournalRecord Transferred(TransferAsk ask) =>
        Moved(Transfer, ask.Key, ask.At, ask.From, ask.Units).With(To, ask.To).With(Reason, ask.Reason).With(Letter, ask.Letter?.Letter)
            .With(Destination, ask.Destination).With(Vintage, (long?)ask.Letter?.Vintage).With(Activity, ask.Letter?.Activity).With(ItmoRegistry, ask.Letter?.Registry).With(Party, ask.Letter?.Party)
            .With(Mitigation, ask.Letter?.Mitigation.Word()).With(Adjustment, ask.Letter?.AdjustmentStatus).With(Entity, ask.Letter?.Entity)
            .AddedSince(Destination, Vintage, Activity, ItmoRegistry, Party, Mitigation, Adjustment, Entity);

    internal static JournalRecord Burned(BurnAsk ask) =>
        Moved(Burn, ask.Key, ask.At, ask.Wallet, ask.Units).With(Beneficiary, ask.Beneficiary).With(Purpose, ask.Purpose).With(Holder, ask.Holder).With(Asker, ask.Asker).AddedSince(Holder, Asker);

    internal static JournalRecord Moved(string what, string key, Instant at, string wallet, IEnumerable<SerialBlock> units) =>
        new JournalRecord(what, key, at).With(Wallet, wallet).With(Units, units);

    internal static TokenMetadata MetadataOf(JournalRecord record) =>
        TokenMetadata.TryRead(Encoding.UTF8.GetBytes(record.Text(Metadata)), null, mayBeBlank: true, out var metadata, out var problems) ? metadata : throw new System.FormatException(problems[0].Message);
}
