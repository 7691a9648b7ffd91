using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Assess;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Trust.Receipts;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Accounts;

/// <summary><c>ccts group</c>: the plants of a group side by side.</summary>
internal static class GroupCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("REPORT") { Description = "Monitoring reports (JSON or workbook), one a plant.", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string>("--name") { Description = "The group's name.", DefaultValueFactory = _ => "Group" };
        var price = new Option<string?>("--price") { Description = "The internal price of a certificate, e.g. \"600 INR\"." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var hindi = new Option<bool>("--hindi") { Description = "Write the page in Hindi." };
        var lakh = Digits.Option();
        var command = new Command("group", "The plants of a group: emissions, what each is short or over, what they could settle among themselves, what is left for the market. Exit code 1 when the group is short, or a plant is not counted: its certificates are withheld, or it has no target in force.") { files, name, price, json, hindi, lakh };
        var pages = new PageFiles(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var digests = new Dictionary<string, string>(StringComparer.Ordinal);
            var plants = parsed.GetValue(files)!.Select(path =>
            {
                var report = ReportInput.Read(path);
                var rules = rulesets.ChooseForAssessment(parsed, report.Year);
                var assessment = Assessor.Assess(report, rules);
                digests[report.Entity.Registration?.ToString() ?? report.Entity.Name] = Receipt.Of(report, rules).Digest;
                return new GroupPlant(assessment, PositionCalculator.Of(assessment, rules.Certificates));
            }).ToList();
            var group = Of(parsed.GetValue(name)!, plants, parsed.GetValue(price) is { } text ? AccountCommand.PriceOf(text) : null);
            pages.Write(parsed, () => GroupPage.Write(group, parsed.GetValue(hindi) ? PageLanguage.Hindi : PageLanguage.English, digests, LawTitles.In(rulesets.ChooseCompliance(parsed, group.Plants[0].Assessment.Year), parsed.GetValue(hindi))));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(group));
            }
            else
            {
                Print(group, new Digits(parsed.GetValue(lakh)));
            }

            return group.NetTonnes < 0 || group.Plants.Any(p => !p.IsCounted) ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static GroupAccount Of(string name, IReadOnlyList<GroupPlant> plants, Sdk.Quantities.Inr? price)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw Bad("--name is empty.", "the group's name");
        }

        if (plants.Select(p => p.Assessment.Year).Distinct().Count() > 1)
        {
            throw Bad("The reports are of several years.", "reports of one compliance year");
        }

        try
        {
            return GroupAccount.Of(name, plants, price);
        }
        catch (ArgumentException twice)
        {
            throw Bad(twice.Message.Split(" (Parameter")[0], "each plant once, and the registration number of each of two plants with one name");
        }
    }

    private static void Print(GroupAccount group, Digits digits)
    {
        var text = new Account(Terminal.Out);
        var net = group.NetTonnes ?? 0;
        text.Sentence($"{group.Name}, compliance year {group.Plants[0].Assessment.Year}: {(group.NetTonnes is null ? "no plant has a figure that counts" : $"{digits.Whole(Math.Abs(net))} certificates {(net < 0 ? "short" : "over")}")}", "bold");
        foreach (var plant in group.Plants.Where(p => !p.IsCounted))
        {
            text.Sentence($"{plant.Assessment.Entity.Name} is not counted: {(plant.Assessment.Withheld is not null ? "its certificates are withheld, \"ccts assess\" says why" : plant.Assessment.HasNoObligation() ? "the schedule prints no target for it in this year, so it earns and owes nothing" : plant.Position.Net is null ? "it has no target at hand" : "its target is not in force")}.", "yellow");
        }

        foreach (var (plant, meaning) in group.Plants.SelectMany(p => p.Assessment.Meaning().Select(m => (p, m))))
        {
            text.Sentence($"{plant.Assessment.Entity.Name}: {meaning}", "yellow");
        }

        text.Blank();
        text.Figures(
        [
            ["Plant", "t CO2e", "achieved", "target", "net", "lowest", "highest"],
            .. group.Plants.Select(p => (string[])[p.Assessment.Entity.Name, p.Assessment.ReportedTotal() is { } total ? digits.Whole((long)total.Tonnes) : "not known", p.Assessment.Intensity.Achieved.ToString(), p.Assessment.Intensity.Target?.ToString() ?? (p.Assessment.HasNoObligation() ? "none" : "not known"), .. Net(p)]),
        ], i => i == 0);
        if (group.Plants.Count(p => p.IsCounted && p.Position.NetLow < p.Position.NetHigh) > 1)
        {
            text.Sentence("Lowest and highest are each plant's own. The law is read one way for all of them, so the group lies between their sums and need not reach them.", "grey", indent: 2, hanging: 2);
        }

        text.Heading($"Inside the group: {digits.Whole(group.Net.NettedTonnes)} certificates need not go through the market");
        foreach (var transfer in group.Net.Transfers)
        {
            text.Sentence($"{transfer.From} to {transfer.To}: {digits.Whole(transfer.Tonnes)}{(transfer.Amount is { } amount ? " for " + digits.Quantity(amount.ToString()) : "")}", indent: 2);
        }

        text.Sentence("Whether certificates may change hands outside an exchange is for CERC's regulations to say (Reg 9(1)). A target stays with its plant.", "grey", indent: 2, hanging: 2);
        text.Heading("For the market");
        foreach (var left in group.Net.ForMarket)
        {
            text.Sentence($"{left.Entity}: {digits.Whole(left.Tonnes)}", indent: 2);
        }

        string[] Net(GroupPlant p) => p.IsCounted || p.Position.Net is null ? [Whole(p.Position.Net), Whole(p.Position.NetLow), Whole(p.Position.NetHigh)] : ["not counted", "", ""];

        string Whole(long? tonnes) => tonnes is { } known ? digits.Whole(known) : "not known";
    }

    private static JsonObject Json(GroupAccount group) => new()
    {
        ["group"] = group.Name,
        ["complianceYear"] = group.Plants[0].Assessment.Year.ToString(),
        ["plants"] = new JsonArray([.. group.Plants.Select(p => (JsonNode)new JsonObject
        {
            ["entity"] = GroupAccount.KeyOf(p),
            ["name"] = p.Assessment.Entity.Name,
            ["outcome"] = p.Assessment.Withheld is null ? "assessed" : "implausible",
            ["emissions"] = p.Assessment.ReportedTotal()?.ToString(),
            ["deemed"] = p.Assessment.IsDeemed(),
            ["achieved"] = p.Assessment.Intensity.Achieved.ToString(),
            ["target"] = p.Assessment.Intensity.Target?.ToString(),
            ["counted"] = p.IsCounted,
            ["net"] = p.Position.Net,
            ["netLow"] = p.Position.NetLow,
            ["netHigh"] = p.Position.NetHigh,
        })]),
        ["transfers"] = new JsonArray([.. group.Net.Transfers.Select(t => (JsonNode)new JsonObject { ["from"] = t.From, ["to"] = t.To, ["certificates"] = t.Tonnes, ["amount"] = t.Amount?.ToString() })]),
        ["forMarket"] = new JsonArray([.. group.Net.ForMarket.Select(m => (JsonNode)new JsonObject { ["entity"] = m.Entity, ["certificates"] = m.Tonnes })]),
        ["netted"] = group.Net.NettedTonnes,
    };
}
