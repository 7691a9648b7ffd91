using System;
using System.Linq;
using System.Text;
using Ccts.Compliance.Pages.Codes;
using QRCoder;

namespace Ccts.Compliance.Tests;

/// <summary>Our QR codes are those of a library that everybody scans; so is what corrects them.</summary>
public sealed class QrCodeTests
{
    public static TheoryData<string> Texts => [.. new[] { 1, 14, 15, 26, 27, 42, 43, 62, 63, 71, 84, 85, 106 }.SelectMany(n => new[] { Text(n, 'a'), Text(n, '7') }),
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_code_is_module_for_module_the_librarys_in_one_of_the_eight_masks(string text)
    {
        var own = QrCode.Of(Encoding.ASCII.GetBytes(text));
        using var generator = new QRCodeGenerator();

        // The library may take another of the eight masks where two read equally well; unmasked, both hold the same.
        using var theirs = generator.CreateQrCode(Encoding.ASCII.GetBytes(text), QRCodeGenerator.ECCLevel.M);
        var quiet = 4;
        var size = own.GetLength(0);
        Assert.Equal(size, theirs.ModuleMatrix.Count - (2 * quiet));
        var other = new bool[size, size];
        foreach (var (r, c) in from r in Enumerable.Range(0, size) from c in Enumerable.Range(0, size) select (r, c))
        {
            other[r, c] = theirs.ModuleMatrix[r + quiet][c + quiet];
        }

        Assert.Equal(Unmasked(own), Unmasked(other));
    }

    // ISO/IEC 18004, annex I: "01234567" in version 1-M has these codewords of correction.
    [Fact]
    public void Correction_is_that_of_the_standards_example() => Assert.Equal(
        [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55],
        ReedSolomon.Remainder([0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11], 10));

    [Fact]
    public void What_does_not_fit_is_refused() => Assert.Throws<ArgumentException>(() => QrCode.Of(new byte[107]));

    private static string Text(int length, char begin) => string.Concat(Enumerable.Range(0, length).Select(i => (char)(begin == '7' ? '0' + (i * 7 % 10) : 'a' + (i * 5 % 26))));

    // The mask stands in the format bits beside the finder; taking it off leaves the data.
    private static string Unmasked(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var bits = 0;
        for (var i = 0; i < 15; i++)
        {
            bits |= (dark[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8] ? 1 : 0) << i;
        }

        var mask = ((bits ^ 0x5412) >> 10) & 7;
        var text = new StringBuilder();
        for (var r = 0; r < size; r++)
        {
            for (var c = 0; c < size; c++)
            {
                var isData = r != 6 && c != 6 && !(r < 9 && c < 9) && !(r < 9 && c > size - 9) && !(r > size - 9 && c < 9) && !(size > 21 && r >= size - 9 && r <= size - 5 && c >= size - 9 && c <= size - 5);
                var inverted = isData && mask switch
                {
                    0 => (r + c) % 2 == 0,
                    1 => r % 2 == 0,
                    2 => c % 3 == 0,
                    3 => (r + c) % 3 == 0,
                    4 => ((r / 2) + (c / 3)) % 2 == 0,
                    5 => (r * c % 2) + (r * c % 3) == 0,
                    6 => ((r * c % 2) + (r * c % 3)) % 2 == 0,
                    _ => (((r + c) % 2) + (r * c % 3)) % 2 == 0,
                };
                text.Append(r < 9 || c < 9 ? (isData ? (dark[r, c] ^ inverted ? '1' : '0') : ' ') : dark[r, c] ^ inverted ? '1' : '0');
            }
        }

        return text.ToString();
    }
}
