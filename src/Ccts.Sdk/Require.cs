using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ccts.Sdk;

/// <summary>Argument checks, the same on every target.</summary>
internal static class Require
{
    internal static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name?.TrimStart('@'));
}
