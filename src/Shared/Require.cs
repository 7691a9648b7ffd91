using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ccts;

/// <summary>Argument checks, the same on every target.</summary>
internal static class Require
{
    internal static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name?.TrimStart('@'));

    /// <summary>Elements as they are read, none of them null: a list with a null element is refused under the name of the list.</summary>
    internal static IEnumerable<T> Each<T>([NotNull] IEnumerable<T?>? values, [CallerArgumentExpression(nameof(values))] string? name = null)
        where T : class
    {
        return Checked(NotNull(values, name), name);

        static IEnumerable<T> Checked(IEnumerable<T?> values, string? name)
        {
            foreach (var value in values)
            {
                yield return value ?? throw new ArgumentException("An element of the list is null; leave it out.", name?.TrimStart('@'));
            }
        }
    }

    /// <summary>A list without null elements.</summary>
    internal static TList All<TList>([NotNull] TList? values, [CallerArgumentExpression(nameof(values))] string? name = null)
        where TList : class, IEnumerable
    {
        foreach (var value in NotNull(values, name))
        {
            _ = value ?? throw new ArgumentException("An element of the list is null; leave it out.", name?.TrimStart('@'));
        }

        return values!;
    }

    /// <summary>What an exception about an argument says to people: without the name of the parameter, which is for programmers.</summary>
    internal static string Said(ArgumentException refused)
    {
        var cut = Math.Max(refused.Message.IndexOf(" (Parameter '", StringComparison.Ordinal), refused.Message.IndexOf("Parameter name:", StringComparison.Ordinal));
        return cut > 0 ? refused.Message.Substring(0, cut).TrimEnd() : refused.Message;
    }

    /// <summary>A text that is not blank: blanks are no name, id or path.</summary>
    internal static string NotBlank([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        NotNull(value, name).Trim().Length > 0 ? value! : throw new ArgumentException("A text that is not blank is needed.", name?.TrimStart('@'));
}
