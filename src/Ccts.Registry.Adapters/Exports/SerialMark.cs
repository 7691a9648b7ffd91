using System.Globalization;
using System.Linq;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>
/// What a serial says about its units besides their numbers, in 32 bits: project and vintage in 19, the batch in 8, the country in 5; 0 in a part that the
/// serial does not print. Labels, types and who verified come and go, and are left out. The parts of batch and country are remainders by a prime, so
/// that one slip always shows.
/// </summary>
internal static class SerialMark
{
    private const uint Batches = 251;
    private const uint Countries = 31;
    private const uint Letters = 26;
    private const int BatchAt = 19;
    private const int CountryAt = BatchAt + 8;
    private const uint OfProject = (1u << BatchAt) - 1;
    private const uint OfBatch = ((1u << CountryAt) - 1) & ~OfProject;

    internal static uint Of(SerialReading reading)
    {
        var batch = reading.Fields.FirstOrDefault(f => f.Key == "batch").Value;
        var country = reading.Country is { Length: 2 } code ? (((uint)char.ToUpperInvariant(code[0]) * Letters) + char.ToUpperInvariant(code[1])) % Countries + 1 : 0;
        return Project(reading) | ((uint.TryParse(batch, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number % Batches) + 1 : 0) << BatchAt) | (country << CountryAt);
    }

    /// <summary>Whether two serials both have a part and differ in it.</summary>
    internal static bool Differ(uint one, uint other) => Differ(one, other, OfProject) || Differ(one, other, OfBatch) || Differ(one, other, ~(OfProject | OfBatch));

    private static bool Differ(uint one, uint other, uint part) => (one & part) is not 0 and var its && (other & part) is not 0 and var others && its != others;

    private static uint Project(SerialReading reading)
    {
        if (reading.Project is null && reading.VintageStart is null)
        {
            return 0;
        }

        var mark = 2166136261u;
        foreach (var c in ProjectKey.Of(reading.Registry, reading.Project ?? ""))
        {
            mark = unchecked((mark ^ char.ToUpperInvariant(c)) * 16777619u);
        }

        mark = unchecked((mark ^ (uint)(reading.VintageStart is { } start ? (start.Year * 512) + start.DayOfYear : 0)) * 16777619u);
        mark = unchecked((mark ^ (uint)(reading.VintageEnd is { } end ? (end.Year * 512) + end.DayOfYear : 0)) * 16777619u);
        mark = (mark ^ (mark >> BatchAt)) & OfProject;
        return mark == 0 ? 1 : mark;
    }
}
