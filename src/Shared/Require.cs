using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ccts;

/// <summary>Argument checks, the same on every target.</summary>
internal static class Require
{
    internal static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name?.TrimStart('@'));

    /// <summary>A text that says something: blanks are no name, id or path.</summary>
    internal static string NotBlank([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        NotNull(value, name).Trim().Length > 0 ? value! : throw new ArgumentException("A text that is not blank is needed.", name?.TrimStart('@'));
}
