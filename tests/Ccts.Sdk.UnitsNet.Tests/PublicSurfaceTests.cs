using Ccts.Architecture.Tests;

namespace Ccts.Sdk.UnitsNet.Tests;

/// <summary>The public surface is a promise: see PublicApiTests beside the other reviewed surfaces.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_one_that_was_reviewed() => ReviewedSurface.Check("Ccts.Sdk.UnitsNet");
}
