using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Ccts.Architecture.Tests;

/// <summary>
/// A record compares its lists by reference, which nobody expects: every report and result with a list in it says so. What has no list is equal
/// by its values.
/// </summary>
public class EqualityTests
{
    private static readonly string[] Endings = ["Report", "Assessment", "Result", "Position", "Proof", "YearlyAccount", "SlipAccount", "PointAccount"];

    public static TheoryData<string> Libraries => [.. ProductLibraries.Names];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_result_with_lists_says_when_two_are_equal(string library)
    {
        var file = Path.Combine(AppContext.BaseDirectory, library + ".xml");
        var texts = XDocument.Load(file).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, m => m.Value, StringComparer.Ordinal);
        var silent = Assembly.Load(library).GetExportedTypes()
            .Where(t => IsRecord(t) && Endings.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal)) && HasList(t))
            .Where(t => !texts.TryGetValue("T:" + t.FullName, out var text) || !text.Contains("equal only when", StringComparison.Ordinal))
            .Select(t => t.FullName);
        Assert.Empty(silent);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool HasList(Type type) => type.GetMethod("Equals", [type]) is { } equals
        && equals.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null
        && type.GetProperties().Any(p => p.GetIndexParameters().Length == 0 && p.CanWrite && p.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(p.PropertyType));
}
