using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Extensions.Configuration;

namespace Ccts;

/// <summary>Reads a section strictly: an unknown name or value is an error with its path, never ignored.</summary>
internal sealed class ConfigurationReading(IConfiguration section, List<string> faults)
{
    private readonly string _path = (section as IConfigurationSection)?.Path ?? "";
    private readonly List<string> _known = [];

    internal ConfigurationReading Part(string name) => new(Known(name), faults);

    internal void Text(string name, Action<string> set)
    {
        if (Value(name) is { } text)
        {
            set(text);
        }
    }

    internal void Flag(string name, Action<bool> set) => Parsed(name, text => bool.TryParse(text, out var flag) ? flag : null, "true or false", set);

    internal void Whole(string name, Action<int> set) => Parsed(name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null, "a whole number, 0 or more", set);

    /// <summary>A length of time in the form of .NET: <c>00:00:30</c>, or <c>3.00:00:00</c> for three days. Hours, minutes and seconds are all there: .NET takes <c>120</c> for days and <c>00:30</c> for half an hour, where a host means seconds.</summary>
    internal void Span(string name, Action<TimeSpan> set) => Parsed(name, text => text.Count(c => c == ':') == 2 && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero ? span : null, "a length of time in hours, minutes and seconds such as 00:00:30, or 3.00:00:00 for three days", set);

    /// <summary>A value that a host writes as text.</summary>
    /// <param name="name">The setting.</param>
    /// <param name="read">The value, or null where the text is none.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="set">Takes the value.</param>
    internal void Parsed<T>(string name, Func<string, T?> read, string expected, Action<T> set)
        where T : struct
    {
        if (Value(name) is not { } text)
        {
            return;
        }

        if (read(text) is { } value)
        {
            set(value);
        }
        else
        {
            faults.Add($"{At(name)} is \"{text}\"; expected {expected}.");
        }
    }

    internal void Choice<T>(string name, Action<T> set)
        where T : struct, Enum =>
        Parsed(name, text => Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Names<T>().Contains(choice.ToString(), StringComparer.Ordinal) && text.Trim().All(char.IsLetter) ? choice : null, "one of " + string.Join(", ", Names<T>()), set);

    /// <summary>Every member as name and value, for names that the host chooses.</summary>
    internal void Each(string name, Action<string, string> set)
    {
        var part = Known(name);
        if (part.Value is { } one)
        {
            faults.Add($"{At(name)} is \"{one}\"; expected a section.");
        }

        foreach (var child in part.GetChildren())
        {
            if (string.IsNullOrWhiteSpace(child.Value))
            {
                faults.Add($"{At(name)}:{child.Key} is blank; expected a text.");
            }
            else
            {
                set(child.Key, child.Value!);
            }
        }
    }

    /// <summary>Reports every name that was not read, and text in the place of the section.</summary>
    internal void Close(params string[] elsewhere)
    {
        if (section is IConfigurationSection { Value: { } text })
        {
            faults.Add($"{_path} is \"{text}\"; expected a section.");
        }

        var names = _known.Concat(elsewhere).ToList();
        foreach (var child in section.GetChildren().Where(c => !names.Contains(c.Key, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add($"{At(child.Key)} is not known; expected one of {string.Join(", ", names)}.");
        }
    }

    private static string[] Names<T>()
        where T : struct, Enum =>
#if NET
        Enum.GetNames<T>();
#else
        Enum.GetNames(typeof(T));
#endif

    private IConfigurationSection Known(string name)
    {
        _known.Add(name);
        return section.GetSection(name);
    }

    private string? Value(string name)
    {
        var found = Known(name);
        if (found.GetChildren().Any())
        {
            faults.Add($"{At(name)} has members; expected one value.");
            return null;
        }

        if (found.Value is { } text && text.Trim().Length == 0)
        {
            faults.Add($"{At(name)} is blank; give a value or leave it out.");
            return null;
        }

        return found.Value;
    }

    private string At(string name) => _path.Length == 0 ? name : _path + ":" + name;
}
