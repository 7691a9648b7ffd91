using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using Ccts.Cli.Commands.Accounts;
using Ccts.Cli.Commands.Forms;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Extracts;

/// <summary><c>ccts extract brsr</c>: the GHG fields of BRSR and BRSR Core, the year before beside the current one.</summary>
internal static class BrsrCommand
{
    private static readonly Dictionary<string, string> Nothing = [];

    internal static Command Create()
    {
        var form = new FormOptions("brsr", "GHG fields of BRSR and BRSR Core, by the names of their elements.", takesProForma: false);
        var (current, before, previous) = (new Facts(form, "", "the year"), new Facts(form, "previous-", "the year before"), new PreviousReport(form));
        return form.Fills(parsed =>
        {
            if (!previous.IsGiven(parsed) && before.AreGiven(parsed))
            {
                throw Bad("Figures of the year before are given without its report.", "--previous; or single figures with --fields, as \"TotalScope1Emissions.previous\"");
            }

            var last = previous.Read(parsed, (report, _) => Make(form, parsed, report, before.Read(parsed), Nothing, null));
            return Make(form, parsed, form.Report(parsed), current.Read(parsed), form.Stated(parsed), last);
        });
    }

    private static FormDocument Make(FormOptions form, ParseResult parsed, MonitoringReport report, BrsrFacts facts, IReadOnlyDictionary<string, string> stated, FormDocument? previous)
    {
        var ruleset = form.Rulesets.ChooseCompliance(parsed, report.Year);
        return BrsrExtract.Make(report, form.Assess(parsed, report), BrsrExtract.Latest(ruleset.Factors.Grid), facts, stated, previous);
    }

    private sealed class Facts
    {
        private readonly Option<string?> _turnover;
        private readonly Option<string?> _ppp;
        private readonly Option<string?> _gases;

        internal Facts(FormOptions form, string prefix, string year)
        {
            _turnover = new($"--{prefix}turnover") { Description = $"The company's turnover of {year} with its unit, e.g. \"12000 crore\" or \"120000000000 INR\"." };
            _ppp = new($"--{prefix}ppp") { Description = $"Rupees for one international dollar in {year}, e.g. 22.9: for the intensity adjusted for purchasing power parity." };
            _gases = new($"--{prefix}other-gases") { Description = $"Gases of Scope 1 of {year} that the report does not have (of CH4, N2O, HFCs, SF6 and NF3), in t CO2e." };
            foreach (var option in new[] { _turnover, _ppp, _gases })
            {
                form.Command.Options.Add(option);
            }
        }

        internal bool AreGiven(ParseResult parsed) => (parsed.GetValue(_turnover) ?? parsed.GetValue(_ppp) ?? parsed.GetValue(_gases)) is not null;

        internal BrsrFacts Read(ParseResult parsed) => new(Money(parsed, _turnover), Number(parsed, _ppp, above: true), Number(parsed, _gases, above: false));
    }

    // Companies write their turnover in crore: a number without a unit may be ten million times too small.
    private static decimal? Money(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : !Inr.TryParse(text, out var money, out var reason) ? throw Unreadable(option.Name, reason)
        : money.Rupees > 0m ? money.Rupees : throw Bad($"{option.Name} \"{text}\" is not above zero.", "an amount above zero, with its unit");

    private static decimal? Number(ParseResult parsed, Option<string?> option, bool above)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && (value > 0m || !above)
            ? value
            : throw Bad($"{option.Name} \"{text}\" cannot be read.", above ? "a number above zero" : "a number, zero or more");
    }
}
