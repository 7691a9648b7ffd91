using Ccts.Sdk.Entities;

namespace Ccts.Sdk.Tests.Entities;

public class RegistrationNumberTests
{
    [Theory]
    [InlineData("CMTOE085RJ", "CMT", "085", "RJ", true)]
    [InlineData("CGUOE005UP", "CGU", "005", "UP", true)]
    [InlineData("TXTOE127MH", "TXT", "127", "MH", true)]
    [InlineData("ZZZOE001MH", "ZZZ", "001", "MH", false)]
    public void Its_parts(string text, string sector, string serial, string state, bool known)
    {
        var number = RegistrationNumber.Parse(text);
        Assert.Equal((sector, serial, state, known), (number.SectorCode, number.Serial, number.StateCode, number.IsKnownSector));
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("cmtoe085rj")]
    [InlineData("CMTOE85RJ")]
    [InlineData("CMTOE085RJ ")]
    [InlineData("CMT0E085RJ")]
    [InlineData("CMTOE０８５RJ")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text) => Assert.False(RegistrationNumber.TryParse(text, out _, out _));

    [Fact]
    public void Default_is_empty() => Assert.Equal(("", "", false), (default(RegistrationNumber).Text, default(RegistrationNumber).SectorCode, default(RegistrationNumber).IsKnownSector));
}
