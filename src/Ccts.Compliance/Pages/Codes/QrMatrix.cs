using System;

namespace Ccts.Compliance.Pages.Codes;

/// <summary>Puts the patterns and the codewords of a QR code of version 1 to 6 into its square.</summary>
internal sealed class QrMatrix
{
    internal const int Masks = 8;
    private readonly int _size;
    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;

    private QrMatrix(int version)
    {
        _size = 17 + (4 * version);
        (_dark, _fixed) = (new bool[_size, _size], new bool[_size, _size]);
    }

    internal static bool[,] Of(int version, byte[] codewords, int mask)
    {
        var matrix = new QrMatrix(version);
        matrix.Patterns(version);
        matrix.Format(mask);
        matrix.Place(codewords);
        matrix.Mask(mask);
        return matrix._dark;
    }

    private void Patterns(int version)
    {
        for (var i = 0; i < _size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        Finder(3, 3);
        Finder(3, _size - 4);
        Finder(_size - 4, 3);
        if (version > 1)
        {
            Square(_size - 7, _size - 7, 2, distance => distance != 1);
        }
    }

    private void Finder(int row, int column) => Square(row, column, 4, distance => distance is not (2 or 4));

    private void Square(int row, int column, int reach, Func<int, bool> isDark)
    {
        for (var r = -reach; r <= reach; r++)
        {
            for (var c = -reach; c <= reach; c++)
            {
                if (row + r >= 0 && row + r < _size && column + c >= 0 && column + c < _size)
                {
                    Set(row + r, column + c, isDark(Math.Max(Math.Abs(r), Math.Abs(c))));
                }
            }
        }
    }

    // Level M and the mask, with ten bits of correction, twice.
    private void Format(int mask)
    {
        var rest = mask;
        for (var i = 0; i < 10; i++)
        {
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        }

        var bits = ((mask << 10) | rest) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = ((bits >> i) & 1) == 1;
            Set(i < 6 ? i : i < 8 ? i + 1 : _size - 15 + i, 8, dark);
            Set(8, i < 8 ? _size - 1 - i : i == 8 ? 7 : 14 - i, dark);
        }

        Set(_size - 8, 8, true);
    }

    private void Place(byte[] codewords)
    {
        var bit = 0;
        for (var right = _size - 1; right >= 1; right -= 2)
        {
            // The column of timing holds no data.
            right = right == 6 ? 5 : right;
            for (var step = 0; step < _size; step++)
            {
                var row = ((right + 1) & 2) == 0 ? _size - 1 - step : step;
                for (var column = right; column > right - 2; column--)
                {
                    if (!_fixed[row, column] && bit < codewords.Length * 8)
                    {
                        _dark[row, column] = ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
                        bit++;
                    }
                }
            }
        }
    }

    private void Mask(int mask)
    {
        for (var r = 0; r < _size; r++)
        {
            for (var c = 0; c < _size; c++)
            {
                _dark[r, c] ^= !_fixed[r, c] && IsInverted(mask, r, c);
            }
        }
    }

    private static bool IsInverted(int mask, int r, int c) => mask switch
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

    private void Set(int row, int column, bool dark)
    {
        _dark[row, column] = dark;
        _fixed[row, column] = true;
    }
}
