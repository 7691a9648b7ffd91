namespace Ccts.Rules.Trust.Archives;

/// <summary>The few numbers of the ZIP format (PKWARE APPNOTE 6.3) that a stored archive needs.</summary>
internal static class ZipLayout
{
    internal const uint LocalSignature = 0x04034B50;
    internal const uint CentralSignature = 0x02014B50;
    internal const uint EndSignature = 0x06054B50;
    internal const int LocalSize = 30;
    internal const int CentralSize = 46;
    internal const int EndSize = 22;

    /// <summary>Version 1.0: stored entries need no more.</summary>
    internal const ushort Version = 10;

    /// <summary>1 January 1980, the first day that the format can express; archives have no time of their own.</summary>
    internal const ushort Date = 0x0021;
}
