using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using Ccts.Tokens.Supply;
using static Ccts.Tokens.Supply.TokenRecords;

namespace Ccts.Tokens;

/// <summary>What the supply's journal keeps of a request: all of its terms, so that its key can mean no other request.</summary>
internal static class AskRecords
{
    internal static JournalRecord Minted(MintAsk ask)
    {
        var record = new JournalRecord(Mint, ask.Key, ask.At).With(Wallet, ask.Wallet).With(Units, ask.Units).With(Metadata, ask.Metadata.ToJson()).With(Verified, (long?)ask.Signal.Signal.Tonnes).With(Statement, ask.Signal.Signal.Report.Text)
            .With(Methodology, ask.Methodology);
        return (ask.ClaimedElsewhere is { } claimed ? record.With(ClaimedElsewhere, claimed) : record).AddedSince(Methodology, ClaimedElsewhere);
    }

    internal static JournalRecord Transferred(TransferAsk ask) =>
        Moved(Transfer, ask.Key, ask.At, ask.From, ask.Units).With(To, ask.To).With(Reason, ask.Reason).With(TokenRecords.Letter, ask.Letter?.Letter)
            .With(Destination, ask.Destination).With(Vintage, (long?)ask.Letter?.Vintage).With(Activity, ask.Letter?.Activity).With(ItmoRegistry, ask.Letter?.Registry).With(Party, ask.Letter?.Party)
            .With(Mitigation, ask.Letter?.Mitigation.Word()).With(Adjustment, ask.Letter?.AdjustmentStatus).With(Entity, ask.Letter?.Entity)
            .AddedSince(Destination, Vintage, Activity, ItmoRegistry, Party, Mitigation, Adjustment, Entity);

    internal static JournalRecord Burned(BurnAsk ask) =>
        Moved(Burn, ask.Key, ask.At, ask.Wallet, ask.Units).With(Beneficiary, ask.Beneficiary).With(Purpose, ask.Purpose).With(Holder, ask.Holder).With(Asker, ask.Asker).AddedSince(Holder, Asker);
}
