using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;

namespace Ccts.Hosting;

/// <summary>Reads a section strictly: an unknown name or value is an error with its path, never ignored.</summary>
internal sealed class ConfigurationReading(IConfiguration section, string path, List<string> faults)
{
    private readonly List<string> _known = [];

    internal ConfigurationReading Part(string name) => new(Known(name), At(name), faults);

    internal void Text(string name, Action<string> set)
    {
        if (Value(name) is { } text)
        {
            set(text);
        }
    }

    internal void Flag(string name, Action<bool> set)
    {
        if (Value(name) is not { } text)
        {
            return;
        }

        if (bool.TryParse(text, out var flag))
        {
            set(flag);
        }
        else
        {
            faults.Add($"{At(name)} is \"{text}\"; expected true or false.");
        }
    }

    internal void Choice<T>(string name, Action<T> set)
        where T : struct, Enum
    {
        if (Value(name) is not { } text)
        {
            return;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Names<T>().Contains(choice.ToString(), StringComparer.Ordinal) && text.Trim().All(char.IsLetter))
        {
            set(choice);
        }
        else
        {
            faults.Add($"{At(name)} is \"{text}\"; expected one of {string.Join(", ", Names<T>())}.");
        }
    }

    /// <summary>Every member as name and value, for names that the host chooses.</summary>
    internal void Each(string name, Action<string, string> set)
    {
        foreach (var child in Known(name).GetChildren())
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

    /// <summary>Reports every name that was not read.</summary>
    internal void Close(params string[] elsewhere)
    {
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

    private string At(string name) => path.Length == 0 ? name : path + ":" + name;
}
