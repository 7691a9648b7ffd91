using System;
using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Sdk.Tests.Json;

public class CanonicalJsonTests
{
    /// <summary>The sorting example of RFC 8785, 3.2.3: keys go by UTF-16 code units.</summary>
    [Fact]
    public void Keys_are_sorted_by_code_units()
    {
        var json = JsonNode.Parse("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""");
        var order = CanonicalJson.Text(json);
        var last = -1;
        foreach (var value in new[] { "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh" })
        {
            var at = order.IndexOf(value, StringComparison.Ordinal);
            Assert.True(at > last, value);
            last = at;
        }
    }

    /// <summary>The string example of RFC 8785, 3.2.2.2.</summary>
    [Fact]
    public void Strings_are_escaped_only_where_they_must_be() =>
        Assert.Equal("""["€$\u000f\nA'B\"\\\\\"/"]""", CanonicalJson.Text(JsonNode.Parse("""["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"]""")));

    [Fact]
    public void Order_and_blanks_of_the_input_do_not_matter() =>
        Assert.Equal(CanonicalJson.Digest(JsonNode.Parse("{ \"b\" : [1, true, null], \"a\" : {} }")), CanonicalJson.Digest(JsonNode.Parse("{\"a\":{},\"b\":[1,true,null]}")));

    [Theory]
    [InlineData("1.5")]
    [InlineData("9007199254740992")]
    [InlineData("1e3")]
    public void Numbers_that_are_not_whole_or_too_large_are_refused(string number) =>
        Assert.ThrowsAny<NotSupportedException>(() => CanonicalJson.Text(JsonNode.Parse(number)));
}
