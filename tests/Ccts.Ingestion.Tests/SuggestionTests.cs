using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Suggesting;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>What is proposed from the first rows is a mapping that reads, and the file goes through it.</summary>
public class SuggestionTests
{
    private static MappingSuggestion Of(string text) => MappingSuggestion.Of(IngestionFile.Of("x.csv", Encoding.UTF8.GetBytes(text)), "2025-26", ["other-bituminous-coal", "petroleum-coke"]);

    private static JsonNode Source(MappingSuggestion suggestion) => suggestion.Mapping["sources"]![0]!;

    [Fact]
    public void A_meter_with_titles_semicolons_and_decimal_commas()
    {
        var text = "Works 3;;\n\n" + Plant.Csv(Plant.April(i => $"{100 + (i * 7 % 50)},25;x").Select(r => r.Replace(",", ";", System.StringComparison.Ordinal).Replace(";25;", ",25;", System.StringComparison.Ordinal)), "time;Import (kWh);note");
        var source = Source(Of(text));
        Assert.Equal(("meter", 360, "interval", ";", ","), (source["kind"]!.GetValue<string>(), source["minutes"]!.GetValue<int>(), source["counts"]!.GetValue<string>(), source["table"]!["separator"]!.GetValue<string>(), source["table"]!["decimal"]!.GetValue<string>()));
        var result = Ingestor.Run(IngestionMapping.Read(Encoding.UTF8.GetBytes(Of(text).Mapping.ToJsonString()), "m"), [IngestionFile.Of("x.csv", Encoding.UTF8.GetBytes(text))]);
        Assert.False(result.HasErrors);
        Assert.True(result.IsComplete);
    }

    [Fact]
    public void Tickets_with_a_number_and_a_fuel_in_the_header()
    {
        var suggestion = Of("Ticket No,Date,Coal (t)\n1,03-04-2025,30.5\n2,14-04-2025,31\n3,29-04-2025,30\n");
        var source = Source(suggestion);
        Assert.Equal(("movements", "dd-MM-uuuu", "Ticket No"), (source["kind"]!.GetValue<string>(), source["time"]!["format"]!.GetValue<string>(), source["series"]![0]!["number"]!.GetValue<string>()));
        Assert.Equal("other-bituminous-coal", suggestion.Mapping["report"]!["fuels"]![0]!["fuel"]!.GetValue<string>());
    }

    [Fact]
    public void A_register_only_rises_and_a_day_that_could_be_a_month_is_told()
    {
        var register = Source(Of(Plant.Csv(Plant.April(i => (10 * i).ToString(System.Globalization.CultureInfo.InvariantCulture)), "time,Reading kWh")));
        Assert.Equal("register", register["counts"]!.GetValue<string>());
        Assert.Contains(Of("Date,net t\n01/02/2025,5\n03/04/2025,7\n05/04/2025,1\n").Notes, n => n.StartsWith("No day above 12", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n")]
    [InlineData("just\ntext\n")]
    [InlineData("\u0000\u0001")]
    public void What_is_no_table_is_told(string text) => Assert.Throws<CctsDataException>(() => Of(text));
}
