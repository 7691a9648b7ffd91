using System;
using System.IO;

namespace Ccts.Cli.Tests.Serials;

/// <summary>A host's own serials and exports, loaded from files by every command that reads them.</summary>
public sealed class HostLayoutsTests : IDisposable
{
    private const string Grammar = """
        { "grammar": "woodland", "registry": "woodland", "title": "Woodland", "status": "measured", "unit": "tCO2e", "source": "made up for this test",
          "form": ["WL/", { "field": "project", "number": "1-9" }, "/", { "field": "start", "number": "1-39" }, "..", { "field": "end", "number": "1-39" }],
          "examples": ["WL/7/1..10"] }
        """;

    private const string Format = """
        { "format": "woodland-mail", "registry": "woodland", "source": "made up for this test", "recognise": ["Woodland blocks"],
          "columns": { "serial": "Woodland blocks", "quantity": "Trees", "status": "Fate" }, "dates": ["iso"],
          "state": { "values": { "standing": "held", "felled": "retired" } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("layouts").FullName;

    public HostLayoutsTests()
    {
        Save("grammars/woodland.json", Grammar);
        Save("formats/woodland.json", Format);
    }

    private string Grammars => Path.Combine(_folder, "grammars");

    private string Formats => Path.Combine(_folder, "formats");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reconcile_takes_folders_or_one_format_file()
    {
        var ledger = Save("ledger.csv", "serial,quantity,state\nWL/7/1..10,10,held\n");
        var mail = Save("mail.csv", "Woodland blocks,Trees,Fate\nWL/7/1..10,10,standing\n");
        var felled = Save("felled.csv", "Woodland blocks,Trees,Fate\nWL/7/1..10,10,felled\n");
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", mail, "--grammars", Grammars, "--formats", Formats));
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", mail, "--grammars", Grammars, "--formats", Formats, "--format", "woodland"));
        Assert.Equal(ExitCode.Yes, Run("reconcile", "--ledger", ledger, "--registry", mail, "--grammars", Grammars, "--format", Path.Combine(Formats, "woodland.json")));
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", ledger, "--registry", felled, "--grammars", Grammars, "--formats", Formats));
        Assert.Equal(ExitCode.No, Run("reconcile", "--ledger", ledger, "--registry", mail, "--formats", Formats));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", mail, "--grammars", Grammars));
    }

    [Fact]
    public void Doublecount_takes_them_too()
    {
        var twice = Save("twice.csv", "Woodland blocks,Trees,Fate\nWL/7/1..10,10,standing\nWL/7/10..12,3,standing\n");
        var once = Save("once.csv", "Woodland blocks,Trees,Fate\nWL/7/1..10,10,standing\nWL/7/11..12,2,standing\n");
        Assert.Equal(ExitCode.No, Run("doublecount", twice, "--grammars", Grammars, "--formats", Formats, "--json"));
        Assert.Equal(ExitCode.Yes, Run("doublecount", once, "--grammars", Grammars, "--formats", Formats));
        Assert.Equal(ExitCode.BadInput, Run("doublecount", once, "--grammars", Grammars));
    }

    [Fact]
    public void Clear_takes_them_for_the_registrys_statement()
    {
        // Nothing is held: what the registry has ended agrees with that, what it has standing does not.
        var standing = Save("standing.csv", "Woodland blocks,Trees,Fate\nWL/7/1..10,10,standing\n");
        var felled = Save("felled.csv", "Woodland blocks,Trees,Fate\nWL/7/1..10,10,felled\n");
        Assert.Equal(ExitCode.No, Clear(standing, "--grammars", Grammars, "--formats", Formats));
        Assert.Equal(ExitCode.Yes, Clear(felled, "--grammars", Grammars, "--formats", Formats, "--format", "woodland"));
        Assert.Equal(ExitCode.Yes, Clear(felled, "--grammars", Grammars, "--format", Path.Combine(Formats, "woodland.json")));
        Assert.Equal(ExitCode.BadInput, Clear(felled, "--grammars", Grammars));

        int Clear(string statement, params string[] layouts) => Run([
            "clear", "--session", Path.Combine(CctsTool.Samples, "session", "session.json"), "--statement", statement, .. layouts,
            "--trades", Save("trades.csv", "trade,at,seller,buyer,tonnes,price,kind\n"),
            "--holdings", Save("holdings.csv", "account,registry,scope,start,end,vintage,kind,status\n")]);
    }

    [Fact]
    public void A_faulty_or_missing_file_is_bad_input()
    {
        var ledger = Save("ledger.csv", "serial,quantity,state\n");
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", ledger, "--format", Save("broken.json", "{")));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", ledger, "--format", "nowhere.json"));
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", ledger, "--formats", Path.Combine(_folder, "nowhere")));
        Save("formats/again.json", Format);
        Assert.Equal(ExitCode.BadInput, Run("reconcile", "--ledger", ledger, "--registry", ledger, "--formats", Formats));
    }

    private static int Run(params string[] args) => CommandLine.Run(Program.Root(), args);

    private string Save(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
