using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Credits;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Tests.Input;

/// <summary>Every argument and option that takes a table takes it as CSV and as a sheet of a workbook, and the answer is the same.</summary>
public sealed class EveryTableTests : IDisposable
{
    /// <summary>Commands; what stands behind @ is a table of the samples, or one of those below, given as text and then as a sheet. {new} is a path where nothing is yet.</summary>
    private static readonly string[] s_commands =
    [
        "assess kotputli-2025-26.header.json --streams @kotputli-2025-26.streams.csv --json",
        "decide @requests --json",
        "ruleset impact in-ccts/2025-26 in-ccts/2026-27 --orders @requests --json",
        "cloud @ingestion/cloud/usage.csv --energy ingestion/cloud/energy.json --year 2025-26 --json",
        "ingest {mapping} @tickets --json",
        "targets import @schedule --json",
        "ruleset impact in-ccts/2025-26 in-ccts/2026-27 --entities @cement-at-baseline.csv --json",
        "ledger import @article6/holdings.csv --journal {new} --at 2026-01-01T00:00:00Z",
        "reconcile --ledger @reconciliation/own.csv --registry @reconciliation/verra.csv --json",
        "doublecount @reconciliation/verra.csv --links @links --json",
        "claims --registry @reconciliation/verra.csv --json",
        "claims --aef @aef --registry reconciliation/verra.csv --json",
        "aef check @aef --json",
        "aef write {letters} {new} --year 2026 --entities @aef-entities --json",
        "clear --session session/session.json --trades @session/trades.csv --holdings @session/holdings.csv --statement @session/statement.csv --json",
        "settle --mapping settlement/exchange.json --trades @settlement/deals.csv --settlement @settlement/obligations.csv --delivery @settlement/delivered.csv --funds @settlement/bank.csv --statement @settlement/registry.csv --term 1 --holidays @settlement/holidays.csv --json",
        "verification report verification/kotputli-2025-26.json kotputli-2025-26.json --agencies @verification/accreditations.csv --uncertainty @uncertainty --json",
        "year move {year} begin-verification --role verifier --person P --organisation Another --on 2026-03-11 --sector Cement --agencies @verification/accreditations.csv --engagements @verification/engagements.csv --json",
        "year due {year} --on 2027-03-31 --holidays @settlement/holidays.csv --json",
        "plan show plans/kotputli-v1.json --template-map @map --template-cells {new} --json",
        "serial parse @serials --json",
    ];

    private static readonly Dictionary<string, string> s_tables = new(StringComparer.Ordinal)
    {
        ["tickets"] = "Ticket,Day,Net (kg)\nT1,2025-04-03,20155\nT2,2025-05-03,19870\n",
        ["schedule"] = "registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,target_gei_2026_27\nCMTOE085RJ,Kotputli Cement Works,Cement,2023-24,3666138,0.8086,0.8032,0.7891\n",
        ["links"] = "first_registry,first_project,second_registry,second_project\nverra,1529,gold-standard,GS11\n",
        ["uncertainty"] = "source,percent\nkiln-coal,1.5\n",
        ["map"] = "field,sheet,cell\nversion,Plan,B4\neffective,Plan,B5\n",
        ["requests"] = "id,purpose,year,date,unit.kind,unit.status,unit.double-use,unit.owner,entity.registration\nA-1,retire,2025-26,2026-11-23,ccc,active,false,CMTOE085RJ,CMTOE085RJ\n",
        ["serials"] = "CCC-IN-P1-2025-1-1-100\nCCC-IN-P1-2025-1-101-200\n",
        ["aef-entities"] = "Date,Name,Country of incorporation,Identification number,Cooperative approach ID,Conditions,Change and revocation conditions,Additional information\n01/12/2025,Example,IND,U1,CA0002,,,\n",
    };

    /// <summary>These write a table, or, as the statement of a mint, are tried with their command.</summary>
    private static readonly string[] s_others = ["--csv", "--xlsx", "--pdf", "ledger export --json", "--each", "--cells", "token move --statement", "aef write OUT"];

    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-tables").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    public static TheoryData<string> Commands => [.. s_commands];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task The_answer_is_that_of_the_text(string command)
    {
        await Prepare(command);
        var words = command.Split(' ');
        var text = await CctsTool.Run(null, [.. words.Select(w => Word(w, asSheet: false))]);
        var sheet = await CctsTool.Run(null, [.. words.Select(w => Word(w, asSheet: true))]);
        Assert.True(text.ExitCode != 2, text.Output + text.Error);
        Assert.True(sheet.ExitCode == text.ExitCode, sheet.Output + sheet.Error);
        Assert.Equal(Plain(text.Output), Plain(sheet.Output));
    }

    /// <summary>An option that is added gets a line above.</summary>
    [Fact]
    public void Every_argument_and_option_that_takes_a_table_is_tried()
    {
        var tables = Tables(Program.Root(), "").Where(t => !s_others.Any(o => t.Name.EndsWith(o, StringComparison.Ordinal))).ToList();
        var named = s_commands.SelectMany(c => c.Split(' ') is var words ? words.Select((w, i) => (Word: w, Option: i > 0 && words[i - 1].StartsWith("--", StringComparison.Ordinal) ? words[i - 1] : "")).Where(w => w.Word[0] == '@').Select(w => Name(words) + " " + w.Option) : []).ToHashSet(StringComparer.Ordinal);

        // Commands share options, such as the working days, by one description.
        var tried = tables.Where(t => named.Contains(t.IsOption ? t.Name : t.Name[..(t.Name.LastIndexOf(' ') + 1)])).Select(t => t.Description).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(tables.Where(t => !tried.Contains(t.Description)).Select(t => t.Name));
    }

    private static string Name(string[] words) => words[0] + (words[0] is "targets" or "ruleset" or "ledger" or "aef" or "verification" or "year" or "plan" or "serial" ? " " + words[1] : "");

    private static IEnumerable<(string Name, bool IsOption, string Description)> Tables(Command command, string path)
    {
        static bool IsTable(string? description) => description?.Contains("CSV", StringComparison.Ordinal) == true || description?.Contains("only column (.xlsx)", StringComparison.Ordinal) == true;
        return command.Options.Where(o => IsTable(o.Description)).Select(o => ($"{path} {o.Name}".Trim(), true, o.Description!))
            .Concat(command.Arguments.Where(a => IsTable(a.Description)).Select(a => ($"{path} {a.Name}".Trim(), false, a.Description!)))
            .Concat(command.Subcommands.SelectMany(c => Tables(c, $"{path} {c.Name}".Trim())));
    }

    private async Task Prepare(string command)
    {
        await File.WriteAllTextAsync(At("mapping.json"), """
            {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
             "fuels":[{"id":"coal","fuel":"other-bituminous-coal","state":"solid","ncv":"24.8 GJ/t"}],"electricity":[{"id":"grid","supply":"grid","amount":"1 MWh"}],"products":[{"id":"cement","product":"cement","amount":"1 t"}]},
             "sources":[{"id":"t","kind":"movements","files":"*","time":{"column":"Day"},"series":[{"stream":"coal","column":"Net (kg)","unit":"kg","number":"Ticket"}]}]}
            """, TestContext.Current.CancellationToken);
        if (command.Contains("{year}", StringComparison.Ordinal))
        {
            Assert.Equal(0, (await CctsTool.Run(null, "year", "open", At("year.jsonl"), "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
        }

        if (command.Contains("aef", StringComparison.Ordinal))
        {
            Assert.Equal(0, (await CctsTool.Run(null, "letter", "move", At("letters.jsonl"), "authorise", "--letter", Path.Combine(CctsTool.Samples, "article6", "letter.json"), "--on", "2026-01-05", "--key", "loa-1")).ExitCode);
            Assert.Equal(0, (await CctsTool.Run(null, "aef", "write", At("letters.jsonl"), At("tables"), "--year", "2026")).ExitCode);
            File.Copy(At(Path.Combine("tables", "submission.csv")), At("aef.csv"));
        }
    }

    private string Word(string word, bool asSheet) => word switch
    {
        "{new}" => At(Guid.NewGuid().ToString("N")),
        "{year}" or "{letters}" => At(word.Trim('{', '}') + ".jsonl"),
        "{mapping}" => At("mapping.json"),
        _ when word[0] == '@' => asSheet ? Sheet(Text(word[1..])) : Text(word[1..]),
        _ when word.EndsWith(".json", StringComparison.Ordinal) || word.EndsWith(".csv", StringComparison.Ordinal) => Path.Combine(CctsTool.Samples, word),
        _ => word,
    };

    private string Text(string name)
    {
        if (name.EndsWith(".csv", StringComparison.Ordinal))
        {
            return Path.Combine(CctsTool.Samples, name);
        }

        var path = At(name + (name == "serials" ? ".txt" : ".csv"));
        if (s_tables.TryGetValue(name, out var table))
        {
            File.WriteAllText(path, table);
        }

        return path;
    }

    /// <summary>The rows of a text as a sheet, line for line; what is a whole number there is one here.</summary>
    private string Sheet(string text)
    {
        static object Cell(string value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && value.Length < 15 && (value[0] != '0' || value.Length == 1) ? number : value;
        var lines = File.ReadAllLines(text);
        var separator = lines.Any(l => l.Count(c => c == ';') > 3) ? ';' : ',';
        var rows = lines.Select(l => new LocatedCsv(new StringReader(l), null, new ProblemList(), separator: separator).ReadRow()?.Fields.Select(f => Cell(f.Text)).ToArray() ?? []).ToArray();
        var path = At(Path.GetFileNameWithoutExtension(text) + ".xlsx");
        PlainWorkbook.Write(path, rows);
        return path;
    }

    /// <summary>Without the names of files and the places in them, which differ.</summary>
    private string Plain(string output)
    {
        static JsonNode? Without(JsonNode? node) => node switch
        {
            JsonObject o => new JsonObject(o.Where(m => m.Key is not ("file" or "place" or "line" or "column" or "pointer" or "digest" or "sha256" or "bytes" or "source" or "name" or "files" or "problems" or "out")).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Without(m.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Without)]),
            _ => node?.DeepClone(),
        };
        var plain = output.TrimStart() is ['{', ..] && !output.Contains("}\n{", StringComparison.Ordinal) ? Without(JsonNode.Parse(output))!.ToJsonString() : output;
        return Regex.Replace(plain.Replace(_folder, "", StringComparison.Ordinal), "[0-9a-f]{32}", "");
    }

    private string At(string name) => Path.Combine(_folder, name);
}
