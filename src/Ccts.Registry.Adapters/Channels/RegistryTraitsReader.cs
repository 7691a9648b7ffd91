using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>Reads the file of a registry's traits strictly; every fault with its place.</summary>
public static class RegistryTraitsReader
{
    private static readonly Dictionary<string, InterfaceStatus> Statuses = new(StringComparer.Ordinal)
    {
        ["provisional"] = InterfaceStatus.Provisional,
        ["documented"] = InterfaceStatus.Documented,
        ["observed"] = InterfaceStatus.Observed,
    };

    /// <summary>Reads a file of traits.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read; every fault with its place.</exception>
    public static RegistryTraits Read(byte[] utf8, string? file = null) => ProfileFile.Read(utf8, file, Read);

    /// <summary>The traits shipped for a registry.</summary>
    internal static RegistryTraits Shipped(string registry) => ProfileFile.Shipped(registry + ".traits.json", Read);

    private static RegistryTraits Read(ObjectReader root)
    {
        root.OptionalText("$schema");
        var traits = new RegistryTraits
        {
            Registry = root.Text("registry") ?? "",
            Title = root.Text("title") ?? "",
            Status = root.Choice("status", Statuses) ?? default,
            SettlingTime = Trait<Duration>(root, "settlingTime", TryDuration),
            RequestsPerMinute = Trait<int>(root, "requestsPerMinute", TryCount),
            PageLimit = Trait<int>(root, "pageLimit", TryCount),
            Quirks = root.OptionalList("quirks").Select(q => Quirk(new ObjectReader(q, root.Problems))).ToList(),
        };
        root.Done();
        return traits;
    }

    private static Trait<T> Trait<T>(ObjectReader root, string key, TextParser<T> parser)
        where T : struct
    {
        if (root.Object(key) is not { } from)
        {
            return new Trait<T>(null, Evidence.Unknown, "");
        }

        var value = from.OptionalValue(key == "settlingTime" ? "duration" : "count", parser);
        var evidence = from.Choice("evidence", LawWords.Evidences) ?? Evidence.Unknown;
        var source = Source(from);
        from.Done();
        if (value is null != (evidence == Evidence.Unknown))
        {
            root.Problems.Error("bad-value", from.Node.Place, "A figure has a value and evidence for it; what is unknown has neither.", "a value, or the evidence \"unknown\"");
        }

        return new Trait<T>(value, evidence, source);
    }

    private static RegistryQuirk Quirk(ObjectReader from)
    {
        var quirk = new RegistryQuirk(from.Text("what") ?? "", Source(from));
        from.Done();
        return quirk;
    }

    // What nobody can look up is no fact; of what is unknown the source says who could say it.
    private static string Source(ObjectReader from)
    {
        var source = from.Text("source");
        if (source is not null && string.IsNullOrWhiteSpace(source))
        {
            from.Problems.Error("missing-source", from.Node.Place, "The source is blank.", "where this is written, or who could say it");
        }

        return source ?? "";
    }

    internal static bool TryDuration(string text, out Duration value, out string? reason)
    {
        reason = "an ISO 8601 duration of days, hours, minutes and seconds, such as \"PT48H\"";
        var parsed = PeriodPattern.NormalizingIso.Parse(text);
        var isLength = parsed.Success && parsed.Value is { Years: 0, Months: 0 } && parsed.Value.ToDuration() > Duration.Zero;
        value = isLength ? parsed.Value.ToDuration() : default;
        return isLength;
    }

    private static bool TryCount(string text, out int value, out string? reason)
    {
        reason = "a whole number above zero";
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out value) && value > 0;
    }
}
