using System.Runtime.InteropServices;

namespace Ccts.Cli.Commands.Serials;

/// <summary>One line of input; cut when it was too long to be a serial.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SerialLine(string Text, bool IsCut);
