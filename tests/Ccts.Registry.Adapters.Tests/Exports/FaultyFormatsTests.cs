using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>A format file with one mistake is refused with its place, by the reader and, where the mistake is one of shape, by the schema alike.</summary>
public class FaultyFormatsTests
{
    private const string Sound = """
        { "format": "woodland-mail", "registry": "woodland", "source": "made up for this test", "recognise": ["Woodland blocks"],
          "columns": { "serial": "Woodland blocks", "status": "Fate" }, "dates": ["iso"],
          "state": { "values": { "standing": "held" } }, "conversion": { "column": "Why", "values": { "moved": "verra" } } }
        """;

    [Fact]
    public void The_sound_one_is_read() => Assert.Equal((null, null, true), Read(Sound));

    [Theory]
    [InlineData("\"woodland-mail\"", "\"Woodland mail\"", "bad-id", "/format")]
    [InlineData("[\"Woodland blocks\"]", "[]", "empty-list", "/recognise")]
    [InlineData("[\"Woodland blocks\"]", "[7]", "wrong-type", "/recognise/0")]
    [InlineData("[\"Woodland blocks\"]", "[\"\"]", "wrong-type", "/recognise/0")]
    [InlineData("{ \"serial\": \"Woodland blocks\", \"status\": \"Fate\" }", "{ \"status\": \"Fate\" }", "missing-key", "/columns")]
    [InlineData("{ \"serial\": \"Woodland blocks\", \"status\": \"Fate\" }", "\"serial\"", "wrong-type", "/columns")]
    [InlineData("\"serial\": \"Woodland blocks\"", "\"serial\": 5", "wrong-type", "/columns/serial")]
    [InlineData("\"serial\": \"Woodland blocks\"", "\"serial\": []", "empty-list", "/columns")]
    [InlineData("\"serial\": \"Woodland blocks\"", "\"serial\": [[\"Woodland blocks\"]]", "wrong-type", "/columns/serial/0")]
    [InlineData("\"serial\": \"Woodland blocks\"", "\"serial\": { \"a\": \"b\" }", "wrong-type", "/columns/serial")]
    [InlineData("\"status\": \"Fate\"", "\"fate\": \"Fate\"", "unknown-key", "/columns/fate")]
    [InlineData("[\"iso\"]", "[\"ISO\"]", "unknown-word", "/dates/0")]
    [InlineData("[\"iso\"]", "[{}]", "wrong-type", "/dates/0")]
    [InlineData("{ \"values\": { \"standing\": \"held\" } }", "{}", "missing-key", "/state")]
    [InlineData("{ \"values\": { \"standing\": \"held\" } }", "{ \"blank\": \"held\" }", "missing-key", "/state")]
    [InlineData("{ \"values\": { \"standing\": \"held\" } }", "{ \"values\": { \"standing\": \"held\" }, \"only\": { \"Axe\": [\"feld\"] } }", "unknown-word", "/state/only/Axe/0")]
    [InlineData("\"moved\": \"verra\"", "\"moved\": null", "wrong-type", "/conversion/values/moved")]
    public void A_mistake_of_shape_is_refused_by_reader_and_schema(string sound, string faulty, string code, string pointer) =>
        Assert.Equal((code, pointer, false), Read(Once(sound, faulty)));

    [Fact]
    public void One_word_for_two_states_is_refused_by_the_reader() =>
        Assert.Equal(("duplicate-word", "/state/values/Standing", true), Read(Once("\"standing\": \"held\"", "\"standing\": \"held\", \"Standing\": \"retired\"")));

    [Theory]
    [InlineData("woodland-mail", "Trees,Fate\n7,standing\n", "missing-column", "Woodland blocks")]
    [InlineData("verra-transactions", "Woodland blocks,Fate\nx,standing\n", "missing-column", "Serial Number")]
    [InlineData("acr-issuances", "Woodland blocks,Fate\nx,standing\n", "missing-column", "Total Credits Issued")]
    [InlineData("woodlnad", "Woodland blocks,Fate\nx,standing\n", "unknown-format", "woodlnad")]
    public void A_format_named_for_another_export_loses_no_row_in_silence(string format, string csv, string code, string named)
    {
        var reader = new ExportReader(Ccts.Registry.Adapters.Serials.SerialGrammars.BuiltIn, ExportFormats.BuiltIn.With(Load(Sound)));
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "mail.csv", format).ToArray()).Problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Contains(code == "unknown-format" ? "verra, verra-assets-json" : format, problem.Expected, StringComparison.Ordinal);
    }

    private static string Once(string sound, string faulty)
    {
        Assert.Equal(2, Sound.Split(sound).Length);
        return Sound.Replace(sound, faulty, StringComparison.Ordinal);
    }

    private static ExportFormats Load(string json) => ExportFormats.FromFiles([("woodland.json", new MemoryStream(Encoding.UTF8.GetBytes(json)))]);

    private static (string? Code, string? Pointer, bool BySchema) Read(string json)
    {
        var schema = SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "Schemas", "export-format.schema.json"));
        var fits = schema.Errors(json).Count == 0;
        try
        {
            Load(json);
            return (null, null, fits);
        }
        catch (CctsDataException refused)
        {
            return (refused.Problems[0].Code, refused.Problems[0].Place.Pointer, fits);
        }
    }
}
