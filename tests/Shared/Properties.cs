using System;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Tests.Shared;

/// <summary>Holds a property on random cases, which are the same in every run: what passed once passes until the code changes.</summary>
/// <remarks>
/// New cases are drawn by the campaign <c>.ci/long/properties</c>: it sets <c>CCTS_PROPERTIES</c> to how many times the cases each property
/// takes, and <c>CCTS_SEED</c> to where it begins. A case that failed there is kept as a test of its own.
/// </remarks>
internal static class Properties
{
    private const int Usual = 100;

    private static readonly int Times = (int)Number("CCTS_PROPERTIES", 1);
    private static readonly ulong Seed = Number("CCTS_SEED", 20261129);

    internal static void Holds(this Property property, int cases = Usual) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(cases * Times).WithReplay(Seed, gamma: 0x9E3779B97F4A7C15));

    private static ulong Number(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
