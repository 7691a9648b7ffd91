using System;
using System.Collections.Generic;
using System.CommandLine;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Input;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Accounts;

/// <summary>The options by which entries for the books are made: the closing day, and what the closing before booked.</summary>
internal sealed class ClosingOptions
{
    private readonly Option<string?> _on = new("--on") { Description = "The closing day, e.g. 2026-03-31: what the ledger has of later days is left out, and entries for the books are made at the first --price." };
    private readonly Option<string?> _bookedOn = new("--booked-on") { Description = "The closing day before, whose booking is undone." };
    private readonly Option<long?> _booked = new("--booked") { Description = "Certificates booked then, below zero owed." };
    private readonly Option<string?> _bookedAt = new("--booked-at") { Description = "The price at which they were booked, e.g. \"550 INR\"." };

    internal ClosingOptions(Command command)
    {
        command.Options.Add(_on);
        command.Options.Add(_bookedOn);
        command.Options.Add(_booked);
        command.Options.Add(_bookedAt);
    }

    /// <summary>The closing day; null without one.</summary>
    /// <exception cref="Sdk.Problems.CctsDataException">It is no day, or before the year begins.</exception>
    internal LocalDate? Day(ParseResult parsed, ComplianceYear year) => parsed.GetValue(_on) is { } text ? LedgerDay.Since(Day("--on", text), year) : null;

    internal IReadOnlyList<AccrualEntry> Entries(ParseResult parsed, long? net, IReadOnlyList<Inr> prices)
    {
        var before = Before(parsed);
        if (parsed.GetValue(_on) is not { } text)
        {
            return before is null ? [] : throw Bad("--booked-on is about a closing before this one.", "--on, the day of this closing");
        }

        if (prices.Count == 0 || net is not { } tonnes)
        {
            throw Bad(prices.Count == 0 ? "Entries are made at a price." : "There is no figure to book: the entity has no target, or a figure of its report looks like a slip.", prices.Count == 0 ? "--price" : "a report whose entity has a target");
        }

        try
        {
            return Accruals.Entries(before, new Accrued(Day("--on", text), tonnes, prices[0]));
        }
        catch (ArgumentException order)
        {
            throw Bad(order.Message.Split(" (Parameter")[0], "closings in the order of their days");
        }
    }

    private Accrued? Before(ParseResult parsed) => (parsed.GetValue(_bookedOn), parsed.GetValue(_booked), parsed.GetValue(_bookedAt)) switch
    {
        (null, null, null) => null,
        ({ } on, { } tonnes, { } at) => new Accrued(Day("--booked-on", on), tonnes, AccountCommand.PriceOf(at)),
        _ => throw Bad("--booked-on, --booked and --booked-at go together.", "all three or none"),
    };

    private static LocalDate Day(string option, string text) => DayText.Of(option, text);
}
