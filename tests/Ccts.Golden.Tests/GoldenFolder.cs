using System;
using System.IO;
using System.Runtime.CompilerServices;
using DiffEngine;
using VerifyXunit;

namespace Ccts.Golden.Tests;

/// <summary>
/// The golden texts lie in <c>Golden/</c> and are copied beside the tests: where the sources were when they were compiled does not
/// matter. What a test received instead stands in the output folder; copy it over after looking at it.
/// </summary>
internal static class GoldenFolder
{
    [ModuleInitializer]
    internal static void Use()
    {
        DiffRunner.Disabled = true;
        Verifier.DerivePathInfo((_, _, type, method) => new(Path.Combine(AppContext.BaseDirectory, "Golden"), type.Name, method.Name));
    }
}
