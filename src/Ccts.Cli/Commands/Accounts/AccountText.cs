using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Commands.Position;
using Ccts.Cli.Output;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Quantities;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Accounts;

/// <summary>A yearly account for people: the answer first.</summary>
internal sealed class AccountText(EntityAccount account, Digits digits)
{
    internal void Print()
    {
        var text = new Account(Terminal.Out);
        var assessment = account.Assessment;
        text.Sentence($"{assessment.Entity.Name}{(assessment.Entity.Registration is { } number ? $" ({number})" : "")}, {assessment.Entity.Sector}, account of the year {assessment.Year}", "bold");
        text.Heading(account.Net switch
        {
            null when assessment.Withheld is not null => "Implausible: there is no figure until this is mended or explained.",
            null => "There is no target for this entity and year, so there is no figure.",
            < 0 => $"{digits.Certificates(-account.Net.Value)} short at the year's end{If}",
            > 0 => $"{digits.Certificates(account.Net.Value)} over at the year's end{If}",
            _ => "Even at the year's end: no certificates either way",
        });
        CertificateAccount.ToExplain(text, assessment.Findings, all: false, "ccts assess --all");

        foreach (var meaning in assessment.Meaning())
        {
            text.Sentence(meaning, "yellow");
        }

        foreach (var said in PositionText.NotUsable(account.Position, digits).Concat(PositionText.TooMany(account.Position, digits)))
        {
            text.Sentence(said, "yellow");
        }

        EarlierYears(text);
        if (account.NetLow != account.NetHigh)
        {
            text.Sentence($"All open points of law together: from {Whole(account.NetLow)} to {Whole(account.NetHigh)}; below zero is owed.");
        }

        Performance(text);
        Trajectory(text);
        Balance(text);
        Money(text);
    }

    private void EarlierYears(Account text)
    {
        foreach (var year in account.EarlierYears)
        {
            var (owed, earned) = (year.Owed ?? 0, year.Earned ?? 0);
            var open = year.Owed is null ? "what is owed is not known, and it is not counted here."
                : !year.IsSettledKnown && owed > 0 ? $"{digits.Whole(owed)} owed; without a ledger (--journal, --account) nobody can say what of them was surrendered, and they are not counted here."
                : !year.IsSettledKnown && earned > 0 ? $"{digits.Whole(earned)} earned; without a ledger (--journal, --account) nobody can say what of them was issued and is held, and they are not counted here."
                : year.Position.StillToSurrender is { } left and > 0 ? $"{digits.Whole(owed)} owed, {digits.Whole(year.Surrendered ?? 0)} surrendered; {digits.Whole(left)} are still owed and counted here."
                : year.Position.StillToIssue is { } due and > 0 ? $"{digits.Whole(earned)} earned, {digits.Whole(year.Issued ?? 0)} issued by the ledger; {digits.Whole(due)} are still to be issued and counted here."
                : null;
            foreach (var said in year.Meaning.Concat(open is null ? [] : [open]).Concat(PositionText.TooMany(year.Position, digits)))
            {
                text.Sentence($"{year.Year}: {said}", "yellow");
            }
        }
    }

    private void Performance(Account text)
    {
        var p = account.Performance;
        text.Heading("Performance");
        text.Sentence($"Cut against the baseline: {Share(p.AchievedCut)} achieved, {(account.Assessment.HasNoObligation() ? "none" : Share(p.RequiredCut))} asked for. {(account.Assessment.HasNoObligation() ? "There is no target to meet." : Against(p.AgainstTarget))}", indent: 2, hanging: 2);
        text.Sentence(p.Rating is { } rating ? $"Rating: {rating.Level}, by the scale that {rating.Source} claims; it is not law." : "Rating: no scale published; the one source that names a rating prints none (--rating takes somebody's).", indent: 2, hanging: 2);
    }

    private void Trajectory(Account text)
    {
        if (account.Trajectory is not { } trajectory)
        {
            return;
        }

        text.Heading("Trajectory");
        text.Figures(
        [
            ["Year", "target", "achieved"],
            [$"{trajectory.BaselineYear} (baseline)", "", trajectory.Baseline?.ToString() ?? "not known"],
            .. trajectory.Points.Select(p => new[] { p.Year.ToString(), p.Target?.ToString() ?? "none", p.Achieved?.ToString() ?? "not known" }),
        ], i => i == 0);
    }

    private void Balance(Account text)
    {
        foreach (var balance in account.Balances)
        {
            text.Heading($"Certificates in the financial year {balance.Year}");
            var lines = BalanceLines.Shown(balance.Certificates).ToList();
            text.Figures([.. lines.Select(l => new[] { l.English, digits.Whole(l.Tonnes) })], i => i == lines.Count - 1);
        }
    }

    private void Money(Account text)
    {
        if (account.Values.Count > 0)
        {
            text.Heading("What it is worth");
            foreach (var value in account.Values)
            {
                text.Sentence($"At {value.Price}: surplus {Amount(value.Surplus)}, provision {Amount(value.Provision)}.", indent: 2, hanging: 2);
            }
        }

        if (account.Scenarios.Count > 0)
        {
            text.Heading("What falling short would cost");
            foreach (var cost in account.Scenarios)
            {
                text.Sentence($"At {cost.Price}: buy {digits.Whole(cost.Bought)} for {Amount(cost.Purchase)}, environmental compensation {(cost.Compensation.Amount is { } due ? Amount(due) : "not known")}, together {Amount(cost.Total)}.", indent: 2, hanging: 2);
            }
        }

        if (account.Entries.Count > 0)
        {
            text.Heading("Entries for the books");
            foreach (var entry in account.Entries)
            {
                text.Sentence($"{LocalDatePattern.Iso.Format(entry.On)}  {(entry.Kind == AccrualKind.Reversal ? "reversal" : "accrual")} of {digits.Whole(entry.Tonnes)} certificates, {Amount(entry.Amount)}", indent: 2, hanging: 12);
            }

            text.Sentence("Whether a surplus may be booked is the entity's accounting policy.", indent: 2);
        }
    }

    private string If => account.Assessment.HasBindingTarget() ? "" : ", if its target came into force";

    private string Whole(long? tonnes) => tonnes is { } known ? digits.Whole(known) : "not known";

    private string Amount(Inr amount) => digits.Quantity(amount.ToString());

    private static string Against(decimal? share) => share switch { null => "Against the target: not known.", < 0m => $"The target is missed by {Share(-share)}.", _ => $"Better than the target by {Share(share)}." };

    private static string Share(decimal? share) => share is { } value ? (value * 100m).ToString("0.##", CultureInfo.InvariantCulture) + " %" : "not known";
}
