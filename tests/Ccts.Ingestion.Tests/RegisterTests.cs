using System.Globalization;
using System.Linq;

namespace Ccts.Ingestion.Tests;

/// <summary>Meters whose rows are what the register shows. It counts 10 kWh an interval; April has 120 of them.</summary>
public class RegisterTests
{
    private const string Rolls = "\"plausible\":{\"most\":\"20 kWh\",\"rollsOverAt\":\"1000 kWh\",\"source\":\"plate\"}";
    private const string Spread = "\"missing\":{\"method\":\"spread\",\"longest\":8,\"source\":\"plan\"}";

    private static string Register(System.Func<int, string?> value, string last) => Plant.Csv(Plant.April(value).Append("2025-05-01 00:00," + last));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void A_month_is_the_difference_of_its_ends_and_a_hole_within_it_costs_nothing()
    {
        Assert.Equal("1.2 MWh", Plant.Amount(Plant.Run(Plant.Meter("register"), Register(i => Number(500 + (10 * i)), "1700"))));
        var holed = Plant.Run(Plant.Meter("register"), Register(i => i is > 10 and < 90 ? null : Number(500 + (10 * i)), "1700"));
        Assert.Equal("1.2 MWh", Plant.Amount(holed));
        Plant.Finding(holed, "gap");
    }

    [Fact]
    public void A_register_that_passes_its_end_goes_on()
    {
        var result = Plant.Run(Plant.Meter("register", Rolls), Register(i => Number((500 + (10 * i)) % 1000), "700"));
        Assert.Equal(("1.2 MWh", "row 52"), (Plant.Amount(result), Plant.Finding(result, "rollover").Place.Pointer));
    }

    [Fact]
    public void A_register_that_was_replaced_is_a_reset_and_the_month_is_withheld()
    {
        var result = Plant.Run(Plant.Meter("register", Rolls), Register(i => Number(i < 60 ? 300 + (10 * i) : 10 * (i - 60)), "600"));
        Assert.Equal("row 62", Plant.Finding(result, "reset").Place.Pointer);
        Assert.Null(Plant.Amount(result));
        Plant.Finding(Plant.Run(Plant.Meter("register"), Register(i => Number((500 + (10 * i)) % 1000), "700")), "reset");
    }

    [Fact]
    public void A_jump_above_what_is_possible_is_a_spike()
    {
        var result = Plant.Run(Plant.Meter("register", Rolls), Register(i => Number(i < 60 ? i : 100 + i), "220"));
        Assert.Equal("row 62", Plant.Finding(result, "spike").Place.Pointer);
        Assert.Null(Plant.Amount(result));
    }

    [Fact]
    public void A_register_read_a_little_late_closes_the_month_all_the_same() =>
        Assert.Equal("1.2 MWh", Plant.Amount(Plant.Run(Plant.Meter("register"), Plant.Csv(Plant.April(i => Number(10 * i)).Append("2025-05-01 00:07,1200")))));

    [Fact]
    public void What_crosses_the_end_of_a_month_is_spread_only_where_the_plan_says_so()
    {
        // 40 kWh between 30 April 12:00 and 1 May 12:00, half of the time in either month.
        var rows = Plant.April(i => Number(10 * i)).Take(119).Append("2025-05-01 12:00,1220").Concat(Enumerable.Range(3, 122).Select(i => $"{new System.DateTime(2025, 5, 1).AddHours(6 * i):yyyy-MM-dd HH:mm},{1190 + (10 * i)}"));
        var plain = Plant.Run(Plant.Meter("register"), Plant.Csv(rows));
        Assert.Equal((null, null), (Plant.Amount(plain), Plant.Amount(plain, "2025-05")));
        var spread = Plant.Run(Plant.Meter("register", Spread), Plant.Csv(rows));
        Assert.Equal(("1.2 MWh", "1.23 MWh"), (Plant.Amount(spread), Plant.Amount(spread, "2025-05")));
        Assert.Equal(4, spread.Substituted);
    }
}
