namespace Ccts.Architecture.Tests;

/// <summary>
/// The public surface is a promise: a change to it shows in review as a change of these files. Set the environment variable
/// CCTS_ACCEPT_PUBLIC_API=1 for one run to write them anew.
/// </summary>
public class PublicApiTests
{
    [Theory]
    [InlineData("Ccts.Sdk")]
    [InlineData("Ccts.Rules")]
    [InlineData("Ccts.Rules.Authoring")]
    [InlineData("Ccts.Registry.Adapters")]
    [InlineData("Ccts.Hosting")]
    public void The_public_surface_is_the_one_that_was_reviewed(string library) => ReviewedSurface.Check(library);
}
