using System.Text;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>
/// Reads bytes that are not UTF-8 as Windows-1252, one by one, so that one decoder serves exports in either, and mixed ones:
/// some registries still write Windows-1252 and say nothing of it.
/// </summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    // 0x80 to 0x9F; the five bytes Windows-1252 leaves undefined stay control characters.
    private const string Upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    internal static Encoding Utf8 { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _bytes = (byte[])bytesUnknown.Clone();
            _next = 0;
            return _bytes.Length > 0;
        }

        public override char GetNextChar()
        {
            if (_next >= _bytes.Length)
            {
                return '\0';
            }

            var value = _bytes[_next++];
            return value is >= 0x80 and <= 0x9F ? Upper[value - 0x80] : (char)value;
        }

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset() => (_bytes, _next) = ([], 0);
    }
}
